import type { Context } from 'hono'
import { mayRollOver } from '../evaluation/evaluation-may.ts'
import { beginNextYear, nextYearOf, rollOverSentence } from '../evaluation/roll-over-desk.ts'
import type { RollOverNo } from '../evaluation/roll-over-store.ts'
import { lookAt } from '../evaluation/team-look.ts'
import { readTeamLooks } from '../evaluation/team-look-store.ts'
import { type MeetingItemId, parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { isHere, nameIn, type Scene, votersHere } from '../meeting/meeting.ts'
import { mayRun } from '../meeting/meeting-may.ts'
import { memberAt } from '../meeting/seat-desk.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { readPlan } from '../plan/plan-store.ts'
import { readPolls } from '../round/poll-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { isLookBack, lookTimeOf } from './look-back.ts'
import { type Acted, lookBackAct } from './look-back-act-desk.ts'
import { mayDecideHere } from './look-back-decide-store.ts'
import { lookBackSheet } from './look-back-desk.ts'
import { LookBackView } from './look-back-page-view.tsx'
import { lookBackRefusalText } from './look-back-refusal-text.ts'
import { mayBeUnnamed } from './look-back-room-store.ts'
import { lookSentence } from './look-back-say-view.ts'
import { type LookItem, type LookSheet, type LookTried, triedAt } from './look-back-sheet.ts'
import { lookBackText } from './look-back-text.ts'

type AtLook = Awaited<ReturnType<typeof memberAt>>
type Status = 200 | 403 | 422

/** /meeting/:meeting/look-back: grouping, themes, and what is decided of them; read by every member of the school. */
export const lookBackPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await memberAt(c)
    const text = lookBackText(at.language)
    const notice = c.req.query('done') === 'saved' ? ({ kind: 'good', text: text.saved } as const) : null
    return show(c, at, { notice, open: parseId<'meeting-item'>(c.req.query('open')) })
  },

  post: async (c: Context<OnDesk>) => {
    const at = await memberAt(c)
    const form = await c.req.formData()
    if (form.get('act') === 'begin') return begin(c, at)
    const { desk, seat, scene, language } = at
    const done = await lookBackAct({ db: desk.db, seat, scene, language, now: desk.now }, form)
    const item = parseId<'meeting-item'>(form.get('item'))
    if (done === null)
      return c.redirect(
        `/meeting/${scene.meeting.id}/look-back?done=saved&open=${item ?? ''}#i-${item ?? ''}`,
        303,
      )
    const fresh = await memberAt(c)
    const status = 'refused' in done && done.refused === 'may-not' ? 403 : 422
    return show(c, fresh, { tried: triedOf(at, form, done), status, open: item })
  },
}

/** Begins next year's plan, once; pressed again it leads to the plan that was begun. */
async function begin(c: Context<OnDesk>, at: AtLook) {
  const plan = await planAt(at)
  const made = plan && (await beginNextYear({ desk: at.desk, reader: at.reader, plan }))
  if (made && !isRefusal(made)) return c.redirect(`/plan/${made}`, 303)
  const says = made
    ? rollOverSentence(made as RollOverNo, at.reader)
    : lookBackRefusalText(at.language)['no-plan']
  const status = isRefusal(made) && made.refused === 'may-not' ? 403 : 422
  return show(c, at, { notice: { kind: 'refusal', text: says }, status })
}

function triedOf({ language, terms }: AtLook, form: FormData, no: NonNullable<Acted>): LookTried {
  const values: Record<string, string> = Object.create(null)
  for (const [name, value] of form) if (typeof value === 'string') values[name] = value
  const about = values['theme'] ?? values['promise'] ?? values['poll'] ?? values['entry'] ?? ''
  const common = { item: values['item'] ?? '', act: values['act'] ?? '', about, values }
  if ('collision' in no)
    return { ...common, field: 'text', says: lookBackText(language).clash, collision: no.collision }
  const field = 'field' in no && typeof no.field === 'string' ? no.field : null
  return { ...common, field, says: lookSentence(no, { language, terms }), collision: null }
}

