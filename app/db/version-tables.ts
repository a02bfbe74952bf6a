import type { Moment } from '../kernel/day.ts'
import type { Id, PersonId, PlanId, SchoolId, SnapshotId } from '../kernel/id.ts'

/** Rows of the tables of step 0004-versions. */
export type VersionTables = {
  /** Stored once as long as it stays the same. */
  snapshot_piece: {
    plan_id: PlanId
    number: number
    school_id: SchoolId
    /** The plan itself (its title and the vision), a principle or an entry. */
    owner_id: string
    /** JSON; once the text was erased it says so, and its fingerprint is of no text. */
    content: string
    sha256: string
  }
  snapshot: {
    id: SnapshotId
    school_id: SchoolId
    plan_id: PlanId
    kind: string
    name: string | null
    number: number | null
    phase: string
    /** Numbers of pieces with a space between, in the order of the plan. */
    pieces: string
    revision: number
    made_at: Moment
    made_by: PersonId | null
  }
  own_change: {
    id: Id<'own-change'>
    school_id: SchoolId
    plan_id: PlanId
    person_id: PersonId
    subject_id: string
    act: string
    made_at: Moment
    undone_at: Moment | null
  }
}
