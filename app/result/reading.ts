import type { SchoolYear } from '../kernel/school-year.ts'
import type { CheckTrouble, FileCheck } from './file-check.ts'
import type { FileLook } from './file-look.ts'
import type { FileTrouble } from './file-trouble.ts'
import type { Columns } from './result-columns.ts'
import type { ResultPack } from './result-pack.ts'
import type { Wide } from './wide.ts'

/** Which columns hold what, when somebody said so, and the row of the headings above them. */
export type Chosen = {
  readonly columns: Columns
  readonly below: number
  /** Of a table with a column for each test: what those hold. */
  readonly wide?: Wide | null
}

/** A file that is read: which columns hold what, and the last school year of which there can be results. */
export type Read = {
  readonly file: string
  readonly chosen: Chosen | null
  readonly latest: SchoolYear
}

/** What a thread that reads a file is to do. */
export type ReadingOrder =
  | { readonly what: 'look'; readonly file: string }
  | (Read & {
      readonly what: 'check'
      /** Where every refused row is written, a line each. */
      readonly refusedTo: string
    })
  | (Read & {
      readonly what: 'packs'
      /** That makes pseudonyms of the pupils' numbers. */
      readonly key: Uint8Array
    })

/** What it says back; the last one is `looked`, `checked`, `end` or `no`. */
export type ReadingSaid =
  | { readonly says: 'looked'; readonly look: FileLook }
  | { readonly says: 'upTo'; readonly rows: number }
  | { readonly says: 'pack'; readonly pack: ResultPack }
  | { readonly says: 'checked'; readonly check: FileCheck }
  | { readonly says: 'end' }
  | { readonly says: 'no'; readonly why: FileTrouble | CheckTrouble }

/** So many packs may lie ahead of who takes them. */
export const AHEAD = 3
