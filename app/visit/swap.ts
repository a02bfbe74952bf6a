import type { Moment } from '../kernel/day.ts'
import type { Id, PersonId, VisitId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { placeOf, type Visit, type VisitRefusal, whyFixed } from './visit.ts'

export type SwapId = Id<'visit-swap'>

/**
 * One visitor asks another to swap moments. The other chooses an own visit; then who is visited on either side says yes,
 * and with the last yes both visits have each other's moment and cover.
 */
export type Swap = {
  readonly id: SwapId
  readonly visit: VisitId
  /** Who was asked. */
  readonly with: PersonId
  /** Their visit, once they chose one. */
  readonly other: VisitId | null
  readonly yes: readonly PersonId[]
  readonly askedAt: Moment
}

/** Whether a visit can be swapped: agreed, to come, nothing else proposed. */
export const canSwap = (visit: Visit, now: Moment) =>
  visit.state === 'agreed' && visit.next === null && visit.newCover === null && whyFixed(visit, now) === null

/** Who of the four still has to say yes. The two visitors did by asking and by choosing. */
export const waitsOn = (swap: Pick<Swap, 'yes'>, one: Visit, other: Visit): PersonId[] =>
  [...new Set([one.host, other.host])].filter(
    (host) => !swap.yes.includes(host) && host !== one.visitor && host !== other.visitor,
  )

/** What a swap asks of somebody now: to choose an own visit, or a yes; null: nothing. */
export function swapAsks(
  swap: Swap,
  one: Visit,
  other: Visit | null,
  person: PersonId,
): 'choose' | 'yes' | null {
  if (other === null) return swap.with === person ? 'choose' : null
  return waitsOn(swap, one, other).includes(person) ? 'yes' : null
}

/** Both visits with each other's moment; refused when a cover would be in the visit itself. */
export function swapped(one: Visit, other: Visit): readonly [Visit, Visit] | Refusal<VisitRefusal> {
  const isIn = (visit: Visit, { cover }: Visit) =>
    cover !== null && (cover === visit.host || cover === visit.visitor)
  if (isIn(one, other) || isIn(other, one)) return refuse('cover-is-host')
  return [
    { ...one, ...placeOf(other), coverLeftAt: other.coverLeftAt, sequence: one.sequence + 1 },
    { ...other, ...placeOf(one), coverLeftAt: one.coverLeftAt, sequence: other.sequence + 1 },
  ]
}

/** A swap that is open, with the visits that it is about. */
export type OpenSwap = { readonly swap: Swap; readonly one: Visit; readonly other: Visit | null }
