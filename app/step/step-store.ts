import type { Db, Sql } from '../db/database.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Entry } from '../plan/entry.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { type MyStep, openSteps, partOf, type Step } from './step.ts'
import { loadSteps, loadStepsById } from './step-load.ts'
import { mayReadSaw, mayReadStep } from './step-may.ts'

/** The reading half; `step-write-store` and `step-end-store` write. */

const known = new WeakMap<Plan, readonly Step[]>()

/**
 * The steps of a plan as this actor may read them, in the order in which they were made; what was seen is '' where the
 * actor may not read it. Whoever changes one raises the revision of its plan, and a plan of another revision is another
 * object: of one that was asked before nothing is read.
 */
export async function stepsOf(db: Db, actor: Actor, plan: Plan): Promise<Step[]> {
  const all = known.get(plan) ?? (await db.read(actor, (sql) => loadSteps(sql, actor, plan.id)))
  if (!db.isTransaction) known.set(plan, all)
  return all.flatMap((step) => seen(actor, entryOf(plan, step.entryId), step) ?? [])
}

/** A step as this actor may read it; null when not at all, or when its goal or track is no longer in the plan. */
function seen(actor: Actor, entry: Entry | null, step: Step): Step | null {
  if (entry === null || !mayReadStep(actor, entry, step).may) return null
  if (!step.ended || step.ended.saw === '' || mayReadSaw(actor, entry, step).may) return step
  return { ...step, ended: { ...step.ended, saw: '' } }
}

/**
 * What waits for this person, over all goals and tracks of plans that are not closed: steps to do, and steps that
 * somebody asked them for. By day, those without a day last.
 */
export async function openStepsOf(db: Db, actor: Actor): Promise<MyStep[]> {
  const person = personOf(actor)
  if (person === null) return []
  const steps = await db.read(actor, async (sql) => {
    const rows = await openOf(sql, actor, person)
    return loadStepsById(
      sql,
      actor,
      rows.map(({ id }) => id),
    )
  })
  return openSteps(
    steps.flatMap((step): MyStep[] => {
      const part = partOf(step, person)
      return part === 'doing' || part === 'asked' ? [{ ...step, part }] : []
    }),
  )
}

const openOf = (sql: Sql, actor: Actor, person: PersonId) =>
  sql
    .selectFrom('step_person')
    .innerJoin('step', 'step.id', 'step_person.step_id')
    .innerJoin('entry', 'entry.id', 'step.entry_id')
    .innerJoin('plan', 'plan.id', 'step.plan_id')
    .select('step.id')
    .where('step_person.person_id', '=', person)
    .where('step_person.school_id', '=', actor.schoolId)
    .where('step_person.declined_at', 'is', null)
    .where('step.ended_at', 'is', null)
    .where('entry.removed_at', 'is', null)
    .where('plan.phase', '!=', 'archived')
    .execute()
