import type { Context } from 'hono'
import { clock, weekDay } from '../kernel/day.ts'
import type { Plan } from '../plan/plan.ts'
import { type AtPlan, drawingFor } from '../plan/plan-desk.tsx'
import { mayMove } from '../plan/plan-may.ts'
import { planOfToday, readPlan, readPlans } from '../plan/plan-store.ts'
import { capital } from '../plan/plan-text.ts'
import { readDecisionsOf } from '../round/round-store.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import { todayText } from './today-text.ts'
import { NoPlanView, TodayView } from './today-view.tsx'
import { WelcomeView } from './welcome-view.tsx'

/** /: Vandaag for who is signed in, the first page for everyone else. */
export const todayPage = {
  get: async (c: Context<OnDesk>) => {
    const desk = deskOf(c)
    if (!desk.reader) return c.html(<WelcomeView shell={shellFrom(desk)} demo={desk.house.demoIsOn} />)
    const id = await planOfToday(desk.db, desk.reader.actor, desk.today)
    const content = id ? await withPlan(c, id) : withoutPlan(c)
    return c.html(
      <Page shell={shellFrom(desk)} title={todayText(desk.language).title} here="today">
        {content}
      </Page>,
    )
  },
}

const hourOf = (c: Context<OnDesk>) => Number(clock(deskOf(c).now, 'en').slice(0, 2))
const dayOf = (c: Context<OnDesk>) => capital(weekDay(deskOf(c).today, deskOf(c).language))

async function withPlan(c: Context<OnDesk>, id: NonNullable<Awaited<ReturnType<typeof planOfToday>>>) {
  const desk = deskOf(c)
  const reader = readerOf(c)
  const plan = await readPlan(desk.db, reader.actor, id)
  if (!plan) return withoutPlan(c)
  const now = await sheetOf({ desk, reader, plan })
  return (
    <TodayView
      {...now}
      others={await otherYears(c, plan)}
      hour={hourOf(c)}
      day={dayOf(c)}
      demo={desk.house.demoIsOn && reader.school.demo}
    />
  )
}

async function sheetOf({ desk, reader, plan }: Omit<AtPlan, 'href'>) {
  const d = await drawingFor({ desk, reader, plan, href: `/plan/${plan.id}` })
  const decisions = await readDecisionsOf(desk.db, reader.actor, plan.id, desk.now)
  const { roster, proposals, ends } = d.sheet
  const sheet = { plan: d.plan, roster, proposals, ends, decisions, actor: reader.actor, today: desk.today }
  return { d, sheet }
}

/** The plans of other years that are not closed: what others wait for in them asks today too. */
async function otherYears(c: Context<OnDesk>, shown: Plan) {
  const desk = deskOf(c)
  const reader = readerOf(c)
  const sheets = []
  for (const { id, phase } of await readPlans(desk.db, reader.actor)) {
    const plan = id === shown.id || phase === 'archived' ? null : await readPlan(desk.db, reader.actor, id)
    if (plan) sheets.push(await sheetOf({ desk, reader, plan }))
  }
  return sheets
}

function withoutPlan(c: Context<OnDesk>) {
  const { actor, language, terms } = readerOf(c)
  const waits = `${todayText(language).noPlan} ${todayText(language).waitPlan(terms)}`
  return (
    <NoPlanView
      name={actor.name}
      hour={hourOf(c)}
      day={dayOf(c)}
      begins={mayMove(actor).may}
      {...{ language, waits }}
    />
  )
}
