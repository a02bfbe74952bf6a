import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { plusDays } from '../kernel/days.ts'
import { parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { firstDay, lastDay, previousYear, schoolYearOf } from '../kernel/school-year.ts'
import { budgetAt } from '../plan/budget-desk.ts'
import { BudgetBlock } from '../plan/budget-view.tsx'
import { readRoster } from '../plan/roster-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { ArrowLink } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { agreedAim } from './aim-store.ts'
import { goalTally } from './balance.ts'
import { likelyEntries, ranFor, untilNowFrom } from './log.ts'
import { TIME_ACTS } from './log-desk.ts'
import type { LogSheet, TriedTime } from './log-view.tsx'
import { runningOf } from './running-store.ts'
import { shareBlockOf } from './share-desk.ts'
import { ShareBlock } from './share-view.tsx'
import { type AtTime, goalIn, timeAt, typedIn, yearBalance } from './time-desk.ts'
import { activitiesOf, activityOf, lastActivity, type TimeNo } from './time-store.ts'
import { timeText } from './time-text.ts'
import { TimeView } from './time-view.tsx'

/** /time: writing down in two taps, and the balance of the own time. For who coordinates, nobody else. */
export const timePage = {
  get: async (c: Context<OnDesk>) => {
    const at = await timeAt(c)
    const done = c.req.query('done')
    const text = timeText(at.language)
    const says = done === 'removed' ? text.removed : done === 'wiped' ? text.own.wiped : null
    return show(c, at, says === null ? null : { kind: 'plain', text: says }, null)
  },

  post: async (c: Context<OnDesk>) => {
    const at = await timeAt(c)
    const typed = typedIn(await c.req.formData())
    const act = Object.hasOwn(TIME_ACTS, typed('act')) ? TIME_ACTS[typed('act')] : undefined
    if (!act) throw new HTTPException(404)
    const did = await act(at, typed)
    if (isRefusal(did)) return show(c, at, null, triedOf(at, typed, did))
    return c.redirect('saved' in did ? `/time?saved=${did.saved}#bewaard` : `/time?done=${did.done}#log`, 303)
  },
}

const FIELDS = ['act', 'what', 'adHoc', 'entry', 'day', 'from', 'minutes'] as const

function triedOf({ language }: AtTime, typed: (name: string) => string, no: TimeNo): TriedTime {
  const text = timeText(language)
  return {
    values: Object.fromEntries(FIELDS.map((name) => [name, typed(name)])),
    field: 'field' in no ? (no.field ?? null) : null,
    says: no.refused === 'may-not' ? text.because[no.because] : text.refusal[no.refused],
  }
}

async function show(c: Context<OnDesk>, at: AtTime, notice: ShellNotice | null, tried: TriedTime | null) {
  const { desk, year, plan } = at
  const balance = await yearBalance(at)
  const isNow = year === schoolYearOf(desk.today)
  const isWipe = tried?.field === 'sure'
  const log = isNow ? await logSheet(c, at, isWipe ? null : tried) : null
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={timeText(at.language).title} here="time">
      <TimeView
        names={at}
        year={year}
        otherYear={isNow ? await earlierYear(at) : schoolYearOf(desk.today)}
        log={log}
        {...balance}
        goals={goalTally(balance.counted, goalIn(plan))}
        aim={plan && (await agreedAim(desk.db, at.reader.actor, plan))}
        budget={await budgetBlock(at)}
        wipeSays={isWipe ? tried.says : null}
        share={isNow ? <ShareBlock {...(await shareBlockOf(desk, at.reader, plan))} /> : null}
      />
    </Page>,
    tried ? 422 : 200,
  )
}

/** The year before, when there is anything of it. */
async function earlierYear({ desk, reader, year }: AtTime) {
  const before = previousYear(year)
  const there = await activitiesOf(desk.db, reader.actor, ...spanOf(before))
  return there.length > 0 ? before : null
}

const spanOf = (year: AtTime['year']) => [firstDay(year), lastDay(year)] as const

const RECENT_DAYS = 28
const MOST_LIKELY = 2

async function logSheet(c: Context<OnDesk>, at: AtTime, tried: TriedTime | null): Promise<LogSheet> {
  const { desk, reader, plan } = at
  const { db, now, today } = desk
  const saved = parseId<'time-entry'>(c.req.query('saved'))
  const running = await runningOf(db, reader.actor)
  const last = await lastActivity(db, reader.actor)
  const recent = await activitiesOf(db, reader.actor, plusDays(today, -RECENT_DAYS), today)
  return {
    names: at,
    likely: likelyEntries(recent, plan, MOST_LIKELY),
    since: untilNowFrom(last, now),
    running,
    ranTooLong: running !== null && isRefusal(ranFor(running.startedAt, now)),
    saved: saved && (await activityOf(db, reader.actor, saved)),
    // The form that comes after what was written down last: sent again it is still that one.
    once: last?.id ?? 'first',
    today,
    tried,
  }
}

/** What the plan asks of the week, beside what there is; nothing without a plan. */
async function budgetBlock({ desk, reader, plan }: AtTime) {
  if (!plan) return null
  const budget = await budgetAt({ desk, reader, plan })
  const roster = await readRoster(desk.db, reader.actor)
  return (
    <section class="tijdblok" aria-labelledby="bg-kop">
      <h2 id="bg-kop">{timeText(reader.language).budget}</h2>
      <BudgetBlock budget={budget} roster={roster} reader={reader} />
      <ArrowLink href={`/plan/${plan.id}/budget`}>{timeText(reader.language).toBudget}</ArrowLink>
    </section>
  )
}
