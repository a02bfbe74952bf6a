import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { TopicKey } from '../school/topic.ts'
import type { Profile } from './profile.ts'
import type { RawProfile } from './profile-form.ts'

/** Where a colleague's profile is read. */
export const profileHref = (person: PersonId) => `/profile/${person}`

/** The profiles on one topic. */
export const topicHref = (topic: TopicKey) => `/profile/all?topic=${encodeURIComponent(topic)}`

export type TopicNames = ReadonlyMap<TopicKey, string>

/** The form of one's own profile, as it stands or as it was sent and could not be saved. */
export type ProfileSheet = {
  readonly language: Language
  readonly names: TopicNames
  /** What can be chosen: offered topics, and those that stand in this profile. */
  readonly topics: readonly TopicKey[]
  readonly raw: RawProfile & NewTopics
  /** As colleagues read it now. */
  readonly stands: Profile
  readonly wrong: { readonly field: string; readonly says: string } | null
}

/** Topics that are not in the list yet, as they were typed. */
export type NewTopics = { readonly newHelps: string; readonly newLearns: string }

/** A colleague in a list. */
export type ColleagueLine = {
  readonly person: PersonId
  readonly name: string
  readonly groups: readonly string[]
  readonly profile: Profile
  readonly isMe: boolean
}

/** A profile as the fields of its form have it. */
export const rawOf = (profile: Profile): RawProfile & NewTopics => ({
  ...profile,
  often: profile.often ?? '',
  newHelps: '',
  newLearns: '',
})
