import type { Day } from '../kernel/day.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { angleOf, HEART, heartAt, type Point, pointAt, RING } from './circle.ts'
import { byDay, type DayGroup } from './day-group.ts'
import type { YearKind, YearMoment } from './year.ts'

/** What is named within the circle: a day with its most telling thing, and from where a line leads to the words. */
export type LabelWish = {
  readonly group: DayGroup
  readonly moment: YearMoment | null
  readonly day: Day
  readonly rank: number
  readonly radius: number
}

/** What is told first where not everything fits. */
const RANKS: Partial<Record<YearKind, number>> = {
  adopted: 1,
  tests: 2,
  'trend-talk': 3,
  'study-day': 5,
  start: 6,
  'group-review': 7,
  'transition-test': 8,
}
const TOGETHER = 0

const RADII: Partial<Record<YearKind, number>> = {
  tests: RING.tests - 8,
  'transition-test': RING.slim - 6,
  'group-review': RING.review - 10,
}

/** What of the year would be named within the circle, the most telling first; of several alike the first comes first. */
export function labelWishes(moments: readonly YearMoment[]): LabelWish[] {
  const seen = new Map<string, number>()
  const again = (what: string) => {
    const count = seen.get(what) ?? 0
    seen.set(what, count + 1)
    return count * 10
  }
  return byDay(moments)
    .flatMap((group): LabelWish[] => {
      const { together, others, day } = group
      if (together) return [{ group, moment: null, day, rank: TOGETHER, radius: RING.thread - 11 }]
      const told = others
        .filter(({ kind }) => RANKS[kind] !== undefined)
        .toSorted((one, other) => (RANKS[one.kind] ?? 0) - (RANKS[other.kind] ?? 0))[0]
      if (!told) return []
      const rank = (RANKS[told.kind] ?? 0) + again(told.kind)
      return [{ group, moment: told, day, rank, radius: RADII[told.kind] ?? RING.thread - 11 }]
    })
    .toSorted((one, other) => one.rank - other.rank)
}

/** A label that has found its place: words of two lines, ending or beginning at `at`, and a line to its mark. */
export type Label = {
  readonly wish: LabelWish
  readonly at: Point
  readonly anchor: 'start' | 'end'
  readonly line: string
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

const ROOM = 212
const A_LETTER = 8.6
const ABOVE = 15
const BELOW = 26
const MOST_LABELS = 9
/** The middle of the circle is of today: the needle's thread, and the day in words. */
const TAIL: Box = { left: 335, right: 450, top: 386, bottom: 446 }
const heartBox = (needle: number | null): Box => {
  const y = heartAt(needle)
  return { left: 292, right: 508, top: y - 24, bottom: y + 30 }
}

/** Puts the labels inside the ring, none over another, none under the needle; what finds no room stays in the list. */
export function placeLabels(
  year: SchoolYear,
  wishes: readonly { readonly wish: LabelWish; readonly letters: number }[],
  needle: number | null,
): Label[] {
  const taken: Box[] = needle === null ? [] : [TAIL, heartBox(needle)]
  const labels: Label[] = []
  for (const { wish, letters } of wishes) {
    if (labels.length >= MOST_LABELS) break
    const angle = angleOf(year, wish.day)
    const found = findPlace(angle, letters * A_LETTER, taken, needle)
    if (!found) continue
    taken.push(found.box)
    labels.push({ wish, ...found.label, line: lineTo(pointAt(angle, wish.radius), found.box) })
  }
  return labels
}

const STEPS = Array.from({ length: 61 }, (_, place) => (place % 2 === 0 ? 1 : -1) * Math.ceil(place / 2) * 5)

const ASIDE = [0, 30, -30, 60, -60]

function findPlace(angle: number, width: number, taken: readonly Box[], needle: number | null) {
  const wanted = HEART - 176 * Math.cos(angle)
  for (const step of STEPS) {
    const y = Math.round(wanted + step)
    const half = halfAt(Math.max(Math.abs(y - ABOVE - HEART), Math.abs(y + BELOW - HEART)))
    if (half < width / 2) continue
    for (const aside of ASIDE) {
      const left = leftFor(angle, half, width, aside)
      const box = { left, right: left + width, top: y - ABOVE, bottom: y + BELOW }
      if (taken.some((one) => clash(one, box)) || isUnderNeedle(box, needle)) continue
      return { box, label: anchored(box, y, angle) }
    }
  }
  return null
}

/** Words to the right end at the ring, words to the left begin there. */
function anchored({ left, right }: Box, y: number, angle: number) {
  const isRight = Math.sin(angle) >= 0
  const at = { x: Math.round(isRight ? right : left), y }
  return { at, anchor: isRight ? ('end' as const) : ('start' as const) }
}

/** Half the width of the room at this height. */
const halfAt = (rise: number) => (rise >= ROOM ? 0 : Math.sqrt(ROOM ** 2 - rise ** 2))

/** As close to its mark as the ring lets it come, or so much beside that. */
function leftFor(angle: number, half: number, width: number, aside: number) {
  const wanted = HEART + ROOM * Math.sin(angle) - width / 2 + aside
  return Math.min(HEART + half - width, Math.max(HEART - half, wanted))
}

const clash = (one: Box, other: Box) =>
  one.left < other.right + 8 &&
  other.left < one.right + 8 &&
  one.top < other.bottom + 4 &&
  other.top < one.bottom + 4

/** Whether the needle, from the heart outwards, runs through the words. */
function isUnderNeedle(box: Box, needle: number | null): boolean {
  if (needle === null) return false
  const angle = ((needle + 90) * Math.PI) / 180
  for (let radius = 0; radius <= RING.review; radius += 6) {
    const { x, y } = pointAt(angle, radius)
    if (x > box.left - 6 && x < box.right + 6 && y > box.top - 4 && y < box.bottom + 4) return true
  }
  return false
}

/** From the mark to the nearest edge of the words. */
function lineTo(mark: Point, box: Box): string {
  const x = Math.round(Math.min(box.right - 10, Math.max(box.left + 10, mark.x)))
  const y = mark.y < box.top ? box.top - 2 : mark.y > box.bottom ? box.bottom + 2 : mark.y
  const side = mark.y >= box.top && mark.y <= box.bottom
  const end = side ? `${Math.round(mark.x > box.right ? box.right + 4 : box.left - 4)} ${y}` : `${x} ${y}`
  return `M${mark.x} ${mark.y}L${end}`
}
