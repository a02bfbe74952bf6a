import type { Db, Sql } from '../db/database.ts'
import { type Day, dayOf } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { termEnds } from '../school/retention.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'
import { erasePiece, nameNobody } from './piece-erase-store.ts'

/**
 * Of who left and whose term has come: drafts go with all their texts; what lies on the shelf was given to the team
 * and stays, without the name of who wrote it.
 */
export async function forgetWriters(db: Db, now: Date): Promise<void> {
  const today = dayOf(now)
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    for (const writer of await db.read(keeper, (sql) => dueWriters(sql, keeper, today)))
      await forgetWriter(db, keeper, writer)
  }
}

async function dueWriters(sql: Sql, keeper: Keeper, today: Day): Promise<PersonId[]> {
  const rows = await sql
    .selectFrom('person')
    .innerJoin('school', 'school.id', 'person.school_id')
    .innerJoin('piece', 'piece.writer_id', 'person.id')
    .select(['person.id', 'person.left_on as leftOn', 'school.retention_years as years'])
    .distinct()
    .where('person.school_id', '=', keeper.schoolId)
    .where('person.left_on', 'is not', null)
    .execute()
  return rows.flatMap(({ id, leftOn, years }) => (leftOn && termEnds(leftOn, years) <= today ? [id] : []))
}

const forgetWriter = (db: Db, keeper: Keeper, writer: PersonId) =>
  db.write(keeper, async (sql, tx) => {
    const drafts = await sql
      .selectFrom('piece')
      .select('id')
      .where('school_id', '=', keeper.schoolId)
      .where('writer_id', '=', writer)
      .where('shared_at', 'is', null)
      .execute()
    for (const { id } of drafts) await erasePiece(sql, tx, keeper, id)
    await nameNobody(sql, keeper, writer)
  })
