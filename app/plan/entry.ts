import { GOAL_FIELDS, LEARNING_TEAM_TRACK_TEXTS, TEACHER_TRACK_TEXTS } from '../form/plan-form.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { EntryId, Id, LearningTeamId, PersonId, VisionLineId } from '../kernel/id.ts'
import type { Passage } from '../writing/passage.ts'

export const GOAL_KINDS = ['general-goal', 'team-goal'] as const
export const TRACK_KINDS = ['teacher-track', 'learning-team-track'] as const
export const ENTRY_KINDS = [...GOAL_KINDS, ...TRACK_KINDS] as const
export type GoalKind = (typeof GOAL_KINDS)[number]
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** The long texts of an entry, by the names of the form of Figuur 1. */
const GOAL_TEXTS = [...GOAL_FIELDS, 'pupilsAndParents'] as const

export const TEXTS_OF = {
  'general-goal': GOAL_TEXTS,
  'team-goal': GOAL_TEXTS,
  'teacher-track': TEACHER_TRACK_TEXTS,
  'learning-team-track': LEARNING_TEAM_TRACK_TEXTS,
} as const satisfies Record<EntryKind, readonly string[]>

export type EntryText =
  | (typeof GOAL_TEXTS)[number]
  | (typeof TEACHER_TRACK_TEXTS)[number]
  | (typeof LEARNING_TEAM_TRACK_TEXTS)[number]

export const isEntryKind = (value: unknown): value is EntryKind => ENTRY_KINDS.includes(value as EntryKind)
export const isGoal = (entry: { kind: EntryKind }) =>
  entry.kind === 'general-goal' || entry.kind === 'team-goal'
export const hasText = (kind: EntryKind, field: unknown): field is EntryText =>
  (TEXTS_OF[kind] as readonly unknown[]).includes(field)

/** How much of it: not all support needs to be equally emphatic. A light track is as good as a full one. */
export const WEIGHTS = ['full', 'working-together', 'peer-visit', 'light'] as const
export type Weight = (typeof WEIGHTS)[number]

export const SHARE_CHOICES = ['share', 'not-share'] as const
export type ShareChoice = (typeof SHARE_CHOICES)[number]

/** The three domains of the standard and their overlap, process direction. */
export const DOMAINS = ['care', 'learning', 'trends', 'process'] as const
export type Domain = (typeof DOMAINS)[number]
export const AIMS = ['preventive', 'curative'] as const
export type Aim = (typeof AIMS)[number]

/**
 * In which part somebody is named with an entry: carries it out, supports (and must agree first), is told the yield,
 * is invited to propose on a track, or shares the track as duo partner and its pen.
 */
export const PARTS = ['executor', 'support', 'share', 'invited', 'duo'] as const
export type Part = (typeof PARTS)[number]

export type NamedPerson = {
  readonly personId: PersonId
  readonly part: Part
  readonly askedAt: Moment
  readonly agreedAt: Moment | null
  readonly declinedAt: Moment | null
}

export const OCCASIONS = ['mid', 'end', 'other'] as const
export type EvaluationMoment = {
  readonly id: Id<'evaluation-moment'>
  readonly onDay: Day
  readonly occasion: (typeof OCCASIONS)[number]
}

export type Entry = {
  readonly id: EntryId
  readonly kind: EntryKind
  readonly position: number
  /** Whose track: a person of the team, a learning team, or a name from last year that nobody bears now. */
  readonly personId: PersonId | null
  readonly learningTeamId: LearningTeamId | null
  readonly name: string | null
  readonly weight: Weight
  readonly texts: Partial<Record<EntryText, Passage>>
  readonly shareChoice: ShareChoice | null
  /** Chosen by hand; null: as proposed from the words. */
  readonly ownDomains: readonly Domain[] | null
  readonly ownAim: Aim | null
  /** The coordinator's planned effort, in hours for the year; optional. */
  readonly coordinatorHours: number | null
  readonly parentId: EntryId | null
  readonly visionLineIds: readonly VisionLineId[]
  readonly people: readonly NamedPerson[]
  readonly moments: readonly EvaluationMoment[]
  /** Since when the owner of a track stands behind its text; until then the team does not see it. */
  readonly agreedAt: Moment | null
  readonly carriedFrom: EntryId | null
  /** Its text stands in the newest sealed version of an adopted plan: it changes by an amendment alone. */
  readonly isSealed: boolean
  readonly revision: number
}

/** What an entry holds of which nothing is said yet; what kind it is, and whose, says who makes one. */
export const UNSAID = {
  personId: null,
  learningTeamId: null,
  name: null,
  weight: 'full',
  texts: {},
  shareChoice: null,
  ownDomains: null,
  ownAim: null,
  coordinatorHours: null,
  parentId: null,
  visionLineIds: [],
  people: [],
  moments: [],
} as const satisfies Partial<Entry>

/** A text of an entry, empty when nothing is written. */
export const textOf = (entry: Entry, field: EntryText) => entry.texts[field]?.text ?? ''
export const isWritten = (entry: Entry, field: EntryText) => textOf(entry, field) !== ''

/** The people whose track it is: one, or two who share a class. */
export const ownersOf = (entry: Entry): PersonId[] => [
  ...(entry.personId ? [entry.personId] : []),
  ...entry.people.filter((named) => named.part === 'duo').map((named) => named.personId),
]
