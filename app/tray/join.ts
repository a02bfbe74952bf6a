import type { Moment } from '../kernel/day.ts'
import type { Id, PersonId, QuestionId } from '../kernel/id.ts'

export type JoinId = Id<'question-join'>
export type Said = 'yes' | 'no'
export const isSaid = (value: unknown): value is Said => value === 'yes' || value === 'no'

/** Two alike questions that a coordinator answers together. The askers do not know of each other until both said yes. */
export type Join = {
  readonly id: JoinId
  readonly by: PersonId
  readonly at: Moment
  readonly one: JoinSide
  readonly other: JoinSide
  readonly endedAt: Moment | null
}
export type JoinSide = { readonly question: QuestionId; readonly asker: PersonId; readonly said: Said | null }

export type JoinRefusal = 'same-question' | 'same-asker' | 'joined-already' | 'join-gone' | 'other-missing'

/** Both askers said yes: they may know of each other. */
export const areTogether = ({ one, other, endedAt }: Pick<Join, 'one' | 'other' | 'endedAt'>) =>
  endedAt === null && one.said === 'yes' && other.said === 'yes'

/** Somebody would rather not; who, is told to nobody. */
export const isApart = ({ one, other }: Pick<Join, 'one' | 'other'>) =>
  one.said === 'no' || other.said === 'no'

/** The side of a question, and the other one; null when the question is not in it. */
export function sidesOf(join: Join, question: QuestionId): { mine: JoinSide; theirs: JoinSide } | null {
  if (join.one.question === question) return { mine: join.one, theirs: join.other }
  return join.other.question === question ? { mine: join.other, theirs: join.one } : null
}

/**
 * As an asker sees it: asked for a yes; waiting, without knowing for whom; together, with a name; or apart, without
 * knowing who would rather not.
 */
export type JoinSeen = {
  readonly id: JoinId
  readonly by: PersonId
  readonly state: 'asked' | 'waiting' | 'together' | 'apart'
  /** Only together. */
  readonly partner: PersonId | null
}

/** Null: nothing of it is for this asker, because it was taken back before there was an answer. */
export function joinSeen(join: Join, question: QuestionId): JoinSeen | null {
  const sides = sidesOf(join, question)
  if (sides === null) return null
  const seen = { id: join.id, by: join.by, partner: null }
  if (areTogether(join)) return { ...seen, state: 'together', partner: sides.theirs.asker }
  if (sides.mine.said === 'no') return null
  if (join.endedAt !== null || isApart(join))
    return sides.mine.said === 'yes' ? { ...seen, state: 'apart' } : null
  return { ...seen, state: sides.mine.said === 'yes' ? 'waiting' : 'asked' }
}
