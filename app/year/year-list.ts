import type { Day } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import { firstDay, lastDay, type SchoolYear } from '../kernel/school-year.ts'
import { byDay, type Together } from './day-group.ts'
import type { FreeDays, FreeSpan } from './free-days.ts'
import type { YearMoment } from './year.ts'

/** One line of the list of a year. */
export type YearLine =
  | { readonly kind: 'together'; readonly day: Day; readonly together: Together }
  /** Evaluations of one track each, on one day. */
  | { readonly kind: 'alone'; readonly day: Day; readonly moments: readonly YearMoment[] }
  | { readonly kind: 'moment'; readonly day: Day; readonly moment: YearMoment }
  | { readonly kind: 'free'; readonly day: Day; readonly span: FreeSpan }
  | { readonly kind: 'today'; readonly day: Day }

export type YearMonth = {
  /** 'YYYY-MM' */
  readonly month: string
  readonly isNow: boolean
  readonly lines: readonly YearLine[]
}

/** The twelve months of a school year with what is in them; where we are now has a line of its own. */
export function monthsOf(
  schoolYear: SchoolYear,
  moments: readonly YearMoment[],
  free: FreeDays,
  today: Day,
): YearMonth[] {
  const lines = [...momentLines(moments), ...freeLines(schoolYear, free), ...todayLine(schoolYear, today)]
  const inOrder = lines.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
  return monthNames(schoolYear).map((month) => ({
    month,
    isNow: today.startsWith(month),
    lines: inOrder.filter(({ day }) => day.startsWith(month)),
  }))
}

// What is to come today stands under the line of today; free days come after what is on them.
const RANK: Readonly<Record<YearLine['kind'], string>> = {
  today: '0',
  together: '1',
  alone: '2',
  moment: '3',
  free: '4',
}
const keyOf = (line: YearLine) =>
  `${line.day} ${RANK[line.kind]} ${line.kind === 'moment' ? (line.moment.startsAt ?? '') : ''}`

const momentLines = (moments: readonly YearMoment[]): YearLine[] =>
  byDay(moments).flatMap(({ day, together, alone, others }): YearLine[] => [
    ...(together ? [{ kind: 'together' as const, day, together }] : []),
    ...(alone.length > 0 ? [{ kind: 'alone' as const, day, moments: alone }] : []),
    ...others.map((moment) => ({ kind: 'moment' as const, day, moment })),
  ])

const freeLines = (schoolYear: SchoolYear, { spans }: FreeDays): YearLine[] =>
  spans
    .filter(({ from, to }) => to >= firstDay(schoolYear) && from <= lastDay(schoolYear))
    .map((span) => {
      const day = span.from < firstDay(schoolYear) ? span.to : span.from
      return { kind: 'free', day, span }
    })

const todayLine = (schoolYear: SchoolYear, today: Day): YearLine[] =>
  today >= firstDay(schoolYear) && today <= lastDay(schoolYear) ? [{ kind: 'today', day: today }] : []

/** 'YYYY-MM' from August to July. */
export function monthNames(schoolYear: SchoolYear): string[] {
  const start = Number(schoolYear.slice(0, 4))
  return Array.from({ length: 12 }, (_, place) => {
    const month = ((place + 7) % 12) + 1
    return `${month >= 8 ? start : start + 1}-${String(month).padStart(2, '0')}`
  })
}

/** A month from outside, of this school year; null when it is none. */
export const monthIn = (schoolYear: SchoolYear, value: unknown): string | null =>
  monthNames(schoolYear).find((month) => month === value) ?? null

/** A day on a sheet of a month. */
export type SheetDay = {
  readonly day: Day
  readonly isOfMonth: boolean
  readonly free: FreeSpan | null
  readonly isWeekend: boolean
  readonly isToday: boolean
  /** What begins or goes on then. */
  readonly moments: readonly YearMoment[]
}

/** A month as weeks from Monday to Sunday, whole weeks. */
export function sheetOf(
  month: string,
  moments: readonly YearMoment[],
  free: FreeDays,
  today: Day,
): SheetDay[][] {
  const first = `${month}-01` as Day
  const offset = (new Date(`${first}T12:00:00Z`).getUTCDay() + 6) % 7
  const weeks: SheetDay[][] = []
  for (let monday = plusDays(first, -offset); monday.slice(0, 7) <= month; monday = plusDays(monday, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, place) =>
        sheetDay(plusDays(monday, place), place, month, moments, free, today),
      ),
    )
  }
  return weeks
}

function sheetDay(
  day: Day,
  place: number,
  month: string,
  moments: readonly YearMoment[],
  free: FreeDays,
  today: Day,
): SheetDay {
  return {
    day,
    isOfMonth: day.startsWith(month),
    free: free.at(day),
    isWeekend: place > 4,
    isToday: day === today,
    moments: moments.filter(({ from, to }) => from <= day && day <= to),
  }
}
