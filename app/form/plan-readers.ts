import { nameReplacer } from './name-finder.ts'
import type {
  AdoptionSheet,
  PaperActivity,
  PaperEntry,
  PaperEvaluation,
  PaperGoal,
  PaperLearningTeamTrack,
  PaperPerson,
  PaperRole,
  PaperTeacherTrack,
  PlanPaper,
} from './plan-paper.ts'

/** The word that stands where a name stood, in the language of the paper: 'een collega', 'de intern begeleider'. */
export type InsteadOfName = (role: PaperRole) => string

/**
 * The version for readers outside the team: no tracks of persons at all, and nobody is named in what stays (goals,
 * year overview, adoption). The names of the school and the title stay as they are.
 */
export function withoutTracks(paper: PlanPaper, insteadOf: InsteadOfName): PlanPaper {
  const gone = new Set(paper.teacherTracks.map((track) => track.id))
  const kept: PlanPaper = {
    ...paper,
    teacherTracks: [],
    yearOverview: paper.yearOverview.filter((line) => line.entryId === null || !gone.has(line.entryId)),
    adoption: paper.adoption && sheetWithoutNames(paper.adoption, gone),
  }
  const replace = nameReplacer(namedIn(paper), (person, start) => {
    const word = insteadOf(person.role)
    return start ? word.charAt(0).toUpperCase() + word.slice(1) : word
  })
  return { ...mapTexts(kept, replace), names: 'without-tracks', people: [] }
}

const sheetWithoutNames = (sheet: AdoptionSheet, gone: ReadonlySet<string>): AdoptionSheet => ({
  ...sheet,
  present: [],
  objections: sheet.objections
    .filter((objection) => objection.entryId === null || !gone.has(objection.entryId))
    .map((objection) => ({ ...objection, by: null })),
})

/** The people of the paper, and who is named in a track only. */
function namedIn(paper: PlanPaper): PaperPerson[] {
  const names = new Set(paper.people.flatMap((person) => [person.name, person.firstName]))
  const loose = [
    ...paper.teacherTracks.map((track) => ({ name: track.name ?? '', role: track.role })),
    ...(paper.adoption?.present ?? []).map((name) => ({ name, role: 'other' as const })),
    ...(paper.adoption?.objections ?? []).map(({ by }) => ({ name: by ?? '', role: 'other' as const })),
  ]
  const others = loose.filter(({ name }) => name.trim() !== '' && !names.has(name))
  return [
    ...paper.people,
    ...others.map((one) => ({ ...one, firstName: one.name.trim().split(/\s+/)[0] ?? one.name })),
  ]
}

/**
 * The version with initials: 'Petra' becomes 'P.' wherever the name stands, also inside running text. Who shares an
 * initial gets a second letter ('Ja.', 'Jo.'), and a number where that is the same too ('J.1', 'J.2').
 */
export function withInitials(paper: PlanPaper): PlanPaper {
  const people = namedIn(paper)
  const initials = initialsOf(people)
  const initialOf = (person: PaperPerson) => initials.get(person) ?? '…'
  const replaced = mapTexts(paper, nameReplacer(people, initialOf))
  return {
    ...replaced,
    names: 'initials',
    people: paper.people.map((one) => ({ ...one, name: initialOf(one), firstName: initialOf(one) })),
  }
}

