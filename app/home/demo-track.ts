import type { EntryText, Weight } from '../plan/entry.ts'
import type { DemoPersonKey } from './demo-cast.ts'

/** `goal` is the number of the goal on which it hangs; days are of the school year 2026-2027. */
export type DemoTrack<Whose> = {
  readonly whose: Whose
  readonly goal?: number
  /** Goes on with the track of last year. */
  readonly goesOn?: true
  readonly days: readonly string[]
  /** The coordinator's effort in hours. */
  readonly hours?: number
  readonly weight?: Weight
  readonly support?: readonly DemoPersonKey[]
  readonly texts: Partial<Record<EntryText, string>>
}
