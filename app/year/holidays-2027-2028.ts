import type { Day } from '../kernel/day.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { everywhere, type HolidaysOfYear, span } from './holiday-span.ts'

export const HOLIDAYS_2027_2028: HolidaysOfYear = {
  schoolYear: '2027-2028' as SchoolYear,
  source:
    'rijksoverheid.nl/onderwerpen/schoolvakanties/overzicht-schoolvakanties-per-schooljaar/overzicht-schoolvakanties-2027-2028',
  isReadThere: true,
  readOn: '2026-11-22' as Day,
  holidays: {
    autumn: {
      north: span('2027-10-16', '2027-10-24'),
      middle: span('2027-10-16', '2027-10-24'),
      south: span('2027-10-23', '2027-10-31'),
    },
    christmas: everywhere('2027-12-25', '2028-01-09'),
    spring: {
      north: span('2028-02-19', '2028-02-27'),
      middle: span('2028-02-26', '2028-03-05'),
      south: span('2028-02-26', '2028-03-05'),
    },
    may: everywhere('2028-04-29', '2028-05-07'),
    summer: {
      north: span('2028-07-15', '2028-08-27'),
      middle: span('2028-07-08', '2028-08-20'),
      south: span('2028-07-22', '2028-09-03'),
    },
  },
}
