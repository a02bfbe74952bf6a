import type { Day, Moment } from '../kernel/day.ts'
import type { AppointmentId, Id, PersonId, QuestionId, SchoolId } from '../kernel/id.ts'

/** Rows of the tables of step 0021-office. */
export type OfficeTables = {
  /** On which weekdays (1 Monday to 5 Friday) somebody is in school: 'all', 'morning' or 'afternoon'. */
  office_weekday: { school_id: SchoolId; person_id: PersonId; weekday: number; part: string }
  /** A single day that is unlike the weekday: there (1) or not (0). Why is not asked. */
  office_day: { school_id: SchoolId; person_id: PersonId; day: Day; is_in: number }
  /** Whom a coordinator chose to stand in. */
  office_stand_in: { school_id: SchoolId; person_id: PersonId; stand_in_id: PersonId; changed_at: Moment }
  /** To whom one goes when a child or colleague is not safe: somebody of the school, or a name with telephone. */
  safe_person: {
    id: Id<'safe-person'>
    school_id: SchoolId
    kind: string
    person_id: PersonId | null
    name: string
    phone: string
    position: number
  }
  /** Each week on this weekday, in turns of so many minutes; clocks as 'HH:MM' in the Netherlands. */
  office_hours: {
    id: Id<'office-hours'>
    school_id: SchoolId
    person_id: PersonId
    weekday: number
    starts: string
    ends: string
    minutes: number
    place: string
  }
  /** A day on which there are no office hours. */
  office_closed: { school_id: SchoolId; person_id: PersonId; day: Day }
  /** Two who meet. It holds no words: not what about, not why it was called off. */
  appointment: {
    id: AppointmentId
    school_id: SchoolId
    /** Whose office hours it is in, or who comes. */
    host_id: PersonId
    guest_id: PersonId
    starts_at: Moment
    ends_at: Moment
    place: string
    /** The question that it belongs to; it has rights of its own. */
    about: QuestionId | null
    state: string
    made_by: PersonId
    made_at: Moment
    ended_at: Moment | null
    ended_by: PersonId | null
    /** SEQUENCE of the calendar. */
    sequence: number
    revision: number
    changed_at: Moment
  }
}
