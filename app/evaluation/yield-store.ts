import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Moment } from '../kernel/day.ts'
import { type EntryId, newId, type PersonId, type PlanId, type PromiseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { touchPlan } from '../plan/plan-store.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { type Ended, type GivenPromise, MOST_OPEN, parseCameOf, type YieldPromise } from './yield.ts'
import { mayEndPromise, mayPromise, type YieldNo } from './yield-may.ts'

/** Sole writer of yield_promise: what is shared, with whom, by whom, by when. */

const promiseFrom = (row: Selectable<Tables['yield_promise']>): YieldPromise => ({
  id: row.id,
  planId: row.plan_id,
  entryId: row.entry_id,
  person: row.person_id,
  what: row.what,
  withWhom: row.with_whom,
  dueOn: row.due_on,
  madeAt: row.made_at,
  ended:
    row.ended_at === null
      ? null
      : { as: row.ended_as as Ended['as'], at: row.ended_at, cameOf: row.came_of ?? '' },
})

/** All promises of a plan: the team reads what it promised each other. */
export async function promisesOf(db: Db, actor: Actor, planId: PlanId): Promise<YieldPromise[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('yield_promise')
      .selectAll()
      .where('plan_id', '=', planId)
      .where('school_id', '=', actor.schoolId)
      .orderBy('id')
      .execute(),
  )
  return rows.map(promiseFrom)
}

/** What this person promised and still has to do, of every plan of the school, by day. */
export async function openYieldsOf(db: Db, actor: Actor): Promise<YieldPromise[]> {
  const person = personOf(actor)
  if (person === null) return []
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('yield_promise')
      .selectAll()
      .where('school_id', '=', actor.schoolId)
      .where('person_id', '=', person)
      .where('ended_at', 'is', null)
      .orderBy('due_on')
      .orderBy('id')
      .execute(),
  )
  return rows.map(promiseFrom)
}

/** What this person promised and has done, of every plan of the school, the last one first. */
export async function donePromisesOf(db: Db, actor: Actor): Promise<YieldPromise[]> {
  const person = personOf(actor)
  if (person === null) return []
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('yield_promise')
      .selectAll()
      .where('school_id', '=', actor.schoolId)
      .where('person_id', '=', person)
      .where('ended_as', '=', 'done')
      .orderBy('ended_at', 'desc')
      .execute(),
  )
  return rows.map(promiseFrom)
}

const isOpen = ({ ended }: YieldPromise) => ended === null

/** The promises of a plan, and those of the year before that are still open: they are followed until they are done. */
export async function promisesFor(
  db: Db,
  actor: Actor,
  { id, previousPlanId }: Pick<Plan, 'id' | 'previousPlanId'>,
): Promise<YieldPromise[]> {
  const before = previousPlanId ? await promisesOf(db, actor, previousPlanId) : []
  return [...before.filter(isOpen), ...(await promisesOf(db, actor, id))]
}

/** How many promises are still open: with one or more, the next meeting asks after them. */
export const countOpenYields = async (db: Db, actor: Actor, plan: Pick<Plan, 'id' | 'previousPlanId'>) =>
  (await promisesFor(db, actor, plan)).filter(isOpen).length

/** Once the plan is adopted, until it is finished. */
export const isTimeToShare = ({ phase }: Pick<Plan, 'phase'>) =>
  phase !== 'draft' && phase !== 'input' && phase !== 'decision' && phase !== 'archived'

export type NewPromise = GivenPromise & { readonly person: PersonId; readonly entryId: EntryId | null }

/** Makes a promise; `leads`: it is written down in the room by who leads. */
export async function promise(
  db: Db,
  actor: Actor,
  plan: Plan,
  given: NewPromise,
  leads: boolean,
  now: Moment,
): Promise<PromiseId | YieldNo> {
  const may = mayPromise(actor, given.person, leads)
  if (!may.may) return { refused: 'may-not', because: may.because }
  if (!isTimeToShare(plan)) return refuse('not-now')
  if (given.entryId !== null && !entryOf(plan, given.entryId)) return refuse('entry-unknown', 'entry')
  return db.write(actor, async (sql, tx) => {
    await tx.hold(plan.id)
    if (!(await isOfSchool(sql, actor, given.person))) return refuse('person-unknown', 'person')
    if ((await countOpenYields(tx, actor, plan)) >= MOST_OPEN) return refuse('enough-promised')
    const id = newId<'promise'>()
    await sql
      .insertInto('yield_promise')
      .values(rowOf(id, actor, plan, given, now))
      .execute()
    await touchPlan(sql, actor, plan)
    return id
  })
}

const rowOf = (id: PromiseId, actor: Actor, plan: Plan, given: NewPromise, now: Moment) => ({
  id,
  school_id: actor.schoolId,
  plan_id: plan.id,
  entry_id: given.entryId,
  person_id: given.person,
  what: given.what,
  with_whom: given.withWhom,
  due_on: given.dueOn,
  made_at: now,
  made_by: personOf(actor),
  came_of: null,
  ended_at: null,
  ended_by: null,
  ended_as: null,
})

async function isOfSchool(sql: Sql, actor: Actor, person: PersonId) {
  const row = await leftOf(sql, actor, person)
  return row !== undefined && row.left_on === null
}

const leftOf = (sql: Sql, actor: Actor, person: PersonId) =>
  sql
    .selectFrom('person')
    .select('left_on')
    .where('id', '=', person)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()

/** Done, with one line of what came of it, or let go. Ended once: a second answer changes nothing. */
export async function endPromise(
  db: Db,
  actor: Actor,
  plan: Plan,
  id: PromiseId,
  given: { readonly as: Ended['as']; readonly cameOf: string; readonly leads?: boolean },
  now: Moment,
): Promise<null | YieldNo> {
  const cameOf = parseCameOf(given.cameOf, given.as)
  if (isRefusal(cameOf)) return cameOf
  return db.write(actor, async (sql, tx) => {
    await tx.hold(plan.id)
    const there = (await promisesFor(tx, actor, plan)).find((one) => one.id === id)
    if (!there || there.ended) return refuse('ended-already')
    const left = await leftOf(sql, actor, there.person)
    const may = mayEndPromise(actor, there.person, (left?.left_on ?? null) !== null, given.leads)
    if (!may.may) return { refused: 'may-not', because: may.because }
    await sql
      .updateTable('yield_promise')
      .set({ came_of: cameOf, ended_at: now, ended_by: personOf(actor), ended_as: given.as })
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .execute()
    await touchPlan(sql, actor, plan)
    return null
  })
}
