import type { SchoolYear } from '../kernel/school-year.ts'
import { MOMENTS } from '../result/result.ts'
import type { Place } from './series.ts'

/** One name for a place of a series, of a group or (null) of the whole school. */
export const placeName = ({ schoolYear, yearGroup, moment }: Place, series: number, group: string | null) =>
  JSON.stringify([series, schoolYear, yearGroup, moment, group])

/** Earlier first. */
export const inTime = (one: Moment, other: Moment) =>
  one.schoolYear === other.schoolYear
    ? MOMENTS.indexOf(one.moment) - MOMENTS.indexOf(other.moment)
    : one.schoolYear < other.schoolYear
      ? -1
      : 1
type Moment = { readonly schoolYear: SchoolYear; readonly moment: Place['moment'] }
