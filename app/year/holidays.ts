import type { Day } from '../kernel/day.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Region } from '../school/school.ts'
import { HOLIDAYS_2025_2026 } from './holidays-2025-2026.ts'
import { HOLIDAYS_2026_2027 } from './holidays-2026-2027.ts'
import { HOLIDAYS_2027_2028 } from './holidays-2027-2028.ts'

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

const FILES = [HOLIDAYS_2025_2026, HOLIDAYS_2026_2027, HOLIDAYS_2027_2028]

/** The dates of a school year; null for a year of which none are published here yet: the school enters its own. */
export const holidaysOf = (schoolYear: SchoolYear): HolidaysOfYear | null =>
  FILES.find((file) => file.schoolYear === schoolYear) ?? null
