import type { Context } from 'hono'
import { isRefusal } from '../kernel/refusal.ts'
import { yearTitle } from '../kernel/school-year.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { parseAim } from './aim.ts'
import { writeAim, writeWeekHours } from './aim-store.ts'
import { parseWeekHours } from './budget.ts'
import { budgetAt } from './budget-desk.ts'
import { type BudgetTried, BudgetView } from './budget-page-view.tsx'
import { budgetText } from './budget-text.ts'
import { type AtPlan, drawingFor, planAt, statusOf } from './plan-desk.tsx'
import { refusalSentence } from './plan-may-text.ts'
import type { PlanNo } from './plan-no.ts'

/** /plan/:plan/budget: what the plan asks beside what there is, and how much of it goes to preventing. */
export const budgetPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const text = budgetText(at.reader.language)
    const isSaved = c.req.query('done') === 'saved'
    return show(c, at, { notice: isSaved ? { kind: 'good', text: text.saved } : null })
  },

  post: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const form = await c.req.formData()
    const isAim = form.get('act') === 'aim'
    const no = isAim ? await takeAim(at, form) : await takeWeek(at, form)
    if (!isRefusal(no)) return c.redirect(`${at.href}/budget?done=saved${isAim ? '#aim' : ''}`, 303)
    return show(c, at, refused(at, form, no, isAim))
  },
}

const word = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 20) : ''
}

/** One of the shares with a name, an own one in percent, or none; an own one that is left empty is no answer. */
async function takeAim({ desk, reader, plan }: AtPlan, form: FormData): Promise<null | PlanNo> {
  const choice = word(form, 'aim')
  const isOwn = choice === 'own'
  const aim = choice === 'none' ? null : parseAim((isOwn ? word(form, 'own') : choice) || '?')
  if (isRefusal(aim)) return aim
  return writeAim(desk.db, reader.actor, plan, aim)
}

async function takeWeek({ desk, reader, plan }: AtPlan, form: FormData): Promise<null | PlanNo> {
  const hours = parseWeekHours({ care: word(form, 'care'), room: word(form, 'room') })
  return isRefusal(hours) ? hours : writeWeekHours(desk.db, reader.actor, plan, hours)
}

type Show = {
  readonly notice: ShellNotice | null
  readonly tried?: BudgetTried
  readonly status?: 200 | 403 | 422
}

/** What was typed comes back with the sentence beside it; who may not write gets the sentence alone. */
function refused({ reader }: AtPlan, form: FormData, no: PlanNo, isAim: boolean): Show {
  const error = refusalSentence(no, reader.language, reader.terms)
  const show = { notice: { kind: 'refusal', text: error }, status: statusOf(no) } as const
  if (no.refused === 'may-not') return show
  const field = 'field' in no ? (no.field ?? '') : ''
  const tried = isAim
    ? { aim: { choice: word(form, 'aim') || 'own', own: word(form, 'own'), error } }
    : { week: { care: word(form, 'care'), room: word(form, 'room'), field, error } }
  return { ...show, tried }
}

async function show(c: Context<OnDesk>, at: AtPlan, { notice, tried = {}, status = 200 }: Show) {
  const { reader, desk, plan, href } = at
  const text = budgetText(reader.language)
  const title = text.title(yearTitle(plan.schoolYear))
  const [d, budget] = [await drawingFor(at), await budgetAt(at)]
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={title} here="plan">
      <p>
        <BackLink href={href}>{text.toPlan}</BackLink>
      </p>
      <PageHead title={title} under={text.under(reader.terms)} />
      <BudgetView d={d} budget={budget} tried={tried} />
    </Page>,
    status,
  )
}
