import type { Day } from '../kernel/day.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { everywhere, type HolidaysOfYear, span } from './holiday-span.ts'

/** Compared with the calendars of schools in the regions, not yet with the page of the ministry itself. */
export const HOLIDAYS_2026_2027: HolidaysOfYear = {
  schoolYear: '2026-2027' as SchoolYear,
  source:
    'rijksoverheid.nl/onderwerpen/schoolvakanties/overzicht-schoolvakanties-per-schooljaar/overzicht-schoolvakanties-2026-2027',
  isReadThere: false,
  readOn: '2026-11-22' as Day,
  holidays: {
    autumn: {
      north: span('2026-10-10', '2026-10-18'),
      middle: span('2026-10-17', '2026-10-25'),
      south: span('2026-10-17', '2026-10-25'),
    },
    christmas: everywhere('2026-12-19', '2027-01-03'),
    spring: {
      north: span('2027-02-20', '2027-02-28'),
      middle: span('2027-02-20', '2027-02-28'),
      south: span('2027-02-13', '2027-02-21'),
    },
    may: everywhere('2027-04-24', '2027-05-02'),
    summer: {
      north: span('2027-07-10', '2027-08-22'),
      middle: span('2027-07-17', '2027-08-29'),
      south: span('2027-07-24', '2027-09-05'),
    },
  },
}
