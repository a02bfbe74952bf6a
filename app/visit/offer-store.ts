import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { newId, type OfferId, type PersonId, type SchoolId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { type Actor, type Member, personOf } from '../session/actor.ts'
import { loadBusy } from './busy-load.ts'
import { type GivenOffers, MOST_OFFERS, type Offer, type OfferRefusal, type Slot } from './offer.ts'
import { loadFreeOffers, loadOffer, loadOffersOf } from './visit-load.ts'
import { mayListOf, mayWithdraw } from './visit-may.ts'

/** Sole writer of visit_offer: moments at which somebody takes a class over. */

/** What is free, of the whole school, from now on, by day. */
export const openOffers = (db: Db, actor: Actor, now: Moment): Promise<Offer[]> =>
  db.read(actor, (sql) => loadFreeOffers(sql, actor, now))

/** Somebody's own moments, by day; of a colleague nothing. */
export async function offersOf(
  db: Db,
  actor: Actor,
  person: PersonId | null = personOf(actor),
): Promise<Offer[]> {
  if (person === null || !mayListOf(actor, person)) return []
  return db.read(actor, (sql) => loadOffersOf(sql, actor, person))
}

/** One at a time in a school: whether somebody is free is asked and written down in one go. */
export const holdCalendars = (tx: Db, { schoolId }: { readonly schoolId: SchoolId }) =>
  tx.hold(`visits ${schoolId}`)

/**
 * Offers moments; those at which this person has something else are left out. Refused when nothing is left.
 * @returns how many there are now, and how many were left out
 */
export function offerMoments(
  db: Db,
  actor: Member,
  { slots, words }: GivenOffers,
  now: Moment,
): Promise<{ readonly added: number; readonly leftOut: number } | Refusal<OfferRefusal>> {
  return db.write(actor, async (sql, tx) => {
    await holdCalendars(tx, actor)
    const mine = await loadOffersOf(sql, actor, actor.personId)
    const open = mine.filter((one) => one.withdrawnAt === null && one.endsAt > now)
    if (open.length + slots.length > MOST_OFFERS) return refuse('too-many', 'weeks')
    let added = 0
    for (const slot of slots) {
      if ((await loadBusy(sql, actor, [actor.personId], slot)).size > 0) continue
      await addOffer(sql, actor, { slot, cover: actor.personId, words }, now)
      added++
    }
    return added === 0 ? refuse('you-busy', 'startsAt') : { added, leftOut: slots.length - added }
  })
}

type NewOffer = { readonly slot: Slot; readonly cover: PersonId; readonly words: string }

/** A moment of somebody, inside the caller's transaction; whether they are free was asked before. */
export async function addOffer(
  sql: Sql,
  actor: Actor,
  { slot, cover, words }: NewOffer,
  now: Moment,
): Promise<OfferId> {
  const id = newId<'offer'>()
  const { startsAt, endsAt } = slot
  await sql
    .insertInto('visit_offer')
    .values({
      id,
      school_id: actor.schoolId,
      person_id: cover,
      starts_at: startsAt,
      ends_at: endsAt,
      words,
      made_at: now,
      withdrawn_at: null,
    })
    .execute()
  return id
}

/** Takes back a moment that nobody has taken; one that is taken is called off as a visit. */
export function withdrawOffer(
  db: Db,
  actor: Member,
  id: OfferId,
  now: Moment,
): Promise<null | Refusal<OfferRefusal>> {
  return db.write(actor, async (sql, tx) => {
    await holdCalendars(tx, actor)
    const offer = await loadOffer(sql, actor, id)
    if (!offer || offer.withdrawnAt !== null || !mayWithdraw(actor, offer).may) return refuse('offer-gone')
    if (offer.visit !== null) return refuse('offer-taken')
    await takeOffer(sql, actor, id, now)
    return null
  })
}

/** Takes a moment away, inside the caller's transaction. */
export async function takeOffer(sql: Sql, actor: Actor, id: OfferId, now: Moment) {
  await sql
    .updateTable('visit_offer')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .execute()
}
