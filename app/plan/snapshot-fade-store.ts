import type { Db, Sql } from '../db/database.ts'
import { dayOf, momentOf } from '../kernel/day.ts'
import type { PlanId, SnapshotId } from '../kernel/id.ts'
import { lastDay, type SchoolYear } from '../kernel/school-year.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'
import { thinned, versionsEnd } from './snapshot.ts'
import { keepSnapshot, numbersIn } from './snapshot-store.ts'

/**
 * Every hour: of each plan that changed since its last version a version, one a day; of the older ones some go, and
 * when the school's term is over all of them. Sealed versions are no part of this.
 */
export async function keepVersions(db: Db, now: Date): Promise<void> {
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    for (const plan of await plansOf(db, keeper))
      await db.write(keeper, async (sql, tx) => {
        await tx.hold(plan.id)
        if (versionsEnd(lastDay(plan.year), plan.term) <= dayOf(now)) return dropAll(sql, keeper, plan.id)
        await keepToday(sql, keeper, plan.id, now)
        await thinOut(sql, keeper, plan.id, now)
      })
  }
}

type PlanOfSchool = { readonly id: PlanId; readonly year: SchoolYear; readonly term: number }

const plansOf = (db: Db, keeper: Keeper): Promise<PlanOfSchool[]> =>
  db.read(keeper, (sql) =>
    sql
      .selectFrom('plan')
      .innerJoin('school', 'school.id', 'plan.school_id')
      .select(['plan.id', 'plan.school_year as year', 'school.retention_years as term'])
      .where('plan.school_id', '=', keeper.schoolId)
      .execute(),
  )

/** One of each day on which something changed; a change that left no trace is no reason for another. */
async function keepToday(sql: Sql, keeper: Keeper, planId: PlanId, now: Date) {
  const plan = await sql
    .selectFrom('plan')
    .select('revision')
    .where('id', '=', planId)
    .where('school_id', '=', keeper.schoolId)
    .executeTakeFirst()
  const last = await newest(sql, keeper, planId)
  if (!plan || last?.revision === plan.revision) return
  if (last && dayOf(new Date(last.made_at)) === dayOf(now)) return
  const made = await keepSnapshot(sql, keeper, planId, { kind: 'day' }, momentOf(now))
  const fresh = await newest(sql, keeper, planId)
  if (made && last && fresh && fresh.pieces === last.pieces)
    await rememberOnly(sql, keeper, made, last.id, plan)
}

const newest = (sql: Sql, keeper: Keeper, planId: PlanId) =>
  sql
    .selectFrom('snapshot')
    .select(['id', 'pieces', 'revision', 'made_at'])
    .where('plan_id', '=', planId)
    .where('school_id', '=', keeper.schoolId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The version before says it all: it is good for this revision as well. */
async function rememberOnly(
  sql: Sql,
  keeper: Keeper,
  made: SnapshotId,
  last: SnapshotId,
  { revision }: { revision: number },
) {
  await sql.deleteFrom('snapshot').where('id', '=', made).where('school_id', '=', keeper.schoolId).execute()
  await sql
    .updateTable('snapshot')
    .set({ revision })
    .where('id', '=', last)
    .where('school_id', '=', keeper.schoolId)
    .execute()
}

async function thinOut(sql: Sql, keeper: Keeper, planId: PlanId, now: Date) {
  const rows = await sql
    .selectFrom('snapshot')
    .select(['id', 'made_at'])
    .where('plan_id', '=', planId)
    .where('school_id', '=', keeper.schoolId)
    .where('kind', '=', 'day')
    .execute()
  const leaves = thinned(
    rows.map((row) => ({ id: row.id, at: row.made_at })),
    now,
  )
  if (leaves.length === 0) return
  const ids = leaves.map(({ id }) => id)
  await sql.deleteFrom('snapshot').where('id', 'in', ids).where('school_id', '=', keeper.schoolId).execute()
  await dropLoosePieces(sql, keeper, planId)
}

/** Pieces that no version names any more. */
async function dropLoosePieces(sql: Sql, keeper: Keeper, planId: PlanId) {
  const versions = await sql
    .selectFrom('snapshot')
    .select('pieces')
    .where('plan_id', '=', planId)
    .where('school_id', '=', keeper.schoolId)
    .execute()
  const named = new Set(versions.flatMap(({ pieces }) => numbersIn(pieces)))
  const pieces = await sql
    .selectFrom('snapshot_piece')
    .select('number')
    .where('plan_id', '=', planId)
    .where('school_id', '=', keeper.schoolId)
    .execute()
  for (const { number } of pieces) {
    if (named.has(number)) continue
    await sql
      .deleteFrom('snapshot_piece')
      .where('plan_id', '=', planId)
      .where('number', '=', number)
      .where('school_id', '=', keeper.schoolId)
      .execute()
  }
}

async function dropAll(sql: Sql, keeper: Keeper, planId: PlanId) {
  for (const table of ['snapshot', 'snapshot_piece'] as const)
    await sql
      .deleteFrom(table)
      .where('plan_id', '=', planId)
      .where('school_id', '=', keeper.schoolId)
      .execute()
}
