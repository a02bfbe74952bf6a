import type { PieceId } from '../kernel/id.ts'
import type { WorkFormKey } from '../school/work-form.ts'
import type { Grade, Piece, Subject } from './piece.ts'
import type { Wanted } from './shelf-find.ts'

/** A piece with what a reader sees besides its texts. */
export type SeenPiece = {
  readonly piece: Piece
  readonly title: string
  /** 'Anouk, 2025–2026' */
  readonly by: string
  /** Subject, groups and form of work, in words. */
  readonly labels: readonly string[]
}

/** Something that was shared and of which no piece was made yet. */
export type ReadyToWrite = { readonly promise: string; readonly what: string; readonly note: string }

export type Choice = { readonly value: string; readonly label: string }

/** What lies on the shelf, as one reader sees it. */
export type ShelfSheet = {
  readonly wanted: Wanted
  /** What was found; the whole shelf when nothing is asked. */
  readonly found: readonly SeenPiece[]
  readonly drafts: readonly SeenPiece[]
  readonly ready: readonly ReadyToWrite[]
  /** Whether anything lies on the shelf at all. */
  readonly isEmpty: boolean
  readonly themes: readonly string[]
  readonly subjects: readonly Subject[]
  readonly grades: readonly Grade[]
  readonly forms: readonly Choice[]
}

/** A goal or track of a plan, by the name under which people know it. */
export type NamedEntry = { readonly label: string; readonly href: string }
/** One into which a piece was taken; `leave`: what the form sends to leave it out, null for who may not. */
export type TakenEntry = NamedEntry & { readonly leave: string | null }

/** One piece on its own page. */
export type PieceSheet = {
  readonly seen: SeenPiece
  readonly cameFrom: NamedEntry | null
  readonly takenIn: readonly TakenEntry[]
  /** The goals and tracks into which this reader may take it, newest plan first: 'plan.entry' with its name. */
  readonly places: readonly Choice[]
  /** The one that comes from the goal or track of the piece. */
  readonly nearest: string | null
  readonly mayWrite: boolean
  readonly mayWithdraw: boolean
  /** What was refused just now, with its sentence beside the right form. */
  readonly no: { readonly act: string; readonly says: string } | null
}

/** Choices that stand in the form of a piece. */
export type PieceChoices = {
  readonly themes: readonly string[]
  readonly forms: readonly { readonly value: WorkFormKey; readonly label: string }[]
}

export const pieceHref = (id: PieceId) => `/shelf/${id}`
