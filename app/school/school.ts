import type { Day, Moment } from '../kernel/day.ts'
import type { SchoolId } from '../kernel/id.ts'
import type { CoordinatorWord, Language, TeacherWord } from '../kernel/language.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { nextYear, parseSchoolYear, type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'
import { lineOf } from './line.ts'

/** The regions over which the school holidays are spread. */
export const REGIONS = ['north', 'middle', 'south'] as const
export type Region = (typeof REGIONS)[number]
export const parseRegion = (value: unknown): Region | null =>
  REGIONS.find((region) => region === value) ?? null

/** A school as its own people know it. Hours are of the coordinator(s) together, per week. */
export type School = {
  readonly id: SchoolId
  readonly name: string
  readonly brin: string | null
  readonly language: Language
  readonly coordinatorWord: CoordinatorWord
  readonly teacherWord: TeacherWord
  readonly hoursAWeek: number | null
  readonly pupils: number | null
  /** How many years after somebody left the texts of that person's tracks stay. */
  readonly retentionYears: number
  /** The school year of the first plan here. */
  readonly firstYear: SchoolYear
  /** Null: not said yet. */
  readonly region: Region | null
  readonly revision: number
  readonly demoSince: Moment | null
}

export type SchoolReason =
  | 'school-name-empty'
  | 'school-name-odd'
  | 'brin-shape'
  | 'year-unknown'
  | 'hours-range'
  | 'pupils-range'
  | 'retention-range'

export type SchoolRefusal = Refusal<SchoolReason>

export const DEFAULT_RETENTION_YEARS = 2
export const MOST_RETENTION_YEARS = 10
export const MOST_HOURS_A_WEEK = 200
export const MOST_PUPILS = 5000
const LONGEST_NAME = 80

/** What a school is called and how it speaks. */
export type SchoolFacts = Pick<School, 'name' | 'brin' | 'coordinatorWord' | 'teacherWord'>

/** The school's facts from a form (`name`, `brin`, `coordinatorWord`, `teacherWord`), or all that is to be looked at. */
export function parseSchoolFacts(form: FormData): SchoolFacts | readonly SchoolRefusal[] {
  const name = parseSchoolName(form.get('name'))
  const brin = parseBrin(form.get('brin'))
  const refusals = [name, brin].filter(isSchoolRefusal)
  if (isSchoolRefusal(name) || isSchoolRefusal(brin)) return refusals
  return {
    name,
    brin,
    coordinatorWord: form.get('coordinatorWord') === 'kc' ? 'kc' : 'ib',
    teacherWord: form.get('teacherWord') === 'leerkracht' ? 'leerkracht' : 'leraar',
  }
}

const isSchoolRefusal = (value: unknown): value is SchoolRefusal =>
  typeof value === 'object' && value !== null && 'refused' in value

/** A school's name: one line of at most 80 signs with a letter in it. */
export function parseSchoolName(value: unknown): string | SchoolRefusal {
  const name = lineOf(value)
  if (name === '') return refuse('school-name-empty', 'name')
  return name.length <= LONGEST_NAME && /\p{L}/u.test(name) && !/[<>]/.test(name)
    ? name
    : refuse('school-name-odd', 'name')
}

/** BRIN: two digits and two letters, for a branch (vestiging) two digits more: '12AB', '12AB00'. Empty is null. */
export function parseBrin(value: unknown): string | null | SchoolRefusal {
  const brin = lineOf(value)
    .replace(/[\s.-]/g, '')
    .toUpperCase()
  if (brin === '') return null
  return /^\d{2}[A-Z]{2}(\d{2})?$/.test(brin) ? brin : refuse('brin-shape', 'brin')
}

/** The years that a first plan can be for; the first is the one to propose: from May on that is the next. */
export function yearsToChoose(today: Day): readonly [SchoolYear, SchoolYear] {
  const now = schoolYearOf(today)
  const month = Number(today.slice(5, 7))
  return month >= 5 && month <= 7 ? [nextYear(now), now] : [now, nextYear(now)]
}

export function parseFirstYear(value: unknown, today: Day): SchoolYear | SchoolRefusal {
  const year = parseSchoolYear(value)
  return year && yearsToChoose(today).includes(year) ? year : refuse('year-unknown', 'year')
}

export type Frames = { readonly hoursAWeek: number | null; readonly pupils: number | null }

/** The room that the coordinator has (`hours`, `pupils`); both may stay empty. Hours may have a comma or a point. */
export function parseFrames(form: FormData): Frames | readonly SchoolRefusal[] {
  const hours = parseNumber(form.get('hours'), { most: MOST_HOURS_A_WEEK, decimals: 2 })
  const pupils = parseNumber(form.get('pupils'), { most: MOST_PUPILS, decimals: 0 })
  if (hours === undefined || pupils === undefined) {
    const refusals: SchoolRefusal[] = []
    if (hours === undefined) refusals.push(refuse('hours-range', 'hours'))
    if (pupils === undefined) refusals.push(refuse('pupils-range', 'pupils'))
    return refusals
  }
  return { hoursAWeek: hours, pupils }
}

/** Null when empty, undefined when it is no number from 1 (or above 0 with decimals) to the most. */
function parseNumber(value: unknown, { most, decimals }: { most: number; decimals: number }) {
  const text = lineOf(value).replace(',', '.')
  if (text === '') return null
  if (!/^\d{1,5}(\.\d{1,2})?$/.test(text) || (decimals === 0 && text.includes('.'))) return undefined
  const number = Number(text)
  return number > 0 && number <= most ? number : undefined
}

/** The school's term in whole years, 1 to 10. */
export function parseRetention(value: unknown): number | SchoolRefusal {
  const years = parseNumber(value, { most: MOST_RETENTION_YEARS, decimals: 0 })
  return years === null || years === undefined ? refuse('retention-range', 'retention') : years
}

/** The norm of the LBBO: at least 25 hours a week for 200 pupils, in the same proportion; rounded to half hours. */
export const lbboHours = (pupils: number) => Math.round((pupils * 25 * 2) / 200) / 2
