import type { About, Question } from '../question/question.ts'
import { type BuiltInTopic, isBuiltInTopic } from '../school/topic.ts'
import type { AnswerKind } from './answer.ts'

/** The friendly sentence that stands ready with an answer: which one, from what; the words are in `sentence-text`. */

/** What a sentence is filled in from; names of colleagues who said yes, never a text that somebody wrote. */
export type Facts = {
  /** Of the asker; '' when two askers get the same sentence. */
  readonly name: string
  readonly about: About
  readonly topic: BuiltInTopic | null
  /** On how many rungs something was thought of or done. */
  readonly tried: number
  /** Wrote down what was seen. */
  readonly looked: boolean
  /** Who helped, by name. */
  readonly helpers: readonly string[]
}

/** Where the asker is in the small cycle: which question back helps now. */
export const STAGES = ['before', 'idea', 'seen', 'together'] as const
export type Stage = (typeof STAGES)[number]

export function factsOf(
  question: Pick<Question, 'about' | 'topic' | 'rungs' | 'asks'>,
  name: string,
  nameOf: (id: Question['asker']) => string,
): Facts {
  const own = question.rungs.filter(({ rung }) => rung < 3)
  const helpers = question.asks.filter(({ state }) => state === 'yes').map(({ personId }) => nameOf(personId))
  const key = question.topic?.key ?? null
  return {
    name,
    about: question.about,
    topic: isBuiltInTopic(key) ? key : null,
    tried: own.filter(({ idea, didAt }) => idea.text !== '' || didAt !== null).length,
    looked: own.some(({ saw }) => saw.text !== ''),
    helpers: helpers.filter((helper) => helper !== ''),
  }
}

export function stageOf({ tried, looked, helpers }: Facts): Stage {
  if (helpers.length > 0) return 'together'
  if (looked) return 'seen'
  return tried > 0 ? 'idea' : 'before'
}

export const YOURS = ['looked', 'tried', 'helped', 'idea', 'near', 'know', 'trust'] as const
export const ASK = ['show', 'knows', 'two', 'ask'] as const
export const TRACK = ['exactly', 'learns', 'small'] as const
/** Of a goal that is not the asker's own track. */
export const GOAL = ['goal', 'plan', 'try'] as const
export const COME = ['bring', 'look', 'think', 'sit'] as const
export type Opening = (typeof YOURS)[number]

/** What can truly be said: nobody is praised for what was not done. */
export function openingsFor(facts: Facts): Opening[] {
  const fits: Record<Opening, boolean> = {
    looked: facts.looked,
    tried: facts.tried > 1,
    helped: facts.helpers.length > 0,
    idea: facts.tried > 0 && !facts.looked,
    near: facts.looked,
    know: facts.about !== 'else',
    trust: true,
  }
  return YOURS.filter((opening) => fits[opening])
}

/**
 * One of several: not the one that was used last, and rather one that was not used for long. The same question shows the
 * same one until something was sent.
 * @param past what was used, the newest first
 */
export function another<Key extends string>(
  keys: readonly Key[],
  past: readonly string[],
  seed: string,
): Key {
  const fresh = keys.filter((key) => !past.includes(key))
  const from = fresh.length > 0 ? fresh : oldestFirst(keys, past).slice(0, Math.max(1, keys.length - 1))
  const picked = from[lot(seed) % from.length] ?? keys[0]
  if (picked === undefined) throw new Error('there is nothing to choose from')
  return picked
}

const oldestFirst = <Key extends string>(keys: readonly Key[], past: readonly string[]): Key[] =>
  [...keys].sort((one, other) => past.indexOf(other) - past.indexOf(one))

/** A number from a text, as good as drawn by lot and always the same (FNV-1a). */
function lot(text: string): number {
  let drawn = 0x811c9dc5
  for (let place = 0; place < text.length; place++)
    drawn = Math.imul(drawn ^ text.charCodeAt(place), 0x01000193) >>> 0
  return drawn
}

/** The question back, by name: of the topic when there is one, else of where the asker is; never the last one again. */
export type BackKey = `${BuiltInTopic | Stage}.${number}`

export function backFor(
  facts: Facts,
  counts: Readonly<Record<BuiltInTopic | Stage, number>>,
  past: readonly string[],
  seed: string,
): BackKey {
  const keysOf = (list: BuiltInTopic | Stage) =>
    Array.from({ length: counts[list] }, (_, place): BackKey => `${list}.${place}`)
  const keys = [...(facts.topic === null ? [] : keysOf(facts.topic)), ...keysOf(stageOf(facts))]
  return another(keys, past, seed)
}

/** A variant of 'you can do this': how it opens and what it asks back, as it is remembered. */
export const yoursVariant = (opening: Opening, back: BackKey) => `${opening}:${back}`
export const openingIn = (variant: string) => variant.split(':')[0] ?? ''
export const backIn = (variant: string) => variant.split(':')[1] ?? ''

/** Which answer lies nearest: shown chosen, and any other is one tap away; never again what does not work yet. */
export function likelyAnswer(given: {
  readonly isHeavy: boolean
  readonly hasTrack: boolean
  readonly askedColleague: boolean
  readonly hasMatch: boolean
  /** What was answered and does not work yet. */
  readonly notYet: ReadonlySet<AnswerKind>
}): AnswerKind {
  if (given.isHeavy) return 'come'
  const { notYet } = given
  if (notYet.size > 0) return given.hasMatch && !given.askedColleague && !notYet.has('ask') ? 'ask' : 'come'
  if (given.hasTrack) return 'track'
  return !given.askedColleague && given.hasMatch ? 'ask' : 'yours'
}
