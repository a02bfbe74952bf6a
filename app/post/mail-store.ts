import type { Db } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { type Letter, type LetterRefusal, type MailId, oneLine, parseAddress } from './mail.ts'

/**
 * Puts a letter in the queue, inside the caller's transaction: it leaves when the change it tells of is kept, and
 * not otherwise. The demo school sends nothing.
 *
 * @returns the id; the same once-key gives a new id that was not queued
 */
export async function queueMail(tx: Db, letter: Letter, now: Date): Promise<MailId | Refusal<LetterRefusal>> {
  const to = parseAddress(letter.to)
  if (!to) return refuse('no-address')
  const id = newId<'mail'>()
  return tx.write(letter, async (sql) => {
    const school = await sql
      .selectFrom('school')
      .select('demo_since')
      .where('id', '=', letter.schoolId)
      .executeTakeFirstOrThrow()
    if (school.demo_since !== null) return refuse('demo-school')
    await sql
      .insertInto('mail')
      .values({
        id,
        school_id: letter.schoolId,
        person_id: letter.personId,
        kind: letter.kind,
        to_address: to,
        subject: oneLine(letter.subject),
        body: letter.body,
        once_key: letter.onceKey === undefined ? null : `${letter.schoolId}:${letter.onceKey}`,
        created_at: momentOf(now),
        due_at: momentOf(now),
        useful_until: letter.usefulUntil ?? null,
        attempts: 0,
        leased_until: null,
        handed_at: null,
        sent_at: null,
        failed_at: null,
        last_error: null,
      })
      .onConflict((conflict) => conflict.column('once_key').doNothing())
      .execute()
    return id
  })
}
