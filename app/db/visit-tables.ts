import type { Generated } from 'kysely'
import type { Moment } from '../kernel/day.ts'
import type { EntryId, Id, OfferId, PersonId, PlanId, SchoolId, VisitId } from '../kernel/id.ts'

/** Rows of the tables of step 0013-visits. */
export type VisitTables = {
  /** A moment at which somebody takes a class over. */
  visit_offer: {
    id: OfferId
    school_id: SchoolId
    person_id: PersonId
    starts_at: Moment
    ends_at: Moment
    words: string
    made_at: Moment
    withdrawn_at: Moment | null
  }
  visit: {
    id: VisitId
    school_id: SchoolId
    visitor_id: PersonId
    host_id: PersonId
    plan_id: PlanId | null
    entry_id: EntryId | null
    question: string
    /** Who takes the class over offered it; null: the visitor has no class at that moment. */
    offer_id: OfferId | null
    starts_at: Moment
    ends_at: Moment
    state: string
    waits_for: PersonId | null
    /** Of a visit that was agreed: the other moment that somebody proposed. */
    next_offer_id: OfferId | null
    next_starts_at: Moment | null
    next_ends_at: Moment | null
    /** Who was asked to take the class over instead of who offered it. */
    new_cover_id: PersonId | null
    /** When who took the class over fell out and nobody came instead yet. */
    cover_left_at: Generated<Moment | null>
    asked_by: PersonId
    asked_at: Moment
    agreed_at: Moment | null
    ended_at: Moment | null
    ended_by: PersonId | null
    ended_words: string
    /** With whom the host shares the guide; 0 or 1. */
    shared_visitor: number
    shared_coordinator: number
    shared_team: number
    /** SEQUENCE of the calendar. */
    sequence: number
    revision: number
    changed_at: Moment
  }
  /** Somebody asks a colleague to swap moments; the hosts say yes as well. */
  visit_swap: {
    id: Id<'visit-swap'>
    school_id: SchoolId
    visit_id: VisitId
    with_id: PersonId
    other_visit_id: VisitId | null
    asked_at: Moment
    ended_at: Moment | null
    /** 'done', 'no' or 'withdrawn'. */
    ended_as: string | null
  }
  visit_swap_yes: {
    swap_id: Id<'visit-swap'>
    school_id: SchoolId
    person_id: PersonId
    said_at: Moment
  }
  /** A point of the observation guide; `pick`: from the list, in the words of the reader. */
  visit_point: {
    id: Id<'visit-point'>
    school_id: SchoolId
    visit_id: VisitId
    position: number
    pick: string | null
    text: string
  }
  /** What was seen; proposed by who looks, kept by who was visited. */
  visit_note: {
    id: Id<'visit-note'>
    school_id: SchoolId
    visit_id: VisitId
    point_id: Id<'visit-point'> | null
    author_id: PersonId
    text: string
    kept_at: Moment | null
    revision: number
    written_at: Moment
    changed_at: Moment
  }
}
