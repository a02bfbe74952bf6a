import type { LearningTeamId } from '../kernel/id.ts'
import { type May, no, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole } from '../session/actor.ts'
import type { TalkHead, TalkLine } from './talk.ts'

/** Why somebody may or may not, with a data talk; each has a sentence in `talk-text.ts`. */
export type TalkBecause =
  | 'is-coordinator'
  | 'of-learning-team'
  | 'whole-team'
  | 'is-shared'
  | 'of-others'
  | 'only-coordinator'
  | 'members-only'
  | 'is-ended'
  | 'own-line'
  | 'line-of-other'
  | 'nobodys-line'

type Whose = Pick<TalkHead, 'team' | 'schoolId'>

/** Beginning one: of a learning team its members and who coordinates; of the whole team who coordinates. */
export function mayBeginTalk(actor: Actor, team: LearningTeamId | null): May<TalkBecause> {
  if (actor.kind === 'program') return no('members-only')
  if (isCoordinator(actor)) return yes('is-coordinator')
  if (team === null) return no('only-coordinator')
  return actor.kind === 'member' && actor.learningTeams.includes(team)
    ? yes('of-learning-team')
    : no('of-others')
}

/** Of a learning team that one is in, or, for who coordinates, of any. */
export function mayBeginTalks(actor: Actor): May<TalkBecause> {
  if (actor.kind === 'member' && actor.learningTeams.length > 0 && !isCoordinator(actor))
    return yes('of-learning-team')
  return mayBeginTalk(actor, null)
}

/** Who sits at the talk: the members of its learning team, who coordinates; at one of the whole team everybody. */
export function mayTakePart(actor: Actor, { team, schoolId }: Whose): May<TalkBecause> {
  if (actor.kind === 'program' || actor.schoolId !== schoolId) return no('members-only')
  if (isCoordinator(actor)) return yes('is-coordinator')
  if (team === null) return yes('whole-team')
  return actor.kind === 'member' && actor.learningTeams.includes(team)
    ? yes('of-learning-team')
    : no('of-others')
}

type Said = { readonly lines?: readonly Pick<TalkLine, 'author'>[] }

/**
 * Reading: who sits at it, and once it is shared everybody of the school. No program. Who said something in it and has
 * left the learning team since reads those own lines.
 */
export function mayReadTalk(actor: Actor, talk: Whose & Pick<TalkHead, 'sharedAt'> & Said): May<TalkBecause> {
  const part = mayTakePart(actor, talk)
  if (part.may || part.because === 'members-only') return part
  if (talk.sharedAt !== null) return yes('is-shared')
  return talk.lines?.some((line) => isOwnLine(actor, line)) ? yes('own-line') : part
}

/** Whether this actor said it. */
export const isOwnLine = (actor: Actor, { author }: Pick<TalkLine, 'author'>) =>
  actor.kind === 'member' && author !== null && actor.personId === author

/** Writing, sharing, and making something of it: who sits at it, while it runs. */
export function mayWriteTalk(actor: Actor, talk: Whose & Pick<TalkHead, 'endedAt'>): May<TalkBecause> {
  const part = mayTakePart(actor, talk)
  return part.may && talk.endedAt !== null ? no('is-ended') : part
}

/**
 * Other words, or taking it back: its writer, also after leaving the learning team or when that is no more. A line of
 * nobody any more: who coordinates.
 */
export function mayTendLine(
  actor: Actor,
  talk: Whose & Pick<TalkHead, 'endedAt'>,
  line: Pick<TalkLine, 'author'>,
): May<TalkBecause> {
  if (actor.kind === 'program' || actor.schoolId !== talk.schoolId) return no('members-only')
  if (isOwnLine(actor, line)) return talk.endedAt === null ? yes('own-line') : no('is-ended')
  const writes = mayWriteTalk(actor, talk)
  if (!writes.may) return writes
  return line.author === null && isCoordinator(actor) ? yes('nobodys-line') : no('line-of-other')
}

/** Whose line it is, is for those who sit at the talk alone: sharing opens the words, not the names. */
export const mayReadNames = (actor: Actor, talk: Whose): May<TalkBecause> => mayTakePart(actor, talk)

const isCoordinator = (actor: Actor) => actor.kind === 'keeper' || hasRole(actor, 'coordinator')
