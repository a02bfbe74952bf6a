import { parseId, type TopicId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { alike, lineOf } from './line.ts'

/** What questions, profiles and learning are about: the topics that every school begins with. */
export const BUILT_IN_TOPICS = [
  'behaviour',
  'class-climate',
  'instruction',
  'independent-work',
  'cooperation',
  'reading',
  'language',
  'maths',
  'young-child',
  'gifted',
  'support-needs',
  'newcomers',
  'motor-skills',
  'parents',
  'assessment',
  'digital',
  'video-coaching',
  'new-colleague',
] as const
export type BuiltInTopic = (typeof BUILT_IN_TOPICS)[number]

/** What a question or a profile remembers: a built-in topic, or one of the school. */
export type TopicKey = BuiltInTopic | TopicId

export type Topic = {
  readonly key: TopicKey
  /** As the school calls it; null: built in, its words stand in the catalogue. */
  readonly name: string | null
  /** Put away: no longer offered, still named where it was used. */
  readonly isRetired: boolean
}

export type TopicRefusal =
  | 'topic-name-missing'
  | 'topic-name-long'
  | 'topic-known'
  | 'topics-many'
  | 'topic-gone'

/** In characters. */
export const LONGEST_TOPIC = 60
/** Of the school's own, those put away not counted. */
export const MOST_TOPICS = 40

export const isBuiltInTopic = (value: unknown): value is BuiltInTopic =>
  BUILT_IN_TOPICS.includes(value as BuiltInTopic)

/** A key as it lies in the database; null for what can't be one. */
export const topicKeyOf = (value: string | null): TopicKey | null =>
  isBuiltInTopic(value) ? value : parseId<'topic'>(value)

export const offeredTopics = (topics: readonly Topic[]) => topics.filter(({ isRetired }) => !isRetired)

/** A topic from a form field: null when it is none, or no longer offered. */
export const topicFrom = (value: unknown, topics: readonly Topic[]): TopicKey | null =>
  offeredTopics(topics).find(({ key }) => key === value)?.key ?? null

/**
 * The name of a new topic of the school. `names`: what the topics are called now, built-in ones too, in every
 * language; the same words twice would be two piles for one thing.
 */
export function parseTopicName(
  raw: unknown,
  names: readonly string[],
  own: number,
): string | Refusal<TopicRefusal> {
  const name = lineOf(raw)
  if (alike(name) === '') return refuse('topic-name-missing', 'name')
  if (name.length > LONGEST_TOPIC) return refuse('topic-name-long', 'name')
  if (names.some((known) => alike(known) === alike(name))) return refuse('topic-known', 'name')
  return own >= MOST_TOPICS ? refuse('topics-many', 'name') : name
}
