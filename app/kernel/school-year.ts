import type { Day } from './day.ts'

declare const yearBrand: unique symbol
/** A school year by law: 1 August to 31 July, written '2026-2027'. */
export type SchoolYear = string & { readonly [yearBrand]: true }

/** A school year from outside: also '2026/2027', '26-27' and an en dash; null when the two are not in sequence. */
export function parseSchoolYear(value: unknown): SchoolYear | null {
  if (typeof value !== 'string') return null
  const found = /^\s*((?:20)?\d{2})\s*[-–—/]\s*((?:20)?\d{2})\s*$/.exec(value)
  if (!found) return null
  const first = Number(found[1]) % 100
  const second = Number(found[2]) % 100
  return second === first + 1 ? (`20${pad(first)}-20${pad(second)}` as SchoolYear) : null
}

const pad = (number: number) => String(number).padStart(2, '0')

const startOf = (year: SchoolYear) => Number(year.slice(0, 4))
const yearFrom = (start: number) => `${start}-${start + 1}` as SchoolYear

/** The school year in which a day falls. */
export function schoolYearOf(day: Day): SchoolYear {
  const year = Number(day.slice(0, 4))
  return yearFrom(Number(day.slice(5, 7)) >= 8 ? year : year - 1)
}

export const nextYear = (year: SchoolYear) => yearFrom(startOf(year) + 1)
export const previousYear = (year: SchoolYear) => yearFrom(startOf(year) - 1)
export const firstDay = (year: SchoolYear) => `${startOf(year)}-08-01` as Day
export const lastDay = (year: SchoolYear) => `${startOf(year) + 1}-07-31` as Day
export const isWithin = (year: SchoolYear, day: Day) => day >= firstDay(year) && day <= lastDay(year)

/** '2026–2027', as a title shows it. */
export const yearTitle = (year: SchoolYear) => year.replace('-', '–')
