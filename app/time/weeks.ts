import type { WeekTally } from './balance.ts'

/** The picture of the weeks, worked out in the units of its drawing; the drawing itself stands in weeks-view. */
export const WIDE = { width: 1216, plot: 1016, floor: 214, tallest: 184, belowFrom: 270 } as const
const BELOW = 0.625
const WIDEST_BAR = 60
const WIDEST_SLOT = 92
const GAP = 3

export type Box = { readonly y: number; readonly height: number }
export type WeekBar = {
  readonly week: WeekTally
  /** The middle of its place. */
  readonly middle: number
  readonly left: number
  readonly width: number
  readonly preventive: Box
  readonly curative: Box
  readonly neither: Box
  readonly adHoc: Box
  /** Where the agreement lies in this week; null without one, or without anything to lay it against. */
  readonly aimAt: number | null
  /** Its number stands under it; in a long row every second or third has one. */
  readonly hasLabel: boolean
  /** The first week of a holiday tells its name. */
  readonly tellsHoliday: boolean
}

/** Where every week stands, how high its parts are, and where the agreement lies; `aim` in per cent. */
export function weekBars(weeks: readonly WeekTally[], aim: number | null): WeekBar[] {
  const most = Math.max(60, ...weeks.map(({ minutes }) => minutes))
  const scale = WIDE.tallest / most
  const slot = Math.min(WIDEST_SLOT, WIDE.plot / Math.max(1, weeks.length))
  const width = Math.min(WIDEST_BAR, Math.round(slot * 0.65))
  const every = slot >= 34 ? 1 : slot >= 22 ? 2 : 3
  return weeks.map((week, place) => {
    const left = Math.round(place * slot + (slot - width) / 2)
    const preventive = boxOn(WIDE.floor, week.preventive * scale)
    const curative = boxOn(preventive.y, week.curative * scale)
    const neither = boxOn(curative.y, week.neither * scale)
    const repairedOrPrevented = week.preventive + week.curative
    return {
      week,
      middle: left + width / 2,
      left,
      width,
      preventive,
      curative,
      neither,
      adHoc: { y: WIDE.belowFrom, height: round(week.adHoc * scale * BELOW) },
      aimAt:
        aim === null || repairedOrPrevented === 0
          ? null
          : round(WIDE.floor - (repairedOrPrevented * scale * aim) / 100),
      hasLabel: place % every === 0,
      tellsHoliday: week.holiday !== null && week.holiday !== (weeks[place - 1]?.holiday ?? null),
    }
  })
}

/** A box that stands on what lies there, with a little air between; one of no height lies where it stands. */
function boxOn(top: number, height: number): Box {
  if (height === 0) return { y: top, height: 0 }
  const air = top === WIDE.floor ? 0 : GAP
  const drawn = Math.max(1, round(height - air))
  return { y: round(top - air - drawn), height: drawn }
}

const round = (number: number) => Math.round(number * 10) / 10

/** How deep the picture is: the longest bar of what came between, and its number. */
export const depthOf = (bars: readonly WeekBar[]) =>
  WIDE.belowFrom + Math.max(0, ...bars.map(({ adHoc }) => adHoc.height)) + 26
