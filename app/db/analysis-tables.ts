import type { Moment } from '../kernel/day.ts'
import type { AnalysisId, MeetingId, SchoolId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'

/** Rows of the tables of step 0032-analysis. */
export type AnalysisTables = {
  analysis: {
    id: AnalysisId
    school_id: SchoolId
    /** 'mid-year' or 'year'. */
    kind: string
    school_year: SchoolYear
    made_at: Moment
    /** The meeting on whose agenda it was put last. */
    meeting_id: MeetingId | null
  }
  /** The numbers of one day, as they were shown then. */
  analysis_version: {
    analysis_id: AnalysisId
    number: number
    school_id: SchoolId
    taken_at: Moment
    /** JSON, in both languages. */
    report: string
    shared_at: Moment | null
  }
  /** What the coordinator chose and wrote of one part; no row: it is in, without words. */
  analysis_part: {
    analysis_id: AnalysisId
    number: number
    school_id: SchoolId
    part: string
    is_in: number
    words: string
    revision: number
  }
}
