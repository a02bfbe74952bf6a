import type { Day } from '../kernel/day.ts'
import { daysBetween, plusDays } from '../kernel/days.ts'
import { firstDay, lastDay, nextYear, type SchoolYear } from '../kernel/school-year.ts'
import { byDay, type DayGroup } from './day-group.ts'
import type { FreeDays, FreeSpan } from './free-days.ts'
import { loads, type Trouble } from './trouble.ts'
import type { YearMoment } from './year.ts'
import { monthNames } from './year-list.ts'

/**
 * The year as a circle: where everything stands, as numbers in a field of 800 by 800 with its heart at 400, 400. August
 * begins at the top, and the year goes round with the clock. Nothing here draws, and nothing knows a word.
 */
export type Point = { readonly x: number; readonly y: number }
export type Circle = {
  readonly months: readonly {
    readonly month: string
    readonly tick: string
    readonly at: Point
    readonly turn: number
  }[]
  readonly holidays: readonly {
    readonly span: FreeSpan
    readonly path: string
    readonly name: Point | null
  }[]
  /** One dot for each thing that a week asks for; `full`: of a week that is too full. */
  readonly dots: readonly (Point & { readonly full: boolean })[]
  readonly tests: readonly { readonly moment: YearMoment; readonly path: string; readonly slim: boolean }[]
  readonly meetings: readonly string[]
  readonly reviews: readonly Point[]
  readonly knots: readonly CircleKnot[]
  /** The thread as far as it has come; null before the year begins. */
  readonly thread: string | null
  readonly future: string | null
  /** Degrees from three o'clock; null when today is in another year. */
  readonly needle: number | null
}

/** A knot on the thread: what stands on one day. */
export type CircleKnot = Point & {
  readonly group: DayGroup
  readonly is: 'past' | 'next' | 'later'
}

export const HEART = 400
export const RING = {
  outer: 334,
  inner: 224,
  thread: 296,
  tests: 262,
  slim: 250,
  review: 276,
  name: 246,
} as const

/** How far the year is on a day, from 0 to 1. */
const share = (year: SchoolYear, day: Day) =>
  Math.min(1, Math.max(0, daysBetween(firstDay(year), day) / lengthOf(year)))
const lengthOf = (year: SchoolYear) => daysBetween(firstDay(year), firstDay(nextYear(year)))

/** The angle of a day in radians from twelve o'clock, with the clock. */
export const angleOf = (year: SchoolYear, day: Day) => share(year, day) * 2 * Math.PI

export const pointAt = (angle: number, radius: number): Point => ({
  x: round(HEART + radius * Math.sin(angle)),
  y: round(HEART - radius * Math.cos(angle)),
})

const round = (number: number) => Math.round(number * 10) / 10
const say = ({ x, y }: Point) => `${x} ${y}`

export function circleOf(
  schoolYear: SchoolYear,
  moments: readonly YearMoment[],
  free: FreeDays,
  troubles: readonly Trouble[],
  today: Day,
): Circle {
  const groups = byDay(moments)
  const isNow = today >= firstDay(schoolYear) && today <= lastDay(schoolYear)
  const ended = today > lastDay(schoolYear)
  return {
    months: monthNames(schoolYear).map((month) => monthAt(schoolYear, month)),
    holidays: holidaysIn(schoolYear, free),
    dots: dotsOf(schoolYear, groups, troubles),
    ...marksOf(schoolYear, moments),
    knots: knotsOf(schoolYear, groups, today),
    thread: isNow || ended ? arc(0, ended ? TURN : angleOf(schoolYear, today), RING.thread) : null,
    future: ended ? null : arc(isNow ? angleOf(schoolYear, today) + 0.02 : 0, TURN, RING.thread),
    needle: isNow ? round((angleOf(schoolYear, today) * 180) / Math.PI - 90) : null,
  }
}

/** A hair less than all the way round: an arc that ends where it begins is drawn as nothing. */
const TURN = 2 * Math.PI - 0.0001

function arc(from: number, to: number, radius: number): string {
  const large = to - from > Math.PI ? 1 : 0
  return `M${say(pointAt(from, radius))}A${radius} ${radius} 0 ${large} 1 ${say(pointAt(to, radius))}`
}

