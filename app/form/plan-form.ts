import type { SchoolYear } from '../kernel/school-year.ts'

/**
 * The begeleidingsplan as the form of Figuur 1 has it (Greven, 'De IB'er als assepoester'): what a Word file holds,
 * what the command line prints and what the API returns of an entry. `null` is an empty field. Lines in a field are
 * divided by a line feed.
 */
export type PlanForm = {
  title: string | null
  schoolYear: SchoolYear | null
  principles: string[]
  generalGoals: GoalForm[]
  teamGoals: GoalForm[]
  teacherTracks: TeacherTrackForm[]
  learningTeamTracks: LearningTeamTrackForm[]
}

export type GoalForm = {
  title: string | null
  startSituation: string | null
  approach: string | null
  executedBy: string | null
  coordinatorEffort: string | null
  evaluation: string | null
}

type TrackForm = {
  name: string | null
  startSituation: string | null
  goal: string | null
  approach: string | null
  support: string | null
  evaluation: string | null
  shareYieldWith: string | null
  coordinatorEffort: string | null
  thirdPartyEffort: string | null
}

export type TeacherTrackForm = TrackForm & { teacherEffort: string | null }
export type LearningTeamTrackForm = TrackForm & { memberEffort: string | null }

export const GOAL_FIELDS = [
  'title',
  'startSituation',
  'approach',
  'executedBy',
  'coordinatorEffort',
  'evaluation',
] as const
export const TEACHER_TRACK_TEXTS = [
  'startSituation',
  'goal',
  'approach',
  'support',
  'evaluation',
  'shareYieldWith',
  'teacherEffort',
  'coordinatorEffort',
  'thirdPartyEffort',
] as const
export const LEARNING_TEAM_TRACK_TEXTS = [
  'startSituation',
  'goal',
  'approach',
  'support',
  'evaluation',
  'shareYieldWith',
  'memberEffort',
  'coordinatorEffort',
  'thirdPartyEffort',
] as const
export const TEACHER_TRACK_FIELDS = ['name', ...TEACHER_TRACK_TEXTS] as const
export const LEARNING_TEAM_TRACK_FIELDS = ['name', ...LEARNING_TEAM_TRACK_TEXTS] as const
