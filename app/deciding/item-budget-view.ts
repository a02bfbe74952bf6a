import type { Wording } from '../adoption/item-view.ts'
import type { SheetPiece } from '../meeting/sheet-piece.ts'
import type { Budget } from '../plan/budget.ts'
import { fitSentence, ownerSentence } from '../plan/budget-sentence-view.ts'
import { budgetText } from '../plan/budget-text.ts'
import type { Plan } from '../plan/plan.ts'
import { anybodyOf } from '../plan/plan-sight.ts'
import type { Roster } from '../plan/roster.ts'

/** Said to everybody in the room before they decide: that what is asked does not fit, and whose question that is. */
export function overBudgetPiece(
  budget: Budget,
  plan: Pick<Plan, 'schoolId'>,
  roster: Roster,
  wording: Wording,
): SheetPiece[] {
  if (budget.over === 0) return []
  const reader = { ...wording, actor: anybodyOf(plan.schoolId), school: { name: '' } }
  const text = `${fitSentence(budget, reader)} ${ownerSentence(budget, roster, reader)}`
  return [{ label: budgetText(wording.language).inPlan, before: null, text }]
}
