/** One text of an item of a meeting, as it is stored (`kernel/rich.ts`). */
export type SheetPiece = {
  readonly label: string
  /** The text from which the difference is drawn; null: there is none before it. */
  readonly before: string | null
  readonly text: string
}
