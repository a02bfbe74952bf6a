import type { Day, Moment } from '../kernel/day.ts'
import type {
  EntryId,
  MeetingId,
  MeetingItemId,
  PersonId,
  PlanId,
  PromiseId,
  SchoolId,
  TeamLookId,
  ThemeId,
} from '../kernel/id.ts'

/** Rows of the tables of step 0011-look-back. */
export type LookBackTables = {
  /** What the team says together of a plan, half-way or at the end; its texts are passages of the id. */
  team_look: {
    id: TeamLookId
    school_id: SchoolId
    plan_id: PlanId
    moment: string
    changed_at: Moment
    changed_by: PersonId | null
    /** Since when the conditions lie before the principal. */
    noted_at: Moment | null
  }
  /** What the team decided for next year: a principle kept or dropped, a theme that becomes a goal. */
  team_choice: {
    plan_id: PlanId
    school_id: SchoolId
    kind: string
    subject_id: string
    choice: string
    text: string
    decided_at: Moment
    decided_by: PersonId | null
  }
  /** What somebody shares, with whom and by when. */
  yield_promise: {
    id: PromiseId
    school_id: SchoolId
    plan_id: PlanId
    entry_id: EntryId | null
    person_id: PersonId
    what: string
    with_whom: string
    due_on: Day | null
    made_at: Moment
    made_by: PersonId | null
    /** One line of what came of it. */
    came_of: string | null
    ended_at: Moment | null
    ended_by: PersonId | null
    /** 'done' or 'let-go'. */
    ended_as: string | null
  }
  meeting_theme: {
    id: ThemeId
    school_id: SchoolId
    meeting_id: MeetingId
    item_id: MeetingItemId
    title: string
    position: number
    outcome: string
    becomes_goal: number
    made_at: Moment
    made_by: PersonId | null
    removed_at: Moment | null
  }
  /** What is proposed, and once decided is so: how a goal or track goes on. */
  meeting_outcome: {
    item_id: MeetingItemId
    school_id: SchoolId
    meeting_id: MeetingId
    next: string
    words: string
    proposed_at: Moment
    proposed_by: PersonId | null
    /** 'agreed' in the room or 'round'; null while it is a proposal. */
    how: string | null
    decided_at: Moment | null
    decided_by: PersonId | null
  }
}
