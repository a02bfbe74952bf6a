import type { PersonId } from '../kernel/id.ts'
import { type May, no, yes } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import type { Offer } from './offer.ts'
import { lacksCover, partOf, type Visit } from './visit.ts'

/** Why somebody may or may not; each has a sentence in both languages. */
export type VisitBecause =
  | 'own-time'
  | 'only-own-time'
  | 'everybody-learns'
  | 'of-the-three'
  | 'between-these-three'
  | 'asked-of-you'
  | 'not-asked-of-you'
  | 'visitor-or-host'
  | 'your-cover'
  | 'own-visit'
  | 'only-visitor'
  | 'members-only'

/** Everybody of the team may give time to take a class over; for oneself only. */
export const mayOffer = (actor: Actor): May<VisitBecause> =>
  actor.kind === 'member' ? yes('own-time') : no('members-only')

export const mayWithdraw = (actor: Actor, offer: Pick<Offer, 'cover'>): May<VisitBecause> =>
  personOf(actor) === offer.cover ? yes('own-time') : no('only-own-time')

/** Asking to come and look, or inviting a colleague: everybody of the team, for oneself only. */
export const mayAskVisit = (actor: Actor): May<VisitBecause> =>
  actor.kind === 'member' ? yes('everybody-learns') : no('members-only')

/** A visit is read by visitor, host and cover (also who is asked to be the cover), whatever role somebody has. */
export const mayReadVisit = (actor: Actor, visit: Visit): May<VisitBecause> =>
  partOf(visit, personOf(actor)) === null ? no('between-these-three') : yes('of-the-three')

/** What the visitor would like to see stands between the two of them. */
export const mayReadQuestion = (actor: Actor, visit: Visit): May<VisitBecause> =>
  isOfTwo(actor, visit) ? yes('visitor-or-host') : no('visitor-or-host')

/** Yes or no thanks: of whom the answer is waited for. */
export const mayAnswer = (actor: Actor, visit: Visit): May<VisitBecause> =>
  visit.waitsFor !== null && personOf(actor) === visit.waitsFor ? yes('asked-of-you') : no('not-asked-of-you')

const isOfTwo = (actor: Actor, { visitor, host }: Pick<Visit, 'visitor' | 'host'>) => {
  const person = personOf(actor)
  return person !== null && (person === visitor || person === host)
}

/** Another moment is between visitor and host. */
export const mayMove = (actor: Actor, visit: Visit): May<VisitBecause> =>
  isOfTwo(actor, visit) ? yes('visitor-or-host') : no('visitor-or-host')

/** Calling it off is between the two: nobody has to say why. Without who takes the class over it can go on. */
export const mayCallOff = (actor: Actor, visit: Visit): May<VisitBecause> =>
  isOfTwo(actor, visit) ? yes('visitor-or-host') : no('visitor-or-host')

/** Saying that one can't take the class over: who would. */
export const mayFallOut = (actor: Actor, visit: Visit): May<VisitBecause> =>
  visit.cover !== null && personOf(actor) === visit.cover ? yes('your-cover') : no('only-own-time')

/** Asking a colleague to take the class over: who offered it, and the visitor when nobody does any more. */
export const mayHandOver = (actor: Actor, visit: Visit): May<VisitBecause> =>
  mayGoWithout(actor, visit).may ? yes('own-visit') : mayFallOut(actor, visit)

/** Going without anybody when nobody takes the class over any more: the visitor. */
export const mayGoWithout = (actor: Actor, visit: Visit): May<VisitBecause> =>
  lacksCover(visit) && personOf(actor) === visit.visitor ? yes('own-visit') : no('only-visitor')

export const mayTakeOver = (actor: Actor, { newCover }: Pick<Visit, 'newCover'>): May<VisitBecause> =>
  newCover !== null && personOf(actor) === newCover ? yes('asked-of-you') : no('not-asked-of-you')

/** The visits of a person: one's own; the product itself those of anybody, to write a calendar or a letter. */
export const mayListOf = (actor: Actor, person: PersonId | null): boolean =>
  person !== null && (actor.kind === 'keeper' || personOf(actor) === person)
