import type { Generated } from 'kysely'
import type { Day, Moment } from '../kernel/day.ts'
import type {
  DecisionId,
  EntryId,
  EvaluationId,
  Id,
  ImportId,
  LearningTeamId,
  PersonId,
  PlanId,
  PrincipleId,
  ProposalId,
  SchoolId,
  VersionId,
  VisionLineId,
} from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'

/** The rows of plans: entries, proposals, decisions, sealed versions and evaluations. */
export type PlanTables = {
  decision: {
    id: DecisionId
    school_id: SchoolId
    scope_id: string
    about: string
    subject_id: string
    title: string
    rule: string
    percentage: number | null
    quorum: number
    opened_at: Moment
    opened_by: PersonId
    chair_id: PersonId
    /** 1: a majority vote on ballots without names. */
    unnamed: Generated<number | null>
    /** So many days in which who was absent can come back on it with a reasoned objection; null: not so agreed. */
    absent_days: Generated<number | null>
  }
  decision_voter: { school_id: SchoolId; decision_id: DecisionId; person_id: PersonId }
  decision_round: {
    school_id: SchoolId
    decision_id: DecisionId
    number: number
    text: string
    content: string
    change_note: string | null
    opened_at: Moment
    opened_by: PersonId
    closes_at: Moment
    closed_at: Moment | null
    closed_by: PersonId | null
    outcome: string | null
    settled: string | null
    settled_at: Moment | null
    settled_by: PersonId | null
    settled_note: string | null
    /** 'room': opened and closed by the chair of a meeting; null: until a closing time. */
    held: Generated<string | null>
    /** JSON: hands or papers counted in the room, by whom. */
    counted: Generated<string | null>
    /** JSON: the objections of who was absent, given afterwards. */
    reopened: Generated<string | null>
  }
  voice: {
    school_id: SchoolId
    decision_id: DecisionId
    round_number: number
    person_id: PersonId
    kind: string
    reason: string | null
    spoken_at: Moment
    withdrawn_at: Moment | null
    /** Null: by the person in the round. Else 'before', 'phone' (read in), 'hand'. */
    how: Generated<string | null>
    entered_by: Generated<PersonId | null>
  }
  plan: {
    id: PlanId
    school_id: SchoolId
    school_year: SchoolYear
    title: string
    phase: string
    revision: number
    previous_plan_id: PlanId | null
    created_at: Moment
    created_by: PersonId | null
    /** Of step 0016: the share for preventing that the team adopts, in whole percent. */
    preventive_aim: Generated<number | null>
    /** Of step 0016: hours a week kept for care, and for what comes. */
    care_hours: Generated<number | null>
    room_hours: Generated<number | null>
  }
  phase_change: {
    id: Id<'phase-change'>
    school_id: SchoolId
    plan_id: PlanId
    from_phase: string | null
    to_phase: string
    why: string
    decision_id: DecisionId | null
    changed_at: Moment
    changed_by: PersonId | null
  }
  principle: {
    id: PrincipleId
    school_id: SchoolId
    plan_id: PlanId
    preset: string | null
    position: number
    carried_from: PrincipleId | null
    removed_at: Moment | null
    /** Null for what was removed before this was kept. */
    removed_by: PersonId | null
    created_at: Moment
  }
  entry: {
    id: EntryId
    school_id: SchoolId
    plan_id: PlanId
    kind: string
    position: number
    person_id: PersonId | null
    learning_team_id: LearningTeamId | null
    name: string | null
    weight: string
    share_choice: string | null
    own_domains: string | null
    own_aim: string | null
    coordinator_hours: number | null
    parent_id: EntryId | null
    carried_from: EntryId | null
    agreed_at: Moment | null
    agreed_by: PersonId | null
    revision: number
    created_at: Moment
    created_by: PersonId | null
    removed_at: Moment | null
    removed_by: PersonId | null
  }
  entry_vision_line: { school_id: SchoolId; entry_id: EntryId; vision_line_id: VisionLineId }
  entry_person: {
    school_id: SchoolId
    entry_id: EntryId
    person_id: PersonId
    part: string
    asked_at: Moment
    agreed_at: Moment | null
    declined_at: Moment | null
  }
  evaluation_moment: {
    id: Id<'evaluation-moment'>
    school_id: SchoolId
    plan_id: PlanId
    entry_id: EntryId
    on_day: Day
    occasion: string
  }
  proposal: {
    id: ProposalId
    school_id: SchoolId
    plan_id: PlanId
    entry_id: EntryId
    texts: string
    source: string
    note: string | null
    made_by: PersonId | null
    made_at: Moment
    outcome: string | null
    answered_at: Moment | null
    answered_by: PersonId | null
    answer: string | null
  }
  let_loose: {
    id: Id<'let-loose'>
    school_id: SchoolId
    plan_id: PlanId
    kind: string
    subject_id: string
    reason: string
    let_at: Moment
    let_by: PersonId
    taken_back_at: Moment | null
  }
  plan_import: {
    id: ImportId
    school_id: SchoolId
    made_by: PersonId
    file_name: string
    reading: string
    choices: string
    created_at: Moment
    taken_at: Moment | null
    plan_id: PlanId | null
  }
  plan_version: {
    id: VersionId
    school_id: SchoolId
    plan_id: PlanId
    number: string
    kind: string
    frame: string
    decision_record: string
    sha256: string
    sealed_at: Moment
    sealed_by: PersonId | null
  }
  version_entry: {
    version_id: VersionId
    entry_id: EntryId
    school_id: SchoolId
    position: number
    kind: string
    person_id: PersonId | null
    content: string | null
    sha256: string
    erased_at: Moment | null
    erased_by: PersonId | null
    erased_why: string | null
  }
  evaluation: {
    id: EvaluationId
    school_id: SchoolId
    plan_id: PlanId
    entry_id: EntryId
    moment: string
    next_step: string | null
    reached: string | null
    evaluated_at: Moment
    evaluated_by: PersonId | null
    /** Of step 0011: when the team decided what happens next, and at which item of a meeting. */
    decided_at: Generated<Moment | null>
    decided_in: Generated<string | null>
  }
}
