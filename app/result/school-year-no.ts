import type { SchoolYear } from '../kernel/school-year.ts'

/** A school year as rows hold it: the year in which it begins. */
export const startOfYear = (year: SchoolYear): number => Number(year.slice(0, 4))

/** The school year that begins in this year. */
export const yearFrom = (start: number): SchoolYear => `${start}-${start + 1}` as SchoolYear
