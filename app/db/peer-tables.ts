import type { Day, Moment } from '../kernel/day.ts'
import type { Id, PeerGroupId, PersonId, SchoolId } from '../kernel/id.ts'

/** Rows of the tables of step 0025-peers. */
export type PeerTables = {
  /** A pair or triad that learns together for a term. */
  peer_group: {
    id: PeerGroupId
    school_id: SchoolId
    /** The key of a built-in topic, or the id of one of the school. */
    topic: string | null
    aim: string
    from_day: Day
    to_day: Day
    started_by: PersonId | null
    made_at: Moment
    closed_at: Moment | null
    /** What they keep of it together; read by the members alone. */
    kept: string
    revision: number
    changed_at: Moment
  }
  peer_member: {
    group_id: PeerGroupId
    school_id: SchoolId
    person_id: PersonId
    /** 'named', 'asked', 'in', 'declined', 'taken-back' or 'left'. */
    state: string
    asked_by: PersonId | null
    asked_at: Moment
    answered_at: Moment | null
    /** 1: the team may see that this person learns in this group. */
    shows: number
    /** What it brought; read by this member alone. */
    brought: string
  }
  peer_agreement: {
    id: Id<'peer-agreement'>
    school_id: SchoolId
    group_id: PeerGroupId
    text: string
    added_at: Moment
  }
  peer_moment: {
    id: Id<'peer-moment'>
    school_id: SchoolId
    group_id: PeerGroupId
    starts_at: Moment
    ends_at: Moment
    place: string
    cancelled_at: Moment | null
    /** SEQUENCE of the calendar. */
    sequence: number
  }
}
