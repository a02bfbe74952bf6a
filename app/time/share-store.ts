import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Day, Moment } from '../kernel/day.ts'
import { mondayOf, plusDays } from '../kernel/days.ts'
import { newId, type TimeShareId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { firstDay, lastDay } from '../kernel/school-year.ts'
import type { PreventiveAim } from '../plan/aim.ts'
import type { Plan } from '../plan/plan.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { agreedAim } from './aim-store.ts'
import { type Counted, countOnce } from './count.ts'
import {
  type Audience,
  chosenFrom,
  type Figures,
  figuresFrom,
  figuresOf,
  printOf,
  type Shared,
  type SharePart,
  type ToShare,
} from './share.ts'
import { mayReadShared, mayShare, mayWithdraw, type ShareNo } from './share-may.ts'
import { activitiesOf } from './time-store.ts'

/** Sole writer of time_share. What is withdrawn is gone: nothing of it is kept. */

/** The own time of the school year of a plan, up to the last week that is over. */
export type OwnYear = { readonly from: Day; readonly until: Day; readonly counted: readonly Counted[] }

/** Null: nothing was written down in a week that is over. */
export async function readOwnYear(
  db: Db,
  actor: Actor,
  plan: Pick<Plan, 'schoolYear'>,
  today: Day,
): Promise<OwnYear | null> {
  if (!mayShare(actor).may) return null
  const until = earliest(plusDays(mondayOf(today), -1), lastDay(plan.schoolYear))
  const counted = countOnce(await activitiesOf(db, actor, firstDay(plan.schoolYear), until))
  const [first] = counted.map(({ activity }) => activity.day).sort()
  return first === undefined ? null : { from: first, until, counted }
}

const earliest = (one: Day, other: Day) => (one < other ? one : other)

/** What could be shared now, as its owner reads it first. */
export async function readToShare(db: Db, actor: Actor, plan: Plan, today: Day): Promise<ToShare | null> {
  const own = await readOwnYear(db, actor, plan, today)
  const figures = own && figuresOf(own.counted)
  return own && figures && { from: own.from, until: own.until, figures, print: printOf(figures) }
}

export type Sharing = {
  readonly parts: readonly SharePart[]
  readonly audience: Audience
  /** The print of the figures that were read: other figures are not shared unread. */
  readonly read: string
}

/** Shares the chosen proportions, as they were read; what was shared up to the same day is replaced. */
export async function shareTime(
  db: Db,
  actor: Actor,
  plan: Plan,
  given: Sharing,
  today: Day,
  now: Moment,
): Promise<TimeShareId | ShareNo> {
  const may = mayShare(actor)
  const person = personOf(actor)
  if (!may.may || person === null) return { refused: 'may-not', because: may.because }
  return db.write<TimeShareId | ShareNo>(actor, async (sql, tx) => {
    const there = await readToShare(tx, actor, plan, today)
    if (there === null) return refuse('nothing-whole')
    if (there.print !== given.read) return refuse('changed-since')
    const figures = chosenFrom(there.figures, given.parts)
    if (isRefusal(figures)) return figures
    const id = newId<'time-share'>()
    const aim = await agreedAim(tx, actor, plan)
    const row = rowOf(plan, { ...there, figures, aim }, given.audience, now)
    await insert(sql, { ...row, id, school_id: actor.schoolId, person_id: person })
    return id
  })
}

type Fresh = { from: Day; until: Day; figures: Figures; aim: PreventiveAim | null }

const rowOf = (plan: Plan, { from, until, figures, aim }: Fresh, audience: Audience, now: Moment) => ({
  plan_id: plan.id,
  from_day: from,
  until_day: until,
  aim,
  figures: JSON.stringify(figures),
  audience,
  shared_at: now,
})

const insert = (sql: Sql, row: Selectable<Tables['time_share']>) =>
  sql
    .insertInto('time_share')
    .values(row)
    .onConflict((clash) => clash.columns(['person_id', 'plan_id', 'until_day']).doUpdateSet(row))
    .execute()

/**
 * What was shared with this plan, as far as this actor may read it, the newest first. `isLookingBack`: the team does so
 * now in a meeting; then it reads what was kept for that too.
 */
export async function sharedNow(
  db: Db,
  actor: Actor,
  plan: Pick<Plan, 'id' | 'phase'>,
  isLookingBack = false,
): Promise<Shared[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('time_share')
      .selectAll()
      .where('plan_id', '=', plan.id)
      .where('school_id', '=', actor.schoolId)
      .orderBy('until_day', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  )
  return rows.map(sharedFrom).filter((shared) => isLookingBack || mayReadShared(actor, shared, plan).may)
}

const sharedFrom = (row: Selectable<Tables['time_share']>): Shared => ({
  id: row.id,
  personId: row.person_id,
  planId: row.plan_id,
  from: row.from_day,
  until: row.until_day,
  aim: row.aim,
  figures: figuresFrom(row.figures),
  audience: row.audience === 'team' ? 'team' : 'look-back',
  sharedAt: row.shared_at,
})

/** Takes back what was shared; refused when it is gone or somebody else's. */
export async function withdrawShare(db: Db, actor: Actor, id: TimeShareId): Promise<null | ShareNo> {
  return db.write<null | ShareNo>(actor, async (sql) => {
    const row = await sql
      .selectFrom('time_share')
      .select('person_id')
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst()
    if (!row) return refuse('gone')
    const may = mayWithdraw(actor, { personId: row.person_id })
    if (!may.may) return { refused: 'may-not', because: may.because }
    await sql.deleteFrom('time_share').where('id', '=', id).where('school_id', '=', actor.schoolId).execute()
    return null
  })
}
