import type { Generated } from 'kysely'
import type { Day, Moment } from '../kernel/day.ts'
import type {
  GroupId,
  Id,
  LearningTeamId,
  PersonId,
  SchoolId,
  SectionId,
  SessionId,
  VisionLineId,
} from '../kernel/id.ts'
import type { CoordinatorWord, Language, TeacherWord } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { AmbitionTables } from './ambition-tables.ts'
import type { AmendmentTables } from './amendment-tables.ts'
import type { AnalysisTables } from './analysis-tables.ts'
import type { CalendarTables } from './calendar-tables.ts'
import type { ContextTables } from './context-tables.ts'
import type { ConversationTables } from './conversation-tables.ts'
import type { DataTalkTables } from './data-talk-tables.ts'
import type { HeavyTables } from './heavy-tables.ts'
import type { LookBackTables } from './look-back-tables.ts'
import type { MeetingTables } from './meeting-tables.ts'
import type { MinutesTables } from './minutes-tables.ts'
import type { NoteTables } from './note-tables.ts'
import type { OfficeTables } from './office-tables.ts'
import type { PatternTables } from './pattern-tables.ts'
import type { PeerTables } from './peer-tables.ts'
import type { PlanTables } from './plan-tables.ts'
import type { ProfileTables } from './profile-tables.ts'
import type { QuestionTables } from './question-tables.ts'
import type { ReminderTables } from './reminder-tables.ts'
import type { ResultTables } from './result-tables.ts'
import type { RoundTables } from './round-tables.ts'
import type { SearchTables } from './search-tables.ts'
import type { ShelfTables } from './shelf-tables.ts'
import type { StepTables } from './step-tables.ts'
import type { TimeTables } from './time-tables.ts'
import type { TopicTables } from './topic-tables.ts'
import type { TrayTables } from './tray-tables.ts'
import type { VersionTables } from './version-tables.ts'
import type { VisitTables } from './visit-tables.ts'
import type { WritingTables } from './writing-tables.ts'
import type { YearTables } from './year-tables.ts'

/** The rows as they lie in the database; words that belong to a higher room are plain text here. */
export type Tables = PlanTables &
  AmbitionTables &
  AnalysisTables &
  ResultTables &
  ContextTables &
  TopicTables &
  QuestionTables &
  DataTalkTables &
  HeavyTables &
  OfficeTables &
  TrayTables &
  PatternTables &
  ProfileTables &
  PeerTables &
  WritingTables &
  ConversationTables &
  VersionTables &
  AmendmentTables &
  NoteTables &
  SearchTables &
  RoundTables &
  MeetingTables &
  MinutesTables &
  LookBackTables &
  StepTables &
  VisitTables &
  YearTables &
  CalendarTables &
  TimeTables &
  ShelfTables &
  ReminderTables & {
    school: {
      id: SchoolId
      name: string
      brin: string | null
      language: Language
      coordinator_word: CoordinatorWord
      teacher_word: TeacherWord
      hours_a_week: number | null
      pupils: number | null
      retention_years: number
      /** Of step 0014: in which region of the holidays the school lies. */
      region: Generated<'north' | 'middle' | 'south' | null>
      first_year: SchoolYear
      revision: number
      demo_since: Moment | null
      /** A demo school that was made anew: nothing leads here any more. */
      gone_at: Moment | null
      created_at: Moment
    }
    person: {
      id: PersonId
      school_id: SchoolId
      name: string
      email: string | null
      left_on: Day | null
      created_at: Moment
      /** When the e-mail address last changed, by whomever: a code that goes there proves little for a while. */
      address_changed_at: Generated<Moment | null>
    }
    person_role: { school_id: SchoolId; person_id: PersonId; role: string }
    section: { id: SectionId; school_id: SchoolId; name: string; position: number }
    class_group: { id: GroupId; school_id: SchoolId; name: string; section_id: SectionId | null }
    person_group: { school_id: SchoolId; person_id: PersonId; group_id: GroupId }
    learning_team: {
      id: LearningTeamId
      school_id: SchoolId
      name: string
      position: number
      retired_on: Day | null
    }
    learning_team_member: { school_id: SchoolId; learning_team_id: LearningTeamId; person_id: PersonId }
    vision_line: {
      id: VisionLineId
      school_id: SchoolId
      text: string
      short: string
      position: number
      retired_at: Moment | null
      created_at: Moment
    }
    /** Written by the session room alone: there as soon as somebody has signed in for the first time (joined). */
    account: {
      person_id: PersonId
      school_id: SchoolId
      language: Language | null
      joined_at: Moment
    }
    session: {
      id: SessionId
      school_id: SchoolId
      person_id: PersonId
      token_hash: string
      device: string
      way: string
      shared: number
      waits_for: string | null
      created_at: Moment
      seen_at: Moment
      expires_at: Moment
      ends_at: Moment
      revoked_at: Moment | null
      /** Since when this session has an own proof: a passkey or code of the person, given inside it. */
      proved_at: Generated<Moment | null>
    }
    sign_in_code: {
      id: Id<'sign-in-code'>
      school_id: SchoolId
      person_id: PersonId
      kind: string
      challenge_hash: string | null
      code_hash: string | null
      link_hash: string
      made_by: PersonId | null
      created_at: Moment
      expires_at: Moment
      used_at: Moment | null
      used_on: string | null
    }
    passkey: {
      id: Id<'passkey'>
      school_id: SchoolId
      person_id: PersonId
      credential_id: string
      public_key: string
      counter: number
      transports: string
      name: string
      created_at: Moment
      used_at: Moment | null
      /** How the session began in which it was made. */
      made_way: Generated<string | null>
    }
    second_factor: {
      person_id: PersonId
      school_id: SchoolId
      secret: string
      last_step: number
      created_at: Moment
      confirmed_at: Moment | null
      /** An administrator took it away, because the phone was lost. */
      reset_at: Moment | null
      reset_by: PersonId | null
    }
    api_token: {
      id: Id<'api-token'>
      school_id: SchoolId
      name: string
      token_hash: string
      created_by: PersonId | null
      created_at: Moment
      used_at: Moment | null
      revoked_at: Moment | null
    }
    mail: {
      id: Id<'mail'>
      school_id: SchoolId
      person_id: PersonId | null
      kind: string
      to_address: string
      subject: string
      body: string
      /** What goes along for the calendar, as iCalendar text. */
      calendar: Generated<string | null>
      /** The address at which a mail program turns off letters like this one. */
      unsubscribe: Generated<string | null>
      once_key: string | null
      created_at: Moment
      due_at: Moment
      useful_until: Moment | null
      attempts: number
      leased_until: Moment | null
      handed_at: Moment | null
      sent_at: Moment | null
      failed_at: Moment | null
      last_error: string | null
    }
    passage: {
      owner_id: string
      field: string
      school_id: SchoolId
      scope_id: string
      text: string
      revision: number
      changed_at: Moment
      changed_by: PersonId | null
      writing_since: Moment | null
    }
    passage_past: {
      owner_id: string
      field: string
      revision: number
      school_id: SchoolId
      text: string
      changed_at: Moment
      changed_by: PersonId | null
    }
    server_setting: { name: string; value: string }
    throttle: { name: string; count: number; window_start: Moment }
  }
