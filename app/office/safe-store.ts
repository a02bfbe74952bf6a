import type { Db, Sql } from '../db/database.ts'
import { newId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Actor, Member } from '../session/actor.ts'
import { mayReadSafe, maySetSafe } from './office-may.ts'
import {
  type GivenSafe,
  MOST_SAFE,
  SAFE_KINDS,
  type SafeId,
  type SafeKind,
  type SafePerson,
  type SafeRefusal,
} from './safe.ts'

/** Sole writer of safe_person. */

export type SafeNo = Refusal<SafeRefusal | 'may-not'>

/** To whom one goes when somebody is not safe, by kind; who left the school is not among them. */
export function safePeople(db: Db, actor: Actor): Promise<SafePerson[]> {
  if (!mayReadSafe(actor).may) return Promise.resolve([])
  return db.read(actor, (sql) => loadSafe(sql, actor))
}

async function loadSafe(sql: Sql, actor: Actor): Promise<SafePerson[]> {
  const rows = await sql
    .selectFrom('safe_person')
    .leftJoin('person', 'person.id', 'safe_person.person_id')
    .selectAll('safe_person')
    .select(['person.name as present_name', 'person.left_on'])
    .where('safe_person.school_id', '=', actor.schoolId)
    .orderBy('safe_person.position')
    .orderBy('safe_person.id')
    .execute()
  return rows
    .filter(({ left_on }) => left_on === null)
    .map((row) => ({
      id: row.id,
      kind: row.kind as SafeKind,
      person: row.person_id,
      name: row.present_name ?? row.name,
      phone: row.phone,
    }))
    .sort((one, other) => SAFE_KINDS.indexOf(one.kind) - SAFE_KINDS.indexOf(other.kind))
}

/** Adds somebody to whom one can go. */
export async function addSafe(db: Db, actor: Member, given: GivenSafe): Promise<SafeId | SafeNo> {
  if (!maySetSafe(actor).may) return refuse('may-not')
  return db.write(actor, async (sql, tx) => {
    await tx.hold(`safe ${actor.schoolId}`)
    const all = await loadSafe(sql, actor)
    if (all.length >= MOST_SAFE) return refuse('safe-many', 'name')
    const id: SafeId = newId<'safe-person'>()
    const { kind, person, name, phone } = given
    const row = {
      id,
      school_id: actor.schoolId,
      kind,
      person_id: person,
      name,
      phone,
      position: all.length + 1,
    }
    await sql.insertInto('safe_person').values(row).execute()
    return id
  })
}

/** Takes somebody away. */
export async function dropSafe(db: Db, actor: Member, id: SafeId): Promise<null | SafeNo> {
  if (!maySetSafe(actor).may) return refuse('may-not')
  const { numDeletedRows } = await db.write(actor, (sql) =>
    sql
      .deleteFrom('safe_person')
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirstOrThrow(),
  )
  return numDeletedRows === 0n ? refuse('safe-gone') : null
}
