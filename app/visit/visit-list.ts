import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Offer } from './offer.ts'
import { hasBeen, hasLapsed, isComing, partOf, type Visit, visitAsks } from './visit.ts'

/** One's own visits, sorted by what they ask. */
export type Sorted = {
  /** An answer, or taking a class over. */
  readonly waits: readonly Visit[]
  readonly coming: readonly Visit[]
  /** The newest first, like what follows. */
  readonly past: readonly Visit[]
  readonly off: readonly Visit[]
  /** What was still to come: who counted on it has to know. */
  readonly offSoon: readonly Visit[]
}

const OFF_DAYS = 60

export function sortVisits(visits: readonly Visit[], me: PersonId, now: Moment): Sorted {
  const since = new Date(Date.parse(now) - OFF_DAYS * 86_400_000).toISOString()
  const waits = visits.filter((visit) => visitAsks(visit, me, now) !== null)
  const off = visits.filter((one) => isOff(one, now) && one.changedAt > since && countedOnIt(one, me))
  return {
    waits,
    coming: visits.filter((one) => isComing(one, now) && !waits.includes(one) && goesOnFor(one, me)),
    past: visits.filter((one) => hasBeen(one, now) && goesOnFor(one, me)).toReversed(),
    off: off.filter(({ startsAt }) => startsAt <= now).toReversed(),
    offSoon: off.filter(({ startsAt }) => startsAt > now),
  }
}

const isOfTwo = (visit: Visit, me: PersonId) => me === visit.visitor || me === visit.host
/** A moment that somebody gave away stands under what they offer until the two agreed. */
const goesOnFor = (visit: Visit, me: PersonId) =>
  isOfTwo(visit, me) || (partOf(visit, me) === 'cover' && visit.state === 'agreed')
/** Of a visit that was agreed the cover too. */
const countedOnIt = (visit: Visit, me: PersonId) =>
  isOfTwo(visit, me) || (partOf(visit, me) === 'cover' && visit.agreedAt !== null)
const isOff = (visit: Visit, now: Moment) =>
  visit.state === 'declined' || visit.state === 'cancelled' || hasLapsed(visit, now)

/** What somebody offers from now on; with the visit that took it. */
export const comingOffers = (offers: readonly Offer[], now: Moment) =>
  offers.filter(({ withdrawnAt, endsAt }) => withdrawnAt === null && endsAt > now)
