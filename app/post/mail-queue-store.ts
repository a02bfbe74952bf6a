import type { Db } from '../db/database.ts'
import { type Moment, momentOf } from '../kernel/day.ts'
import { LEASE, nextTry } from './mail.ts'
import type { Outcome, Outgoing } from './mail-sender.ts'

/** A letter that one worker holds; no other touches it until the lease ends. */
export type Leased = Outgoing & { readonly attempts: number; readonly leasedUntil: Moment }

const waiting = (db: Db, now: Moment) =>
  db.read('server', (sql) =>
    sql
      .selectFrom('mail')
      .select('id')
      .where('sent_at', 'is', null)
      .where('failed_at', 'is', null)
      .where('due_at', '<=', now)
      .where('handed_at', 'is', null)
      .where((where) => where.or([where('leased_until', 'is', null), where('leased_until', '<=', now)]))
      .orderBy('due_at')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst(),
  )

/** Takes the letter that has waited longest; null when there is none or another was first. */
export async function leaseNext(db: Db, now: Date): Promise<Leased | null> {
  const moment = momentOf(now)
  const next = await waiting(db, moment)
  if (!next) return null
  const leasedUntil = momentOf(new Date(now.getTime() + LEASE))
  const row = await db.write('server', (sql) =>
    sql
      .updateTable('mail')
      .set((set) => ({ leased_until: leasedUntil, attempts: set('attempts', '+', 1) }))
      .where('id', '=', next.id)
      .where('sent_at', 'is', null)
      .where('failed_at', 'is', null)
      .where('handed_at', 'is', null)
      .where((where) => where.or([where('leased_until', 'is', null), where('leased_until', '<=', moment)]))
      .returning([
        'id',
        'to_address as to',
        'subject',
        'body',
        'calendar',
        'unsubscribe',
        'created_at as createdAt',
        'attempts',
        'useful_until',
      ])
      .executeTakeFirst(),
  )
  if (!row) return null
  const { useful_until, ...letter } = row
  if (useful_until === null || useful_until > moment) return { ...letter, leasedUntil }
  await settle(db, { ...letter, leasedUntil }, { went: 'refused', why: 'no longer useful' }, now)
  return leaseNext(db, now)
}

/** Marks, on the disk, that the text is about to leave; false when the lease has gone to another. */
export async function markHanded(db: Db, { id, leasedUntil }: Leased, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db.write('server', (sql) =>
    sql
      .updateTable('mail')
      .set({ handed_at: momentOf(now) })
      .where('id', '=', id)
      .where('leased_until', '=', leasedUntil)
      .where('handed_at', 'is', null)
      .where('sent_at', 'is', null)
      .executeTakeFirstOrThrow(),
  )
  return numUpdatedRows > 0n
}

/** Writes down how a try went. The text of a letter that has left is not kept. */
export async function settle(db: Db, letter: Leased, outcome: Outcome, now: Date): Promise<void> {
  await db.write('server', (sql) =>
    sql
      .updateTable('mail')
      .set(afterwards(letter, outcome, now))
      .where('id', '=', letter.id)
      .where('leased_until', '=', letter.leasedUntil)
      .execute(),
  )
}

function afterwards({ attempts }: Leased, { went, why }: Outcome, now: Date) {
  const moment = momentOf(now)
  if (went === 'sent')
    return { sent_at: moment, body: '', calendar: null, leased_until: null, last_error: null }
  const again = went === 'later' ? nextTry(attempts, now) : null
  if (again) return { due_at: momentOf(again), leased_until: null, handed_at: null, last_error: why ?? null }
  return { failed_at: moment, leased_until: null, last_error: `${went}: ${why ?? ''}` }
}

/**
 * Letters that were being handed over when a server fell: nobody knows whether they arrived. They are not sent again
 * by themselves; an administrator sees them. Answers how many.
 */
export async function putAsideUnsure(db: Db, now: Date, handedBefore: Date): Promise<number> {
  const why = 'unsure: the server stopped while handing over'
  const { numUpdatedRows } = await db.write('server', (sql) =>
    sql
      .updateTable('mail')
      .set({ failed_at: momentOf(now), leased_until: null, last_error: why })
      .where('handed_at', '<=', momentOf(handedBefore))
      .where('sent_at', 'is', null)
      .where('failed_at', 'is', null)
      .executeTakeFirstOrThrow(),
  )
  return Number(numUpdatedRows)
}

/** At the start of the only server on these data: whoever was at work has fallen, so nobody waits for a lease to end. */
export async function takeOver(db: Db, now: Date): Promise<void> {
  await putAsideUnsure(db, now, now)
  await db.write('server', (sql) =>
    sql
      .updateTable('mail')
      .set({ leased_until: null })
      .where('leased_until', 'is not', null)
      .where('handed_at', 'is', null)
      .execute(),
  )
}

const DAY = 86_400_000

/** Forgets what left a month ago, what failed a season ago, and the text of what no longer helps anybody. */
export async function forgetOldMail(db: Db, now: Date): Promise<void> {
  const ago = (days: number) => momentOf(new Date(now.getTime() - days * DAY))
  await db.write('server', async (sql) => {
    await sql.deleteFrom('mail').where('sent_at', '<', ago(30)).execute()
    await sql.deleteFrom('mail').where('failed_at', '<', ago(90)).execute()
    await sql
      .updateTable('mail')
      .set({ body: '', calendar: null })
      .where('useful_until', '<', momentOf(now))
      .where('failed_at', 'is not', null)
      .execute()
  })
}
