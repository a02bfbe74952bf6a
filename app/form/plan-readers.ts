import { nameEdits } from './name-finder.ts'
import type {
  AdoptionSheet,
  PaperActivity,
  PaperEntry,
  PaperEvaluation,
  PaperGoal,
  PaperLearningTeamTrack,
  PaperMeeting,
  PaperPerson,
  PaperRole,
  PaperTeacherTrack,
  PlanPaper,
} from './plan-paper.ts'
import { type Rewriting, rewriting } from './rewriting.ts'

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
  const find = nameEdits(namedIn(paper), (person, start) => {
    const word = insteadOf(person.role)
    return start ? word.charAt(0).toUpperCase() + word.slice(1) : word
  })
  return { ...mapTexts(kept, rewriting(find)), names: 'without-tracks', people: [] }
}

const sheetWithoutNames = (sheet: AdoptionSheet, gone: ReadonlySet<string>): AdoptionSheet => ({
  ...sheet,
  present: [],
  objections: sheet.objections
    .filter((objection) => objection.entryId === null || !gone.has(objection.entryId))
    .map((objection) => ({ ...objection, by: null })),
  meeting: sheet.meeting ? { ...sheet.meeting, chair: null, minuteTaker: null, here: [], absent: [] } : null,
})

/** The people of the paper, and who is named in a track only. */
function namedIn(paper: PlanPaper): PaperPerson[] {
  const names = new Set(paper.people.flatMap((person) => [person.name, person.firstName]))
  const loose = [
    ...paper.teacherTracks.map((track) => ({ name: track.name ?? '', role: track.role })),
    ...namesOfMeeting(paper.adoption?.meeting ?? null).map((name) => ({ name, role: 'other' as const })),
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
  const replaced = mapTexts(paper, rewriting(nameEdits(people, initialOf)))
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

const maybe = (text: string | null, replace: (text: string) => string) =>
  text === null ? null : replace(text)

/** The paper with each text that people wrote replaced; the school's name, the title and the ids stay. */
function mapTexts(paper: PlanPaper, by: Rewriting): PlanPaper {
  return {
    ...paper,
    principles: paper.principles.map(by.long),
    visionLines: paper.visionLines.map(by.plain),
    generalGoals: paper.generalGoals.map((goal) => mapGoal(goal, by)),
    teamGoals: paper.teamGoals.map((goal) => mapGoal(goal, by)),
    teacherTracks: paper.teacherTracks.map((track) => mapTeacherTrack(track, by)),
    learningTeamTracks: paper.learningTeamTracks.map((track) => mapLearningTeamTrack(track, by)),
    yearOverview: paper.yearOverview.map((line) => mapActivity(line, by)),
    adoption: paper.adoption && mapSheet(paper.adoption, by.plain),
    // Earlier texts, of tracks that are left out too: what changed is for the team itself, and so is what it said together.
    changes: undefined,
    together: undefined,
  }
}

const mapEntry = (entry: PaperEntry, by: Rewriting): PaperEntry => ({
  id: entry.id,
  visionLines: entry.visionLines.map(by.plain),
  parentGoal: maybe(entry.parentGoal, by.long),
  evaluationDays: entry.evaluationDays,
  domains: entry.domains,
  direction: entry.direction,
  evaluations: entry.evaluations.map((evaluation) => mapEvaluation(evaluation, by)),
})

const mapEvaluation = (evaluation: PaperEvaluation, by: Rewriting): PaperEvaluation => ({
  ...evaluation,
  saw: maybe(evaluation.saw, by.long),
  learned: maybe(evaluation.learned, by.long),
  adjust: maybe(evaluation.adjust, by.long),
  sharedWith: maybe(evaluation.sharedWith, by.long),
})

const mapGoal = (goal: PaperGoal, by: Rewriting): PaperGoal => ({
  ...mapEntry(goal, by),
  title: maybe(goal.title, by.long),
  startSituation: maybe(goal.startSituation, by.long),
  approach: maybe(goal.approach, by.long),
  executedBy: maybe(goal.executedBy, by.long),
  coordinatorEffort: maybe(goal.coordinatorEffort, by.long),
  evaluation: maybe(goal.evaluation, by.long),
  pupilsAndParents: maybe(goal.pupilsAndParents, by.long),
})

const mapTrack = (track: PaperTeacherTrack | PaperLearningTeamTrack, by: Rewriting) => ({
  ...mapEntry(track, by),
  name: maybe(track.name, by.plain),
  groups: maybe(track.groups, by.plain),
  share: track.share,
  startSituation: maybe(track.startSituation, by.long),
  goal: maybe(track.goal, by.long),
  approach: maybe(track.approach, by.long),
  support: maybe(track.support, by.long),
  evaluation: maybe(track.evaluation, by.long),
  shareYieldWith: maybe(track.shareYieldWith, by.long),
  coordinatorEffort: maybe(track.coordinatorEffort, by.long),
  thirdPartyEffort: maybe(track.thirdPartyEffort, by.long),
})

const mapTeacherTrack = (track: PaperTeacherTrack, by: Rewriting): PaperTeacherTrack => ({
  ...mapTrack(track, by),
  role: track.role,
  teacherEffort: maybe(track.teacherEffort, by.long),
})

const mapLearningTeamTrack = (track: PaperLearningTeamTrack, by: Rewriting): PaperLearningTeamTrack => ({
  ...mapTrack(track, by),
  memberEffort: maybe(track.memberEffort, by.long),
})

/** The names of a list without what stands between brackets behind them. */
const namesOfMeeting = (meeting: PaperMeeting | null) =>
  meeting === null
    ? []
    : [meeting.chair ?? '', meeting.minuteTaker ?? '', ...meeting.here, ...meeting.absent].map((name) =>
        name.replace(/ \(.*$/, ''),
      )

const mapMeeting = (meeting: PaperMeeting, replace: (text: string) => string): PaperMeeting => ({
  ...meeting,
  title: replace(meeting.title),
  place: replace(meeting.place),
  chair: maybe(meeting.chair, replace),
  minuteTaker: maybe(meeting.minuteTaker, replace),
  here: meeting.here.map(replace),
  absent: meeting.absent.map(replace),
})

const mapActivity = (line: PaperActivity, by: Rewriting): PaperActivity => ({
  ...line,
  period: maybe(line.period, by.plain),
  what: by.long(line.what),
})

const mapSheet = (sheet: AdoptionSheet, replace: (text: string) => string): AdoptionSheet => ({
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
  meeting: sheet.meeting ? mapMeeting(sheet.meeting, replace) : null,
})
