import type { Db, Sql } from '../db/database.ts'
import { type Day, dayOf } from '../kernel/day.ts'
import type { EntryId, PersonId, PlanId } from '../kernel/id.ts'
import { lastDay, schoolYearOf } from '../kernel/school-year.ts'
import type { Phase } from '../plan/plan.ts'
import { touchPlan } from '../plan/plan-store.ts'
import { versionsEnd } from '../plan/snapshot.ts'
import { termEnds } from '../school/retention.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'

/**
 * Deletes the steps that have come to their end, school by school: of the track of a teacher who left when the school's
 * term has come, of what was taken out of a plan once its year is over, and of a whole plan when its versions go. Who
 * left so long ago is named in no step any more.
 */
export async function forgetOldSteps(db: Db, now: Date): Promise<void> {
  const today = dayOf(now)
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    await db.write(keeper, async (sql) => {
      const gone = await leftOnes(sql, keeper, today)
      for (const step of await stepsOver(sql, keeper, today, gone)) await forget(sql, keeper, step)
      if (gone.length > 0) await unname(sql, keeper, gone)
    })
  }
}

/** Whose term has come. */
async function leftOnes(sql: Sql, keeper: Keeper, today: Day): Promise<PersonId[]> {
  const rows = await sql
    .selectFrom('person')
    .innerJoin('school', 'school.id', 'person.school_id')
    .select(['person.id', 'person.left_on as leftOn', 'school.retention_years as term'])
    .where('person.school_id', '=', keeper.schoolId)
    .where('person.left_on', 'is not', null)
    .execute()
  return rows.flatMap(({ id, leftOn, term }) =>
    leftOn !== null && termEnds(leftOn, term) <= today ? [id] : [],
  )
}

type Over = { readonly planId: PlanId; readonly phase: string; readonly entryId: EntryId }

/** The goals and tracks whose steps go. */
async function stepsOver(sql: Sql, keeper: Keeper, today: Day, gone: readonly PersonId[]): Promise<Over[]> {
  const rows = await sql
    .selectFrom('step')
    .innerJoin('entry', 'entry.id', 'step.entry_id')
    .innerJoin('plan', 'plan.id', 'step.plan_id')
    .innerJoin('school', 'school.id', 'plan.school_id')
    .select([
      'entry.id as entryId',
      'entry.person_id as personId',
      'entry.removed_at as removedAt',
      'plan.id as planId',
      'plan.phase',
      'plan.school_year as year',
      'school.retention_years as term',
    ])
    .distinct()
    .where('step.school_id', '=', keeper.schoolId)
    .execute()
  return rows.filter(
    ({ personId, removedAt, year, term }) =>
      (personId !== null && gone.includes(personId)) ||
      (removedAt !== null && year < schoolYearOf(today)) ||
      versionsEnd(lastDay(year), term) <= today,
  )
}

async function forget(sql: Sql, keeper: Keeper, { entryId, planId, phase }: Over) {
  const ids = sql.selectFrom('step').select('id').where('entry_id', '=', entryId)
  await sql
    .deleteFrom('step_person')
    .where('step_id', 'in', ids)
    .where('school_id', '=', keeper.schoolId)
    .execute()
  await sql
    .deleteFrom('step')
    .where('entry_id', '=', entryId)
    .where('school_id', '=', keeper.schoolId)
    .execute()
  await touchPlan(sql, keeper, { id: planId, phase: phase as Phase })
}

const unname = (sql: Sql, keeper: Keeper, gone: readonly PersonId[]) =>
  sql
    .deleteFrom('step_person')
    .where('person_id', 'in', gone)
    .where('school_id', '=', keeper.schoolId)
    .execute()
