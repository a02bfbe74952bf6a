import type { Moment } from '../kernel/day.ts'

/** A version in the list: sealed, named, or kept by itself. `ref` names it in an address. */
export type VersionLine = {
  readonly ref: string
  readonly title: string
  /** '19 november 2026 om 10.42 uur, door Karin' */
  readonly says: string
  readonly at: Moment
  readonly isAutomatic: boolean
  /** Adopted by the team: it lies fast. */
  readonly isSealed: boolean
  /** The number of a concept; null for others. */
  readonly concept: number | null
}

/** The plan as it is now, in an address. */
export const NOW_REF = 'now'
