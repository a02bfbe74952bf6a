import type { Db, Sql } from '../db/database.ts'
import { type Day, dayOf, type Moment, momentOf } from '../kernel/day.ts'
import type { EntryId } from '../kernel/id.ts'

const DAY = 86_400_000
/** How long the notes of a teacher who left stay, closed to everyone: a slip on the team page can be undone. */
export const DAYS_AFTER_LEAVING = 7
const DAYS_AFTER_REMOVING = 365
const DAYS_OF_OPENINGS = 365

const ago = (now: Date, days: number) => new Date(now.getTime() - days * DAY)

/**
 * Deletes what has come to its end on the whole server: notes past the school's term, all of a track whose teacher left
 * or that was removed long enough ago, and the record of openings of more than a year ago.
 */
export async function forgetOldNotes(db: Db, now: Date): Promise<void> {
  await db.write('server', async (sql) => {
    await forgetPastTerm(sql, now)
    const entries = await endedEntries(sql, now)
    if (entries.length > 0) await forgetOf(sql, entries)
    await sql
      .deleteFrom('note_opening')
      .where('opened_at', '<', momentOf(ago(now, DAYS_OF_OPENINGS)))
      .execute()
  })
}

async function forgetPastTerm(sql: Sql, now: Date) {
  const schools = await sql.selectFrom('school').select(['id', 'retention_years']).execute()
  for (const { id, retention_years } of schools)
    await sql
      .deleteFrom('note')
      .where('school_id', '=', id)
      .where('changed_at', '<', yearsAgo(now, retention_years))
      .execute()
}

function yearsAgo(now: Date, years: number): Moment {
  const then = new Date(now)
  then.setUTCFullYear(then.getUTCFullYear() - years)
  return momentOf(then)
}

/** Tracks with notes, or people let in, whose teacher is gone for good or that were taken away. */
async function endedEntries(sql: Sql, now: Date): Promise<EntryId[]> {
  const gone: Day = dayOf(ago(now, DAYS_AFTER_LEAVING))
  const removed = momentOf(ago(now, DAYS_AFTER_REMOVING))
  const rows = await sql
    .selectFrom('entry')
    .leftJoin('person', 'person.id', 'entry.person_id')
    .select('entry.id')
    .where((is) => is.or([is('person.left_on', '<=', gone), is('entry.removed_at', '<', removed)]))
    .where((is) =>
      is.or([
        is('entry.id', 'in', is.selectFrom('note').select('note.entry_id')),
        is('entry.id', 'in', is.selectFrom('note_reader').select('note_reader.entry_id')),
        is('entry.id', 'in', is.selectFrom('note_opening').select('note_opening.entry_id')),
      ]),
    )
    .execute()
  return rows.map(({ id }) => id)
}

async function forgetOf(sql: Sql, entries: readonly EntryId[]) {
  for (const table of ['note', 'note_reader', 'note_opening'] as const)
    await sql.deleteFrom(table).where('entry_id', 'in', entries).execute()
}
