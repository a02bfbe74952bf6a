import { type Day, dayOf, type Moment } from '../kernel/day.ts'
import { daysBetween, plusDays, weekdayOf } from '../kernel/days.ts'
import type { ImportId, PersonId } from '../kernel/id.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { firstDay, isWithin, lastDay, type SchoolYear } from '../kernel/school-year.ts'
import type { CalendarItem, CalendarNo } from '../post/calendar-reading.ts'
import type { FreeSpan } from '../year/free-days.ts'
import { LONGEST, MOST_DAYS, MOST_ITEMS, type YearItem } from '../year/year.ts'
import { type Becomes, becomesBy } from './import-kind.ts'

/** A calendar that was taken into the year circle. */
export type CalendarImport = {
  readonly id: ImportId
  /** What the calendar called itself; '' when it did not. */
  readonly name: string
  readonly takenAt: Moment
  readonly takenBy: PersonId | null
  /** How many moments and free days came of it. */
  readonly count: number
}

/** What came of an event that was taken in before. */
export type Taken = {
  readonly key: string
  /** The moment as it stands in the year now; null when it was taken out again, or was a free day. */
  readonly item: YearItem | null
  readonly isFreeDay: boolean
}

/** An event as it can be put in the year of the team. */
export type Candidate = {
  readonly key: string
  readonly title: string
  readonly place: string
  readonly from: Day
  readonly to: Day
  readonly startsAt: Moment | null
  readonly endsAt: Moment | null
}

/**
 * `new`: can be taken in; `moved`: was taken in before and has another day now; `there`: stands in the year like this
 * already; `removed`: was taken in before and taken out again by somebody.
 */
export type RowState = 'new' | 'moved' | 'there' | 'removed'
export type ImportRow = Candidate & {
  readonly becomes: Becomes
  readonly isKnown: boolean
  readonly state: RowState
  /** Where it stands now, when that is elsewhere. */
  readonly was: { readonly from: Day; readonly to: Day } | null
}

export type ImportSheet = {
  readonly rows: readonly ImportRow[]
  readonly leftOut: {
    readonly repeated: number
    readonly untitled: number
    readonly long: number
    readonly more: number
  }
}

export type ImportReason = CalendarNo | 'no-file' | 'nothing-chosen' | 'import-gone' | 'stale'
export type ImportNo = Refusal<ImportReason>

/** What comes back this often in a year is no moment of the year. */
const MOST_TIMES = 12

/** The events of a calendar, as what they become in a school year, beside what stands there already. */
export function sheetOf(
  items: readonly CalendarItem[],
  year: SchoolYear,
  there: {
    readonly taken: readonly Taken[]
    readonly items: readonly YearItem[]
    readonly free: readonly FreeSpan[]
  },
): ImportSheet {
  const times = Map.groupBy(items, ({ series }) => series)
  const seldom = items.filter(({ series }) => (times.get(series)?.length ?? 0) <= MOST_TIMES)
  const titled = seldom.filter(({ title }) => title !== '')
  const fitting = titled.flatMap((item) => candidateFrom(item, year) ?? [])
  const rows = rowsOf(fitting.slice(0, MOST_ITEMS), there)
  return {
    rows,
    leftOut: {
      repeated: [...times.values()].filter((all) => all.length > MOST_TIMES).length,
      untitled: seldom.length - titled.length,
      long: titled.length - fitting.length,
      more: fitting.length - rows.length,
    },
  }
}

/** Within its school year; null for what began before it, or lasts longer than any moment of a year. */
function candidateFrom({ key, title, place, ...when }: CalendarItem, year: SchoolYear): Candidate | null {
  const { from, to } = when
  if (!isWithin(year, from) || daysBetween(from, to) >= MOST_DAYS) return null
  const words = {
    title: title.slice(0, LONGEST.title).trim(),
    place: place.slice(0, LONGEST.place).trim(),
  }
  return { key, ...words, from, to, ...(from === to ? hoursOf(when) : WHOLE_DAY) }
}

const WHOLE_DAY = { startsAt: null, endsAt: null }

/** What has no length is shown as an hour, as calendar programs do. */
function hoursOf({ from, startsAt, endsAt }: Pick<CalendarItem, 'from' | 'startsAt' | 'endsAt'>) {
  if (startsAt === null || endsAt === null) return WHOLE_DAY
  const ends =
    endsAt > startsAt ? endsAt : (new Date(Date.parse(startsAt) + 3_600_000).toISOString() as Moment)
  return dayOf(new Date(ends)) === from ? { startsAt, endsAt: ends } : WHOLE_DAY
}

type There = {
  readonly taken: readonly Taken[]
  readonly items: readonly YearItem[]
  readonly free: readonly FreeSpan[]
}

/** What each becomes, and whether it stands in the year already. */
export const rowsOf = (candidates: readonly Candidate[], there: There): ImportRow[] =>
  candidates.map((one) => rowFrom(one, there))

function rowFrom(one: Candidate, { taken, items, free }: There): ImportRow {
  const known = becomesBy(one.title)
  const becomes: Becomes = known ?? { as: 'item', kind: 'other' }
  const row = { ...one, becomes, isKnown: known !== null }
  const before = taken.findLast(({ key }) => key === one.key)
  if (before?.item) {
    const itsKind: Becomes = { as: 'item', kind: before.item.kind }
    return { ...row, ...stateOf(isSameTime(before.item, one), before.item), becomes: itsKind }
  }
  if (becomes.as === 'free') return { ...row, ...freeState(one, becomes.key, free) }
  if (before) return { ...row, state: 'removed', was: null }
  const title = one.title.toLowerCase()
  const isThere = items.some((item) => item.from === one.from && item.title.toLowerCase() === title)
  return { ...row, state: isThere ? 'there' : 'new', was: null }
}

const stateOf = (isSame: boolean, { from, to }: { readonly from: Day; readonly to: Day }) =>
  isSame ? ({ state: 'there', was: null } as const) : ({ state: 'moved', was: { from, to } } as const)

const isSameTime = (item: YearItem, one: Candidate) =>
  item.from === one.from && item.to === one.to && item.startsAt === one.startsAt && item.endsAt === one.endsAt

/** A free day of the school's own is there when the school is free already; a holiday when its school days are. */
function freeState(one: Candidate, key: string | null, free: readonly FreeSpan[]) {
  const isIt = (span: FreeSpan) =>
    key === null ? span.from <= one.from && one.to <= span.to : span.key === key && isNear(span, one)
  const span = free.find(isIt)
  if (!span) return { state: 'new', was: null } as const
  return stateOf(key === null || schoolDaysOf(span) === schoolDaysOf(one), span)
}

/** The summer stands in a year twice: at its start and at its end. */
const isNear = (span: FreeSpan, one: Candidate) => Math.abs(daysBetween(span.from, one.from)) < 120

/** Weekends around a holiday count for nothing: one calendar writes them, another does not. */
function schoolDaysOf({ from, to }: { readonly from: Day; readonly to: Day }): string {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, count) => plusDays(from, count))
  return days.filter((day) => weekdayOf(day) <= 5).join()
}

/** Something that somebody chose to take in. */
export type Chosen = Candidate & { readonly becomes: Becomes }

/** The days of which a calendar is read for a school year. */
export const windowOf = (year: SchoolYear) => ({ from: firstDay(year), until: lastDay(year) })
