import type { Db } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import { mondayOf, weekNumber } from '../kernel/days.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import { readPlan, readPlans } from '../plan/plan-store.ts'
import type { Actor } from '../session/actor.ts'
import { agreedAim } from './aim-store.ts'
import { type Measured, measure, preventiveShare, type Tally, tallyOf } from './balance.ts'
import { countOnce } from './count.ts'
import { mayKeepTime } from './time-may.ts'
import { activitiesOf } from './time-store.ts'
import { sundayOf } from './week.ts'

/** The own week as it stands, for who keeps one. */
export type WeekBalance = Tally & {
  /** Its Monday. */
  readonly week: Day
  readonly number: number
  readonly isEstimated: boolean
  /** What the team agreed to prevent, in per cent; null: nothing. */
  readonly aim: number | null
  /** The part that prevents of what prevents or repairs, from 0 to 1; null: nothing does either. */
  readonly share: number | null
}

/** The balance of the week in which a day falls; null for who keeps no time. */
export async function weekBalance(db: Db, actor: Actor, day: Day): Promise<WeekBalance | null> {
  if (!mayKeepTime(actor).may) return null
  const week = mondayOf(day)
  const counted = countOnce(await activitiesOf(db, actor, week, sundayOf(week)))
  const tally = tallyOf(counted)
  return {
    ...tally,
    week,
    number: weekNumber(week),
    isEstimated: counted.some(({ activity }) => activity.source === 'estimate'),
    aim: await aimOn(db, actor, day),
    share: preventiveShare(tally),
  }
}

/** What the team agreed on for that day's school year. */
async function aimOn(db: Db, actor: Actor, day: Day): Promise<number | null> {
  const line = (await readPlans(db, actor)).find(({ schoolYear }) => schoolYear === schoolYearOf(day))
  const plan = line ? await readPlan(db, actor, line.id) : null
  return plan && agreedAim(db, actor, plan)
}

/** The actor's own time over a span of days, both included, each minute once; all zero for who keeps no time. */
export const measuredOf = async (db: Db, actor: Actor, from: Day, to: Day): Promise<Measured> =>
  measure(countOnce(await activitiesOf(db, actor, from, to)))
