import type { Context } from 'hono'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { phaseText } from './phase-text.ts'
import { PhaseMoves } from './phase-view.tsx'
import { PHASES } from './plan.ts'
import { type AtPlan, drawingFor, planAt, statusOf } from './plan-desk.tsx'
import { refusalSentence } from './plan-may-text.ts'
import type { PlanNo } from './plan-no.ts'
import { movePlan } from './plan-store.ts'

type Tried = { readonly to: string; readonly why: string; readonly no: PlanNo }

async function page(c: Context<OnDesk>, at: AtPlan, tried: Tried | null) {
  const { language, terms } = at.reader
  const text = phaseText(language)
  const d = await drawingFor(at)
  const says = tried && {
    ...tried,
    text: tried.to === '' ? text.choose : refusalSentence(tried.no, language, terms),
    at: placeOf(tried),
  }
  return c.html(
    <Page shell={shellFrom(at.desk)} title={text.title} here="plan">
      <PageHead title={text.title} />
      <PhaseMoves d={d} tried={says} />
      <p class="mt">
        <BackLink href={at.href}>{text.toPlan}</BackLink>
      </p>
    </Page>,
    tried ? statusOf(tried.no) : 200,
  )
}

const placeOf = ({ to, no }: Tried) =>
  to === '' ? ('to' as const) : no.refused === 'reason-missing' ? ('why' as const) : null

/** /plan/:plan/phase: moving the plan on, with the reason; adopting is the team's, by a decision. */
export const phasePage = {
  get: async (c: Context<OnDesk>) => page(c, await planAt(c), null),

  post: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const form = await c.req.formData()
    const to = PHASES.find((phase) => phase === form.get('to'))
    const why = String(form.get('why') ?? '')
    const no: PlanNo | null = to
      ? await movePlan(at.desk.db, at.reader.actor, at.plan, to, why, at.desk.now)
      : { refused: 'no-such-move' }
    return no ? page(c, at, { to: to ?? '', why, no }) : c.redirect(`${at.href}?done=moved`, 303)
  },
}
