import type { Db } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import { newId, type PersonId, type SchoolId } from '../kernel/id.ts'
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
        calendar: letter.calendar ?? null,
        unsubscribe: letter.unsubscribe ?? null,
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

/** A letter that waits in the queue and that nobody has begun to hand over. */
export type Unsent = { readonly schoolId: SchoolId; readonly personId: PersonId; readonly onceKey: string }

/** The letters of a kind, to a person and with a once-key, that have not left. */
export async function unsentOf(db: Db, kind: string): Promise<Unsent[]> {
  const rows = await db.read('server', (sql) =>
    sql
      .selectFrom('mail')
      .select(['school_id', 'person_id', 'once_key'])
      .where('kind', '=', kind)
      .where('sent_at', 'is', null)
      .where('failed_at', 'is', null)
      .where('handed_at', 'is', null)
      .execute(),
  )
  return rows.flatMap(({ school_id, person_id, once_key }) =>
    person_id && once_key
      ? [{ schoolId: school_id, personId: person_id, onceKey: once_key.slice(school_id.length + 1) }]
      : [],
  )
}

/** Takes a letter back that has not left, inside the caller's transaction; false when it has. */
export async function takeBackLetter(tx: Db, { schoolId, onceKey }: Unsent): Promise<boolean> {
  const { numDeletedRows } = await tx.write({ schoolId }, (sql) =>
    sql
      .deleteFrom('mail')
      .where('school_id', '=', schoolId)
      .where('once_key', '=', `${schoolId}:${onceKey}`)
      .where('sent_at', 'is', null)
      .where('failed_at', 'is', null)
      .where('handed_at', 'is', null)
      .executeTakeFirstOrThrow(),
  )
  return numDeletedRows > 0n
}
