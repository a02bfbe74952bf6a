import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { PersonId } from '../kernel/id.ts'
import type {
  Attendance,
  ItemKind,
  ItemState,
  Meeting,
  MeetingItem,
  MeetingPhase,
  Pass,
  Presence,
  Purpose,
  Say,
  SayKind,
  SaySource,
  Stage,
  Template,
} from './meeting.ts'

/** Rows of the meeting's tables as what they mean. */

export const meetingFrom = (row: Selectable<Tables['meeting']>, voters: readonly PersonId[]): Meeting => ({
  id: row.id,
  schoolId: row.school_id,
  planId: row.plan_id,
  template: row.template as Template,
  title: row.title,
  startsAt: row.starts_at,
  minutes: row.minutes,
  place: row.place,
  chair: row.chair_id,
  minuteTaker: row.minute_taker_id,
  deciding: {
    rule:
      row.rule === 'majority' ? { kind: 'majority', percentage: row.percentage ?? 50 } : { kind: 'consent' },
    quorum: row.quorum,
    unnamed: row.unnamed === 1,
    absentDays: row.absent_days,
    voters,
  },
  phase: row.phase as MeetingPhase,
  joinCode: row.join_code,
  current:
    row.current_item_id === null || row.current_since === null
      ? null
      : { item: row.current_item_id, since: row.current_since },
  revision: row.revision,
  invitation: { number: row.invitation_number, sentAt: row.invited_at, print: row.invited_print },
  cancelledAt: row.cancelled_at,
  cancelReason: row.cancel_reason,
  opened: signed(row.opened_at, row.opened_by),
  closed: signed(row.closed_at, row.closed_by),
  mrInformedOn: row.mr_informed_on,
})

const signed = (at: Meeting['cancelledAt'], by: PersonId | null) =>
  at === null || by === null ? null : { at, by }

export const itemFrom = (row: Selectable<Tables['meeting_item']>): MeetingItem => ({
  id: row.id,
  position: row.position,
  kind: row.kind as ItemKind,
  subjectId: row.subject_id,
  title: row.title,
  text: row.text,
  purpose: row.purpose as Purpose,
  minutes: row.minutes,
  state: row.state as ItemState,
  stage: row.stage as Stage | null,
  spent: row.spent_seconds,
  decisionId: row.decision_id,
  carriedFrom: row.carried_from,
  addedBy: row.added_by,
})

export const sayFrom = (row: Selectable<Tables['meeting_say']>): Say => ({
  id: row.id,
  item: row.item_id,
  person: row.person_id,
  kind: row.kind as SayKind,
  text: row.text,
  source: row.source as SaySource | null,
  theme: row.theme_id,
  saidAt: row.said_at,
  doneAt: row.done_at,
})

export const attendanceFrom = (row: Selectable<Tables['meeting_attendance']>): Attendance => ({
  person: row.person_id,
  how: row.how as Presence,
  arrivedAt: row.arrived_at,
  leftAt: row.left_at,
  notedAt: row.noted_at,
  notedBy: row.noted_by,
})

export const passFrom = (row: Selectable<Tables['meeting_pass']>): Pass => ({
  id: row.id,
  person: row.person_id,
  name: row.name,
  askedAt: row.asked_at,
  confirmedAt: row.confirmed_at,
  endedAt: row.ended_at,
})