function sector(from: number, to: number): string {
  const { outer, inner } = RING
  const large = to - from > Math.PI ? 1 : 0
  const back = `L${say(pointAt(to, outer))}A${outer} ${outer} 0 ${large} 0 ${say(pointAt(from, outer))}Z`
  return `${arc(from, to, inner)}${back}`
}

const MONTH_NAME = 388

function monthAt(year: SchoolYear, month: string) {
  const first = `${month}-01` as Day
  const angle = angleOf(year, first)
  const middle = angleOf(year, plusDays(first, 15))
  const degrees = (middle * 180) / Math.PI
  return {
    month,
    tick: `M${say(pointAt(angle, RING.outer))}L${say(pointAt(angle, RING.outer + 70))}`,
    at: pointAt(middle, MONTH_NAME),
    // Below the heart names would stand on their heads.
    turn: round(degrees > 90 && degrees < 270 ? degrees - 180 : degrees),
  }
}

/** A holiday shorter than this has no room for its name. */
const NAMED_FROM = 7

function holidaysIn(year: SchoolYear, { spans }: FreeDays) {
  return spans
    .filter(({ from, to }) => to >= firstDay(year) && from <= lastDay(year))
    .map((span) => {
      const from = angleOf(year, span.from)
      const to = angleOf(year, plusDays(span.to, 1))
      const isLong = daysBetween(span.from, span.to) >= NAMED_FROM && span.kind === 'holiday'
      return { span, path: sector(from, to), name: isLong ? pointAt((from + to) / 2, RING.name) : null }
    })
}

const FIRST_DOT = 344
const DOT_STEP = 8
const MOST_DOTS = 7

function dotsOf(year: SchoolYear, groups: readonly DayGroup[], troubles: readonly Trouble[]) {
  const full = new Set(troubles.flatMap((one) => (one.kind === 'full-week' ? [one.monday] : [])))
  return [...loads(groups)].flatMap(([monday, count]) => {
    const middle = angleOf(year, plusDays(monday, 2))
    return Array.from({ length: Math.min(count, MOST_DOTS) }, (_, place) => ({
      ...pointAt(middle, FIRST_DOT + place * DOT_STEP),
      full: full.has(monday),
    }))
  })
}

function marksOf(year: SchoolYear, moments: readonly YearMoment[]) {
  const ofKind = (kind: YearMoment['kind']) => moments.filter((one) => one.kind === kind)
  const path = ({ from, to }: YearMoment, radius: number) =>
    arc(angleOf(year, from), Math.max(angleOf(year, plusDays(to, 1)), angleOf(year, from) + 0.03), radius)
  const tick = ({ from }: YearMoment) => {
    const angle = angleOf(year, from)
    return `M${say(pointAt(angle, 228))}L${say(pointAt(angle, 244))}`
  }
  return {
    tests: [
      ...ofKind('tests').map((moment) => ({ moment, path: path(moment, RING.tests), slim: false })),
      ...ofKind('transition-test').map((moment) => ({ moment, path: path(moment, RING.slim), slim: true })),
    ],
    meetings: ofKind('meeting').map(tick),
    reviews: ofKind('group-review').map(({ from }) => pointAt(angleOf(year, from), RING.review)),
  }
}

const KNOTTED: readonly string[] = ['adopted', 'start', 'trend-talk', 'study-day']

function knotsOf(year: SchoolYear, groups: readonly DayGroup[], today: Day): CircleKnot[] {
  const knotted = groups.filter(
    ({ together, alone, others }) =>
      together !== null || alone.length > 0 || others.some(({ kind }) => KNOTTED.includes(kind)),
  )
  const next = knotted.find(({ day }) => day >= today)
  return knotted.map((group) => ({
    ...pointAt(angleOf(year, group.day), RING.thread),
    group,
    is: group.day < today ? ('past' as const) : group === next ? ('next' as const) : ('later' as const),
  }))
}

/** The height of the words in the heart: on the other side of it than the needle points. */
export const heartAt = (needle: number | null) =>
  needle !== null && Math.sin((needle * Math.PI) / 180) < -0.15 ? 466 : 352

/** The Monday of the week that is too full, where the thread is told so; null when none is. */
export const fullWeekIn = (troubles: readonly Trouble[]) =>
  troubles.find((one): one is Extract<Trouble, { kind: 'full-week' }> => one.kind === 'full-week') ?? null
