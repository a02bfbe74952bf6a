import type { Day } from '../kernel/day.ts'
import type { PlanId } from '../kernel/id.ts'
import type { EvaluationMoment } from '../plan/entry.ts'
import type { YearMoment } from '../year/year.ts'

/** Evaluations of one day and one occasion, as the whole team sees them: one thing. */
export type EvaluationDay = {
  readonly day: Day
  readonly occasion: EvaluationMoment['occasion']
  readonly planId: PlanId
  readonly goals: number
  readonly tracks: number
}

/**
 * In the calendar of the team ten evaluations on a day are one thing and not ten. One by itself stays what it is, so
 * that it is the same thing when it moves.
 */
export function gatherEvaluations(moments: readonly YearMoment[]): {
  readonly others: readonly YearMoment[]
  readonly days: readonly EvaluationDay[]
} {
  const together = [...Map.groupBy(moments, keyOf)].flatMap(([key, ones]) =>
    key === null || ones.length < 2 ? [] : [ones],
  )
  const gathered = new Set(together.flat())
  return { others: moments.filter((one) => !gathered.has(one)), days: together.flatMap(dayOf) }
}

const keyOf = ({ source, from }: YearMoment) =>
  source.kind === 'evaluation' ? `${source.planId} ${source.occasion} ${from}` : null

function dayOf(ones: readonly YearMoment[]): EvaluationDay[] {
  const sources = ones.flatMap(({ source }) => (source.kind === 'evaluation' ? [source] : []))
  const [source, moment] = [sources[0], ones[0]]
  if (!source || !moment) return []
  const goals = sources.filter(({ isGoal }) => isGoal).length
  const { occasion, planId } = source
  return [{ day: moment.from, occasion, planId, goals, tracks: sources.length - goals }]
}
