import type { Context } from 'hono'
import { comingMeetingsOf } from '../agenda/meetings-store.ts'
import { clock, weekDay } from '../kernel/day.ts'
import { mayMove } from '../plan/plan-may.ts'
import { planOfToday } from '../plan/plan-store.ts'
import { capital } from '../plan/plan-text.ts'
import type { Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import { allAsks, plansFor } from './for-you-desk.ts'
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
  const [now, ...others] = await plansFor({ desk, reader })
  if (!now || now.year !== null || now.sheet.plan.id !== id) return withoutPlan(c)
  return (
    <TodayView
      {...now}
      asks={allAsks([now, ...others])}
      hour={hourOf(c)}
      day={dayOf(c)}
      meeting={await nextMeeting(desk, reader)}
      demo={desk.house.demoIsOn && reader.school.demo}
    />
  )
}

/** The meeting that runs, else the next one. */
async function nextMeeting({ db, now }: Desk, { actor }: Reader) {
  const coming = await comingMeetingsOf(db, actor, now)
  return coming.find(({ phase }) => phase === 'running') ?? coming[0] ?? null
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
