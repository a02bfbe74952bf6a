import type { SchoolId } from '../kernel/id.ts'

/** Rows of the tables of step 0007-search. */
export type SearchTables = {
  /** Which text was indexed, at which revision. */
  search_text: { owner_id: string; field: string; school_id: SchoolId; revision: number }
  /** A word of a text, folded (no accents, small letters), and how many times it stands there. */
  search_word: { school_id: SchoolId; word: string; owner_id: string; field: string; times: number }
}
