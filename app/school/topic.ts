import { parseId, type TopicId } from '../kernel/id.ts'
import type { ListItem } from './own-list.ts'

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

export type Topic = ListItem<TopicKey>

export const isBuiltInTopic = (value: unknown): value is BuiltInTopic =>
  BUILT_IN_TOPICS.includes(value as BuiltInTopic)

/** A key as it lies in the database; null for what can't be one. */
export const topicKeyOf = (value: string | null): TopicKey | null =>
  isBuiltInTopic(value) ? value : parseId<'topic'>(value)
