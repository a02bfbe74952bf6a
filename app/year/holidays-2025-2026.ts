import type { Day } from '../kernel/day.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { everywhere, type HolidaysOfYear, span } from './holiday-span.ts'

/** Compared with the calendars of schools in the regions, not yet with the page of the ministry itself. */
export const HOLIDAYS_2025_2026: HolidaysOfYear = {
  schoolYear: '2025-2026' as SchoolYear,
  source:
    'rijksoverheid.nl/onderwerpen/schoolvakanties/overzicht-schoolvakanties-per-schooljaar/overzicht-schoolvakanties-2025-2026',
  isReadThere: false,
  readOn: '2026-11-22' as Day,
  summerBefore: {
    north: span('2025-07-12', '2025-08-24'),
    middle: span('2025-07-19', '2025-08-31'),
    south: span('2025-07-05', '2025-08-17'),
  },
  holidays: {
    autumn: {
      north: span('2025-10-18', '2025-10-26'),
      middle: span('2025-10-18', '2025-10-26'),
      south: span('2025-10-11', '2025-10-19'),
    },
    christmas: everywhere('2025-12-20', '2026-01-04'),
    spring: {
      north: span('2026-02-21', '2026-03-01'),
      middle: span('2026-02-14', '2026-02-22'),
      south: span('2026-02-14', '2026-02-22'),
    },
    may: everywhere('2026-04-25', '2026-05-03'),
    summer: {
      north: span('2026-07-04', '2026-08-16'),
      middle: span('2026-07-18', '2026-08-30'),
      south: span('2026-07-11', '2026-08-23'),
    },
  },
}
