import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import type { LetLoose, LooseEndKind } from './let-loose.ts'
import type { Plan } from './plan.ts'
import { mayLetLoose } from './plan-may.ts'
import { type PlanNo, unless } from './plan-no.ts'
import { touchPlan } from './plan-store.ts'

/** Lets a loose end be one on purpose, with the reason. */
export async function letLoose(
  db: Db,
  actor: Actor,
  plan: Plan,
  kind: LooseEndKind,
  subjectId: string,
  reason: string,
  now: Moment,
): Promise<null | PlanNo> {
  const no = unless(mayLetLoose(actor, plan))
  if (no) return no
  const by = personOf(actor)
  if (by === null) return { refused: 'may-not', because: 'only-coordinator' }
  if (reason.trim() === '') return refuse('reason-missing', 'reason')
  if (plan.letLoose.some((known) => known.kind === kind && known.subjectId === subjectId)) return null
  return db.write(actor, async (sql) => {
    await sql
      .insertInto('let_loose')
      .values({
        id: newId(),
        school_id: actor.schoolId,
        plan_id: plan.id,
        kind,
        subject_id: subjectId,
        reason: reason.trim().slice(0, 1000),
        let_at: now,
        let_by: by,
        taken_back_at: null,
      })
      .execute()
    await touchPlan(sql, actor, plan)
    return null
  })
}

/** The loose end asks again. */
export async function takeBack(
  db: Db,
  actor: Actor,
  plan: Plan,
  id: LetLoose['id'],
  now: Moment,
): Promise<null | PlanNo> {
  const no = unless(mayLetLoose(actor, plan))
  if (no) return no
  return db.write(actor, async (sql) => {
    await sql
      .updateTable('let_loose')
      .set({ taken_back_at: now })
      .where('id', '=', id)
      .where('plan_id', '=', plan.id)
      .where('school_id', '=', actor.schoolId)
      .execute()
    await touchPlan(sql, actor, plan)
    return null
  })
}
