import type { Item, ItemState } from '../adoption/adoption.ts'
import { type Amendment, isOfTeam } from '../adoption/amendment.ts'
import { type Evaluation, isSaid } from '../evaluation/evaluation.ts'
import { isReadByTeam } from '../evaluation/evaluation-may.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { MeetingId } from '../kernel/id.ts'
import type { ItemKind, MeetingItem, Purpose } from '../meeting/meeting.ts'
import { hasOwnText } from '../meeting/meeting-plan.ts'
import type { Action } from '../minutes/action.ts'
import { type Entry, type EvaluationMoment, isGoal } from '../plan/entry.ts'
import { entriesOf, isAdopted, type Plan, takesAmendments } from '../plan/plan.ts'
import type { Roster } from '../plan/roster.ts'
import { openTalk, type Talk } from '../writing/comment.ts'

/** Of what sort a point is: its place on an agenda follows from this. */
export const GROUPS = [
  'minutes',
  'actions',
  'carried',
  'undecided',
  'principles',
  'goals',
  'amendments',
  'suggestions',
  'themes',
  'evaluations',
  'tracks',
  'effort',
  'places',
  'parts',
  'yields',
  'whole',
] as const
export type PointGroup = (typeof GROUPS)[number]

/** Why it is there, where that is not plain from what it is. */
export type PointNote =
  | 'carried'
  | 'objection'
  | 'no-decision'
  | 'changed-since'
  | 'round-open'
  | 'day-has-come'
  | 'promises-open'
  | 'talk'

/** Something that is open and can stand on the agenda. */
export type Point = {
  readonly group: PointGroup
  readonly kind: ItemKind
  readonly subjectId: string | null
  readonly purpose: Purpose
  readonly minutes: number
  readonly note: PointNote | null
  /** The day to evaluate that has come by the day of the meeting. */
  readonly dueOn: Day | null
  /** The item of an earlier meeting that comes back. */
  readonly carried: MeetingItem | null
}

/** All that is looked at to see what is open. Only what the whole team may read. */
export type OpenScene = {
  readonly plan: Plan | null
  readonly roster: Roster
  /** The day of the meeting, or about then: what has its day before it is due. */
  readonly day: Day
  readonly states: readonly ItemState[]
  readonly amendments: readonly Amendment[]
  readonly talk: Talk
  readonly evaluations: readonly Evaluation[]
  /** Promises of a yield that are not done yet. */
  readonly openYields: number
  readonly carried: readonly MeetingItem[]
  readonly minutes: readonly {
    readonly meetingId: MeetingId
    readonly title: string
    readonly startsAt: Moment
  }[]
  readonly actions: readonly Action[]
}

/** The subject of the point that goes by the actions still open: it is made anew for each meeting. */
export const ACTIONS = 'actions'

/** Everything that is open, each subject once. What comes back from an earlier meeting is told so at its own place. */
export function openPoints(scene: OpenScene): Point[] {
  return [
    ...scene.minutes.map(({ meetingId }) => point('minutes', 'minutes', meetingId, 'decision', 5)),
    ...(scene.actions.length > 0 ? [point('actions', 'free', ACTIONS, 'informing', 5)] : []),
    ...scene.carried.filter(hasOwnWords).map(carriedPoint),
    ...ofPlan(scene).map((one) => comingBack(one, scene.carried)),
  ]
}

/** A data talk that was not come to comes back too; what goes by the actions is made anew. */
const hasOwnWords = ({ kind, subjectId }: MeetingItem) => hasOwnText(kind) && subjectId !== ACTIONS

const carriedPoint = (item: MeetingItem): Point => ({
  ...point('carried', item.kind, item.subjectId, item.purpose, item.minutes, 'carried'),
  carried: item,
})

/** A piece of the plan that an earlier meeting did not come to; when it is settled meanwhile it does not come back. */
function comingBack(one: Point, carried: readonly MeetingItem[]): Point {
  const before = carried.findLast(({ kind, subjectId }) => kind === one.kind && subjectId === one.subjectId)
  return before ? { ...one, note: one.note ?? 'carried', carried: before } : one
}

/** The name of a point in a form. */
export const pointKey = ({ group, kind, subjectId, carried }: Point) =>
  [group, kind, subjectId ?? '', carried?.id ?? ''].join('.')

const point = (
  group: PointGroup,
  kind: ItemKind,
  subjectId: string | null,
  purpose: Purpose,
  minutes: number,
  note: PointNote | null = null,
): Point => ({ group, kind, subjectId, purpose, minutes, note, dueOn: null, carried: null })

function ofPlan(scene: OpenScene): Point[] {
  const { plan } = scene
  if (plan === null) return []
  return [
    ...ofAdoption(plan, scene),
    ...ofAmendments(plan, scene),
    ...ofTalk(plan, scene),
    ...(scene.openYields > 0 ? [point('yields', 'yields', null, 'informing', 5, 'promises-open')] : []),
    ...(isAdopted(plan.phase) ? lookingBack(plan, scene) : []),
  ]
}

