import type { Day } from '../kernel/day.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Region } from '../school/school.ts'

/** The school holidays, in the order of the year; the summer is the one that ends the school year. */
export const HOLIDAY_KEYS = ['autumn', 'christmas', 'spring', 'may', 'summer'] as const
export type HolidayKey = (typeof HOLIDAY_KEYS)[number]

/** First and last day, both free. */
export type Span = readonly [from: Day, to: Day]

/** The school holidays of one school year, as the ministry published them: one file of data for each year. */
export type HolidaysOfYear = {
  readonly schoolYear: SchoolYear
  /** Where the ministry publishes them. */
  readonly source: string
  /** Whether they were read there, or compared with calendars of schools only: then the page asks for a look. */
  readonly isReadThere: boolean
  readonly readOn: Day
  /** Of the summer that came before this school year; only where no file of the year before is there. */
  readonly summerBefore?: Readonly<Record<Region, Span>>
  readonly holidays: Readonly<Record<HolidayKey, Readonly<Record<Region, Span>>>>
}

/** Of the files of data only, which a test reads through: the days exist, and stand in order. */
export const span = (from: string, to: string) => [from as Day, to as Day] as const

export const everywhere = (from: string, to: string) => ({
  north: span(from, to),
  middle: span(from, to),
  south: span(from, to),
})
