import type { Context } from 'hono'
import { readEvaluations } from '../evaluation/evaluation-store.ts'
import { harvestOf } from '../evaluation/harvest.ts'
import { inOrder, parsePromise, type YieldPromise } from '../evaluation/yield.ts'
import { mayEndPromise, type YieldNo } from '../evaluation/yield-may.ts'
import { endPromise, isTimeToShare, promise, promisesFor } from '../evaluation/yield-store.ts'
import { yieldText } from '../evaluation/yield-text.ts'
import { type SeenHarvest, type YieldTried, YieldView } from '../evaluation/yield-view.tsx'
import { type EntryId, parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { type Entry, isGoal } from '../plan/entry.ts'
import { entryOf } from '../plan/plan.ts'
import { type AtPlan, planAt } from '../plan/plan-desk.tsx'
import { isOwner } from '../plan/plan-may.ts'
import { goalNumbers, type Lookup, lookupOf, trackName } from '../plan/plan-sheet.ts'
import { sightOf } from '../plan/plan-sight.ts'
import { readRoster } from '../plan/roster-store.ts'
import { hasRole } from '../session/actor.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { ArrowLink, BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { BesidePromise } from './harvest-view.tsx'
import { mayWritePiece } from './piece-may.ts'
import { piecesOf } from './piece-store.ts'
import { shelfText } from './shelf-text.ts'

/** /plan/:plan/yields: what is shared, with whom, by whom and by when; what is done can become a piece of the shelf. */
export const harvestPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const text = yieldText(at.reader.language)
    const done = c.req.query('done')
    const says = done === 'promised' ? text.saved : done === 'ended' ? text.ended : null
    return show(c, at, { notice: says === null ? null : { kind: 'good', text: says } })
  },

  post: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const form = await c.req.formData()
    const isEnd = form.get('act') === 'end'
    const no = isEnd ? await end(at, form) : await make(at, form)
    if (!isRefusal(no)) return c.redirect(`${at.href}/yields?done=${isEnd ? 'ended' : 'promised'}`, 303)
    const status = no.refused === 'may-not' ? 403 : 422
    return show(c, at, { tried: triedOf(at, form, no), status })
  },
}

const word = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** One's own promise; in the room who leads writes down what a colleague promises there. */
async function make({ desk, reader, plan }: AtPlan, form: FormData) {
  const words = { what: word(form, 'what'), withWhom: word(form, 'withWhom'), dueOn: word(form, 'dueOn') }
  const given = parsePromise(words)
  if (isRefusal(given)) return given
  const { personId } = reader.actor
  const about = parseId<'entry'>(form.get('entry'))
  return promise(desk.db, reader.actor, plan, { ...given, person: personId, entryId: about }, false, desk.now)
}

async function end({ desk, reader, plan }: AtPlan, form: FormData) {
  const id = parseId<'promise'>(form.get('promise'))
  if (id === null) return { refused: 'ended-already' } as const
  const as = form.get('as') === 'let-go' ? ('let-go' as const) : ('done' as const)
  const given = { as, cameOf: word(form, 'cameOf') }
  return endPromise(desk.db, reader.actor, plan, id, given, desk.now)
}

function triedOf({ reader }: AtPlan, form: FormData, no: YieldNo): YieldTried {
  const text = yieldText(reader.language)
  const values: Record<string, string> = Object.create(null)
  for (const [name, value] of form) if (typeof value === 'string') values[name] = value
  return {
    about: values['act'] === 'end' ? (values['promise'] ?? '') : '',
    values,
    field: 'field' in no ? (no.field ?? null) : null,
    says: no.refused === 'may-not' ? text.because[no.because] : text.refusal[no.refused],
  }
}

type Show = {
  readonly notice?: ShellNotice | null
  readonly tried?: YieldTried
  readonly status?: 200 | 403 | 422
}

async function show(c: Context<OnDesk>, at: AtPlan, { notice = null, tried, status = 200 }: Show) {
  const { desk, reader, href } = at
  const text = yieldText(reader.language)
  const sheet = await sheetFor(at, parseId<'entry'>(c.req.query('entry')), tried ?? null)
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={text.title} here="plan">
      <PageHead title={text.title} under={text.under} />
      <p class="rij">
        <ArrowLink href={`${href}/evaluation`}>{text.toEvaluation}</ArrowLink>
        <ArrowLink href="/shelf">{shelfText(reader.language).toShelf}</ArrowLink>
        <BackLink href={href}>{text.toPlan}</BackLink>
      </p>
      <YieldView {...sheet} />
    </Page>,
    status,
  )
}

async function sheetFor(at: AtPlan, about: EntryId | null, tried: YieldTried | null) {
  const { desk, reader, plan, href } = at
  const roster = await readRoster(desk.db, reader.actor)
  const lookup = lookupOf(roster)
  const promises = await promisesFor(desk.db, reader.actor, plan)
  const left = (one: YieldPromise) => roster.people.find(({ id }) => id === one.person)?.hasLeft ?? false
  return {
    ...inOrder(promises),
    harvest: await harvestHere(at, lookup, promises),
    beside: await besidePromises(at),
    entries: plan.entries.map((entry) => ({ id: entry.id, name: nameOf(at, entry, lookup) })),
    me: reader.actor.personId,
    mayPromise: isTimeToShare(plan),
    ends: (one: YieldPromise) => mayEndPromise(reader.actor, one.person, left(one)).may,
    nameOf: (id: YieldPromise['person']) => lookup.people.get(id)?.name ?? '',
    ofEntry: (id: EntryId | null) => {
      const entry = entryOf(plan, id)
      return entry ? nameOf(at, entry, lookup) : ''
    },
    href: `${href}/yields`,
    language: reader.language,
    about,
    tried,
  }
}

function nameOf({ plan, reader }: AtPlan, entry: Entry, lookup: Lookup) {
  if (!isGoal(entry)) return trackName(entry, lookup)
  const number = goalNumbers(plan).get(entry.id)
  return reader.language === 'nl' ? `Doel ${number}` : `Goal ${number}`
}

/** What the plan says of sharing, as far as this reader may see it. */
async function harvestHere(
  at: AtPlan,
  lookup: Lookup,
  promises: readonly YieldPromise[],
): Promise<SeenHarvest[]> {
  const { desk, reader, plan } = at
  const evaluations = await readEvaluations(desk.db, reader.actor, plan)
  const lines = harvestOf(sightOf(plan, reader.actor), promises, evaluations).map(
    ({ entry, withWhom, when }) => ({
      entryId: entry.id,
      name: nameOf(at, entry, lookup),
      withWhom,
      when,
      isMine: isGoal(entry) ? hasRole(reader.actor, 'coordinator') : isOwner(reader.actor, entry),
    }),
  )
  // one's own first
  return lines.toSorted((one, other) => Number(other.isMine) - Number(one.isMine))
}

/** Of a promise that was kept: the piece that came of it, or the way to begin one. */
async function besidePromises({ desk, reader }: AtPlan) {
  const pieces = await piecesOf(desk.db, reader.actor)
  return (one: YieldPromise) => {
    const piece = pieces.find(({ promiseId }) => promiseId === one.id) ?? null
    const isMine = piece ? mayWritePiece(reader.actor, piece).may : one.person === reader.actor.personId
    return <BesidePromise {...{ one, piece, isMine }} language={reader.language} />
  }
}
