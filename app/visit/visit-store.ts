import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type EntryId, newId, type OfferId, type PersonId, type PlanId, type VisitId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { type Actor, type Member, personOf } from '../session/actor.ts'
import { loadBusy, loadCalled } from './busy-load.ts'
import type { Slot } from './offer.ts'
import { holdCalendars } from './offer-store.ts'
import { isLive, type Place, peopleOf, type Shared, type Visit, type VisitNo } from './visit.ts'
import type { GivenMoment } from './visit-form.ts'
import { loadHere, loadOffer, loadVisit, loadVisitsOf, loadVisitsOfEntry } from './visit-load.ts'
import { mayListOf, mayReadVisit } from './visit-may.ts'

/** Sole writer of visit, with `visit-change-store.ts` and `swap-store.ts`. */

/** One visit as this actor may see it; null: there is none, or it is not theirs to see. */
export async function readVisit(db: Db, actor: Actor, id: VisitId): Promise<Visit | null> {
  const visit = await db.read(actor, (sql) => loadVisit(sql, actor, id))
  return visit && mayReadVisit(actor, visit).may ? visit : null
}

/** Everything that somebody is in, by day; also what was called off. Of a colleague nothing. */
export async function visitsOf(
  db: Db,
  actor: Actor,
  person: PersonId | null = personOf(actor),
): Promise<Visit[]> {
  if (person === null || !mayListOf(actor, person)) return []
  return db.read(actor, (sql) => loadVisitsOf(sql, actor, person))
}

/** The visits that belong to a goal or track, as far as this actor may see them. */
export async function visitsOfEntry(db: Db, actor: Actor, entry: EntryId): Promise<Visit[]> {
  const visits = await db.read(actor, (sql) => loadVisitsOfEntry(sql, actor, entry))
  return visits.filter((visit) => mayReadVisit(actor, visit).may)
}

/** Whether a team meeting calls one of the three at that moment: planned after the visit was agreed. */
export async function isCalledAway(db: Db, actor: Actor, visit: Visit): Promise<boolean> {
  if (!isLive(visit)) return false
  const called = await db.read(actor, (sql) => loadCalled(sql, actor, visit))
  return peopleOf(visit).some((person) => called.includes(person))
}

/** What happened to a visit, for who tells those concerned. */
export type Told = { readonly before: Visit | null; readonly after: Visit; readonly by: PersonId | null }
/** Tells those concerned, inside the transaction: what is not stored is not told. */
export type Tell = (at: { readonly sql: Sql; readonly tx: Db }, told: Told) => Promise<void>

/** A moment that somebody offers, or one's own time when there is no class to be taken over. */
export type Chosen = GivenMoment

export type NewVisit = {
  readonly visitor: PersonId
  readonly host: PersonId
  readonly chosen: Chosen
  readonly question: string
  readonly planId: PlanId | null
  readonly entryId: EntryId | null
}

/** Asks a colleague: to come and look, or (as host) to come and look here. Takes the moment until there is an answer. */
export function askVisit(
  db: Db,
  actor: Member,
  given: NewVisit,
  { now, tell }: { readonly now: Moment; readonly tell: Tell },
): Promise<VisitId | VisitNo> {
  const { visitor, host } = given
  if (actor.personId !== visitor && actor.personId !== host) return Promise.resolve(refuse('may-not'))
  if (visitor === host) return Promise.resolve(refuse('host-is-you', 'who'))
  return db.write(actor, async (sql, tx) => {
    await holdCalendars(tx, actor)
    const here = await loadHere(sql, actor, [visitor, host])
    if (here.size < 2) return refuse('host-unknown', 'who')
    const place = await placeFor(sql, actor, { ...given, id: null }, given.chosen, now)
    if (isRefusal(place)) return place
    const visit = newVisit(actor, given, place, now)
    const row = { ...rowOf(actor, visit), ...sharedRow(visit.shared) }
    await sql.insertInto('visit').values(row).execute()
    await tell({ sql, tx }, { before: null, after: visit, by: actor.personId })
    return visit.id
  })
}

