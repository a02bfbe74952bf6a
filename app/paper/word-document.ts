/**
 * What a Word file says, without how Word stores it: blocks in reading order. Tracked changes are accepted, hidden
 * text, field codes and note references are gone, headers and footers stand apart.
 */
export type WordDocument = {
  blocks: Block[]
  /** headers, footers, footnotes and endnotes: a line each, in that order */
  margins: string[]
}

export type Block = Paragraph | Table | TextBox

/** A piece of text; soft breaks are line feeds, tabs are tabs. Underlined and capitals by format count as bold. */
export type Run = {
  text: string
  bold: boolean
  /** How it looks to who reads it: bold by itself, not for being underlined or in capitals. */
  look?: { readonly bold?: true; readonly italic?: true; readonly href?: string }
}

export type Paragraph = {
  kind: 'paragraph'
  runs: Run[]
  /** 0 for the title, 1 to 9 for headings, null for running text */
  heading: number | null
  /** an automatic list: its level from 0, and whether Word counts it */
  list: { level: number; ordered: boolean } | null
  /** a line of the table of contents repeats the text of a heading */
  contents: boolean
  subtitle: boolean
  /** how the paragraph looks (style, bold, size, underlined, centred): equal looks are often equal roles */
  look: string
}

export type Table = { kind: 'table'; rows: Row[] }
export type Row = { cells: Cell[]; header: boolean }
export type Cell = {
  blocks: Block[]
  /** the column where it starts, from 0, and how many it covers */
  column: number
  span: number
  /** merged downward: the first cell of the merge, or one that goes on */
  merged: 'starts' | 'goes-on' | null
}

export type TextBox = { kind: 'box'; blocks: Block[] }
