import type { Day } from '../kernel/day.ts'

/** Of the files of data only, which a test reads through: the days exist, and stand in order. */
export const span = (from: string, to: string) => [from as Day, to as Day] as const

export const everywhere = (from: string, to: string) => ({
  north: span(from, to),
  middle: span(from, to),
  south: span(from, to),
})
