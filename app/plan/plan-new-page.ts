import type { Context } from 'hono'
import { isRefusal } from '../kernel/refusal.ts'
import { parseSchoolYear, previousYear, yearTitle } from '../kernel/school-year.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { refusalSentence } from './plan-may-text.ts'
import { newPlanAnswer, yearsAround } from './plan-new-desk.tsx'
import type { PlanNo } from './plan-no.ts'
import { createPlan, readPlans } from './plan-store.ts'
import { planText } from './plan-text.ts'

/** /plan/new: the doors to a plan. */
export const planNewPage = {
  get: (c: Context<OnDesk>) => newPlanAnswer(c),

  post: async (c: Context<OnDesk>) => {
    const { db, now, today } = deskOf(c)
    const { actor, language } = readerOf(c)
    const schoolYear = parseSchoolYear((await c.req.formData()).get('schoolYear'))
    if (!schoolYear || !yearsAround(today).includes(schoolYear))
      return refused(c, { refused: 'year-unknown' })
    const before = (await readPlans(db, actor)).find((plan) => plan.schoolYear === previousYear(schoolYear))
    const title = planText(language).title(yearTitle(schoolYear))
    const made = await createPlan(db, actor, { schoolYear, title, previousPlanId: before?.id ?? null }, now)
    if (isRefusal(made)) return refused(c, made)
    return c.redirect(`/plan/${String(made)}`, 303)
  },
}

function refused(c: Context<OnDesk>, no: PlanNo) {
  const { language, terms } = readerOf(c)
  const text = refusalSentence(no, language, terms)
  return newPlanAnswer(c, { text, status: no.refused === 'may-not' ? 403 : 422, chosen: null })
}
