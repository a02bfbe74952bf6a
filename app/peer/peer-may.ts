import type { PersonId } from '../kernel/id.ts'
import { type May, no, type Refusal, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole, personOf } from '../session/actor.ts'
import { isIn, memberIn, namedBesides, type PeerGroup, type PeerRefusal } from './peer.ts'
import { isShown } from './peer-rules.ts'

/** Why somebody may or may not; each has a sentence in `peer-text.ts`. */
export type PeerBecause =
  | 'everybody-learns'
  | 'members-only'
  | 'takes-part'
  | 'is-asked'
  | 'took-part'
  | 'between-them'
  | 'not-asked'
  | 'keeps-the-whole'
  | 'they-show-it'

export type PeerNo = Refusal<PeerRefusal> | { readonly refused: 'may-not'; readonly because: PeerBecause }

type OfGroup = Pick<PeerGroup, 'members'>

/** Asking a colleague to learn together: everybody of the team, for oneself. */
export const mayStartPeers = (actor: Actor): May<PeerBecause> =>
  actor.kind === 'member' ? yes('everybody-learns') : no('members-only')

/** What stands in it: its members. Who is asked reads what it is about; who left only the own words. */
export function mayReadPeers(actor: Actor, group: OfGroup): May<PeerBecause> {
  const state = memberIn(group, personOf(actor))?.state
  if (state === 'in') return yes('takes-part')
  if (state === 'asked') return yes('is-asked')
  return state === 'left' ? yes('took-part') : no('between-them')
}

/** What they agreed, when they meet, what they keep of it. */
export const mayReadWithin = (actor: Actor, group: OfGroup): May<PeerBecause> =>
  isIn(group, personOf(actor)) ? yes('takes-part') : no('between-them')

/** Changing anything of it: who takes part. */
export const mayKeepPeers = (actor: Actor, group: OfGroup): May<PeerBecause> =>
  isIn(group, personOf(actor)) ? yes('takes-part') : no('between-them')

/** Yes or no: who is asked. */
export const mayAnswerPeers = (actor: Actor, group: OfGroup): May<PeerBecause> =>
  memberIn(group, personOf(actor))?.state === 'asked' ? yes('is-asked') : no('not-asked')

/** Yes or no to asking a third one: the other of the two. */
export function mayAnswerNamed(actor: Actor, group: OfGroup): May<PeerBecause> {
  const me = personOf(actor)
  return me !== null && isIn(group, me) && namedBesides(group, me) ? yes('takes-part') : no('not-asked')
}

/** What it brought: each for themselves alone, whatever role somebody has. */
export const mayReadBrought = (actor: Actor, group: OfGroup, of: PersonId): May<PeerBecause> =>
  personOf(actor) === of && mayReadPeers(actor, group).may ? yes('took-part') : no('between-them')

/** That two or three learn together, and until when: they, the coordinator, and the team when they all show it. */
export function maySeePeers(actor: Actor, group: OfGroup): May<PeerBecause> {
  if (actor.kind !== 'member') return no('members-only')
  if (isIn(group, actor.personId)) return yes('takes-part')
  if (hasRole(actor, 'coordinator')) return yes('keeps-the-whole')
  return isShown(group) ? yes('they-show-it') : no('between-them')
}
