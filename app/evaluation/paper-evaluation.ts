import type { PaperEvaluation, PaperTogether } from '../form/plan-paper.ts'
import { dayOf } from '../kernel/day.ts'
import type { EntryId } from '../kernel/id.ts'
import type { Plan } from '../plan/plan.ts'
import { type Evaluation, type EvaluationText, isSaid, TIMES, textIn, timeOf } from './evaluation.ts'
import { isDropped, lookAt, lookText, type TeamChoice, type TeamLook, themeGoals } from './team-look.ts'

/** Evaluations as an export shows them, by entry, half-way before the end. */
export function paperEvaluations(evaluations: readonly Evaluation[]): Map<EntryId, PaperEvaluation[]> {
  const said = evaluations
    .filter(isSaid)
    .sort((one, other) => (one.time === other.time ? 0 : one.time === 'mid' ? -1 : 1))
  const papers = new Map<EntryId, PaperEvaluation[]>()
  for (const evaluation of said) {
    papers.set(evaluation.entryId, [...(papers.get(evaluation.entryId) ?? []), paperOf(evaluation)])
  }
  return papers
}

function paperOf(evaluation: Evaluation): PaperEvaluation {
  const text = (field: EvaluationText) => textIn(evaluation, field) || null
  return {
    moment: evaluation.time,
    saw: text('saw'),
    learned: text('learned'),
    next: evaluation.next,
    adjust: text('adjust'),
    sharedWith: text('sharedWith'),
    reached: evaluation.reached,
    ...(evaluation.decided === null ? {} : { decidedOn: dayOf(new Date(evaluation.decided)) }),
  }
}

/** What was said together as an export shows it, half-way before the end; what goes along next year stands with the last. */
export function paperTogether(
  plan: Plan,
  looks: readonly TeamLook[],
  choices: readonly TeamChoice[],
): PaperTogether[] {
  const dropped = plan.principles.filter(({ id }) => isDropped(choices, id)).map(({ text }) => text.text)
  const goals = themeGoals(choices).map(({ text }) => text)
  const last = timeOf(plan.phase)
  return TIMES.map((time) => {
    const look = lookAt(looks, time)
    const text = (field: Parameters<typeof lookText>[1]) => lookText(look, field) || null
    return {
      moment: time,
      coordinatorPart: text('coordinatorPart'),
      planItself: text('planItself'),
      conditions: text('conditions'),
      conditionsAnswer: text('conditionsAnswer'),
      droppedPrinciples: time === last ? dropped : [],
      becameGoals: time === last ? goals : [],
    }
  }).filter((one) =>
    Object.values(one).some((value) => value !== null && value !== one.moment && value.length > 0),
  )
}
