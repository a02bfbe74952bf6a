import type { Day } from '../kernel/day.ts'
import { mondayOf, plusDays } from '../kernel/days.ts'
import { refuse } from '../kernel/refusal.ts'
import { firstDay, isWithin, lastDay, type SchoolYear } from '../kernel/school-year.ts'
import { type FreeDays, weeksOf } from './free-days.ts'
import { type ItemKind, isItemKind, LONGEST, type YearItem, type YearRefusal } from './year.ts'
import { oneLine } from './year-form.ts'

/**
 * One line of the template of a year: what comes back every year, and about when. `week` counts from the first school
 * week (`start`: 0 is that week, -1 the one before), back from the last one (`end`: 0, -1), or through the weekdays of a
 * month (1 is the first Tuesday).
 */
export type TemplateLine = {
  /** Of the built-in template a word, of the school's own an id. */
  readonly key: string
  readonly kind: ItemKind
  readonly title: string
  readonly note: string
  readonly anchor: 'start' | 'end' | number
  readonly week: number
  /** 1 is Monday. */
  readonly weekday: number
  /** How many days in a row, weekends along. */
  readonly days: number
}

export const MOST_LINES = 60

/** With what a school begins; its words are in `template-text.ts`. */
export const BUILT_IN_LINES = [
  { key: 'start', kind: 'start', anchor: 'start', week: -1, weekday: 4, days: 1 },
  { key: 'council', kind: 'council', anchor: 'start', week: 1, weekday: 3, days: 1 },
  { key: 'review-1', kind: 'group-review', anchor: 10, week: 1, weekday: 2, days: 1 },
  { key: 'study-1', kind: 'study-day', anchor: 11, week: 1, weekday: 3, days: 1 },
  { key: 'reports-1', kind: 'reports', anchor: 12, week: 1, weekday: 4, days: 1 },
  { key: 'tests-m', kind: 'tests', anchor: 1, week: 4, weekday: 1, days: 19 },
  { key: 'transition', kind: 'transition-test', anchor: 2, week: 1, weekday: 2, days: 2 },
  { key: 'parents', kind: 'parents', anchor: 2, week: 2, weekday: 4, days: 1 },
  { key: 'trends', kind: 'trend-talk', anchor: 3, week: 1, weekday: 4, days: 1 },
  { key: 'review-2', kind: 'group-review', anchor: 3, week: 2, weekday: 2, days: 1 },
  { key: 'study-2', kind: 'study-day', anchor: 4, week: 2, weekday: 4, days: 1 },
  { key: 'tests-e', kind: 'tests', anchor: 5, week: 5, weekday: 1, days: 19 },
  { key: 'review-3', kind: 'group-review', anchor: 6, week: 3, weekday: 2, days: 1 },
  { key: 'school-plan', kind: 'deadline', anchor: 6, week: 2, weekday: 5, days: 1 },
  { key: 'draft', kind: 'deadline', anchor: 'end', week: -2, weekday: 4, days: 1 },
  { key: 'reports-2', kind: 'reports', anchor: 'end', week: -1, weekday: 4, days: 1 },
] as const satisfies readonly Omit<TemplateLine, 'title' | 'note'>[]
export type BuiltInKey = (typeof BUILT_IN_LINES)[number]['key']

/** A line with the days on which it would fall in a school year. */
export type Proposed = {
  readonly key: string
  readonly kind: ItemKind
  readonly title: string
  readonly note: string
  readonly place: string
  readonly from: Day
  readonly to: Day
}

/** The template laid over a school year: a day that is free there makes way for the first school day after it. */
export function layTemplate(lines: readonly TemplateLine[], free: FreeDays): Proposed[] {
  return lines
    .map(({ key, kind, title, note, days, ...when }) => {
      const wanted = wantedDay(when, free)
      const from = kind === 'start' ? within(wanted, free.schoolYear) : schoolDayFrom(wanted, free)
      const to = lastOf(from, days, free)
      return { key: `line-${key}`, kind, title, note, place: '', from, to }
    })
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
}

