import type { VisionLineId } from '../kernel/id.ts'
import { plainOf } from '../kernel/rich.ts'
import { type Entry, type EntryText, isGoal, TEXTS_OF, textOf } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import type { Roster } from '../plan/roster.ts'
import type { Tie } from '../plan/tie.ts'
import { type Evaluation, lastOf, textIn } from './evaluation.ts'

/** Why an entry stays behind in last year's plan. */
export type Behind = 'stopped' | 'person-left' | 'nobodys-track' | 'learning-team-retired'

/** Null: it goes along. What was not looked back on goes along too: it has not been stopped. */
export function whyBehind(entry: Entry, evaluations: readonly Evaluation[], roster: Roster): Behind | null {
  if (lastOf(evaluations, entry.id)?.next === 'stop') return 'stopped'
  if (isGoal(entry)) return null
  if (entry.kind === 'learning-team-track') {
    return roster.learningTeams.some((team) => team.id === entry.learningTeamId)
      ? null
      : 'learning-team-retired'
  }
  const person = roster.people.find((one) => one.id === entry.personId)
  if (!person) return 'nobodys-track'
  return person.hasLeft ? 'person-left' : null
}

/** What goes along to next year, in the order of the plan. */
export const goesAlong = (plan: Plan, evaluations: readonly Evaluation[], roster: Roster) =>
  plan.entries.filter((entry) => whyBehind(entry, evaluations, roster) === null)

/** More of it stands in last year's evaluation, beside the goal. In characters. */
const LONGEST_ADJUST = 3_000

/** The words of what is to be adjusted, of what goes along to be adjusted; '' when there are none. */
export function adjustOf(entry: Entry, evaluations: readonly Evaluation[]): string {
  const last = lastOf(evaluations, entry.id)
  return last?.next === 'adjust' ? plainOf(textIn(last, 'adjust')).slice(0, LONGEST_ADJUST) : ''
}

/** The texts that are written, by their fields. */
export function textsOf(entry: Entry): Partial<Record<EntryText, string>> {
  const written = TEXTS_OF[entry.kind].map((field): [EntryText, string] => [field, textOf(entry, field)])
  return Object.fromEntries(written.filter(([, text]) => text !== ''))
}

/** What an entry hangs on, next year: vision lines that are still there, and the goal that went along. */
export function tieOf(entry: Entry, roster: Roster, carried: ReadonlyMap<string, Entry['id']>): Tie {
  const stays = (id: VisionLineId) =>
    roster.visionLines.some((line) => line.id === id && line.retiredAt === null)
  return {
    visionLineIds: entry.visionLineIds.filter(stays),
    parentId: entry.parentId === null ? null : (carried.get(entry.parentId) ?? null),
    coordinatorHours: entry.coordinatorHours,
    ownDomains: entry.ownDomains,
    ownAim: entry.ownAim,
  }
}
