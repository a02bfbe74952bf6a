import type { MadeGoal } from '../adoption/goal-place.ts'
import type { Moment } from '../kernel/day.ts'
import type {
  DataTalkId,
  LearningTeamId,
  MeetingId,
  PersonId,
  SchoolId,
  StepId,
  TalkLineId,
} from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { lineOf } from '../school/line.ts'
import type { Fact } from './fact.ts'

/**
 * What a line of a talk is: what is seen in the numbers; a cause that we can influence, evidence for and against it, what
 * was seen in class; what we want; what we do, what when it doesn't work yet, what when they can already do it.
 */
export const TALK_PARTS = [
  'data',
  'cause',
  'for',
  'against',
  'seen',
  'aim',
  'act',
  'not-yet',
  'able',
] as const
export type TalkPart = (typeof TALK_PARTS)[number]
export const isTalkPart = (value: unknown): value is TalkPart => TALK_PARTS.includes(value as TalkPart)

/** Evidence stands under a cause. */
export const isEvidence = (part: TalkPart) => part === 'for' || part === 'against'

export type TalkLine = {
  readonly id: TalkLineId
  readonly part: TalkPart
  /** The cause that evidence is about. */
  readonly under: TalkLineId | null
  /** Checked against the numbers on the day that it was laid in; null: words of people. */
  readonly fact: Fact | null
  /** '' for what was checked: its words are made of the fact, in the language of the reader. */
  readonly words: string
  /** Who said it, for the talk alone; null: a name that is no longer kept. */
  readonly author: PersonId | null
  readonly writtenAt: Moment
  readonly revision: number
  /** The step of the goal that was made of it. */
  readonly stepId: StepId | null
}

/** A talk over data of a learning team, or of the whole team. */
export type TalkHead = {
  readonly id: DataTalkId
  readonly schoolId: SchoolId
  /** Null: of the whole team. */
  readonly team: LearningTeamId | null
  /** '': of the three subjects together. */
  readonly subject: string
  readonly schoolYear: SchoolYear
  readonly begunAt: Moment
  readonly begunBy: PersonId | null
  readonly endedAt: Moment | null
  /** Since when everybody of the school reads it. */
  readonly sharedAt: Moment | null
  /** The meeting on whose agenda it was put last. */
  readonly meetingId: MeetingId | null
  /** What came of it in the plan: a goal that was made or one that it was tied to. */
  readonly goal: (MadeGoal & { readonly at: Moment }) | null
  readonly revision: number
}
/** With its lines, in the order in which they were written. */
export type Talk = TalkHead & { readonly lines: readonly TalkLine[] }

export type TalkReason =
  | 'line-missing'
  | 'line-long'
  | 'lines-many'
  | 'line-gone'
  | 'line-changed'
  | 'line-has-evidence'
  | 'cause-missing'
  | 'part-unknown'
  | 'talk-gone'
  | 'talk-ended'
  | 'talk-not-empty'
  | 'talks-many'
  | 'team-unknown'
  | 'subject-unknown'
  | 'fact-unknown'
  | 'fact-untrue'
  | 'fact-not-known'
  | 'fact-there'
  | 'goal-made'
  | 'goal-unknown'
  | 'title-missing'
  | 'title-long'
  | 'line-unknown'
  | 'day-unknown'
  | 'no-goal-yet'
  | 'step-made'
  | 'no-place'
  | 'meeting-gone'
  | 'on-agenda'
  | 'not-shared'
export type TalkRefusal = Refusal<TalkReason>

/** In characters: one line that can be read on the wall, and become a step. */
export const LONGEST_WORDS = 200
/** More than anybody reads; keeps one talk from filling the database. */
export const MOST_LINES = 200
/** Of a school in one year. */
export const MOST_TALKS = 100

/** One line of a talk from a form. */
export function parseWords(raw: unknown): string | TalkRefusal {
  const words = lineOf(raw)
  if (words === '') return refuse('line-missing', 'words')
  return words.length > LONGEST_WORDS ? refuse('line-long', 'words') : words
}

export const linesIn = (talk: Pick<Talk, 'lines'>, ...parts: readonly TalkPart[]): TalkLine[] =>
  talk.lines.filter(({ part }) => parts.includes(part))

/** What stands for or against a cause. */
export const evidenceOf = (talk: Pick<Talk, 'lines'>, cause: TalkLineId, part: 'for' | 'against') =>
  talk.lines.filter((line) => line.part === part && line.under === cause)

export const lineIn = (talk: Pick<Talk, 'lines'>, id: TalkLineId | null): TalkLine | null =>
  talk.lines.find((line) => line.id === id) ?? null

/** Why a line can't stand there; null when it can. */
export function wrongPlace(talk: Talk, part: TalkPart, under: TalkLineId | null): TalkRefusal | null {
  if (talk.lines.length >= MOST_LINES) return refuse('lines-many')
  if (!isEvidence(part)) return under === null ? null : refuse('part-unknown')
  return lineIn(talk, under)?.part === 'cause' ? null : refuse('cause-missing')
}

/** Why a line can't be taken back; null when it can. */
export const wrongTakingBack = (talk: Talk, id: TalkLineId): TalkRefusal | null =>
  talk.lines.some(({ under }) => under === id) ? refuse('line-has-evidence') : null

/** Whether everybody of the school reads it: shared, or of the whole team from its beginning. */
export const isOpenToTeam = ({ team, sharedAt }: Pick<TalkHead, 'team' | 'sharedAt'>) =>
  team === null || sharedAt !== null

/** Of these talks, the last begun first: the one that goes on, else the last one; null when there is none. */
export const latestTalk = (talks: readonly TalkHead[]): TalkHead | null =>
  talks.find(({ endedAt }) => endedAt === null) ?? talks[0] ?? null
