/** One text of an item of a meeting, as it is stored (`kernel/rich.ts`). */
export type SheetPiece = {
  readonly label: string
  /** The text from which the difference is drawn; null: there is none before it. */
  readonly before: string | null
  readonly text: string
  /** Where the whole of it stands, for who is of the school. */
  readonly more?: { readonly href: string; readonly words: string }
}
