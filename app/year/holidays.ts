import type { SchoolYear } from '../kernel/school-year.ts'
import type { HolidaysOfYear } from './holiday-span.ts'
import { HOLIDAYS_2025_2026 } from './holidays-2025-2026.ts'
import { HOLIDAYS_2026_2027 } from './holidays-2026-2027.ts'
import { HOLIDAYS_2027_2028 } from './holidays-2027-2028.ts'

const FILES = [HOLIDAYS_2025_2026, HOLIDAYS_2026_2027, HOLIDAYS_2027_2028]

/** The dates of a school year; null for a year of which none are published here yet: the school enters its own. */
export const holidaysOf = (schoolYear: SchoolYear): HolidaysOfYear | null =>
  FILES.find((file) => file.schoolYear === schoolYear) ?? null
