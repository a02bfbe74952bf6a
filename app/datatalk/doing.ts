import type { Day } from '../kernel/day.ts'
import type { EntryId, LearningTeamId, VisionLineId } from '../kernel/id.ts'
import { type Entry, isGoal } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { activeLines, type VisionLine } from '../school/vision.ts'
import type { YearMoment } from '../year/year.ts'
import { linesIn, type Talk } from './talk.ts'

/** On which vision line a goal of this talk would hang, and why that is proposed. */
export type ProposedLine = {
  readonly id: VisionLineId
  readonly because: 'track-of-team' | 'same-words' | 'goals-hang-there'
}

/**
 * A proposal, to be changed in one tap: where the learning team's own track hangs, else the line that shares most words
 * with what was said, else the line on which most goals of the plan hang. Null: no plan and no words that point anywhere.
 */
export function proposedLine(
  talk: Talk,
  plan: Plan | null,
  vision: readonly VisionLine[],
  words: readonly string[],
): ProposedLine | null {
  const lines = activeLines(vision)
  const track = trackOf(plan, talk.team)
  const own = lines.find(({ id }) => track?.visionLineIds.includes(id))
  if (own) return { id: own.id, because: 'track-of-team' }
  const said = stemsOf(words.join(' '))
  const alike = best(lines, (line) => [...stemsOf(line.text)].filter((stem) => said.has(stem)).length)
  if (alike) return { id: alike.id, because: 'same-words' }
  const goals = plan?.entries.filter(isGoal) ?? []
  const full = best(lines, ({ id }) => goals.filter(({ visionLineIds }) => visionLineIds.includes(id)).length)
  return full && { id: full.id, because: 'goals-hang-there' }
}

/** The first with the most, when that is any at all. */
function best(lines: readonly VisionLine[], countOf: (line: VisionLine) => number): VisionLine | null {
  let [found, most]: [VisionLine | null, number] = [null, 0]
  for (const line of lines) {
    const count = countOf(line)
    if (count > most) [found, most] = [line, count]
  }
  return found
}

/** Words of some length, without what Dutch lays behind them: 'instructies' and 'instructie' are one. */
const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(
    (text.toLowerCase().match(/\p{L}{6,}/gu) ?? [])
      .filter((word) => !SAY_NOTHING.has(word))
      .map((word) => word.replace(/(en|s|e)$/, '')),
  )

// Long words that stand in nearly every sentence of a school.
const SAY_NOTHING = new Set([
  'kinderen',
  'leerling',
  'leerlingen',
  'school',
  'onze',
  'krijgt',
  'iedere',
  'children',
  'pupils',
])

/** The track of a learning team in a plan. */
export const trackOf = (plan: Plan | null, team: LearningTeamId | null): Entry | null =>
  team === null ? null : (plan?.entries.find(({ learningTeamId }) => learningTeamId === team) ?? null)

/** To what in the plan a talk can be tied: the goals, and the track of its own learning team. */
export const tieable = (plan: Plan, team: LearningTeamId | null): Entry[] =>
  plan.entries.filter((entry) => isGoal(entry) || (team !== null && entry.learningTeamId === team))

export const isTieable = (plan: Plan, team: LearningTeamId | null, id: EntryId): boolean =>
  tieable(plan, team).some((entry) => entry.id === id)

/** The next time that the school tests, to look back at when its numbers are there; null when the year says none. */
export function nextTest(moments: readonly YearMoment[], today: Day): { from: Day; to: Day } | null {
  const tests = moments.filter(({ kind, to }) => isTest(kind) && to > today)
  const [first] = tests.toSorted((one, other) => (one.to < other.to ? -1 : 1))
  return first ? { from: first.from, to: first.to } : null
}

/** Whether the year says of any test when it is, past or to come. */
export const knowsTests = (moments: readonly YearMoment[]) => moments.some(({ kind }) => isTest(kind))

const isTest = (kind: YearMoment['kind']) => kind === 'tests' || kind === 'transition-test'

/** The words with which a goal begins: what is wanted first. '' when nothing was said yet. */
export const proposedTitle = (talk: Pick<Talk, 'lines'>, ambition: string): string =>
  (linesIn(talk, 'aim')[0]?.words || ambition).replace(/[.。]\s*$/, '')

export const LONGEST_TITLE = 200

/** With what the name of a box begins that lets an ambition come along from where it hangs; its id follows. */
export const TAKE = 'take-'
