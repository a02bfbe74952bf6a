import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { PersonId, PlanId, VersionId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { mayConfirmRead } from './adoption-may.ts'

/** Sole writer of version_read: who says to have read a sealed version, by themselves; nobody says it for another. */

/** Once said it stays; said again it changes nothing. Refused when this plan has no such version. */
export async function confirmRead(
  db: Db,
  actor: Actor,
  versionId: VersionId,
  now: Moment,
): Promise<null | Refusal<'item-unknown'>> {
  const person = personOf(actor)
  if (!mayConfirmRead(actor).may || person === null) throw new Error('only a person reads')
  return db.write(actor, async (sql) => {
    const version = await sql
      .selectFrom('plan_version')
      .select('id')
      .where('id', '=', versionId)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst()
    if (!version) return refuse('item-unknown')
    await sql
      .insertInto('version_read')
      .values({ version_id: versionId, person_id: person, school_id: actor.schoolId, read_at: now })
      .onConflict((clash) => clash.columns(['version_id', 'person_id']).doNothing())
      .execute()
    return null
  })
}

/** Who read a version, in the order in which they said so. */
export async function readersOf(db: Db, actor: Actor, versionId: VersionId): Promise<PersonId[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('version_read')
      .select('person_id')
      .where('version_id', '=', versionId)
      .where('school_id', '=', actor.schoolId)
      .orderBy('read_at')
      .orderBy('person_id')
      .execute(),
  )
  return rows.map(({ person_id }) => person_id)
}

export type UnreadVersion = {
  readonly planId: PlanId
  readonly number: string
  readonly sealedAt: Moment
}

/** The newest version that the team adopted of each plan, where this person did not say yet to have read it. */
export async function unreadVersionsOf(db: Db, actor: Actor): Promise<UnreadVersion[]> {
  const person = personOf(actor)
  if (person === null) return []
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('plan_version')
      .innerJoin('plan', 'plan.id', 'plan_version.plan_id')
      .leftJoin('version_read', (join) =>
        join
          .onRef('version_read.version_id', '=', 'plan_version.id')
          .on('version_read.person_id', '=', person),
      )
      .select([
        'plan_version.plan_id',
        'plan_version.number',
        'plan_version.sealed_at',
        'version_read.read_at',
      ])
      .where('plan_version.school_id', '=', actor.schoolId)
      .where('plan_version.kind', '=', 'adopted')
      .where('plan.phase', 'in', ['adopted', 'mid-evaluation', 'end-evaluation'])
      .orderBy('plan_version.id', 'desc')
      .execute(),
  )
  const newest = [...new Map(rows.toReversed().map((row) => [row.plan_id, row])).values()]
  return newest
    .filter(({ read_at }) => read_at === null)
    .map((row) => ({
      planId: row.plan_id,
      number: row.number,
      sealedAt: row.sealed_at,
    }))
}
