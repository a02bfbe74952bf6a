import type { Moment } from '../kernel/day.ts'
import { type Actor, personOf } from '../session/actor.ts'
import type { Talk } from '../writing/comment.ts'
import type { Entry } from './entry.ts'
import { entryOf, type Plan } from './plan.ts'
import { mayReadTexts } from './plan-may.ts'

/**
 * The talk about a plan as this actor may see it. What was said about a track before its owner stood behind the text
 * was said among few, and stays among them: the team reads the text, not how it came about. One's own words one sees.
 */
export function talkFor(plan: Plan, actor: Actor, talk: Talk): Talk {
  const me = personOf(actor)
  const hidden = (ownerId: string, at: Moment, people: readonly (string | null)[]) =>
    !(me !== null && people.includes(me)) && isAmongFew(plan, actor, ownerId, at)
  const threads = talk.threads.filter(
    (one) => !hidden(one.ownerId, one.openedAt, [one.openedBy, ...one.comments.map(({ by }) => by)]),
  )
  const suggestions = talk.suggestions.filter((one) => !hidden(one.ownerId, one.madeAt, [one.madeBy]))
  const isWhole = threads.length === talk.threads.length && suggestions.length === talk.suggestions.length
  return isWhole ? talk : { threads, suggestions }
}

/** Whether something said at this moment was said before the team read the text, and the actor only reads with the team. */
export function isAmongFew(plan: Plan, actor: Actor, ownerId: string, at: Moment): boolean {
  const entry = entryOf(plan, ownerId as Entry['id'])
  if (!entry?.agreedAt || at >= entry.agreedAt) return false
  return !mayReadTexts(actor, { ...entry, agreedAt: null }).may
}
