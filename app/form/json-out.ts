import type { PlanPaper } from './plan-paper.ts'

/** The name and number of this shape; the number goes up when a reader of an older file would go wrong. */
export const PLAN_JSON = { format: 'rode-draad/plan', formatVersion: 1 } as const

/**
 * The whole plan as JSON (UTF-8, two spaces, a line feed at the end). Its first keys are those of the form: a reader
 * of plan forms can read it as it is; entries hold the rest beside their fields.
 */
export function planAsJson(paper: PlanPaper): string {
  const {
    title,
    schoolYear,
    principles,
    generalGoals,
    teamGoals,
    teacherTracks,
    learningTeamTracks,
    ...about
  } = paper
  const whole = {
    ...PLAN_JSON,
    title,
    schoolYear,
    principles,
    generalGoals,
    teamGoals,
    teacherTracks,
    learningTeamTracks,
    ...about,
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}
