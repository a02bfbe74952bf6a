import type { MeetingId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { Analysis, PartWords } from './analysis.ts'
import type { Difference } from './differ.ts'
import type { PartName } from './report.ts'

export const ANALYSES = '/trends/analyses'

/** Where a version of an analysis stands; the newest without a number. */
export const analysisHref = (id: string, number: number | null = null) =>
  `${ANALYSES}/${id}${number === null ? '' : `?version=${number}`}`

/** What was typed and not stored, to show it again; `there`: what is stored meanwhile. */
export type Tried = {
  readonly part: PartName
  readonly words: string
  readonly error: string | null
  readonly there: PartWords | null
}

/** What the page of one analysis is drawn from. */
export type AnalysisSheet = {
  readonly analysis: Analysis
  readonly school: string
  readonly language: Language
  /** The reader may work on it: it is the newest version, and the reader coordinates. */
  readonly mayWrite: boolean
  /** What is different by now; empty for an older version, which says so itself. */
  readonly differs: readonly Difference[]
  readonly meetings: readonly { readonly id: MeetingId; readonly title: string; readonly when: string }[]
  readonly tried: Tried | null
}
