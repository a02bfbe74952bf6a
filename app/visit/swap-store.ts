import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { newId, type PersonId, type VisitId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { type Actor, type Member, personOf } from '../session/actor.ts'
import { loadBusy } from './busy-load.ts'
import { holdCalendars } from './offer-store.ts'
import { canSwap, type OpenSwap, type Swap, type SwapId, swapAsks, swapped, waitsOn } from './swap.ts'
import { loadOpenSwaps } from './swap-load.ts'
import { peopleOf, type Visit, type VisitNo } from './visit.ts'
import { saveVisit } from './visit-change-store.ts'
import { loadHere, loadVisit } from './visit-load.ts'
import type { Tell } from './visit-store.ts'

/** Sole writer of visit_swap and visit_swap_yes: visitors who swap moments. */

/** The open swaps in which this person has a part: asked, asked for, or visited in one of the two visits. */
export function openSwapsOf(db: Db, actor: Actor, now: Moment): Promise<OpenSwap[]> {
  const person = personOf(actor)
  return db.read(actor, async (sql) => {
    const open = person === null ? [] : await openOnes(sql, actor, now)
    return open.filter(({ swap, one, other }) => {
      const hosts = other === null ? [] : [one.host, other.host]
      return person !== null && [one.visitor, swap.with, ...hosts].includes(person)
    })
  })
}

async function openOnes(sql: Sql, actor: Actor, now: Moment): Promise<OpenSwap[]> {
  const found: OpenSwap[] = []
  for (const swap of await loadOpenSwaps(sql, actor)) {
    const one = await loadVisit(sql, actor, swap.visit)
    const other = swap.other && (await loadVisit(sql, actor, swap.other))
    // A visit that went another way meanwhile takes its swap along.
    if (one && canSwap(one, now) && (other === null || canSwap(other, now))) found.push({ swap, one, other })
  }
  return found
}

/** What a swap changed, for who tells those concerned. */
export type Swapping = { readonly now: Moment; readonly tell: Tell; readonly ask: AskBySwap }
/** Tells somebody, inside the transaction, that a swap waits for them. */
export type AskBySwap = (
  at: { readonly sql: Sql; readonly tx: Db },
  asked: { readonly swap: Swap; readonly to: PersonId; readonly visit: Visit },
) => Promise<void>

/** Asks a colleague to swap; of one visit one question is open at a time. */
export function askSwap(
  db: Db,
  actor: Member,
  given: { readonly visit: VisitId; readonly with: PersonId },
  { now, ask }: Swapping,
): Promise<'done' | VisitNo> {
  return db.write(actor, async (sql, tx) => {
    await holdCalendars(tx, actor)
    const visit = await loadVisit(sql, actor, given.visit)
    if (!visit || visit.visitor !== actor.personId) return refuse('may-not')
    if (!canSwap(visit, now)) return refuse('nothing-to-swap')
    const isThere = (await loadHere(sql, actor, [given.with])).has(given.with)
    if (!isThere || peopleOf(visit).includes(given.with)) return refuse('cover-unknown', 'swapWith')
    await endOpen(sql, actor, [visit.id], 'withdrawn', now)
    const swap = { id: newId<'visit-swap'>(), visit: visit.id, with: given.with }
    await sql
      .insertInto('visit_swap')
      .values({
        id: swap.id,
        school_id: actor.schoolId,
        visit_id: visit.id,
        with_id: given.with,
        other_visit_id: null,
        asked_at: now,
        ended_at: null,
        ended_as: null,
      })
      .execute()
    await ask({ sql, tx }, { swap: { ...swap, other: null, yes: [], askedAt: now }, to: given.with, visit })
    return 'done' as const
  })
}

/** Chooses the own visit to swap with, or says yes as who is visited. The last yes swaps. */
export function sayYes(
  db: Db,
  actor: Member,
  given: { readonly swap: SwapId; readonly other: VisitId | null },
  swapping: Swapping,
): Promise<'swapped' | 'waits' | VisitNo> {
  return db.write(actor, async (sql, tx) => {
    await holdCalendars(tx, actor)
    const open = (await openOnes(sql, actor, swapping.now)).find(({ swap }) => swap.id === given.swap)
    if (!open) return refuse('swap-gone')
    const asks = swapAsks(open.swap, open.one, open.other, actor.personId)
    if (asks === null) return refuse('may-not')
    const at = { sql, tx, actor, swapping }
    return asks === 'choose' ? choose(at, open, given.other) : agreeTo(at, open)
  })
}

type At = { readonly sql: Sql; readonly tx: Db; readonly actor: Member; readonly swapping: Swapping }

async function choose(
  at: At,
  { swap, one }: OpenSwap,
  id: VisitId | null,
): Promise<'swapped' | 'waits' | VisitNo> {
  const { sql, tx, actor, swapping } = at
  const other = id && (await loadVisit(sql, actor, id))
  const isMine = other && other.visitor === actor.personId && other.id !== one.id
  if (!other || !isMine || !canSwap(other, swapping.now)) return refuse('nothing-to-swap', 'other')
  const fits = await whyNotSwapped(at, one, other)
  if (fits) return fits
  await sql
    .updateTable('visit_swap')
    .set({ other_visit_id: other.id })
    .where('id', '=', swap.id)
    .where('school_id', '=', actor.schoolId)
    .execute()
  const hosts = waitsOn(swap, one, other)
  for (const to of hosts)
    await swapping.ask(
      { sql, tx },
      { swap: { ...swap, other: other.id }, to, visit: to === one.host ? one : other },
    )
  return hosts.length > 0 ? 'waits' : carryOut(at, { swap, one, other })
}

async function agreeTo(at: At, { swap, one, other }: OpenSwap): Promise<'swapped' | 'waits' | VisitNo> {
  const { sql, actor, swapping } = at
  if (other === null) return refuse('swap-gone')
  await sql
    .insertInto('visit_swap_yes')
    .values({
      swap_id: swap.id,
      school_id: actor.schoolId,
      person_id: actor.personId,
      said_at: swapping.now,
    })
    .onConflict((conflict) => conflict.columns(['swap_id', 'person_id']).doNothing())
    .execute()
  const left = waitsOn({ yes: [...swap.yes, actor.personId] }, one, other)
  return left.length > 0 ? 'waits' : carryOut(at, { swap, one, other })
}

type Both = { readonly swap: Swap; readonly one: Visit; readonly other: Visit }

/** Both visits get each other's moment, in one go. */
async function carryOut(at: At, { one, other }: Both): Promise<'swapped' | VisitNo> {
  const { sql, tx, actor, swapping } = at
  const no = await whyNotSwapped(at, one, other)
  if (no) return no
  const both = swapped(one, other)
  if (isRefusal(both)) return both
  const pairs = [one, other].map((before, place) => ({ before, after: (both as readonly Visit[])[place] }))
  for (const { before, after: changed } of pairs) {
    if (!changed) continue
    const after = { ...changed, revision: before.revision + 1, changedAt: swapping.now }
    await saveVisit(sql, actor, after)
    await swapping.tell({ sql, tx }, { before, after, by: actor.personId })
  }
  await endOpen(sql, actor, [one.id, other.id], 'done', swapping.now)
  return 'swapped'
}

/** Everybody is free at the other moment, the two visits themselves aside. */
async function whyNotSwapped({ sql, actor }: At, one: Visit, other: Visit): Promise<VisitNo | null> {
  const both = swapped(one, other)
  if (isRefusal(both)) return both
  for (const [visit, place] of [
    [one, other],
    [other, one],
  ] as const) {
    const busy = await loadBusy(sql, actor, [visit.visitor, visit.host], place, {
      visits: [one.id, other.id],
    })
    if (busy.has(actor.personId)) return refuse('you-busy')
    if (busy.has(visit.host)) return refuse('host-busy')
    if (busy.has(visit.visitor)) return refuse('visitor-busy')
  }
  return null
}

/** No, or the question taken back: the visits stay as they are. */
export function endSwap(
  db: Db,
  actor: Member,
  id: SwapId,
  now: Moment,
): Promise<'no' | 'withdrawn' | VisitNo> {
  return db.write(actor, async (sql, tx) => {
    await holdCalendars(tx, actor)
    const open = (await openOnes(sql, actor, now)).find(({ swap }) => swap.id === id)
    if (!open) return refuse('swap-gone')
    const isAsker = open.one.visitor === actor.personId
    const asked = [open.swap.with, ...(open.other ? [open.one.host, open.other.host] : [])]
    if (!isAsker && !asked.includes(actor.personId)) return refuse('may-not')
    const as = isAsker ? 'withdrawn' : 'no'
    await endOpen(sql, actor, [open.one.id], as, now)
    return as
  })
}

async function endOpen(
  sql: Sql,
  actor: Actor,
  visits: readonly VisitId[],
  as: 'done' | 'no' | 'withdrawn',
  now: Moment,
) {
  await sql
    .updateTable('visit_swap')
    .set({ ended_at: now, ended_as: as })
    .where('school_id', '=', actor.schoolId)
    .where('ended_at', 'is', null)
    .where((is) => is.or([is('visit_id', 'in', [...visits]), is('other_visit_id', 'in', [...visits])]))
    .execute()
}
