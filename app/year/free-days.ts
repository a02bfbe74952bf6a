import type { Day, Moment } from '../kernel/day.ts'
import { mondayOf, plusDays, weekdayOf, weekNumber } from '../kernel/days.ts'
import { firstDay, lastDay, previousYear, type SchoolYear } from '../kernel/school-year.ts'
import type { Region } from '../school/school.ts'
import { FEAST_KEYS, type FeastKey, feastDaysOf } from './feast-days.ts'
import { HOLIDAY_KEYS, type HolidayKey, type Span } from './holiday-span.ts'
import { holidaysOf } from './holidays.ts'

export type FreeKey = HolidayKey | FeastKey

/** Days that follow each other on which the school is free. */
export type FreeSpan = {
  /** Of a free day of the school's own 'own-…'. */
  readonly key: string
  /** The school year whose free day it is: of the summer before, the year before. */
  readonly schoolYear: SchoolYear
  readonly kind: 'holiday' | 'feast' | 'own'
  /** As the school calls it; '' for the name that it has by itself. */
  readonly name: string
  readonly from: Day
  readonly to: Day
  /** Whether the school gave these dates itself. */
  readonly isOwn: boolean
  /** When they were given; null: they came with the program. */
  readonly changedAt: Moment | null
}

/** What a school changed; days null: it is not free then. */
export type HolidayChange = {
  readonly schoolYear: SchoolYear
  readonly key: string
  readonly name: string
  readonly from: Day | null
  readonly to: Day | null
  readonly changedAt: Moment
}

/** When a school is free in one school year and the summers on both sides of it. */
export type FreeDays = {
  readonly schoolYear: SchoolYear
  readonly region: Region
  /** The region was never said: it is counted with as if it were the middle. */
  readonly regionIsGuessed: boolean
  /** By day. */
  readonly spans: readonly FreeSpan[]
  /** A holiday, a feast day, a free day of the school's own, or a weekend. */
  isFree(day: Day): boolean
  /** As `isFree`, but a plain Saturday or Sunday is none. */
  isHoliday(day: Day): boolean
  /** The free days in which a day falls; null for a plain weekend and for a school day. */
  at(day: Day): FreeSpan | null
}

/** With which region is counted as long as the school has not said where it lies. */
const GUESSED: Region = 'middle'

/** The free days of a school year from the published dates and what the school changed of them. */
export function freeDays(
  schoolYear: SchoolYear,
  region: Region | null,
  changes: readonly HolidayChange[],
): FreeDays {
  const counted = region ?? GUESSED
  const spans = [...summersBefore(schoolYear, counted, changes), ...spansOf(schoolYear, counted, changes)]
    .filter((one, _, all) => one.kind !== 'feast' || !all.some((other) => isInside(one, other)))
    .toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
  const at = (day: Day) => spans.find(({ from, to }) => from <= day && day <= to) ?? null
  return {
    schoolYear,
    region: counted,
    regionIsGuessed: region === null,
    spans,
    isFree: (day) => weekdayOf(day) > 5 || at(day) !== null,
    isHoliday: (day) => at(day) !== null,
    at,
  }
}

/** A feast day within a holiday gives nobody a day more. */
const isInside = (feast: FreeSpan, { kind, from, to }: FreeSpan) =>
  kind !== 'feast' && from <= feast.from && feast.to <= to

/** The summer at the end of the year before reaches into this one. */
function summersBefore(year: SchoolYear, region: Region, changes: readonly HolidayChange[]): FreeSpan[] {
  const before = previousYear(year)
  const known = holidaysOf(before)?.holidays.summer ?? holidaysOf(year)?.summerBefore
  return spanOf(before, 'summer', known?.[region] ?? null, changes)
}

function spansOf(year: SchoolYear, region: Region, changes: readonly HolidayChange[]): FreeSpan[] {
  const published = holidaysOf(year)?.holidays
  const feasts = feastDaysOf(year)
  return [
    ...HOLIDAY_KEYS.flatMap((key) => spanOf(year, key, published?.[key][region] ?? null, changes)),
    ...FEAST_KEYS.flatMap((key) => spanOf(year, key, feasts[key], changes)),
    ...changes.filter((one) => one.schoolYear === year && isOwnKey(one.key)).flatMap(ownSpan),
  ]
}