const newVisit = (actor: Member, given: NewVisit, place: Place, now: Moment): Visit => ({
  ...place,
  id: newId<'visit'>(),
  visitor: given.visitor,
  host: given.host,
  planId: given.planId,
  entryId: given.entryId,
  question: given.question,
  state: 'asked',
  waitsFor: actor.personId === given.visitor ? given.host : given.visitor,
  next: null,
  newCover: null,
  askedBy: actor.personId,
  askedAt: now,
  coverLeftAt: null,
  agreedAt: null,
  ended: null,
  shared: { visitor: true, coordinator: false, team: false },
  sequence: 0,
  revision: 1,
  changedAt: now,
})

/** With whom a guide is shared, as it lies in the row; apart, because who is visited changes it by itself. */
export const sharedRow = ({ visitor, coordinator, team }: Shared) => ({
  shared_visitor: visitor ? 1 : 0,
  shared_coordinator: coordinator ? 1 : 0,
  shared_team: team ? 1 : 0,
})

export const rowOf = (actor: Actor, visit: Visit) => ({
  id: visit.id,
  school_id: actor.schoolId,
  visitor_id: visit.visitor,
  host_id: visit.host,
  plan_id: visit.planId,
  entry_id: visit.entryId,
  question: visit.question,
  offer_id: visit.offerId,
  starts_at: visit.startsAt,
  ends_at: visit.endsAt,
  state: visit.state,
  waits_for: visit.waitsFor,
  next_offer_id: visit.next?.offerId ?? null,
  next_starts_at: visit.next?.startsAt ?? null,
  next_ends_at: visit.next?.endsAt ?? null,
  new_cover_id: visit.newCover,
  cover_left_at: visit.coverLeftAt,
  asked_by: visit.askedBy,
  asked_at: visit.askedAt,
  agreed_at: visit.agreedAt,
  ended_at: visit.ended?.at ?? null,
  ended_by: visit.ended?.by ?? null,
  ended_words: visit.ended?.words ?? '',
  sequence: visit.sequence,
  revision: visit.revision,
  changed_at: visit.changedAt,
})

type Two = { readonly id: VisitId | null; readonly visitor: PersonId; readonly host: PersonId }

/** The moment that was chosen, when it is free for all three; inside the caller's transaction, calendars held. */
export async function placeFor(
  sql: Sql,
  actor: Actor,
  two: Two,
  chosen: Chosen,
  now: Moment,
): Promise<Place | VisitNo> {
  const place = 'offer' in chosen ? await ofOffer(sql, actor, two, chosen.offer, now) : own(chosen.slot)
  if (isRefusal(place)) return place
  const no = await whyBusy(sql, actor, two, place)
  return no ?? place
}

const own = ({ startsAt, endsAt }: Slot): Place => ({ startsAt, endsAt, offerId: null, cover: null })

async function ofOffer(sql: Sql, actor: Actor, two: Two, id: OfferId, now: Moment): Promise<Place | VisitNo> {
  const offer = await loadOffer(sql, actor, id)
  if (!offer || offer.withdrawnAt !== null || offer.startsAt <= now) return refuse('offer-gone', 'moment')
  if (offer.visit !== null && offer.visit !== two.id) return refuse('offer-taken', 'moment')
  if (offer.cover === two.host || offer.cover === two.visitor) return refuse('cover-is-host', 'moment')
  if (!(await loadHere(sql, actor, [offer.cover])).has(offer.cover)) return refuse('offer-gone', 'moment')
  return { startsAt: offer.startsAt, endsAt: offer.endsAt, offerId: id, cover: offer.cover }
}

/** Who of the three has something else then; the cover's own offer is what is taken. */
export async function whyBusy(sql: Sql, actor: Actor, two: Two, place: Place): Promise<VisitNo | null> {
  const three = [two.visitor, two.host, ...(place.cover === null ? [] : [place.cover])]
  const busy = await loadBusy(sql, actor, three, place, {
    visits: two.id === null ? [] : [two.id],
    offer: place.offerId,
  })
  const me = personOf(actor)
  if (me !== null && busy.has(me)) return refuse('you-busy', 'moment')
  if (busy.has(two.host)) return refuse('host-busy', 'moment')
  if (busy.has(two.visitor)) return refuse('visitor-busy', 'moment')
  return busy.size > 0 ? refuse('cover-busy', 'moment') : null
}
