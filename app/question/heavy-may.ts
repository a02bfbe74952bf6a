import type { PersonId } from '../kernel/id.ts'
import { type May, no, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole, personOf } from '../session/actor.ts'
import type { HeavyCall } from './heavy.ts'

/** Why somebody may or may not; each has a sentence in both languages. */
export type HeavyBecause =
  | 'always-open'
  | 'members-only'
  | 'own-call'
  | 'asked-of-coordinators'
  | 'handed-to-you'
  | 'not-asked-of-you'
  | 'only-the-asker'

/** 'Het is nu te zwaar': everybody of the team, at any moment, without a reason. */
export const mayCall = (actor: Actor): May<HeavyBecause> =>
  actor.kind === 'member' ? yes('always-open') : no('members-only')

const isHandedTo = ({ handed }: HeavyCall, person: PersonId | null) =>
  person !== null && handed?.to === person && handed.answer !== 'no'

/** That somebody asks somebody to come: the asker, the coordinators, and to whom it was handed on. Nobody else. */
export function mayKnowCall(actor: Actor, call: HeavyCall): May<HeavyBecause> {
  if (personOf(actor) !== null && personOf(actor) === call.asker) return yes('own-call')
  return mayCome(actor, call)
}

/** Coming, and saying that one saw it: a coordinator, or to whom it was handed on. Not for one's own call. */
export function mayCome(actor: Actor, call: HeavyCall): May<HeavyBecause> {
  if (personOf(actor) === call.asker) return no('not-asked-of-you')
  if (hasRole(actor, 'coordinator')) return yes('asked-of-coordinators')
  return isHandedTo(call, personOf(actor)) ? yes('handed-to-you') : no('not-asked-of-you')
}

/** Asking who stands in to go: a coordinator, not for one's own call. */
export const mayHandOn = (actor: Actor, call: HeavyCall): May<HeavyBecause> =>
  hasRole(actor, 'coordinator') && personOf(actor) !== call.asker
    ? yes('asked-of-coordinators')
    : no('not-asked-of-you')

/** Saying that one can't go after all: to whom it was handed on. */
export const maySayCannot = (actor: Actor, call: HeavyCall): May<HeavyBecause> =>
  isHandedTo(call, personOf(actor)) ? yes('handed-to-you') : no('not-asked-of-you')

/** Taking it back: the asker alone. Nobody asks why. */
export const mayTakeBack = (actor: Actor, call: HeavyCall): May<HeavyBecause> =>
  personOf(actor) === call.asker ? yes('own-call') : no('only-the-asker')

/** Saying that somebody was there: the asker, or who came. */
export function maySayCame(actor: Actor, call: HeavyCall): May<HeavyBecause> {
  if (personOf(actor) === call.asker) return yes('own-call')
  const isWhoComes = call.coming !== null && call.coming.by === personOf(actor)
  return isWhoComes ? mayCome(actor, call) : no('not-asked-of-you')
}
