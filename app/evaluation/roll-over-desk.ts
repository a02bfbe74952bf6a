import type { PlanId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { nextYear, yearTitle } from '../kernel/school-year.ts'
import type { Plan } from '../plan/plan.ts'
import type { AtPlan } from '../plan/plan-desk.tsx'
import { refusalSentence } from '../plan/plan-may-text.ts'
import type { PlanNo } from '../plan/plan-no.ts'
import { readPlan, readPlans } from '../plan/plan-store.ts'
import type { Reader } from '../session/actor.ts'
import type { Desk } from '../session/desk.ts'
import { keepersOf } from '../writing/passage-keeper-desk.ts'
import { evaluationSentence } from './evaluation-desk.ts'
import type { EvaluationNo } from './evaluation-store.ts'
import { evaluationText } from './evaluation-text.ts'
import { type RollOverNo, rollOver } from './roll-over-store.ts'

type At = { readonly desk: Desk; readonly reader: Reader; readonly plan: Plan }

/** Begins next year's plan from this one; pressed again, it answers the plan that was made. */
export async function beginNextYear({ desk, reader, plan }: At): Promise<PlanId | RollOverNo | null> {
  const { nextYear: text } = evaluationText(reader.language)
  const words = {
    title: (year: Plan['schoolYear']) => text.planTitle(yearTitle(year)),
    why: (year: Plan['schoolYear']) => text.why(yearTitle(year)),
    note: (year: Plan['schoolYear']) => text.note(yearTitle(year)),
    adjust: text.adjust,
  }
  const find = keepersOf(desk.house)
  const made = await rollOver(desk.db, reader.actor, plan.id, words, find, desk.now)
  if (!isRefusal(made) || made.refused !== 'year-taken') return made
  return (await nextYearOf({ desk, reader, plan })) ?? made
}

/** The plan that was begun from this one; null when there is none, or next year's came from elsewhere. */
export async function nextYearOf({ desk, reader, plan }: At): Promise<PlanId | null> {
  const year = nextYear(plan.schoolYear)
  const there = (await readPlans(desk.db, reader.actor)).find((one) => one.schoolYear === year)
  const next = there && (await readPlan(desk.db, reader.actor, there.id))
  return next?.previousPlanId === plan.id ? next.id : null
}

export function rollOverSentence(no: RollOverNo, { language, terms }: AtPlan['reader']) {
  const { because } = evaluationText(language)
  if (no.refused === 'may-not' && no.because in because)
    return evaluationSentence(no as EvaluationNo, language, terms)
  return refusalSentence(no as PlanNo, language, terms)
}