export const isOwnKey = (key: string) => key.startsWith('own-')
export const isFreeKey = (key: unknown): key is FreeKey =>
  HOLIDAY_KEYS.includes(key as HolidayKey) || FEAST_KEYS.includes(key as FeastKey)

function spanOf(
  schoolYear: SchoolYear,
  key: FreeKey,
  published: Span | null,
  changes: readonly HolidayChange[],
): FreeSpan[] {
  const change = changes.find((one) => one.schoolYear === schoolYear && one.key === key)
  const [from, to] = change ? [change.from, change.to] : (published ?? [null, null])
  if (from === null || to === null) return []
  const kind = HOLIDAY_KEYS.includes(key as HolidayKey) ? 'holiday' : 'feast'
  const given = { isOwn: change !== undefined, changedAt: change?.changedAt ?? null }
  return [{ key, schoolYear, kind, name: change?.name ?? '', from, to, ...given }]
}

const ownSpan = ({ key, schoolYear, name, from, to, changedAt }: HolidayChange): FreeSpan[] =>
  from === null || to === null
    ? []
    : [{ key, schoolYear, kind: 'own', name, from, to, isOwn: true, changedAt }]

/** A week of the school year, from Monday to Sunday. */
export type SchoolWeek = {
  readonly monday: Day
  /** As calendars count: 47. */
  readonly number: number
  /** Counted from the first week with a school day, free weeks left out; null for a week that is free as a whole. */
  readonly schoolWeek: number | null
  readonly schoolDays: readonly Day[]
  readonly isFree: boolean
}

/** All weeks that have a day in the school year, the first and the last one too. */
export function weeksOf(schoolYear: SchoolYear, free: Pick<FreeDays, 'isFree'>): SchoolWeek[] {
  const last = lastDay(schoolYear)
  const weeks: SchoolWeek[] = []
  let counted = 0
  for (let monday = mondayOf(firstDay(schoolYear)); monday <= last; monday = plusDays(monday, 7)) {
    const schoolDays = [0, 1, 2, 3, 4]
      .map((days) => plusDays(monday, days))
      .filter((day) => day >= firstDay(schoolYear) && day <= last && !free.isFree(day))
    const isFree = schoolDays.length === 0
    if (!isFree) counted += 1
    weeks.push({
      monday,
      number: weekNumber(monday),
      schoolWeek: isFree ? null : counted,
      schoolDays,
      isFree,
    })
  }
  return weeks
}

/** One row of the page of holidays: what is free by itself, and what the school made of it. */
export type FreeRow = {
  readonly schoolYear: SchoolYear
  readonly key: string
  readonly kind: FreeSpan['kind']
  readonly name: string
  /** Null: the school is not free then, or no dates are known. */
  readonly from: Day | null
  readonly to: Day | null
  readonly isOwn: boolean
}

/** Everything that can be changed about a year: the summer before it, its holidays, feast days and own free days. */
export function freeRows(
  schoolYear: SchoolYear,
  { region }: Pick<FreeDays, 'region'>,
  changes: readonly HolidayChange[],
): FreeRow[] {
  const before = previousYear(schoolYear)
  const all = [...summersBefore(schoolYear, region, changes), ...spansOf(schoolYear, region, changes)]
  const row = (year: SchoolYear, key: string, kind: FreeSpan['kind']): FreeRow => {
    const span = all.find((one) => one.schoolYear === year && one.key === key)
    const change = changes.find((one) => one.schoolYear === year && one.key === key)
    const given = { name: change?.name ?? '', isOwn: change !== undefined }
    return { schoolYear: year, key, kind, from: span?.from ?? null, to: span?.to ?? null, ...given }
  }
  return [
    row(before, 'summer', 'holiday'),
    ...HOLIDAY_KEYS.map((key) => row(schoolYear, key, 'holiday')),
    ...FEAST_KEYS.map((key) => row(schoolYear, key, 'feast')),
    ...changes
      .filter((one) => one.schoolYear === schoolYear && isOwnKey(one.key))
      .map(({ key }) => row(schoolYear, key, 'own')),
  ]
}
