import type { Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { EntryId, OfferId, PersonId, VisitId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import type { Offer } from './offer.ts'
import type { Place, Visit, VisitState } from './visit.ts'

/** Reading visits and offers, as they lie in the database. Who may see them is asked by the stores. */

const visitRows = (sql: Sql, actor: Actor) =>
  sql
    .selectFrom('visit')
    .leftJoin('visit_offer as offer', 'offer.id', 'visit.offer_id')
    .leftJoin('visit_offer as next', 'next.id', 'visit.next_offer_id')
    .selectAll('visit')
    .select(['offer.person_id as cover_id', 'next.person_id as next_cover_id'])
    .where('visit.school_id', '=', actor.schoolId)
    .orderBy('visit.starts_at')
    .orderBy('visit.id')

type Row = Awaited<ReturnType<ReturnType<typeof visitRows>['executeTakeFirstOrThrow']>>

const visitFrom = (row: Row): Visit => ({
  id: row.id,
  visitor: row.visitor_id,
  host: row.host_id,
  planId: row.plan_id,
  entryId: row.entry_id,
  question: row.question,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  offerId: row.offer_id,
  cover: row.cover_id,
  state: row.state as VisitState,
  waitsFor: row.waits_for,
  next: nextFrom(row),
  newCover: row.new_cover_id,
  coverLeftAt: row.cover_left_at,
  askedBy: row.asked_by,
  askedAt: row.asked_at,
  agreedAt: row.agreed_at,
  ended: row.ended_at === null ? null : { at: row.ended_at, by: row.ended_by, words: row.ended_words },
  shared: {
    visitor: row.shared_visitor === 1,
    coordinator: row.shared_coordinator === 1,
    team: row.shared_team === 1,
  },
  sequence: row.sequence,
  revision: row.revision,
  changedAt: row.changed_at,
})

const nextFrom = (row: Row): Place | null =>
  row.next_starts_at === null || row.next_ends_at === null
    ? null
    : {
        startsAt: row.next_starts_at,
        endsAt: row.next_ends_at,
        offerId: row.next_offer_id,
        cover: row.next_cover_id,
      }

/** One visit; null: the school has none. */
export async function loadVisit(sql: Sql, actor: Actor, id: VisitId): Promise<Visit | null> {
  const row = await visitRows(sql, actor).where('visit.id', '=', id).executeTakeFirst()
  return row ? visitFrom(row) : null
}

/** Everything that somebody is in: as visitor, host or cover, or asked to be the cover. */
export async function loadVisitsOf(sql: Sql, actor: Actor, person: PersonId): Promise<Visit[]> {
  const rows = await visitRows(sql, actor)
    .where((is) =>
      is.or([
        is('visit.visitor_id', '=', person),
        is('visit.host_id', '=', person),
        is('visit.new_cover_id', '=', person),
        is('offer.person_id', '=', person),
        is('next.person_id', '=', person),
      ]),
    )
    .execute()
  return rows.map(visitFrom)
}

export async function loadVisitsOfEntry(sql: Sql, actor: Actor, entry: EntryId): Promise<Visit[]> {
  return (await visitRows(sql, actor).where('visit.entry_id', '=', entry).execute()).map(visitFrom)
}

/** Visits of which the host shares the guide with the coordinator or the team. */
export async function loadSharedVisits(sql: Sql, actor: Actor): Promise<Visit[]> {
  const rows = await visitRows(sql, actor)
    .where('visit.state', '=', 'agreed')
    .where((is) => is.or([is('visit.shared_coordinator', '=', 1), is('visit.shared_team', '=', 1)]))
    .execute()
  return rows.map(visitFrom)
}

const offerRows = (sql: Sql, actor: Actor) =>
  sql
    .selectFrom('visit_offer')
    .leftJoin('visit', (join) =>
      join
        .on((is) =>
          is.or([
            is('visit.offer_id', '=', is.ref('visit_offer.id')),
            is('visit.next_offer_id', '=', is.ref('visit_offer.id')),
          ]),
        )
        .on('visit.state', 'in', ['asked', 'agreed']),
    )
    .selectAll('visit_offer')
    .select('visit.id as held_by')
    .where('visit_offer.school_id', '=', actor.schoolId)
    .orderBy('visit_offer.starts_at')
    .orderBy('visit_offer.id')

type OfferRow = Awaited<ReturnType<ReturnType<typeof offerRows>['executeTakeFirstOrThrow']>>

const offerFrom = (row: OfferRow): Offer => ({
  id: row.id,
  cover: row.person_id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  words: row.words,
  madeAt: row.made_at,
  withdrawnAt: row.withdrawn_at,
  visit: row.held_by,
})

export async function loadOffer(sql: Sql, actor: Actor, id: OfferId): Promise<Offer | null> {
  const row = await offerRows(sql, actor).where('visit_offer.id', '=', id).executeTakeFirst()
  return row ? offerFrom(row) : null
}

export async function loadOffersOf(sql: Sql, actor: Actor, person: PersonId): Promise<Offer[]> {
  return (await offerRows(sql, actor).where('visit_offer.person_id', '=', person).execute()).map(offerFrom)
}

/** What nobody has taken yet and is still to come, of people who are at the school. */
export async function loadFreeOffers(sql: Sql, actor: Actor, now: Moment): Promise<Offer[]> {
  const rows = await offerRows(sql, actor)
    .innerJoin('person', 'person.id', 'visit_offer.person_id')
    .where('person.left_on', 'is', null)
    .where('visit_offer.withdrawn_at', 'is', null)
    .where('visit_offer.starts_at', '>', now)
    .where('visit.id', 'is', null)
    .execute()
  return rows.map(offerFrom)
}

/** Of the people asked for: who is at the school now. */
export async function loadHere(
  sql: Sql,
  actor: Actor,
  people: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  const rows = await sql
    .selectFrom('person')
    .select('id')
    .where('school_id', '=', actor.schoolId)
    .where('id', 'in', people.length > 0 ? [...people] : ['' as PersonId])
    .where('left_on', 'is', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}
