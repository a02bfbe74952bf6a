import { type Day, dayOf, type Moment } from '../kernel/day.ts'
import type { AnalysisId, MeetingId } from '../kernel/id.ts'
import { previousYear, type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'
import { isEmptyPart, type NumberPart, PARTS, type PartName, type Report, type Reports } from './report.ts'

export const ANALYSIS_KINDS = ['mid-year', 'year'] as const
export type AnalysisKind = (typeof ANALYSIS_KINDS)[number]

export const isKind = (value: unknown): value is AnalysisKind =>
  ANALYSIS_KINDS.includes(value as AnalysisKind)

/** One version: the numbers of one day. `sharedAt` null: the team does not read it yet. */
export type VersionLine = {
  readonly number: number
  readonly takenAt: Moment
  readonly sharedAt: Moment | null
}

/** An analysis as a list shows it; the newest version first, of those that the reader may read. */
export type AnalysisLine = {
  readonly id: AnalysisId
  readonly kind: AnalysisKind
  readonly schoolYear: SchoolYear
  readonly madeAt: Moment
  readonly meetingId: MeetingId | null
  readonly versions: readonly VersionLine[]
}

/** What the coordinator chose and wrote of one part. */
export type PartWords = { readonly isIn: boolean; readonly words: string; readonly revision: number }

/** An analysis with one of its versions. */
export type Analysis = AnalysisLine & {
  readonly version: VersionLine
  readonly reports: Reports
  readonly parts: Readonly<Record<PartName, PartWords>>
}

export const NO_WORDS: PartWords = { isIn: true, words: '', revision: 0 }

/** Only the newest version can be worked on. */
export const isNewest = ({ version, versions }: Analysis): boolean => version.number === versions[0]?.number

export const isShared = ({ versions }: Pick<AnalysisLine, 'versions'>): boolean =>
  versions.some(({ sharedAt }) => sharedAt !== null)

/** Why something could not be done. */
export type AnalysisRefusal =
  | 'gone'
  | 'nothing-yet'
  | 'year-unknown'
  | 'kind-unknown'
  | 'part-unknown'
  | 'words-too-long'
  | 'old-version'
  | 'stale'
  | 'too-many-versions'
  | 'not-shared'
  | 'is-shared'
  | 'on-agenda'
  | 'meeting-gone'

/** In signs, so that a report with words at every part stays within four pages. */
export const LONGEST_WORDS = 500
/** One for every week of a half-year; more is something else than an analysis. */
export const MOST_VERSIONS = 26

/** Whether anything of a part is there to read: words, or numbers of the day. */
const isShown = (part: PartName, { isIn, words }: PartWords, report: Report): boolean =>
  isIn && (words !== '' || (hasNumbers(part) && !isEmptyPart(report[part])))

/** Whether a part has numbers of the day, or is the coordinator's words alone. */
export const hasNumbers = (part: PartName): part is NumberPart => part !== 'opening' && part !== 'closing'

/** The parts that a reader gets, in the order of the report. */
export const shownParts = (analysis: Pick<Analysis, 'parts'>, report: Report): PartName[] =>
  PARTS.filter((part) => isShown(part, analysis.parts[part], report))

/** What is most likely asked for on a day: in the months after the tests of January the half-year, else the year before. */
export function proposedAnalysis(today: Day): {
  readonly kind: AnalysisKind
  readonly schoolYear: SchoolYear
} {
  const month = Number(today.slice(5, 7))
  const year = schoolYearOf(today)
  if (month >= FEBRUARY && month <= MAY) return { kind: 'mid-year', schoolYear: year }
  return { kind: 'year', schoolYear: month >= JUNE && month < AUGUST ? year : previousYear(year) }
}

const FEBRUARY = 2
const MAY = 5
const JUNE = 6
const AUGUST = 8

/** Of which school years an analysis can be begun, the newest first. */
export const yearsToChoose = (today: Day): SchoolYear[] => {
  const year = schoolYearOf(today)
  return [year, previousYear(year), previousYear(previousYear(year))]
}

/** The day to which the numbers of a version belong. */
export const dayOfVersion = ({ takenAt }: VersionLine): Day => dayOf(new Date(takenAt))
