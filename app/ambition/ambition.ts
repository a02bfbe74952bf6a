import type { Day, Moment } from '../kernel/day.ts'
import type { AmbitionId, AmendmentId, DataTalkId, EntryId, LearningTeamId, PlanId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Level, TestMoment } from '../result/result.ts'
import type { LevelShare } from '../trend/reference-line.ts'
import { MEASURES, type Series } from '../trend/series.ts'

/** What an ambition can be measured by: those of a line, and the share of pupils at a level or better. */
export const AMBITION_MEASURES = [...MEASURES, 'level'] as const
export type AmbitionMeasure = (typeof AMBITION_MEASURES)[number]

/** The reference levels of the three subjects together, by the rule of the Inspectie; always of the doorstroomtoets. */
export type AboutStanding = { readonly of: 'standing'; readonly share: LevelShare }

/** One subject, year group and moment, on the scale of one series: numbers of another one are never laid beside it. */
export type AboutSection = {
  readonly of: 'section'
  readonly subject: string
  readonly yearGroup: number
  readonly moment: TestMoment
  readonly measure: AmbitionMeasure
  /** Of the measure 'level' alone: at this level or a better one. */
  readonly level: Level | null
} & Pick<Series, 'test' | 'supplier' | 'norm'>

export type AmbitionAbout = AboutStanding | AboutSection

/** A number as it was, of so many pupils. In per cent, or on the scale of the supplier. */
export type AmbitionFigure = {
  readonly schoolYear: SchoolYear
  readonly value: number
  readonly n: number
}

/** Of which goal or track of a plan it is; an amendment that isn't in the plan yet has no entry. */
export type AmbitionTie = {
  readonly planId: PlanId
  readonly entryId: EntryId | null
  readonly amendmentId: AmendmentId | null
}

export const AMBITION_ENDS = ['reached', 'let-go'] as const
export type AmbitionEnd = (typeof AMBITION_ENDS)[number]

/** How high, by when, and why so high: what can be changed of an ambition. */
export type AmbitionHeight = {
  /** With one decimal: in per cent, or on the scale of the supplier. */
  readonly to: number
  /** The school year; the moment is that of what it is about. */
  readonly by: SchoolYear
  readonly why: string
}

/** A height as somebody sends it. `isSure`: asked whether this number is what they mean, they said that it is. */
export type HeightSent = AmbitionHeight & { readonly isSure?: boolean }

/** What it said until it was changed on this day. */
export type AmbitionPast = AmbitionHeight & { readonly until: Day }

export type AmbitionGiven = AmbitionHeight & {
  /** Null: of the whole team. */
  readonly teamId: LearningTeamId | null
  /** The data talk that it came from. */
  readonly talkId: DataTalkId | null
  readonly about: AmbitionAbout
}

/** What a learning team, or the whole team, wants to reach in figures. It names no pupil and no colleague. */
export type Ambition = AmbitionGiven & {
  readonly id: AmbitionId
  /** The figure of the day on which it was made; what may be shown of it today is said by `beganAt`. */
  readonly from: AmbitionFigure | null
  readonly tie: AmbitionTie | null
  readonly madeOn: Day
  readonly ended: { readonly on: Day; readonly how: AmbitionEnd } | null
  /** When results brought a figure with which it is told where it stands; null: none did, or they were taken out. */
  readonly news: { readonly at: Moment } | null
  readonly revision: number
  /** Oldest first. */
  readonly past: readonly AmbitionPast[]
}

export type AmbitionRefusal =
  | 'about-gone'
  | 'there-already'
  | 'ambitions-many'
  | 'team-odd'
  | 'to-missing'
  | 'to-odd'
  | 'by-odd'
  | 'why-long'
  | 'nothing-changed'
  | 'changed-meanwhile'
  | 'ambition-gone'
  | 'ambition-ended'
  | 'tie-odd'

/** So that the list can be taken in; a school that wants everything chooses nothing. */
export const MOST_AMBITIONS = 30
export const LONGEST_WHY = 600

export const isShareMeasure = (measure: AmbitionMeasure) => measure !== 'mean' && measure !== 'median'

export const measureOf = (about: AmbitionAbout): AmbitionMeasure =>
  about.of === 'standing' ? about.share : about.measure

export const momentIn = (about: AmbitionAbout): TestMoment => (about.of === 'standing' ? 'D' : about.moment)

export const isSameAbout = (one: AmbitionAbout, other: AmbitionAbout) => aboutKey(one) === aboutKey(other)

/** The same text for the same thing. */
export const aboutKey = (about: AmbitionAbout): string =>
  about.of === 'standing'
    ? JSON.stringify(['standing', about.share])
    : JSON.stringify([
        about.subject,
        about.yearGroup,
        about.moment,
        about.test,
        about.supplier,
        about.norm,
        about.measure,
        about.level,
      ])

export const isRunning = ({ ended }: Pick<Ambition, 'ended'>) => ended === null
