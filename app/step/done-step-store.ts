import type { Db } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { partOf, type Step } from './step.ts'
import { loadStepsById } from './step-load.ts'

/** What this person did, of steps with a day from `since` on; what was seen is not read. */
export async function doneStepsOf(db: Db, actor: Actor, since: Day): Promise<Step[]> {
  const person = personOf(actor)
  if (person === null) return []
  return db.read(actor, async (sql) => {
    const rows = await sql
      .selectFrom('step_person')
      .innerJoin('step', 'step.id', 'step_person.step_id')
      .innerJoin('entry', 'entry.id', 'step.entry_id')
      .select('step.id')
      .where('step_person.person_id', '=', person)
      .where('step_person.school_id', '=', actor.schoolId)
      .where('step.ended_as', '=', 'done')
      .where('step.on_day', '>=', since)
      .where('entry.removed_at', 'is', null)
      .execute()
    const steps = await loadStepsById(
      sql,
      actor,
      rows.map(({ id }) => id),
    )
    return steps
      .filter((step) => partOf(step, person) === 'doing')
      .map((step) => ({ ...step, ended: step.ended && { ...step.ended, saw: '' } }))
  })
}
