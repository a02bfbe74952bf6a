import type { PersonId } from '../kernel/id.ts'
import { type May, no, type Refusal, yes } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import type { ProfileRefusal } from './profile.ts'

/** Why somebody may or may not; each has a sentence in `profile-text.ts`. */
export type ProfileBecause = 'own-words' | 'only-own-words' | 'colleague' | 'never-programs'

export type ProfileNo =
  | Refusal<ProfileRefusal>
  | { readonly refused: 'may-not'; readonly because: ProfileBecause }

/** A profile is written by whom it is of; nobody fills in somebody else's, whatever role somebody has. */
export function mayWriteProfile(actor: Actor, person: PersonId): May<ProfileBecause> {
  if (actor.kind === 'program') return no('never-programs')
  return personOf(actor) === person ? yes('own-words') : no('only-own-words')
}

/** Colleagues read it: it was written for them. A program reads no words about people. */
export const mayReadProfiles = (actor: Actor): May<ProfileBecause> =>
  actor.kind === 'program' ? no('never-programs') : yes('colleague')
