import type { Context } from 'hono'
import { clock } from '../kernel/day.ts'
import { type PlanId, parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { type AtPlan, planAt } from '../plan/plan-desk.tsx'
import type { OnDesk } from '../session/desk.ts'
import { writingText } from '../writing/writing-text.ts'
import { isTime, timeOf } from './evaluation.ts'
import { evaluationAt, evaluationSentence, statusOf, type Taken, takeEvaluation } from './evaluation-desk.ts'
import { showEvaluations } from './evaluation-show-desk.tsx'
import { evaluationText } from './evaluation-text.ts'
import { beginNextYear, rollOverSentence } from './roll-over-desk.ts'

/** /plan/:plan/evaluation: looking back on the plan, half-way or at the end. */
export const evaluationsPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const asked = c.req.query('time')
    const text = evaluationText(at.reader.language)
    const notice = c.req.query('done') === 'saved' ? ({ kind: 'good', text: text.saved } as const) : null
    const open = parseId<'entry'>(c.req.query('entry'))
    return showEvaluations(c, at, { time: isTime(asked) ? asked : timeOf(at.plan.phase), open, notice })
  },

  /** Begins next year's plan from this one. */
  post: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const made = await beginNextYear(at)
    if (made === null || !isRefusal(made)) return c.redirect(`/plan/${made as PlanId}`, 303)
    const no = made
    const notice = { kind: 'refusal', text: rollOverSentence(no, at.reader) } as const
    return showEvaluations(c, at, {
      time: timeOf(at.plan.phase),
      notice,
      status: no.refused === 'may-not' ? 403 : 422,
    })
  },
}

/** /plan/:plan/evaluation/:entry/:time: one evaluation, as a whole or (for the script) its choices alone. */
export const evaluationPage = {
  post: async (c: Context<OnDesk>) => {
    const at = await evaluationAt(c)
    const taken = await takeEvaluation(at, await c.req.formData())
    if ((c.req.header('accept') ?? '').startsWith('application/json')) return choicesAnswer(c, at, taken)
    const { entry, time, href } = at
    if (!taken.tried) return c.redirect(`${href}/evaluation?time=${time}&done=saved#e-${entry.id}`, 303)
    return showEvaluations(c, at, {
      time,
      open: entry.id,
      taken,
      status: taken.first ? statusOf(taken.first) : 422,
    })
  },
}

/** For the script that saves choices as they are made. */
function choicesAnswer(
  c: Context<OnDesk>,
  { desk, reader: { language, terms } }: AtPlan,
  { tried, first }: Taken,
) {
  const text = writingText(language)
  if (!tried) return c.json({ says: text.savedAt(clock(desk.now, language)) })
  return c.json(
    { says: first ? evaluationSentence(first, language, terms) : text.sorry },
    first ? statusOf(first) : 422,
  )
}
