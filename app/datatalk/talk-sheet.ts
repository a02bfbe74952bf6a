import type { GoalPlace, MadeGoal } from '../adoption/goal-place.ts'
import type { AmbitionSheet } from '../ambition/ambition-sheet.ts'
import type { Day } from '../kernel/day.ts'
import type { AmbitionId, MeetingId, TalkLineId } from '../kernel/id.ts'
import type { Language, Terms } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { VisionLine } from '../school/vision.ts'
import type { ReferenceKind } from '../trend/reference-line.ts'
import type { ProposedLine } from './doing.ts'
import type { Fact, FactAbout } from './fact.ts'
import type { NoPlace } from './openings.ts'
import type { Talk, TalkLine, TalkPart } from './talk.ts'

/** The same lines by the four columns, or by the four questions of a professional learning community. */
export const SIDES = ['four', 'plg'] as const
export type Side = (typeof SIDES)[number]

/** A true sentence to lay in; its key is what the form sends. */
export type Offer = { readonly key: string; readonly fact: Fact }

/** What can be asked of the numbers. */
export type ClaimChoices = {
  readonly abouts: readonly { readonly key: string; readonly about: Exclude<FactAbout, { of: 'subjects' }> }[]
  /** The last one first. */
  readonly years: readonly SchoolYear[]
  /** The last one in which there is something of the first that can be asked. */
  readonly year: SchoolYear | null
  readonly lines: readonly ReferenceKind[]
}

/** What was typed and could not be taken, with the sentence beside it. */
export type TalkTried = {
  readonly act: string
  readonly fields: Readonly<Record<string, string | undefined>>
  readonly field: string | null
  readonly sentence: string
  /** What the numbers do say, to lay in after all. */
  readonly fact: Fact | null
}

/** An ambition of the talk that runs, and where it hangs in the plan. */
export type Hanging = {
  readonly id: AmbitionId
  readonly title: string
  /** Null: on nothing. `name` '': it has none yet. */
  readonly place: { readonly href: string; readonly name: string } | null
  /** On the same goal or track as the talk. */
  readonly isHere: boolean
  /** It came there together with the talk. */
  readonly wentAlong: boolean
  /** Whether this reader may hang it on something else. */
  readonly mayCome: boolean
}

/** What a talk can become in the plan, for this reader. */
export type Doing = {
  readonly goal: (MadeGoal & { readonly title: string }) | null
  /** It was made, and is no longer there. */
  readonly isGone: boolean
  readonly places: readonly GoalPlace[]
  /** Why no plan takes a goal now, whoever asks; null: one does. */
  readonly noPlace: NoPlace | null
  readonly proposal: {
    readonly title: string
    readonly situation: string
    readonly approach: string
    readonly line: ProposedLine | null
    readonly test: { readonly from: Day; readonly to: Day } | null
    /** Whether the year circle says of any test at all. */
    readonly knowsTests: boolean
  }
  readonly vision: readonly VisionLine[]
  /** What stands in the plan to hang it on: the value of the form, and its name. */
  readonly ties: readonly { readonly value: string; readonly label: string }[]
  readonly mayStep: boolean
  readonly lookBack: readonly Day[]
  readonly mayLookBack: boolean
  /** The first to come first. */
  readonly meetings: readonly { readonly id: MeetingId; readonly title: string; readonly when: string }[]
  readonly mayPlanMeeting: boolean
}

/** All that the page of a talk is drawn from, for one reader. */
export type TalkSheet = {
  readonly talk: Talk
  readonly title: string
  readonly team: string | null
  readonly side: Side
  readonly language: Language
  readonly terms: Terms
  readonly takesPart: boolean
  readonly writes: boolean
  readonly tends: (line: TalkLine) => boolean
  /** The first name of whose line it is; null where the reader doesn't see it. */
  readonly nameOf: (line: TalkLine) => string | null
  readonly offers: readonly Offer[]
  readonly claims: ClaimChoices | null
  /** Facts of which the numbers are others by now. */
  readonly old: ReadonlySet<TalkLineId>
  /** Of them: those of which the numbers of then are no longer said. */
  readonly unsaid: ReadonlySet<TalkLineId>
  readonly ambitions: readonly AmbitionSheet[]
  /** Of those that run: where they hang in the plan. */
  readonly hangs: readonly Hanging[]
  readonly ambitionHref: string | null
  readonly doing: Doing
  readonly tried: TalkTried | null
}

export const TALKS = '/trends/talks'
export const talkHref = ({ id }: Pick<Talk, 'id'>, side: Side = 'four', at = '') =>
  `${TALKS}/${id}${side === 'plg' ? '?side=plg' : ''}${at && `#${at}`}`

/** Where on the page a part stands, on either side of the talk. */
export const ANCHORS: Readonly<Record<TalkPart, string>> = {
  data: 'data',
  cause: 'meaning',
  for: 'meaning',
  against: 'meaning',
  seen: 'meaning',
  aim: 'goals',
  act: 'doing',
  'not-yet': 'doing',
  able: 'doing',
}
