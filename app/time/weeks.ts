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
    const [preventive, curative, neither] = stacked(
      [week.preventive, week.curative, week.neither].map((minutes) => minutes * scale),
    )
    const repairedOrPrevented = week.preventive + week.curative
    return {
      week,
      middle: left + width / 2,
      left,
      width,
      preventive: preventive!,
      curative: curative!,
      neither: neither!,
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

/** Boxes one above the other, with a little air between those that are there. */
function stacked(heights: readonly number[]): Box[] {
  let top: number = WIDE.floor
  return heights.map((height) => {
    const drawn = height === 0 ? 0 : Math.max(1, round(height - (top === WIDE.floor ? 0 : GAP)))
    if (drawn > 0) top -= drawn + (top === WIDE.floor ? 0 : GAP)
    return { y: round(top), height: drawn }
  })
}

const round = (number: number) => Math.round(number * 10) / 10

/** How deep the picture is: the longest bar of what came between, and its number. */
export const depthOf = (bars: readonly WeekBar[]) =>
  WIDE.belowFrom + Math.max(0, ...bars.map(({ adHoc }) => adHoc.height)) + 26