/** Each person's initial; two entries for one name share it. */
export function initialsOf(people: readonly PaperPerson[]): Map<PaperPerson, string> {
  const names = [...new Set(people.map((person) => person.name))]
  const callName = new Map(
    people.map((person) => [person.name, person.firstName.trim() || person.name.trim()]),
  )
  const letters = (name: string, count: number) =>
    capital([...(callName.get(name) ?? '')].slice(0, count).join(''))
  const alone = (name: string, count: number) =>
    names.every((other) => other === name || letters(other, count) !== letters(name, count))
  const made = new Map<string, string>()
  for (const name of names) made.set(name, alone(name, 1) ? `${letters(name, 1)}.` : shared(name))
  return new Map(people.map((person) => [person, made.get(person.name) ?? '…']))

  function shared(name: string) {
    const short = [...(callName.get(name) ?? '')].length > 2
    if (short && alone(name, 2)) return `${letters(name, 2)}.`
    const same = names.filter((other) => letters(other, 1) === letters(name, 1))
    return `${letters(name, 1)}.${same.indexOf(name) + 1}`
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()

type Replace = (text: string) => string
const maybe = (text: string | null, replace: Replace) => (text === null ? null : replace(text))

/** The paper with each text that people wrote replaced; the school's name, the title and the ids stay. */
function mapTexts(paper: PlanPaper, replace: Replace): PlanPaper {
  return {
    ...paper,
    principles: paper.principles.map(replace),
    visionLines: paper.visionLines.map(replace),
    generalGoals: paper.generalGoals.map((goal) => mapGoal(goal, replace)),
    teamGoals: paper.teamGoals.map((goal) => mapGoal(goal, replace)),
    teacherTracks: paper.teacherTracks.map((track) => mapTeacherTrack(track, replace)),
    learningTeamTracks: paper.learningTeamTracks.map((track) => mapLearningTeamTrack(track, replace)),
    yearOverview: paper.yearOverview.map((line) => mapActivity(line, replace)),
    adoption: paper.adoption && mapSheet(paper.adoption, replace),
  }
}

const mapEntry = (entry: PaperEntry, replace: Replace): PaperEntry => ({
  id: entry.id,
  visionLines: entry.visionLines.map(replace),
  parentGoal: maybe(entry.parentGoal, replace),
  evaluationDays: entry.evaluationDays,
  domains: entry.domains,
  direction: entry.direction,
  evaluations: entry.evaluations.map((evaluation) => mapEvaluation(evaluation, replace)),
})

const mapEvaluation = (evaluation: PaperEvaluation, replace: Replace): PaperEvaluation => ({
  ...evaluation,
  saw: maybe(evaluation.saw, replace),
  learned: maybe(evaluation.learned, replace),
  sharedWith: maybe(evaluation.sharedWith, replace),
})

const mapGoal = (goal: PaperGoal, replace: Replace): PaperGoal => ({
  ...mapEntry(goal, replace),
  title: maybe(goal.title, replace),
  startSituation: maybe(goal.startSituation, replace),
  approach: maybe(goal.approach, replace),
  executedBy: maybe(goal.executedBy, replace),
  coordinatorEffort: maybe(goal.coordinatorEffort, replace),
  evaluation: maybe(goal.evaluation, replace),
  pupilsAndParents: maybe(goal.pupilsAndParents, replace),
})

const mapTrack = (track: PaperTeacherTrack | PaperLearningTeamTrack, replace: Replace) => ({
  ...mapEntry(track, replace),
  name: maybe(track.name, replace),
  groups: maybe(track.groups, replace),
  share: track.share,
  startSituation: maybe(track.startSituation, replace),
  goal: maybe(track.goal, replace),
  approach: maybe(track.approach, replace),
  support: maybe(track.support, replace),
  evaluation: maybe(track.evaluation, replace),
  shareYieldWith: maybe(track.shareYieldWith, replace),
  coordinatorEffort: maybe(track.coordinatorEffort, replace),
  thirdPartyEffort: maybe(track.thirdPartyEffort, replace),
})

const mapTeacherTrack = (track: PaperTeacherTrack, replace: Replace): PaperTeacherTrack => ({
  ...mapTrack(track, replace),
  role: track.role,
  teacherEffort: maybe(track.teacherEffort, replace),
})

const mapLearningTeamTrack = (track: PaperLearningTeamTrack, replace: Replace): PaperLearningTeamTrack => ({
  ...mapTrack(track, replace),
  memberEffort: maybe(track.memberEffort, replace),
})

const mapActivity = (line: PaperActivity, replace: Replace): PaperActivity => ({
  ...line,
  period: maybe(line.period, replace),
  what: replace(line.what),
})

const mapSheet = (sheet: AdoptionSheet, replace: Replace): AdoptionSheet => ({
  ...sheet,
  present: sheet.present.map(replace),
  rule: replace(sheet.rule),
  outcome: replace(sheet.outcome),
  objections: sheet.objections.map((objection) => ({
    ...objection,
    about: replace(objection.about),
    by: maybe(objection.by, replace),
    reason: replace(objection.reason),
    answer: replace(objection.answer),
  })),
})