function lastOf(from: Day, days: number, { schoolYear }: FreeDays): Day {
  const to = plusDays(from, days - 1)
  return to > lastDay(schoolYear) ? lastDay(schoolYear) : to
}

function wantedDay(
  { anchor, week, weekday }: Pick<TemplateLine, 'anchor' | 'week' | 'weekday'>,
  free: FreeDays,
) {
  if (typeof anchor === 'number') return inMonth(free.schoolYear, anchor, week, weekday)
  const weeks = weeksOf(free.schoolYear, free).filter(({ isFree }) => !isFree)
  const monday = (anchor === 'start' ? weeks[0] : weeks.at(-1))?.monday ?? mondayOf(firstDay(free.schoolYear))
  return plusDays(monday, week * 7 + weekday - 1)
}

/** The nth of this weekday in a month; a month without a fifth takes its fourth. */
function inMonth(year: SchoolYear, month: number, week: number, weekday: number): Day {
  const first = `${month >= 8 ? year.slice(0, 4) : year.slice(5)}-${String(month).padStart(2, '0')}-01` as Day
  const monday = mondayOf(first)
  const start = plusDays(monday, weekday - 1)
  const day = plusDays(start < first ? plusDays(start, 7) : start, (Math.max(1, week) - 1) * 7)
  return day.slice(0, 7) === first.slice(0, 7) ? day : plusDays(day, -7)
}

const within = (day: Day, year: SchoolYear): Day =>
  isWithin(year, day) ? day : day < firstDay(year) ? firstDay(year) : lastDay(year)

/** This day, the same weekday of the next weeks, or else the first school day that there is. */
function schoolDayFrom(day: Day, free: FreeDays): Day {
  const year = free.schoolYear
  const steps = [0, 7, 14, 21, ...Array.from({ length: 60 }, (_, one) => one + 1)]
  const later = steps.map((step) => plusDays(day, step))
  const earlier = steps.map((step) => plusDays(day, -step))
  const found = [...later, ...earlier].find((one) => isWithin(year, one) && !free.isFree(one))
  return found ?? within(day, year)
}

/** The items of one year laid over the next: the same weekday, 52 weeks on, as long as they were. */
export function layYear(items: readonly YearItem[], free: FreeDays): Proposed[] {
  const span = (one: YearItem) => Math.round((Date.parse(one.to) - Date.parse(one.from)) / 86_400_000)
  return items
    .map((one) => {
      const wanted = plusDays(one.from, 364)
      const from = one.kind === 'start' ? within(wanted, free.schoolYear) : schoolDayFrom(wanted, free)
      const { kind, title, note, place } = one
      return { key: one.id, kind, title, note, place, from, to: lastOf(from, span(one) + 1, free) }
    })
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
}

export type LineForm = Readonly<
  Record<'kind' | 'title' | 'note' | 'anchor' | 'week' | 'weekday' | 'days', string>
>

/** A line of the template from its row in the form. */
export function parseLine(key: string, row: LineForm): TemplateLine | YearRefusal {
  const { kind } = row
  if (!isItemKind(kind)) return refuse('kind-unknown', 'kind')
  const [title, note] = [oneLine(row.title), oneLine(row.note)]
  if (kind === 'other' && title === '') return refuse('title-missing', 'title')
  if (title.length > LONGEST.title) return refuse('too-long', 'title')
  if (note.length > LONGEST.note) return refuse('too-long', 'note')
  const anchor = anchorOf(row.anchor)
  const week = numberIn(row.week, -8, 8)
  const weekday = numberIn(row.weekday, 1, 5)
  const days = numberIn(row.days, 1, 60)
  if (anchor === null || week === null || weekday === null || days === null)
    return refuse('line-unknown', 'week')
  return { key, kind, title, note, anchor, week, weekday, days }
}

export function anchorOf(value: string): TemplateLine['anchor'] | null {
  if (value === 'start' || value === 'end') return value
  return numberIn(value, 1, 12)
}

function numberIn(value: string, least: number, most: number): number | null {
  const number = /^-?\d{1,2}$/.test(value.trim()) ? Number(value) : Number.NaN
  return number >= least && number <= most ? number : null
}
