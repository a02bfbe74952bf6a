import type { Day } from '../kernel/day.ts'
import { plainOf } from '../kernel/rich.ts'
import { type Entry, isGoal, textOf } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { type Evaluation, lastOf, textIn } from './evaluation.ts'
import { isReadByTeam } from './evaluation-may.ts'
import { LONGEST_WITH, type YieldPromise } from './yield.ts'

/** What a goal or track says of sharing: with whom, and around which day; nobody promised it yet. */
export type HarvestLine = {
  readonly entry: Entry
  readonly withWhom: string
  /** The last day on which it is looked at; null when none was chosen. */
  readonly when: Day | null
}

/**
 * What the plan itself says of sharing yields, where no promise was made yet: the harvest as it fills itself, by day.
 * A track that does not share is not among it.
 * @param plan as its reader may see it
 * @param evaluations that its reader may see
 */
export function harvestOf(
  plan: Plan,
  promises: readonly Pick<YieldPromise, 'entryId'>[],
  evaluations: readonly Evaluation[],
): HarvestLine[] {
  return plan.entries
    .filter((entry) => !promises.some(({ entryId }) => entryId === entry.id))
    .map((entry) => ({ entry, withWhom: withWhomOf(entry, evaluations), when: lastDay(entry) }))
    .filter(({ withWhom }) => withWhom !== '')
    .toSorted((one, other) => ((one.when ?? NEVER) < (other.when ?? NEVER) ? -1 : 1))
}

const NEVER = '9999-12-31'

/** As looking back says it, else as the plan does; a line of words without signs. */
function withWhomOf(entry: Entry, evaluations: readonly Evaluation[]): string {
  if (!isGoal(entry) && entry.shareChoice === 'not-share') return ''
  const said = isReadByTeam(entry) ? textIn(lastOf(evaluations, entry.id), 'sharedWith') : ''
  const line = plainOf(said || planned(entry)).replace(/\s+/g, ' ')
  return line.length > LONGEST_WITH ? `${line.slice(0, LONGEST_WITH - 1)}…` : line
}

const planned = (entry: Entry) => (isGoal(entry) ? '' : textOf(entry, 'shareYieldWith'))

const lastDay = ({ moments }: Entry): Day | null =>
  moments.map(({ onDay }) => onDay).reduce<Day | null>((last, day) => (last && last > day ? last : day), null)
