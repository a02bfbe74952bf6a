import type { Day } from '../kernel/day.ts'
import type { Language, Terms } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import {
  GOAL_FIELDS,
  type GoalForm,
  LEARNING_TEAM_TRACK_FIELDS,
  type LearningTeamTrackForm,
  type PlanForm,
  TEACHER_TRACK_FIELDS,
  type TeacherTrackForm,
} from './plan-form.ts'

/**
 * A plan as it goes out of the house: everything that Word, PDF, the print view and JSON show, and nothing that the
 * reader may not see. Who makes one leaves out what the reader may not read; nothing here asks for rights.
 */
export type PlanPaper = {
  schoolName: string
  schoolYear: SchoolYear
  title: string | null
  phase: PaperPhase
  /** who it is for: the team itself, or readers for whom names or tracks are left out */
  names: 'full' | 'initials' | 'without-tracks'
  /** '1.0' of a sealed version, '1.0+' when tracks changed since, null as long as there is none */
  version: string | null
  madeOn: Day
  language: Language
  terms: Terms
  /** everybody who is named somewhere in the plan: needed to leave names out */
  people: readonly PaperPerson[]
  principles: readonly string[]
  /** the share of the coordinator's time for preventing that the team agrees on, in whole percent; absent: none */
  preventiveAim?: number
  /** the texts of the school's vision lines, in their order */
  visionLines: readonly string[]
  generalGoals: readonly PaperGoal[]
  teamGoals: readonly PaperGoal[]
  /** tracks of one person: teachers, and just so the coordinator and the principal */
  teacherTracks: readonly PaperTeacherTrack[]
  learningTeamTracks: readonly PaperLearningTeamTrack[]
  yearOverview: readonly PaperActivity[]
  adoption: AdoptionSheet | null
  /** what was said together when looking back, half-way before the end; for the team itself */
  together?: readonly PaperTogether[]
  /** what changed since the plan was adopted, where that is asked for */
  changes?: PaperChanges
}

export const PAPER_PHASES = [
  'draft',
  'input',
  'decision',
  'adopted',
  'mid-evaluation',
  'end-evaluation',
  'archived',
] as const
export type PaperPhase = (typeof PAPER_PHASES)[number]

export const PAPER_ROLES = ['teacher', 'coordinator', 'principal', 'other'] as const
export type PaperRole = (typeof PAPER_ROLES)[number]
/** `name` is the whole name ('Petra de Boer'), `firstName` what colleagues say ('Petra'). */
export type PaperPerson = { name: string; firstName: string; role: PaperRole }

export const PAPER_DOMAINS = [
  'care-director',
  'learning-coordinator',
  'trend-analyst',
  'process-director',
] as const
export type PaperDomain = (typeof PAPER_DOMAINS)[number]

/** What goals and tracks have in common beside the fields of the form. */
export type PaperEntry = {
  id: string
  visionLines: readonly string[]
  parentGoal: string | null
  evaluationDays: readonly Day[]
  domains: readonly PaperDomain[]
  direction: 'preventive' | 'curative' | null
  evaluations: readonly PaperEvaluation[]
}

export type PaperGoal = GoalForm &
  PaperEntry & {
    /** what pupils and parents say about it */
    pupilsAndParents: string | null
  }

type PaperTrack = PaperEntry & {
  /** the groups, shown between brackets after the name: 'groep 6', null when there are none */
  groups: string | null
  /** not sharing is a choice too; null as long as nothing is chosen */
  share: 'share' | 'keep' | null
}
export type PaperTeacherTrack = TeacherTrackForm & PaperTrack & { role: PaperRole }
export type PaperLearningTeamTrack = LearningTeamTrackForm & PaperTrack

export type PaperEvaluation = {
  moment: 'mid' | 'end'
  saw: string | null
  learned: string | null
  next: 'go-on' | 'adjust' | 'stop' | null
  /** what is to be adjusted, in words */
  adjust: string | null
  sharedWith: string | null
  /** of goals only: a track is evaluated in words */
  reached: 'reached' | 'partly' | 'not-yet' | null
  /** the day on which the team decided what happens next with a goal */
  decidedOn?: Day | null
}

