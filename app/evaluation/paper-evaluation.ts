import type { PaperEvaluation } from '../form/plan-paper.ts'
import type { EntryId } from '../kernel/id.ts'
import { type Evaluation, type EvaluationText, isSaid, textIn } from './evaluation.ts'

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
  }
}
