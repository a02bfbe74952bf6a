import type { GoalForm, PlanForm } from '../../app/form/plan-form.ts'
import type { Chance } from './content.ts'
import { bold, p, run } from './docx-out.ts'
import type { Part } from './zip-out.ts'

/** One way in which a school writes its plan down. */
export type Layout = { name: string; write: (plan: PlanForm, c: Chance) => Written }
/** `expected` where the layout itself changes what a careful reader gets out of it. */
export type Written = { body: string; expected?: PlanForm; parts?: Part[] }

export type Track = PlanForm['teacherTracks'][number] | PlanForm['learningTeamTracks'][number]
export type Pair = readonly [label: string, value: string | null]

/** The words that a school uses for the labels. */
export type Words = {
  start: string
  goal: string
  approach: string
  executedBy: string
  support: string
  evaluation: string
  share: string
  teacher: string
  members: string
  coordinator: string
  third: string
  goalStart: string
}

export const PLAIN: Words = {
  start: 'Beginsituatie',
  goal: 'Doelstelling',
  approach: 'Aanpak',
  executedBy: 'Uitvoering door',
  support: 'Ondersteuning',
  evaluation: 'Evaluatie',
  share: 'Delen opbrengst met',
  teacher: 'Inzet leraar',
  members: 'Inzet leerteamleden',
  coordinator: 'Inzet intern begeleider',
  third: 'Inzet derden',
  goalStart: 'Startsituatie',
}

export const goalPairs = (goal: GoalForm, words: Words = PLAIN): Pair[] => [
  ...(goal.startSituation ? [[words.goalStart, goal.startSituation] as const] : []),
  [words.approach, goal.approach],
  [words.executedBy, goal.executedBy],
  [words.coordinator, goal.coordinatorEffort],
  [words.evaluation, goal.evaluation],
]

export const isTeam = (track: Track) => 'memberEffort' in track

export const trackPairs = (track: Track, words: Words = PLAIN): Pair[] => [
  [words.start, track.startSituation],
  [words.goal, track.goal],
  [words.approach, track.approach],
  [words.support, track.support],
  [words.evaluation, track.evaluation],
  [words.share, track.shareYieldWith],
  'memberEffort' in track ? [words.members, track.memberEffort] : [words.teacher, track.teacherEffort],
  [words.coordinator, track.coordinatorEffort],
  [words.third, track.thirdPartyEffort],
]

/** Text of a field on one line. */
export const flat = (value: string | null) => (value ?? '').replaceAll('\n', ' ')

/** A field as paragraphs: more lines make a list. */
export const paras = (value: string | null, list: 1 | 2 = 1) =>
  value === null
    ? p('')
    : value.includes('\n')
      ? value
          .split('\n')
          .map((line) => p(line, { list, style: 'Lijstalinea' }))
          .join('')
      : p(value)

export type Frame = {
  title?: (text: string, year: string) => string
  section?: (text: string) => string
  principles?: (texts: readonly string[]) => string
  names?: Partial<Record<'principles' | 'general' | 'team' | 'teachers' | 'teams', string | null>>
  goal: (goal: GoalForm, number: number) => string
  track: (track: Track, number: number) => string
  /** all tracks of a part at once */
  tracks?: (tracks: readonly Track[]) => string
  goals?: (goals: readonly GoalForm[]) => string
}

const NAMES = {
  principles: 'Uitgangspunten en principes',
  general: 'Algemene doelen',
  team: 'Schoolteam',
  teachers: 'Leraren',
  teams: 'Leerteams',
} as const

/** A whole plan, part by part. */
export function framed(plan: PlanForm, frame: Frame): string {
  const names = { ...NAMES, ...frame.names }
  const section = frame.section ?? ((text: string) => p(text, { style: 'Kop1' }))
  const head = (name: string | null) => (name === null ? '' : section(name))
  const title =
    frame.title ?? ((text: string, year: string) => p(text, { style: 'Titel' }) + p(`schooljaar ${year}`))
  const goals = frame.goals ?? ((list: readonly GoalForm[]) => list.map(frame.goal).join(''))
  const tracks = frame.tracks ?? ((list: readonly Track[]) => list.map(frame.track).join(''))
  const principles =
    frame.principles ?? ((texts: readonly string[]) => texts.map((text) => p(text, { list: 1 })).join(''))
  return [
    title(plan.title ?? '', plan.schoolYear ?? ''),
    head(names.principles),
    principles(plan.principles),
    head(names.general),
    goals(plan.generalGoals),
    head(names.team),
    goals(plan.teamGoals),
    head(names.teachers),
    tracks(plan.teacherTracks),
    head(names.teams),
    tracks(plan.learningTeamTracks),
  ].join('')
}

/** 'Beginsituatie/doelstelling' takes both texts. */
export function joined(plan: PlanForm): PlanForm {
  const join = <T extends Track>(track: T): T => ({
    ...track,
    startSituation: [track.startSituation, track.goal].filter(Boolean).join(' ') || null,
    goal: null,
  })
  return {
    ...plan,
    teacherTracks: plan.teacherTracks.map(join),
    learningTeamTracks: plan.learningTeamTracks.map(join),
  }
}

export const headOf = (track: Track, teacher = 'Leraar') =>
  `${isTeam(track) ? 'Leerteam' : teacher} ${track.name}`
export const boldLine = (text: string) => p([bold(text)])
export const labelled = (label: string, value: string | null, colon = ':') =>
  p([bold(`${label}${colon}`), run(` ${flat(value)}`)])