/** A line of the year overview: what the coordinator does, when, and for which entry. */
export type PaperActivity = {
  day: Day | null
  /** used where there is no single day: 'oktober', 'het hele jaar' */
  period: string | null
  what: string
  /** the entry that it follows from; null for an activity of its own */
  entryId: string | null
}

/** What team, coordinator and principal said together: texts in their stored form. */
export type PaperTogether = {
  moment: 'mid' | 'end'
  coordinatorPart: string | null
  planItself: string | null
  conditions: string | null
  conditionsAnswer: string | null
  /** principles that the team lets go next year */
  droppedPrinciples: readonly string[]
  /** themes that become a goal next year */
  becameGoals: readonly string[]
}

export type AdoptionSheet = {
  version: string
  day: Day
  /** the names of who was there; empty in a version without names, where the number stays */
  present: readonly string[]
  presentCount: number
  /** how many people had a voice, whether they came or not */
  voices: number
  rule: string
  outcome: string
  objections: readonly PaperObjection[]
  /** SHA-256 over the sealed version, as 64 hexadecimal signs */
  sha256: string
  /** the meeting in which the team decided on the whole; none when it decided outside one */
  meeting?: PaperMeeting | null
}
/** Lists of names are empty in a version without names, where the numbers stay. */
export type PaperMeeting = {
  title: string
  place: string
  chair: string | null
  minuteTaker: string | null
  /** who took part, in the room or from elsewhere, with what there is to say: 'Wim (vanaf 15.40)' */
  here: readonly string[]
  hereCount: number
  /** who was not there, with how they took part all the same: 'Saskia (vooraf)' */
  absent: readonly string[]
  absentCount: number
  /** the day on which the participation council (MR) was told */
  mrInformedOn: Day | null
}
export type PaperObjection = {
  /** the entry that it was about; null for the plan as a whole */
  entryId: string | null
  /** 'doel 7', 'het plan als geheel' */
  about: string
  by: string | null
  reason: string
  answer: string
}

/** What changed since an earlier version of the plan. Texts are in their stored form. */
export type PaperChanges = {
  /** 'Vastgesteld, versie 1.0 (26 november 2026)' */
  since: string
  /** in words, entry by entry */
  lines: readonly PaperChange[]
  /** the earlier text of each field that is another now, by '<id of the entry>:<field>' */
  before: ReadonlyMap<string, string>
  /** the earlier text of each principle in the plan; null where it stayed the same */
  principles: readonly (string | null)[]
  /** what stood in that version and is gone, with its texts */
  gone: readonly { name: string; texts: readonly { label: string; text: string }[] }[]
}
/** An entry with what became of it ('Veranderd'), and what beside its texts is another now. */
export type PaperChange = { name: string; what: string; says: readonly string[] }

type FormEntry = GoalForm | TeacherTrackForm | LearningTeamTrackForm

/** Only the fields of the form, of an entry that holds more. */
function pick<Entry extends FormEntry>(entry: Entry, fields: readonly (keyof Entry)[]) {
  return Object.fromEntries(fields.map((field) => [field, entry[field]]))
}

export const goalFormOf = (goal: GoalForm) => pick(goal, GOAL_FIELDS) as GoalForm
export const teacherTrackFormOf = (track: TeacherTrackForm) =>
  pick(track, TEACHER_TRACK_FIELDS) as TeacherTrackForm
export const learningTeamTrackFormOf = (track: LearningTeamTrackForm) =>
  pick(track, LEARNING_TEAM_TRACK_FIELDS) as LearningTeamTrackForm

/** The form of Figuur 1 that this paper shows: what reading our own Word file back has to give. */
export const formOf = (paper: PlanPaper): PlanForm => ({
  title: paper.title,
  schoolYear: paper.schoolYear,
  principles: [...paper.principles],
  generalGoals: paper.generalGoals.map(goalFormOf),
  teamGoals: paper.teamGoals.map(goalFormOf),
  teacherTracks: paper.teacherTracks.map(teacherTrackFormOf),
  learningTeamTracks: paper.learningTeamTracks.map(learningTeamTrackFormOf),
})