const planAt = ({ desk, reader, scene }: AtLook) =>
  scene.meeting.planId ? readPlan(desk.db, reader.actor, scene.meeting.planId) : Promise.resolve(null)

type Show = {
  readonly notice?: ShellNotice | null
  readonly tried?: LookTried
  readonly status?: Status
  /** The item that was worked on just now. */
  readonly open?: MeetingItemId | null
}

async function show(
  c: Context<OnDesk>,
  at: AtLook,
  { notice = null, tried, status = 200, open = null }: Show,
) {
  const text = lookBackText(at.language)
  const sheet = await sheetFor(at, tried ?? null, open)
  // Who may not do it, or can't do it now, has no form on which to read why.
  const homeless = tried && (status === 403 || !sheet.items.some(({ item }) => item.id === tried.item))
  const said = notice ?? (homeless ? ({ kind: 'refusal', text: tried.says } as const) : null)
  return c.html(
    <Page shell={shellFrom(at.desk, said)} title={`${text.title} · ${at.scene.meeting.title}`} here="plan">
      <LookBackView sheet={sheet} />
    </Page>,
    status,
  )
}

async function sheetFor(at: AtLook, tried: LookTried | null, open: MeetingItemId | null): Promise<LookSheet> {
  const { scene, seat, language, terms } = at
  const { meeting } = scene
  const plan = await planAt(at)
  const here = scene.attendance.filter(isHere).map(({ person }) => person)
  const people = [...new Set([...(seat.person ? [seat.person] : []), ...here])]
  return {
    items: plan ? await itemsFor(at, plan, open) : [],
    href: `/meeting/${meeting.id}`,
    planId: plan?.id ?? null,
    runs: meeting.phase === 'running' && mayRun(seat, meeting).may,
    words: { language, terms },
    here: people.map((id) => ({ id, name: nameIn(scene, id) ?? '' })),
    votersHere: votersHere(scene).length,
    maySecret: mayBeUnnamed(scene),
    next: plan ? await nextFor(at, plan) : null,
    tried,
    ...triedAt(tried),
  }
}

/** Offered at the end of the year, to who begins plans. */
async function nextFor(at: AtLook, plan: Plan): Promise<LookSheet['next']> {
  const { desk, reader, scene } = at
  if (lookTimeOf(scene.meeting, plan) !== 'end' || !mayRollOver(reader.actor, plan).may) return null
  const made = await nextYearOf({ desk, reader, plan })
  return { madeAs: made && `/plan/${made}` }
}

async function itemsFor(at: AtLook, plan: Plan, open: MeetingItemId | null): Promise<LookItem[]> {
  const { desk, reader, scene, seat, language, terms } = at
  const polls = await readPolls(desk.db, reader.actor, scene.meeting.id, seat.person)
  const looks = await readTeamLooks(desk.db, reader.actor, plan)
  const look = lookAt(looks, lookTimeOf(scene.meeting, plan))
  const items: LookItem[] = []
  for (const item of scene.items.filter(isLookBack)) {
    const sheet = await lookBackSheet(desk, reader.actor, scene, item, { language, terms })
    if (!sheet?.look) continue
    const field = item.kind === 'coordinator-part' ? 'coordinatorPart' : 'planItself'
    items.push({
      item,
      look: sheet.look,
      lead: sheet.lead,
      heading: sheet.heading,
      pieces: sheet.pieces,
      polls: polls.filter(({ subjectId }) => subjectId === item.id),
      opens: opensAt(scene, item.id, open),
      decides: decidesAt(at, plan, item.subjectId),
      passage: look?.texts[field] ?? null,
    })
  }
  return items
}

const opensAt = ({ meeting }: Scene, id: MeetingItemId, open: MeetingItemId | null) =>
  meeting.phase !== 'running' || meeting.current === null || meeting.current.item === id || open === id

function decidesAt({ seat, scene }: AtLook, plan: Plan, subjectId: string | null) {
  const entry = entryOf(plan, parseId<'entry'>(subjectId))
  return (
    scene.meeting.phase === 'running' && entry !== null && mayDecideHere(seat, scene, { plan, entry }).may
  )
}
