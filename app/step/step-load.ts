import type { Selectable } from 'kysely'
import type { Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { EntryId, PlanId, StepId } from '../kernel/id.ts'
import { workFormKeyOf } from '../school/work-form.ts'
import type { Actor } from '../session/actor.ts'
import { STEP_ENDS, type Step, type StepPerson } from './step.ts'

type Rows = {
  readonly steps: readonly Selectable<Tables['step']>[]
  readonly people: readonly Selectable<Tables['step_person']>[]
}

/** Everything of the steps of a plan, those ended too, in the order in which they were made. */
export async function loadSteps(sql: Sql, actor: Actor, planId: PlanId): Promise<Step[]> {
  const steps = await sql
    .selectFrom('step')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('school_id', '=', actor.schoolId)
    .orderBy('id')
    .execute()
  const people = await sql
    .selectFrom('step_person')
    .innerJoin('step', 'step.id', 'step_person.step_id')
    .selectAll('step_person')
    .where('step.plan_id', '=', planId)
    .where('step.school_id', '=', actor.schoolId)
    .orderBy('step_person.asked_at')
    .orderBy('step_person.person_id')
    .execute()
  return stepsFrom({ steps, people })
}

/** The steps of these ids. */
export async function loadStepsById(sql: Sql, actor: Actor, ids: readonly StepId[]): Promise<Step[]> {
  if (ids.length === 0) return []
  const steps = await sql
    .selectFrom('step')
    .selectAll()
    .where('id', 'in', ids)
    .where('school_id', '=', actor.schoolId)
    .execute()
  const people = await sql
    .selectFrom('step_person')
    .selectAll()
    .where('step_id', 'in', ids)
    .where('school_id', '=', actor.schoolId)
    .orderBy('asked_at')
    .orderBy('person_id')
    .execute()
  return stepsFrom({ steps, people })
}

function stepsFrom({ steps, people }: Rows): Step[] {
  const byStep = Map.groupBy(people, (row) => row.step_id)
  return steps.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    entryId: row.entry_id,
    what: row.what,
    form: workFormKeyOf(row.form),
    onDay: row.on_day,
    people: (byStep.get(row.id) ?? []).map(personFrom),
    madeAt: row.made_at,
    madeBy: row.made_by,
    changedAt: row.changed_at,
    ended: endFrom(row),
  }))
}

const personFrom = (row: Selectable<Tables['step_person']>): StepPerson => ({
  personId: row.person_id,
  askedAt: row.asked_at,
  agreedAt: row.agreed_at,
  declinedAt: row.declined_at,
})

const endFrom = (row: Selectable<Tables['step']>): Step['ended'] =>
  row.ended_at === null
    ? null
    : {
        as: STEP_ENDS.find((end) => end === row.ended_as) ?? 'done',
        at: row.ended_at,
        by: row.ended_by,
        saw: row.saw ?? '',
      }

/** A step of a goal or track, within a transaction. */
export async function stepOf(sql: Sql, actor: Actor, entryId: EntryId, id: StepId): Promise<Step | null> {
  const [step] = await loadStepsById(sql, actor, [id])
  return step?.entryId === entryId ? step : null
}
