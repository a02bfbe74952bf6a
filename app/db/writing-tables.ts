import type { Moment } from '../kernel/day.ts'
import type { SchoolId } from '../kernel/id.ts'

/** Rows of the tables of step 0002-writing-together. */
export type WritingTables = {
  /** The document from which the text of a passage is derived, as soon as somebody opened it to write together. */
  passage_doc: {
    owner_id: string
    field: string
    school_id: SchoolId
    scope_id: string
    /** Tells this document from another that had its place before: a copy of that one must never be merged in. */
    birth: string
    /** The Yjs state as base64. */
    state: string
    revision: number
    made_at: Moment
  }
}
