import type { Db, Sql } from '../db/database.ts'
import { type Moment, momentOf } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import type { Member } from './actor.ts'
import type { Somebody } from './session-store.ts'

/** Somebody has joined: the first sign-in, or a seed. Inside the caller's transaction; a second time changes nothing. */
export async function joinAs(sql: Sql, { schoolId, personId }: Somebody, joinedAt: Moment): Promise<void> {
  await sql
    .insertInto('account')
    .values({ person_id: personId, school_id: schoolId, language: null, joined_at: joinedAt })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .execute()
}

/** The language that the actor reads in from now on, on every device. */
export async function chooseLanguage(db: Db, actor: Member, language: Language, now: Date): Promise<void> {
  await db.write(actor, async (sql) => {
    await joinAs(sql, actor, momentOf(now))
    await sql
      .updateTable('account')
      .set({ language })
      .where('school_id', '=', actor.schoolId)
      .where('person_id', '=', actor.personId)
      .execute()
  })
}