/** While the plan is being made: its parts one by one, and at the end the whole. */
function ofAdoption(plan: Plan, { states, roster }: OpenScene): Point[] {
  if (plan.phase !== 'draft' && plan.phase !== 'input' && plan.phase !== 'decision') return []
  const purpose = plan.phase === 'draft' ? 'opinion' : 'decision'
  const parts = states.flatMap((state) => pointOfState(state, purpose) ?? [])
  const isWhole = ({ group, kind }: Point) => group === 'whole' || kind === 'plan'
  return [...parts.filter((one) => !isWhole(one)), ...tracksPoints(plan, roster), ...parts.filter(isWhole)]
}

const PLACE: Record<Item['about'], readonly [PointGroup, number]> = {
  principle: ['principles', 5],
  goal: ['goals', 5],
  effort: ['effort', 5],
  places: ['places', 5],
  plan: ['whole', 10],
}

/** Null when there is nothing to talk through any more: it stands, or it was taken back. */
function pointOfState({ item, is, decision }: ItemState, purpose: Purpose): Point | null {
  if (is === 'stands' || is === 'dropped' || is === 'dropped-but-there') return null
  const [group, minutes] = PLACE[item.about]
  const note = NOTE_OF[is]
  if (is !== 'undecided') return point(group, item.about, item.subjectId, purpose, minutes, note)
  const objection = decision?.standing.now.is === 'objection'
  return point(
    'undecided',
    item.about,
    item.subjectId,
    'decision',
    10,
    objection ? 'objection' : 'no-decision',
  )
}

const NOTE_OF = {
  'not-asked': null,
  open: 'round-open',
  'changed-since': 'changed-since',
  undecided: 'no-decision',
} as const

/** The tracks of each learning team that has any, and of who is in none. */
function tracksPoints(plan: Plan, { learningTeams }: Roster): Point[] {
  const inTeams = new Set(learningTeams.flatMap(({ memberIds }) => memberIds))
  const tracks = entriesOf(plan, 'teacher-track')
  const own = entriesOf(plan, 'learning-team-track')
  const hasAny = (team: Roster['learningTeams'][number]) =>
    own.some((entry) => entry.learningTeamId === team.id) ||
    tracks.some((entry) => entry.personId !== null && team.memberIds.includes(entry.personId))
  const loose = tracks.some((entry) => entry.personId === null || !inTeams.has(entry.personId))
  return [
    ...learningTeams.filter(hasAny).map(({ id }) => point('tracks', 'tracks', id, 'informing', 5)),
    ...(loose ? [point('tracks', 'tracks', null, 'informing', 5)] : []),
  ]
}

/** What the team decides on; a change of a track is between two people. */
function ofAmendments(plan: Plan, { amendments }: OpenScene): Point[] {
  if (!takesAmendments(plan.phase)) return []
  return amendments
    .filter((amendment) => amendment.ended === null && isOfTeam(amendment))
    .map(({ id }) => point('amendments', 'amendment', id, 'decision', 10))
}

/** Words and suggestions at goals and principles that nobody settled yet. */
function ofTalk(plan: Plan, { talk }: OpenScene): Point[] {
  const owners = [...plan.principles, ...entriesOf(plan, 'general-goal', 'team-goal')]
  return owners
    .filter(({ id }) => {
      const open = openTalk(talk, id)
      return open.comments + open.suggestions > 0
    })
    .map(({ id }) => point('suggestions', 'suggestions', id, 'opinion', 5, 'talk'))
}

function lookingBack(plan: Plan, scene: OpenScene): Point[] {
  const entries = plan.entries.filter(isReadByTeam)
  const goals = entries.filter(isGoal)
  const evaluation = (entry: Entry) => {
    const dueOn = dueDayOf(entry, scene)
    const note = dueOn === null ? null : 'day-has-come'
    const purpose = isGoal(entry) ? 'decision' : 'opinion'
    return { ...point('evaluations', 'evaluation', entry.id, purpose, 5, note), dueOn }
  }
  return [
    point('themes', 'themes', null, 'opinion', 20),
    ...goals.map(evaluation),
    ...entries.filter((entry) => !isGoal(entry)).map(evaluation),
    point('parts', 'coordinator-part', null, 'opinion', 10),
    point('parts', 'conditions', null, 'informing', 5),
    point('parts', 'plan-itself', null, 'opinion', 10),
    ...(scene.openYields > 0 ? [] : [point('yields', 'yields', null, 'informing', 10)]),
  ]
}

/** The last day to evaluate that has come by the meeting, and nobody has looked back since; null: there is none. */
function dueDayOf(entry: Entry, { day, evaluations }: OpenScene): Day | null {
  const own = evaluations.filter(({ entryId }) => entryId === entry.id)
  const isDone = ({ occasion, onDay }: EvaluationMoment) =>
    own.some(
      (one) => isSaid(one) && (occasion === 'other' ? one.at.slice(0, 10) >= onDay : one.time === occasion),
    )
  const due = entry.moments.filter((moment) => moment.onDay <= day && !isDone(moment))
  return (
    due
      .map(({ onDay }) => onDay)
      .toSorted()
      .at(-1) ?? null
  )
}
