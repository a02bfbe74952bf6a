import type { Moment } from '../kernel/day.ts'
import type { EntryId, Id, PersonId, PlanId, SchoolId, SessionId } from '../kernel/id.ts'

/** Rows of the tables of step 0006-notes. */
export type NoteTables = {
  note: {
    id: Id<'note'>
    school_id: SchoolId
    plan_id: PlanId
    entry_id: EntryId
    author_id: PersonId
    /** The text, encrypted: nonce, tag and body as base64url. */
    sealed: string
    key_id: string
    revision: number
    created_at: Moment
    changed_at: Moment
  }
  note_reader: {
    school_id: SchoolId
    plan_id: PlanId
    entry_id: EntryId
    person_id: PersonId
    let_in_at: Moment
  }
  note_opening: {
    id: Id<'note-opening'>
    school_id: SchoolId
    entry_id: EntryId
    person_id: PersonId
    session_id: SessionId
    /** Of the teacher's own openings alone. */
    device: string | null
    opened_at: Moment
  }
  note_key: { id: string; made_at: Moment }
}
