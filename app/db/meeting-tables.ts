import type { Generated } from 'kysely'
import type { Day, Moment } from '../kernel/day.ts'
import type {
  DecisionId,
  MeetingId,
  MeetingItemId,
  PassId,
  PersonId,
  PlanId,
  SayId,
  SchoolId,
  ThemeId,
} from '../kernel/id.ts'

/** Rows of the tables of step 0009-meeting. */
export type MeetingTables = {
  meeting: {
    id: MeetingId
    school_id: SchoolId
    plan_id: PlanId | null
    template: string
    title: string
    starts_at: Moment
    minutes: number
    place: string
    chair_id: PersonId
    minute_taker_id: PersonId
    rule: string
    percentage: number | null
    quorum: number
    unnamed: number
    /** Null: who is absent can give a voice beforehand; else so many days to come back with a reasoned objection. */
    absent_days: number | null
    phase: string
    /** Six digits while one can join by it. */
    join_code: string | null
    current_item_id: MeetingItemId | null
    current_since: Moment | null
    revision: number
    /** How often the invitation was changed (SEQUENCE of the calendar). */
    invitation_number: number
    invited_at: Moment | null
    /** What the invitation said when it was last sent: another day, time, place or title makes an update. */
    invited_print: string | null
    cancelled_at: Moment | null
    cancel_reason: string | null
    opened_at: Moment | null
    opened_by: PersonId | null
    closed_at: Moment | null
    closed_by: PersonId | null
    mr_informed_on: Day | null
    created_at: Moment
    created_by: PersonId | null
  }
  meeting_voter: { meeting_id: MeetingId; school_id: SchoolId; person_id: PersonId }
  /** Who had the invitation, and hears of a change. */
  meeting_invited: { meeting_id: MeetingId; school_id: SchoolId; person_id: PersonId }
  meeting_item: {
    id: MeetingItemId
    school_id: SchoolId
    meeting_id: MeetingId
    position: number
    kind: string
    subject_id: string | null
    title: string
    /** Own words: an introduction, or the text of a proposal that is no part of the plan. */
    text: string
    purpose: string
    minutes: number
    state: string
    stage: string | null
    spent_seconds: number
    decision_id: DecisionId | null
    carried_from: MeetingItemId | null
    added_by: PersonId | null
    removed_at: Moment | null
  }
  meeting_say: {
    id: SayId
    school_id: SchoolId
    meeting_id: MeetingId
    item_id: MeetingItemId
    person_id: PersonId
    kind: string
    text: string
    theme_id: ThemeId | null
    /** Of step 0011: 'we', 'pupils' or 'parents'. */
    source: Generated<string | null>
    said_at: Moment
    done_at: Moment | null
  }
  meeting_voice_before: {
    item_id: MeetingItemId
    school_id: SchoolId
    person_id: PersonId
    answer: string
    reason: string | null
    /** Fingerprint of the text to which it was said: of another text it does not count. */
    text_print: string
    given_at: Moment
  }
  meeting_attendance: {
    meeting_id: MeetingId
    school_id: SchoolId
    person_id: PersonId
    how: string
    arrived_at: Moment | null
    left_at: Moment | null
    noted_at: Moment
    noted_by: PersonId | null
  }
  /** A device that joined by the code: of somebody of the team once the chair confirmed it, else of a guest. */
  meeting_pass: {
    id: PassId
    school_id: SchoolId
    meeting_id: MeetingId
    token_hash: string
    /** Null: a guest, who watches only. */
    person_id: PersonId | null
    name: string | null
    asked_at: Moment
    confirmed_at: Moment | null
    confirmed_by: PersonId | null
    ended_at: Moment | null
  }
}
