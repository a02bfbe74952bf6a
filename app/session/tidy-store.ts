import type { Db } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'

const DAY = 86_400_000

/** Codes that were mailed are of no use after a day; links that a colleague made stay, for whom they were made. */
export async function forgetOldCodes(db: Db, now: Date): Promise<void> {
  const yesterday = momentOf(new Date(now.getTime() - DAY))
  await db.write('server', (sql) =>
    sql
      .deleteFrom('sign_in_code')
      .where('kind', 'in', ['mail', 'proof'])
      .where('expires_at', '<', yesterday)
      .execute(),
  )
}

/** Sessions that ended a month ago tell nobody anything any more. */
export async function forgetOldSessions(db: Db, now: Date): Promise<void> {
  const monthAgo = momentOf(new Date(now.getTime() - 30 * DAY))
  await db.write('server', (sql) =>
    sql
      .deleteFrom('session')
      .where((where) => where.or([where('expires_at', '<', monthAgo), where('revoked_at', '<', monthAgo)]))
      .execute(),
  )
}
