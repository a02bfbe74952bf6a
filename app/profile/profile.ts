import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { TopicKey } from '../school/topic.ts'

/** How somebody likes to be asked. */
export const WAYS = [
  'five-minutes',
  'in-writing',
  'call',
  'come-and-look',
  'go-and-look',
  'prepare',
  'co-teach',
] as const
export type Way = (typeof WAYS)[number]

/** How much somebody likes to be asked. */
export const OFTENS = ['any', 'weekly', 'twice-monthly', 'monthly', 'not-now'] as const
export type Often = (typeof OFTENS)[number]

/** What somebody was trained in or does best, in own words ('master SEN'), which may be ''. */
export type Specialty = { readonly topic: TopicKey; readonly words: string }

/** What a colleague says of themselves, written by nobody else. */
export type Profile = {
  readonly personId: PersonId
  readonly helps: readonly TopicKey[]
  readonly learns: readonly TopicKey[]
  readonly specialties: readonly Specialty[]
  readonly ways: readonly Way[]
  /** Null: nothing said about it. */
  readonly often: Often | null
  /** One line; '' when there is none. */
  readonly line: string
  /** Whether the map of the team may show with whom this person learns out of visits. */
  readonly showsVisits: boolean
  /** The same out of questions to colleagues. */
  readonly showsQuestions: boolean
  /** Null: never written. */
  readonly changedAt: Moment | null
}

export type ProfileRefusal =
  | 'topic-unknown'
  | 'helps-many'
  | 'learns-many'
  | 'trained-many'
  | 'trained-twice'
  | 'trained-no-topic'
  | 'trained-long'
  | 'way-unknown'
  | 'often-unknown'
  | 'line-long'

/** Who can help with everything is found with nothing. */
export const MOST_HELPS = 10
export const MOST_LEARNS = 5
export const MOST_SPECIALTIES = 3
/** In characters. */
export const LONGEST_LINE = 160
export const LONGEST_SPECIALTY = 80

/** The profile of who wrote nothing yet. */
export const emptyProfile = (personId: PersonId): Profile => ({
  personId,
  helps: [],
  learns: [],
  specialties: [],
  ways: [],
  often: null,
  line: '',
  showsVisits: false,
  showsQuestions: false,
  changedAt: null,
})

/** The profile of this person; the empty one when nothing was written. */
export const profileIn = (profiles: readonly Profile[], personId: PersonId): Profile =>
  profiles.find((profile) => profile.personId === personId) ?? emptyProfile(personId)

/** Whether there is nothing in it that a colleague could read. */
export const isBlank = ({ helps, learns, specialties, ways, often, line }: Profile): boolean =>
  helps.length + learns.length + specialties.length + ways.length === 0 && often === null && line === ''

const A_MONTH: Record<Often, number | null> = {
  any: null,
  weekly: 4,
  'twice-monthly': 2,
  monthly: 1,
  'not-now': 0,
}

/** How often somebody likes to be asked at most in a month: 0 is not now, null no limit was said. */
export const mostAMonth = ({ often }: Pick<Profile, 'often'>): number | null =>
  often === null ? null : A_MONTH[often]

type Knows = Pick<Profile, 'helps' | 'specialties'>

/** Whether somebody says to know about a topic: trained in it, can help with it, or neither. */
export function canHelp({ helps, specialties }: Knows, topic: TopicKey): 'specialist' | 'helps' | null {
  if (specialties.some((one) => one.topic === topic)) return 'specialist'
  return helps.includes(topic) ? 'helps' : null
}

/** Every topic that somebody knows about, what was trained in first, each once. */
export const topicsKnown = ({ helps, specialties }: Knows): TopicKey[] => [
  ...new Set([...specialties.map(({ topic }) => topic), ...helps]),
]
