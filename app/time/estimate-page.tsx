import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type Day, parseDay } from '../kernel/day.ts'
import { weekNumber } from '../kernel/days.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import { countOnce } from './count.ts'
import { parseEstimate, parseWeek, type Slider, type Sliders, slidersOf, textsIn } from './estimate.ts'
import { estimateText } from './estimate-text.ts'
import { ESTIMATE_HREF, EstimateView } from './estimate-view.tsx'
import { subjectKey } from './time.ts'
import { type AtTime, timeAt, typedIn } from './time-desk.ts'
import { activitiesOf, type TimeNo } from './time-store.ts'
import { timeText } from './time-text.ts'
import { sundayOf } from './week.ts'
import { dropEstimate, estimateWeek } from './week-store.ts'

/** /time/week: one estimate of a whole week, by dragging. */
export const estimatePage = {
  get: async (c: Context<OnDesk>) => {
    const asked = parseDay(c.req.query('week') ?? '')
    const at = await timeAt(c, asked)
    const week = weekOrNone(asked ?? at.desk.today, at)
    return show(c, at, week, null, null)
  },

  post: async (c: Context<OnDesk>) => {
    const form = await c.req.formData()
    const typed = typedIn(form)
    const asked = parseDay(typed('week'))
    const at = await timeAt(c, asked)
    const week = weekOrNone(asked, at)
    const { desk, reader, plan } = at
    if (typed('act') === 'drop') {
      await dropEstimate(desk.db, reader.actor, week)
      return c.redirect(`/time/entries?week=${week}&done=dropped`, 303)
    }
    const fields = textsIn(form)
    const guesses = parseEstimate(fields, plan)
    if (isRefusal(guesses)) return show(c, at, week, guesses, new Map(fields))
    const no = await estimateWeek(desk.db, reader.actor, week, guesses, desk.now)
    return no
      ? show(c, at, week, no, new Map(fields))
      : c.redirect(`${ESTIMATE_HREF}?week=${week}&done=saved`, 303)
  },
}

/** A week that can't be estimated has no page. */
function weekOrNone(day: Day | null, { desk }: AtTime): Day {
  const week = parseWeek(day, desk.today)
  if (isRefusal(week)) throw new HTTPException(404)
  return week
}

async function show(
  c: Context<OnDesk>,
  at: AtTime,
  week: Day,
  no: TimeNo | null,
  sent: ReadonlyMap<string, string> | null,
) {
  const { desk, reader, plan, language } = at
  const text = estimateText(language)
  const activities = await activitiesOf(desk.db, reader.actor, week, sundayOf(week))
  const sliders = slidersOf(plan, countOnce(activities))
  const isSaved = c.req.query('done') === 'saved'
  const notice = isSaved ? ({ kind: 'good', text: text.saved(weekNumber(week)) } as const) : null
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={text.title(weekNumber(week))} here="time">
      <EstimateView
        week={week}
        today={desk.today}
        sliders={sent ? asSent(sliders, sent) : sliders}
        isEstimated={activities.some(({ source }) => source === 'estimate')}
        names={at}
        says={no && saysOf(no, at)}
      />
    </Page>,
    no ? 422 : 200,
  )
}

function saysOf(no: TimeNo, { language }: AtTime) {
  if (no.refused === 'may-not') return timeText(language).because[no.because]
  return no.refused === 'nothing-chosen'
    ? estimateText(language).nothing
    : timeText(language).refusal[no.refused]
}

function asSent(sliders: Sliders, sent: ReadonlyMap<string, string>): Sliders {
  const moved = (ones: readonly Slider[]) =>
    ones.map((one) => ({ ...one, minutes: Number(sent.get(`m:${subjectKey(one.subject)}`)) || 0 }))
  return { main: moved(sliders.main), tracks: moved(sliders.tracks), between: moved(sliders.between) }
}
