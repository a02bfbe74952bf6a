import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { Actor } from '../session/actor.ts'
import type { MailStanding } from './mail-standing.ts'

/** Reads the queue of the actor's school; never a subject or a body. */
export function readMailStanding(db: Db, actor: Actor): Promise<MailStanding> {
  return db.read(actor, async (sql) => {
    const { waiting } = await sql
      .selectFrom('mail')
      .select((row) => row.fn.countAll<number | string>().as('waiting'))
      .where('school_id', '=', actor.schoolId)
      .where('sent_at', 'is', null)
      .where('failed_at', 'is', null)
      .executeTakeFirstOrThrow()
    const failed = await sql
      .selectFrom('mail')
      .select(['to_address as to', 'failed_at as at'])
      .where('school_id', '=', actor.schoolId)
      .where('failed_at', 'is not', null)
      .orderBy('failed_at', 'desc')
      .limit(10)
      .$narrowType<{ at: Moment }>()
      .execute()
    return { waiting: Number(waiting), failed }
  })
}
