import { type Item, parseItem } from '../adoption/adoption.ts'
import { amendmentTitle } from '../adoption/amendment-item-view.ts'
import { itemLabel, nameOfEntry, type Wording } from '../adoption/item-view.ts'
import { dayOf, longDay, weekDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import type { Purpose } from '../meeting/meeting.ts'
import { LONGEST, type NewItem } from '../meeting/meeting-plan.ts'
import type { Action } from '../minutes/action.ts'
import { type Entry, isGoal } from '../plan/entry.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { firstLine } from '../plan/plan-sheet.ts'
import { type OpenScene, type Point } from './agenda-open.ts'
import { agendaText } from './agenda-text.ts'

/** What a point is called on the agenda: never more than its title. */
export function pointTitle(scene: OpenScene, point: Point, wording: Wording): string {
  return firstLine(fullTitle(scene, point, wording), LONGEST.itemTitle)
}

function fullTitle(scene: OpenScene, point: Point, wording: Wording): string {
  const text = agendaText(wording.language)
  const { plan } = scene
  if (point.group === 'actions') return text.actions(scene.actions.length)
  if (point.group === 'carried') return point.carried?.title ?? ''
  if (point.kind === 'minutes') return minutesTitle(scene, point, wording)
  if (plan === null) return ''
  const item = itemOfPoint(point)
  if (item) return itemLabel(plan, item, wording)
  const other = OTHER[point.kind]
  return other ? other(plan, scene, point, wording) : ''
}

/** What the adoption knows as an item; null for what only a meeting knows. */
const itemOfPoint = ({ kind, subjectId }: Point): Item | null =>
  parseItem(subjectId === null ? kind : `${kind}:${subjectId}`)

function minutesTitle({ minutes }: OpenScene, { subjectId }: Point, { language }: Wording) {
  const of = minutes.find(({ meetingId }) => meetingId === subjectId)
  return of
    ? agendaText(language).minutesOf(of.title, longDay(dayOf(new Date(of.startsAt)), language))
    : agendaText(language).group.minutes
}

type Titled = (plan: Plan, scene: OpenScene, point: Point, wording: Wording) => string
const plain = (name: 'themes' | 'conditions' | 'planItself' | 'yields'): Titled => {
  return (_plan, _scene, _point, { language }) => agendaText(language)[name]
}

const OTHER: Partial<Record<Point['kind'], Titled>> = {
  tracks: (_plan, { roster }, { subjectId }, { language }) => {
    const team = roster.learningTeams.find(({ id }) => id === subjectId)
    return team ? agendaText(language).tracksOf(team.name) : agendaText(language).tracksOfOthers
  },
  amendment: (plan, { amendments, roster }, { subjectId }, wording) => {
    const amendment = amendments.find(({ id }) => id === subjectId)
    return amendment ? amendmentTitle(plan, amendment, roster, wording) : ''
  },
  suggestions: (plan, _scene, { subjectId }, wording) =>
    agendaText(wording.language).suggestionsAt(labelOf(plan, subjectId, wording)),
  evaluation: (plan, { roster }, { subjectId }, wording) => {
    const text = agendaText(wording.language)
    const entry = entryOf(plan, subjectId as Entry['id'] | null)
    if (entry === null || isGoal(entry)) return text.lookingBackAt(labelOf(plan, subjectId, wording))
    return text.lookingBackAtTrack(nameOfEntry(entry, roster))
  },
  'coordinator-part': (_plan, _scene, _point, { language, terms }) =>
    agendaText(language).coordinatorPart(terms),
  themes: plain('themes'),
  conditions: plain('conditions'),
  'plan-itself': plain('planItself'),
  yields: plain('yields'),
}

/** A goal or principle by its number and first words. */
function labelOf(plan: Plan, id: string | null, wording: Wording) {
  const about = plan.principles.some((principle) => principle.id === id) ? 'principle' : 'goal'
  const item = parseItem(`${about}:${id ?? ''}`)
  return item ? itemLabel(plan, item, wording) : ''
}

/** The point as it comes to stand on the agenda. */
export function itemFromPoint(scene: OpenScene, point: Point, wording: Wording): NewItem {
  return {
    kind: point.kind,
    subjectId: point.subjectId,
    title: pointTitle(scene, point, wording),
    text: point.group === 'actions' ? actionLines(scene, wording) : (point.carried?.text ?? ''),
    purpose: point.purpose,
    minutes: point.minutes,
    carriedFrom: point.carried?.id ?? null,
  }
}

/** Who does what before which day, one line each. */
function actionLines({ actions, roster }: OpenScene, { language }: Wording) {
  const nameOf = (action: Action) => roster.people.find(({ id }) => id === action.owner)?.name ?? ''
  const line = (action: Action) => {
    const due = action.due ? ` (${agendaText(language).actionDue(longDay(action.due, language))})` : ''
    return `- ${nameOf(action)}: ${action.what}${due}`
  }
  return actions.map(line).join('\n').slice(0, LONGEST.itemText)
}

/** A point that one can tick. */
export type Tick = {
  readonly key: string
  readonly title: string
  readonly note: string | null
  readonly purpose: Purpose
  readonly minutes: number
}

function noteOf({ note, dueOn }: Point, language: Language) {
  const text = agendaText(language)
  return dueOn ? text.evaluationOn(weekDay(dueOn, language)) : note && text.note[note]
}

/** An open point as one can tick it. */
export const tickOf = (
  { key, point, item }: { readonly key: string; readonly point: Point; readonly item: NewItem },
  language: Language,
): Tick => ({
  key,
  title: item.title,
  note: noteOf(point, language),
  purpose: item.purpose,
  minutes: item.minutes,
})
