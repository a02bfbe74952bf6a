import {
  type AdoptionSheet,
  type PaperActivity,
  type PaperDomain,
  type PaperEntry,
  type PaperEvaluation,
  type PaperGoal,
  type PaperLearningTeamTrack,
  type PaperPerson,
  type PaperRole,
  type PaperTeacherTrack,
  type PaperTogether,
  type PlanPaper,
} from '../form/plan-paper.ts'
import type { Day } from '../kernel/day.ts'
import type { EntryId } from '../kernel/id.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { aimOf, domainsOf } from '../plan/domain.ts'
import { type Domain, type Entry, type EntryText, ownersOf, textOf } from '../plan/entry.ts'
import { entriesOf, entryOf, type Plan } from '../plan/plan.ts'
import { lookupOf, trackName } from '../plan/plan-sheet.ts'
import type { Roster, RosterPerson } from '../plan/roster.ts'
import { yearOverview } from '../plan/year-overview.ts'

/** What a paper is made of; the plan holds only what its reader may see. */
export type PaperSource = {
  readonly plan: Plan
  readonly roster: Roster
  readonly schoolName: string
  readonly language: Language
  readonly terms: Terms
  readonly today: Day
  readonly evaluations: ReadonlyMap<EntryId, readonly PaperEvaluation[]>
  readonly adoption: AdoptionSheet | null
  readonly together?: readonly PaperTogether[]
}

/** The plan as it goes out of the house, with all names; `plan-readers` makes the other versions of it. */
export function paperOfPlan(source: PaperSource): PlanPaper {
  const { plan, roster } = source
  return {
    schoolName: source.schoolName,
    schoolYear: plan.schoolYear,
    title: plan.title,
    phase: plan.phase,
    names: 'full',
    version: source.adoption?.version ?? null,
    madeOn: source.today,
    language: source.language,
    terms: source.terms,
    people: roster.people.map(paperPerson),
    principles: plan.principles.map((principle) => principle.text.text),
    ...(plan.preventiveAim === null ? {} : { preventiveAim: plan.preventiveAim }),
    visionLines: roster.visionLines.filter((line) => line.retiredAt === null).map((line) => line.text),
    generalGoals: entriesOf(plan, 'general-goal').map((entry) => paperGoal(entry, source)),
    teamGoals: entriesOf(plan, 'team-goal').map((entry) => paperGoal(entry, source)),
    teacherTracks: entriesOf(plan, 'teacher-track').map((entry) => teacherTrack(entry, source)),
    learningTeamTracks: entriesOf(plan, 'learning-team-track').map((entry) =>
      learningTeamTrack(entry, source),
    ),
    yearOverview: activities(plan),
    adoption: source.adoption,
    ...(source.together && source.together.length > 0 ? { together: source.together } : {}),
  }
}

const text = (entry: Entry, field: EntryText) => textOf(entry, field) || null

function paperGoal(entry: Entry, source: PaperSource): PaperGoal {
  return {
    ...shared(entry, source),
    title: text(entry, 'title'),
    startSituation: text(entry, 'startSituation'),
    approach: text(entry, 'approach'),
    executedBy: text(entry, 'executedBy'),
    coordinatorEffort: text(entry, 'coordinatorEffort'),
    evaluation: text(entry, 'evaluation'),
    pupilsAndParents: text(entry, 'pupilsAndParents'),
  }
}

const trackTexts = (entry: Entry, source: PaperSource) => ({
  ...shared(entry, source),
  name: trackName(entry, lookupOf(source.roster)),
  startSituation: text(entry, 'startSituation'),
  goal: text(entry, 'goal'),
  approach: text(entry, 'approach'),
  support: text(entry, 'support'),
  evaluation: text(entry, 'evaluation'),
  shareYieldWith: text(entry, 'shareYieldWith'),
  coordinatorEffort: text(entry, 'coordinatorEffort'),
  thirdPartyEffort: text(entry, 'thirdPartyEffort'),
  share: shareOf(entry),
})

function teacherTrack(entry: Entry, source: PaperSource): PaperTeacherTrack {
  const owner = source.roster.people.find((person) => person.id === ownersOf(entry)[0])
  return {
    ...trackTexts(entry, source),
    teacherEffort: text(entry, 'teacherEffort'),
    groups: owner && owner.groups.length > 0 ? owner.groups.join(', ') : null,
    role: owner ? roleOf(owner) : 'teacher',
  }
}

const learningTeamTrack = (entry: Entry, source: PaperSource): PaperLearningTeamTrack => ({
  ...trackTexts(entry, source),
  memberEffort: text(entry, 'memberEffort'),
  groups: null,
})

const shareOf = ({ shareChoice }: Entry): PaperTeacherTrack['share'] =>
  shareChoice === 'share' ? 'share' : shareChoice && 'keep'

const DOMAIN_NAMES: Readonly<Record<Domain, PaperDomain>> = {
  care: 'care-director',
  learning: 'learning-coordinator',
  trends: 'trend-analyst',
  process: 'process-director',
}

function shared(entry: Entry, { plan, roster, evaluations }: PaperSource): PaperEntry {
  const parent = entryOf(plan, entry.parentId)
  const said = Object.keys(entry.texts).length > 0
  return {
    id: entry.id,
    visionLines: entry.visionLineIds.flatMap(
      (id) => roster.visionLines.find((line) => line.id === id)?.text ?? [],
    ),
    parentGoal: parent ? text(parent, 'title') : null,
    evaluationDays: entry.moments.map((moment) => moment.onDay),
    domains: said ? domainsOf(entry).map((domain) => DOMAIN_NAMES[domain]) : [],
    direction: said ? aimOf(entry) : null,
    evaluations: evaluations.get(entry.id) ?? [],
  }
}

const paperPerson = (person: RosterPerson): PaperPerson => ({
  name: person.name,
  firstName: person.name.trim().split(/\s+/)[0] ?? person.name,
  role: roleOf(person),
})

function roleOf(person: RosterPerson): PaperRole {
  if (person.roles.includes('coordinator')) return 'coordinator'
  if (person.roles.includes('principal')) return 'principal'
  return person.roles.includes('teacher') || person.roles.includes('expert') ? 'teacher' : 'other'
}

/** The year overview as lines by day; effort without a day comes last. */
function activities(plan: Plan): PaperActivity[] {
  const { months, allYear } = yearOverview(plan)
  const dated = months.flatMap(({ activities: ones, month }) =>
    ones.flatMap((one) =>
      one.days
        .filter((day) => day.startsWith(month))
        .map((day) => ({ day, period: null, what: one.effort, entryId: one.entryId })),
    ),
  )
  dated.sort((one, other) => (one.day < other.day ? -1 : 1))
  return [
    ...dated,
    ...allYear.map((one) => ({ day: null, period: null, what: one.effort, entryId: one.entryId })),
  ]
}
