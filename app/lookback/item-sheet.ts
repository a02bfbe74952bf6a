import type { SheetPiece } from '../meeting/sheet-piece.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import type { RoomLook } from './look-back.ts'

export type { SheetPiece } from '../meeting/sheet-piece.ts'

/**
 * What an item of a meeting shows to everybody in the room, guests included: never more than the whole team may read.
 * `decision` is the decision on it as nobody in particular sees it; the own voice comes from `readDecisionFor`.
 */
export type ItemSheet = {
  /** Where it comes from: 'Begeleidingsplan 2026-2027 · algemeen doel'. */
  readonly lead: string
  readonly heading: string
  readonly pieces: readonly SheetPiece[]
  /** Against what the differences in the pieces are drawn, as a sentence; null: nothing is drawn. */
  readonly since: string | null
  /** Why it is proposed, or what changed since the last round and why. */
  readonly why: string | null
  /** Whose it is, by first name. */
  readonly people: readonly string[]
  readonly decision: SeenDecision | null
  /** Whether a round can be held on it now: it is for deciding, what it is about is there, and nothing stands yet. */
  readonly mayDecide: boolean
  /** The fingerprint of what would be decided, for a voice given beforehand; null when there is nothing to decide. */
  readonly print: string | null
  /** What looking back in the room shows besides; null for every other kind. */
  readonly look: RoomLook | null
  /** Minutes that the team has confirmed: nothing is asked of the item any more. */
  readonly confirmed?: boolean
}
