import type { Db, Sql } from '../db/database.ts'
import type { Actor } from '../session/actor.ts'
import type { PreventiveAim } from './aim.ts'
import type { WeekHours } from './budget.ts'
import type { Plan } from './plan.ts'
import { mayWritePlan } from './plan-may.ts'
import { type PlanNo, unless } from './plan-no.ts'
import { touchPlan } from './plan-store.ts'

/** The share for preventing, for who holds the pen of the plan as long as it is written; null takes it away. */
export const writeAim = (db: Db, actor: Actor, plan: Plan, aim: PreventiveAim | null) =>
  setFrame(db, actor, plan, { preventive_aim: aim }, plan.preventiveAim === aim)

/** Hours a week for care and for what comes, likewise. */
export const writeWeekHours = (db: Db, actor: Actor, plan: Plan, { careHours, roomHours }: WeekHours) =>
  setFrame(
    db,
    actor,
    plan,
    { care_hours: careHours, room_hours: roomHours },
    plan.careHours === careHours && plan.roomHours === roomHours,
  )

type Frame =
  | { readonly preventive_aim: number | null }
  | { readonly care_hours: number | null; readonly room_hours: number | null }

/** What stands there already changes nothing: no new revision. */
async function setFrame(
  db: Db,
  actor: Actor,
  plan: Plan,
  frame: Frame,
  isSo: boolean,
): Promise<null | PlanNo> {
  const no = unless(mayWritePlan(actor, plan))
  if (no || isSo) return no
  return db.write(actor, async (sql) => {
    await touchPlan(sql, actor, plan)
    await update(sql, actor, plan, frame)
    return null
  })
}

const update = (sql: Sql, actor: Actor, plan: Plan, frame: Frame) =>
  sql
    .updateTable('plan')
    .set(frame)
    .where('id', '=', plan.id)
    .where('school_id', '=', actor.schoolId)
    .execute()
