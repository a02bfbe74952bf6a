import { GOAL_FIELDS, LEARNING_TEAM_TRACK_FIELDS, TEACHER_TRACK_FIELDS } from '../form/plan-form.ts'
import type { Day } from '../kernel/day.ts'
import { aimOf, domainsOf } from '../plan/domain.ts'
import { type Entry, type EntryKind, type EntryText, textOf } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { lookupOf, trackName } from '../plan/plan-sheet.ts'
import type { Roster } from '../plan/roster.ts'

/** The fields of the form by kind; `null` is an empty one. Everything else of an entry lies beside them. */
const FORM_FIELDS: Record<EntryKind, readonly string[]> = {
  'general-goal': GOAL_FIELDS,
  'team-goal': GOAL_FIELDS,
  'teacher-track': TEACHER_TRACK_FIELDS,
  'learning-team-track': LEARNING_TEAM_TRACK_FIELDS,
}

export type EntryAnswer = Record<string, unknown> & {
  readonly id: string
  readonly kind: EntryKind
  readonly evaluationDays: readonly Day[]
}

/** An entry as a program reads it, of a plan that holds only what the program may see. */
export function entryAnswer(entry: Entry, roster: Roster): EntryAnswer {
  return {
    id: entry.id,
    kind: entry.kind,
    ...formFields(entry, roster),
    ...(entry.kind.endsWith('goal')
      ? { pupilsAndParents: textOf(entry, 'pupilsAndParents') || null }
      : trackFacts(entry)),
    visionLines: entry.visionLineIds.map((id) => ({
      id,
      text: roster.visionLines.find((line) => line.id === id)?.text ?? null,
    })),
    parentId: entry.parentId,
    evaluationDays: entry.moments.map((moment) => moment.onDay),
    domains: domainsOf(entry),
    aim: aimOf(entry),
    coordinatorHours: entry.coordinatorHours,
    revision: entry.revision,
  }
}

const formFields = (entry: Entry, roster: Roster) =>
  Object.fromEntries(
    FORM_FIELDS[entry.kind].map((field) => [
      field,
      field === 'name'
        ? trackName(entry, lookupOf(roster)) || null
        : textOf(entry, field as EntryText) || null,
    ]),
  )

const trackFacts = (entry: Entry) => ({
  weight: entry.weight,
  shareChoice: entry.shareChoice,
  personId: entry.personId,
  learningTeamId: entry.learningTeamId,
  agreed: entry.agreedAt !== null,
})

/** The whole plan, with the names of the form. */
export function planAnswer(plan: Plan, roster: Roster) {
  const of = (kind: EntryKind) =>
    plan.entries.filter((entry) => entry.kind === kind).map((entry) => entryAnswer(entry, roster))
  return {
    id: plan.id,
    schoolYear: plan.schoolYear,
    phase: plan.phase,
    title: plan.title,
    revision: plan.revision,
    visionLines: roster.visionLines
      .filter((line) => line.retiredAt === null)
      .map(({ id, text, short }) => ({ id, text, short })),
    principles: plan.principles.map((principle) => principle.text.text),
    preventiveAim: plan.preventiveAim,
    generalGoals: of('general-goal'),
    teamGoals: of('team-goal'),
    teacherTracks: of('teacher-track'),
    learningTeamTracks: of('learning-team-track'),
  }
}
