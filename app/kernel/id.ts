import { v7 } from 'uuid'

/** Branded ids: a plan's id can't be handed over where a person's is asked. Made only by stores and parsers. */
declare const brand: unique symbol
export type Id<Noun extends string> = string & { readonly [brand]: Noun }

export type SchoolId = Id<'school'>
export type PersonId = Id<'person'>
export type GroupId = Id<'group'>
export type SectionId = Id<'section'>
export type LearningTeamId = Id<'learning-team'>
export type VisionLineId = Id<'vision-line'>
export type SessionId = Id<'session'>
export type PlanId = Id<'plan'>
export type PrincipleId = Id<'principle'>
export type EntryId = Id<'entry'>
export type ProposalId = Id<'proposal'>
export type AmendmentId = Id<'amendment'>
export type DecisionId = Id<'decision'>
export type VersionId = Id<'version'>
export type SnapshotId = Id<'snapshot'>
export type EvaluationId = Id<'evaluation'>
export type ImportId = Id<'import'>
export type MeetingId = Id<'meeting'>
export type MeetingItemId = Id<'meeting-item'>
export type SayId = Id<'say'>
export type ThemeId = Id<'theme'>
export type PassId = Id<'pass'>
export type PollId = Id<'poll'>
export type ActionId = Id<'action'>
export type TeamLookId = Id<'team-look'>
export type PromiseId = Id<'promise'>
export type StepId = Id<'step'>
export type WorkFormId = Id<'work-form'>
export type OfferId = Id<'offer'>
export type VisitId = Id<'visit'>
export type YearItemId = Id<'year-item'>
export type CalendarFeedId = Id<'calendar-feed'>
export type TimeEntryId = Id<'time-entry'>
export type TimeShareId = Id<'time-share'>
export type PieceId = Id<'piece'>
export type ResultImportId = Id<'result-import'>
export type AmbitionId = Id<'ambition'>
export type DataTalkId = Id<'data-talk'>
export type TalkLineId = Id<'talk-line'>
export type AnalysisId = Id<'analysis'>
export type TopicId = Id<'topic'>
export type QuestionId = Id<'question'>
export type AskedId = Id<'asked'>
export type AppointmentId = Id<'appointment'>
export type AnswerId = Id<'answer'>
export type SmallAskId = Id<'small-ask'>
export type PatternId = Id<'pattern'>
export type PeerGroupId = Id<'peer-group'>

/** A new id: uuid version 7, so that ids sort by the moment they were made. */
export const newId = <Noun extends string>() => v7() as Id<Noun>

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An id from outside (a URL, a form): null when it can't be one. */
export const parseId = <Noun extends string>(value: unknown): Id<Noun> | null =>
  typeof value === 'string' && SHAPE.test(value) ? (value as Id<Noun>) : null
