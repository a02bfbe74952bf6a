import type { TableRow } from '../paper/table-row.ts'
import type { FileTrouble } from './file-trouble.ts'
import type { Columns } from './result-columns.ts'
import type { WideGuess } from './wide-guess.ts'

/** A table as it lies before somebody who says what its columns hold. */
export type SheetLook = {
  readonly kind: 'sheet'
  readonly headings: readonly string[]
  /** The places of headings of personal data: they are not read, and nothing of them stands in the rows here. */
  readonly personal: readonly number[]
  /** The row of the headings, from 1. */
  readonly below: number
  /** What the headings say by themselves. */
  readonly columns: Columns
  /** A row for each pupil and a column for each test, as far as the headings say. */
  readonly isWide: boolean
  /** What they say of columns with tests. */
  readonly guess: WideGuess
  /** The first rows under the headings; personal columns are empty. */
  readonly rows: readonly TableRow[]
}

/** A message with results: it says itself what is what. */
export type MessageLook = {
  readonly kind: 'uwlr'
  readonly tests: readonly string[]
  readonly results: number
  readonly leftOut: readonly string[]
}

/** What a file is; one that is no file with results may be one that another page takes. */
export type FileLook =
  | SheetLook
  | MessageLook
  | { readonly kind: 'inspection' | 'edexml' }
  | { readonly kind: 'no'; readonly why: FileTrouble }

/** How many rows are shown beforehand. */
export const ROWS_SHOWN = 10
