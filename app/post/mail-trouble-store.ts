import type { Db } from '../db/database.ts'
import { type Moment, momentOf } from '../kernel/day.ts'
import type { SchoolId } from '../kernel/id.ts'
import type { MailId } from './mail.ts'

type OfSchool = { readonly schoolId: SchoolId }

/** A letter that did not arrive, or perhaps did not: an administrator decides what happens with it. */
export type Trouble = {
  readonly id: MailId
  readonly kind: string
  readonly to: string
  readonly failedAt: Moment
  /** `unsure`: it was being handed over and may have arrived; `refused`: the mail server does not want it. */
  readonly went: 'later' | 'refused' | 'unsure'
  /** What the mail server said. */
  readonly why: string
  /** Whether sending it again would still help somebody. */
  readonly canGoAgain: boolean
}

/** The letters of a school that were given up, the newest first. */
export async function lettersInTrouble(db: Db, { schoolId }: OfSchool, now: Date): Promise<Trouble[]> {
  const rows = await db.read({ schoolId }, (sql) =>
    sql
      .selectFrom('mail')
      .select(['id', 'kind', 'to_address', 'failed_at', 'last_error', 'useful_until'])
      .where('school_id', '=', schoolId)
      .where('failed_at', 'is not', null)
      .orderBy('failed_at', 'desc')
      .limit(100)
      .execute(),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    to: row.to_address,
    failedAt: row.failed_at as Moment,
    ...causeOf(row.last_error ?? ''),
    canGoAgain: row.useful_until === null || row.useful_until > momentOf(now),
  }))
}

function causeOf(error: string): Pick<Trouble, 'went' | 'why'> {
  const [, went = 'later', why = ''] = /^(later|refused|unsure): (.*)$/s.exec(error) ?? []
  return { went: went as Trouble['went'], why }
}

/** Tries a letter again from the start; false when there is nothing to send any more. */
export async function sendAgain(db: Db, { schoolId }: OfSchool, id: MailId, now: Date): Promise<boolean> {
  const moment = momentOf(now)
  const { numUpdatedRows } = await db.write({ schoolId }, (sql) =>
    sql
      .updateTable('mail')
      .set({
        failed_at: null,
        handed_at: null,
        leased_until: null,
        attempts: 0,
        due_at: moment,
        last_error: null,
      })
      .where('school_id', '=', schoolId)
      .where('id', '=', id)
      .where('failed_at', 'is not', null)
      .where((where) => where.or([where('useful_until', 'is', null), where('useful_until', '>', moment)]))
      .executeTakeFirstOrThrow(),
  )
  return numUpdatedRows > 0n
}

/** Lets a letter go that was given up; false when there is none. */
export async function dropLetter(db: Db, { schoolId }: OfSchool, id: MailId): Promise<boolean> {
  const { numDeletedRows } = await db.write({ schoolId }, (sql) =>
    sql
      .deleteFrom('mail')
      .where('school_id', '=', schoolId)
      .where('id', '=', id)
      .where('failed_at', 'is not', null)
      .executeTakeFirstOrThrow(),
  )
  return numDeletedRows > 0n
}
