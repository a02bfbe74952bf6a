import type { Context } from 'hono'
import { raw } from 'hono/html'
import { clock, weekDay } from '../kernel/day.ts'
import type { PlanId } from '../kernel/id.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import { capital } from '../kernel/sentence.ts'
import { mayMove } from '../plan/plan-may.ts'
import { planOfToday } from '../plan/plan-store.ts'
import { heavyStrip } from '../question/heavy-desk.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { mayKeepTime } from '../time/time-may.ts'
import { Page } from '../ui/page.tsx'
import { allAsks, asksWithoutPlan, plansFor } from './for-you-desk.ts'
import { drawnOnce } from './today-cache-desk.ts'
import { todayText } from './today-text.ts'
import { NoPlanView, TodayView } from './today-view.tsx'
import { yearOfToday } from './today-year-desk.ts'
import { WelcomeView } from './welcome-view.tsx'

/** /: Vandaag for who is signed in, the first page for everyone else. */
export const todayPage = {
  get: async (c: Context<OnDesk>) => {
    const desk = deskOf(c)
    if (!desk.reader) return c.html(<WelcomeView shell={shellFrom(desk)} demo={desk.house.demoIsOn} />)
    const { actor, language } = desk.reader
    // Own time is kept by no browser, as on its own pages.
    if (mayKeepTime(actor).may) c.header('cache-control', 'no-store')
    // With the roles that this request came in with: who loses one while it is drawn has another drawing next time.
    const who = [actor.schoolId, actor.personId, ...actor.roles, ...actor.learningTeams, actor.name]
    const of = `${who.join(' ')} ${language} ${desk.house.demoIsOn}`
    const html = await drawnOnce({ db: desk.db, of, now: desk.now }, async () => String(await contentFor(c)))
    return c.html(
      <Page shell={shellFrom(desk)} title={todayText(language).title} here="today">
        {raw(html)}
      </Page>,
    )
  },
}

async function contentFor(c: Context<OnDesk>) {
  const desk = deskOf(c)
  const id = await planOfToday(desk.db, readerOf(c).actor, desk.today)
  return id ? withPlan(c, id) : withoutPlan(c)
}

function helloOf(c: Context<OnDesk>) {
  const { now, today, language } = deskOf(c)
  const hour = Number(clock(now, 'en').slice(0, 2))
  return { name: readerOf(c).actor.name, hour, day: capital(weekDay(today, language)), today }
}

async function withPlan(c: Context<OnDesk>, id: PlanId) {
  const desk = deskOf(c)
  const reader = readerOf(c)
  const [now, ...others] = await plansFor({ desk, reader })
  if (!now || now.year !== null || now.sheet.plan.id !== id) return withoutPlan(c)
  return (
    <TodayView
      d={now.d}
      sheet={now.sheet}
      hello={helloOf(c)}
      year={await yearOfToday({ desk, reader }, now.d.plan)}
      asks={allAsks([now, ...others])}
      heavy={await heavyStrip(c)}
      demo={desk.house.demoIsOn && reader.school.demo}
    />
  )
}

async function withoutPlan(c: Context<OnDesk>) {
  const desk = deskOf(c)
  const reader = readerOf(c)
  const { actor, language, terms } = reader
  const text = todayText(language)
  return (
    <NoPlanView
      hello={helloOf(c)}
      year={await yearOfToday({ desk, reader }, null)}
      schoolYear={schoolYearOf(desk.today)}
      begins={mayMove(actor).may}
      waits={`${text.noPlan} ${text.waitPlan(terms)}`}
      asks={await asksWithoutPlan({ desk, reader })}
      heavy={await heavyStrip(c)}
      me={actor.personId}
      language={language}
    />
  )
}
