import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { PlanId, SnapshotId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { LONGEST_NAME, type NamedKind } from './snapshot.ts'
import { mayNameVersion, type SnapshotBecause } from './snapshot-may.ts'
import { keepSnapshot } from './snapshot-store.ts'

export type NewName = { readonly kind: NamedKind; readonly name: string }

/** Keeps the plan as it stands now under a name of the coordinator; concepts count by themselves. */
export async function nameVersion(
  db: Db,
  actor: Actor,
  planId: PlanId,
  given: NewName,
  now: Moment,
): Promise<SnapshotId | NamingNo> {
  const may = mayNameVersion(actor)
  if (!may.may) return { refused: 'may-not', because: may.because }
  const name = given.kind === 'own' ? tidyName(given.name) : null
  if (name === '') return refuse('name-missing', 'name')
  if (name && name.length > LONGEST_NAME) return refuse('name-too-long', 'name')
  return db.write(actor, async (sql, tx) => {
    await tx.hold(planId)
    const number = given.kind === 'concept' ? await nextConcept(sql, actor, planId) : null
    const of = { kind: given.kind, name, number }
    return (await keepSnapshot(sql, actor, planId, of, now)) ?? refuse('plan-unknown')
  })
}

export type NamingNo =
  | Refusal<'name-missing' | 'name-too-long' | 'plan-unknown'>
  | { readonly refused: 'may-not'; readonly because: SnapshotBecause }

const tidyName = (typed: string) =>
  typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()

async function nextConcept(sql: Sql, actor: Actor, planId: PlanId) {
  const last = await sql
    .selectFrom('snapshot')
    .select((of) => of.fn.max('number').as('number'))
    .where('plan_id', '=', planId)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  return (last?.number ?? 0) + 1
}
