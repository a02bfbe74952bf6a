import { TEMPLATES, type Template } from '../meeting/meeting.ts'
import { MOST_MINUTES } from '../meeting/meeting-plan.ts'
import type { Phase } from '../plan/plan.ts'
import { GROUPS, type Point, type PointGroup } from './agenda-open.ts'

const SHORTEST = 60
const QUARTER = 15

/** How long a meeting with these points takes, as a first guess: in quarters of an hour, an hour at least. */
export function lengthFor(points: readonly { readonly minutes: number }[]): number {
  const sum = points.reduce((all, { minutes }) => all + minutes, 0)
  return Math.min(MOST_MINUTES, Math.max(SHORTEST, Math.ceil(sum / QUARTER) * QUARTER))
}

/** What a kind of meeting is about, in its order. */
const ABOUT: Record<Template, readonly PointGroup[]> = {
  adoption: ['undecided', 'principles', 'goals', 'tracks', 'effort', 'places', 'whole'],
  'mid-evaluation': ['themes', 'evaluations', 'parts', 'amendments', 'undecided', 'yields'],
  'end-evaluation': ['themes', 'evaluations', 'parts', 'yields', 'undecided'],
  ordinary: ['undecided', 'amendments', 'suggestions'],
}

/** Every meeting begins with what lies from before. */
const FIRST: readonly PointGroup[] = ['minutes', 'actions', 'carried']

export const parseTemplate = (value: unknown): Template | null =>
  TEMPLATES.find((template) => template === value) ?? null

/** The kind of meeting that the plan asks for now. */
export function templateFor(phase: Phase | null): Template {
  if (phase === 'draft' || phase === 'input' || phase === 'decision') return 'adoption'
  if (phase === 'mid-evaluation') return 'mid-evaluation'
  return phase === 'end-evaluation' ? 'end-evaluation' : 'ordinary'
}

/** Whether it is on the agenda unless somebody takes it off. */
function isSuggested(template: Template, { group, purpose, note, carried }: Point): boolean {
  // While a round is open people answer in their own time.
  if (note === 'round-open') return false
  // A track is looked back at by whose it is, in their own time; the team takes it up where it chooses to.
  if (group === 'evaluations' && purpose !== 'decision') return false
  if (FIRST.includes(group) || carried !== null) return true
  if (note === 'day-has-come' || note === 'promises-open') return true
  return ABOUT[template].includes(group)
}

export type Offer = {
  /** On the agenda from the start, in their order. */
  readonly suggested: readonly Point[]
  /** Open too: for who wants it on the agenda. */
  readonly rest: readonly Point[]
}

/** What a meeting of this kind would talk about, and what else is open. */
export function offerFor(template: Template, points: readonly Point[]): Offer {
  const order = [...FIRST, ...ABOUT[template], ...GROUPS]
  const place = ({ group }: Point) => order.indexOf(group)
  const inOrder = points.toSorted((one, other) => place(one) - place(other))
  return {
    suggested: inOrder.filter((one) => isSuggested(template, one)),
    rest: inOrder.filter((one) => !isSuggested(template, one)),
  }
}
