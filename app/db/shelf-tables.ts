import type { Moment } from '../kernel/day.ts'
import type { EntryId, PersonId, PieceId, PlanId, PromiseId, SchoolId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'

/** Rows of the tables of step 0017-shelf. */
export type ShelfTables = {
  /** A short piece: what was tried and seen. Its texts are passages of the id. */
  piece: {
    id: PieceId
    school_id: SchoolId
    /** Null: who wrote it left, and the school’s term has come. */
    writer_id: PersonId | null
    /** The plan, the goal or track and the promise that it came from. */
    plan_id: PlanId | null
    entry_id: EntryId | null
    promise_id: PromiseId | null
    school_year: SchoolYear
    subject: string | null
    /** Groups 1 to 8 as digits: '34'; '' for all. */
    grades: string
    work_form: string | null
    link: string | null
    made_at: Moment
    changed_at: Moment
    /** Since when it lies on the shelf; null: a draft that its writer alone sees. */
    shared_at: Moment | null
  }
  /** A piece that somebody took into a goal or track of a plan. */
  piece_link: {
    piece_id: PieceId
    school_id: SchoolId
    plan_id: PlanId
    entry_id: EntryId
    linked_at: Moment
    linked_by: PersonId | null
  }
}
