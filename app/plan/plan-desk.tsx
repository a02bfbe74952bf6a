import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Reader } from '../session/actor.ts'
import { type Desk, deskOf, type House, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { readTalk } from '../writing/conversation-store.ts'
import { flushWriting } from '../writing/flush-desk.ts'
import type { Entry } from './entry.ts'
import { FrameAnswer } from './frame-view.tsx'
import { entryOf, type Plan } from './plan.ts'
import { refusalSentence } from './plan-may-text.ts'
import type { PlanNo } from './plan-no.ts'
import { endsFor, endsOf, type OpenCard, type PlanSheet } from './plan-sheet.ts'
import { type Drawing, drawing, frameId } from './plan-sheet-view.ts'
import { sightOf } from './plan-sight.ts'
import { readPlan } from './plan-store.ts'
import { planText } from './plan-text.ts'
import { type Margins, PlanView } from './plan-view.tsx'
import { readProposals } from './proposal-store.ts'
import { readRoster } from './roster-store.ts'
import { talkFor } from './talk-sight.ts'

/** The plan that an address names, with who asks; 404 for another school's. */
export type AtPlan = {
  readonly desk: Desk
  readonly reader: Reader
  readonly plan: Plan
  readonly href: string
}

export async function planAt(c: Context<OnDesk>): Promise<AtPlan> {
  const desk = deskOf(c)
  const reader = readerOf(c)
  const id = parseId<'plan'>(c.req.param('plan'))
  // What is read here is shown, exported, put to the team or sealed: also the words of this moment.
  if (id) await flushWriting(desk.db, id)
  const plan = id && (await readPlan(desk.db, reader.actor, id))
  if (!plan) throw new HTTPException(404)
  return { desk, reader, plan, href: `/plan/${plan.id}` }
}

/** The entry that an address names within its plan. */
export function entryAt(c: Context<OnDesk>, plan: Plan): Entry {
  const entry = entryOf(plan, parseId<'entry'>(c.req.param('entry')))
  if (!entry) throw new HTTPException(404)
  return entry
}

export type Show = {
  readonly open?: OpenCard | null
  readonly shown?: string | null
  readonly removed?: PlanSheet['removed']
  readonly notice?: ShellNotice | null
  readonly status?: 200 | 403 | 422
}

/** Everything that this reader sees of a plan, ready to draw. */
export async function drawingFor(
  { desk, reader, plan }: Pick<AtPlan, 'reader' | 'plan'> & { readonly desk: Pick<Desk, 'db'> },
  show: Show = {},
): Promise<Drawing> {
  const { db } = desk
  const [roster, proposals] = [
    await readRoster(db, reader.actor),
    await readProposals(db, reader.actor, plan),
  ]
  const seen = sightOf(plan, reader.actor)
  return drawing({
    plan: seen,
    roster,
    reader,
    proposals,
    talk: talkFor(plan, reader.actor, await readTalk(db, reader.actor, plan, [plan.id])),
    ends: endsFor(endsOf(plan, roster), plan, reader.actor),
    open: show.open ?? null,
    shown: show.shown ?? null,
    removed: show.removed ?? null,
  })
}

/** What higher rooms put on the plan page for this reader; filled in `home/`. */
export type FillMargins = (at: AtPlan, d: Drawing) => Promise<Margins>
const fills = new WeakMap<House, FillMargins>()

/** Said once, where the routes of this house are made. */
export const fillMargins = (house: House, fill: FillMargins) => void fills.set(house, fill)

/** The plan page, or only the card that a frame on it asks for. */
export async function planAnswer(c: Context<OnDesk>, at: AtPlan, show: Show = {}): Promise<Response> {
  const d = await drawingFor(at, show)
  const margins = (await fills.get(at.desk.house)?.(at, d)) ?? {}
  const status = show.status ?? 200
  const asked = c.req.header('turbo-frame')
  c.header('vary', 'turbo-frame')
  if (asked) {
    const entry = d.plan.entries.find(({ id }) => frameId(id) === asked) ?? null
    if (entry || asked === frameId('principles')) {
      return c.html(<FrameAnswer {...{ d, entry, margins }} notice={show.notice ?? null} />, status)
    }
  }
  const title = planText(d.language).title(at.plan.schoolYear)
  return c.html(
    <Page shell={shellFrom(at.desk, show.notice ?? null)} title={title} here="plan">
      <PlanView d={d} margins={margins} />
    </Page>,
    status,
  )
}

/** Says no on the plan page: with the sentence on top and nothing stored. */
export function planRefuses(c: Context<OnDesk>, at: AtPlan, no: PlanNo, show: Show = {}): Promise<Response> {
  const { language, terms } = at.reader
  const notice: ShellNotice = { kind: 'refusal', text: refusalSentence(no, language, terms) }
  return planAnswer(c, at, { status: statusOf(no), notice, ...show })
}

export const statusOf = (no: PlanNo) => (no.refused === 'may-not' ? 403 : 422)

/** After a good act: back to the card, in its frame or on the page. */
export const backToCard = (
  c: Context<OnDesk>,
  { href }: AtPlan,
  entry: { id: string },
  done: Done = 'saved',
) => c.redirect(`${href}?shown=${entry.id}&done=${done}#e-${entry.id}`, 303)

/** A good act goes back to the card, a refused one says why. */
export const cardOrNo = (c: Context<OnDesk>, at: AtPlan, entry: Entry, result: unknown, done: Done) =>
  isRefusal(result)
    ? planRefuses(c, at, result as PlanNo, { shown: entry.id })
    : backToCard(c, at, entry, done)

/** What the notice on the next page can tell. */
export const DONE = [
  'saved',
  'agreed',
  'withdrawn',
  'support',
  'restored',
  'given',
  'accepted',
  'changed',
  'declined',
  'back',
  'sent',
  'moved',
  'imported',
] as const
export type Done = (typeof DONE)[number]
export const isDone = (value: unknown): value is Done => DONE.includes(value as Done)
