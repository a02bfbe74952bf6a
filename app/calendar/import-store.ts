import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { ImportId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Actor } from '../session/actor.ts'
import { isFreeKey } from '../year/free-days.ts'
import { giveFreeDays, resetFreeDays } from '../year/holiday-store.ts'
import { readItems, removeYearItems } from '../year/item-store.ts'
import { mayPlanYear, type YearNo } from '../year/year-may.ts'
import type { CalendarImport, ImportNo, Taken } from './import.ts'

/** With `import-take-store.ts` sole writer of calendar_import and calendar_taken. */

export type TakingNo = ImportNo | YearNo

/** The calendars that were taken into a school year, the last one first. */
export async function importsOf(db: Db, actor: Actor, year: SchoolYear): Promise<CalendarImport[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('calendar_import')
      .innerJoin('calendar_taken', 'calendar_taken.import_id', 'calendar_import.id')
      .select(['calendar_import.id', 'name', 'taken_at', 'taken_by'])
      .select((is) => is.fn.countAll().as('count'))
      .where('calendar_import.school_id', '=', actor.schoolId)
      .where('school_year', '=', year)
      .groupBy(['calendar_import.id', 'name', 'taken_at', 'taken_by'])
      .orderBy('taken_at', 'desc')
      .execute(),
  )
  return rows.map(({ id, name, taken_at, taken_by, count }) => ({
    id,
    name,
    takenAt: taken_at,
    takenBy: taken_by,
    count: Number(count),
  }))
}

/** What was taken in before for a school year, with the moment that came of it as it stands now. */
export async function takenOf(db: Db, actor: Actor, year: SchoolYear): Promise<Taken[]> {
  const rows = await db.read(actor, (sql) => takenRows(sql, actor, year))
  if (rows.length === 0) return []
  const items = new Map((await readItems(db, actor, year)).map((item) => [item.id, item]))
  return rows.map(({ event_key, item_id, free_key }) => ({
    key: event_key,
    item: item_id === null ? null : (items.get(item_id) ?? null),
    isFreeDay: free_key !== null,
  }))
}

const takenRows = (sql: Sql, actor: Actor, year: SchoolYear) =>
  sql
    .selectFrom('calendar_taken')
    .innerJoin('calendar_import', 'calendar_import.id', 'calendar_taken.import_id')
    .select(['event_key', 'item_id', 'free_key'])
    .where('calendar_taken.school_id', '=', actor.schoolId)
    .where('calendar_import.school_year', '=', year)
    .orderBy('calendar_import.taken_at')
    .orderBy('event_key')
    .execute()

/** Forgets a calendar that was taken in, inside the caller's transaction; what stands in the year stays. */
export async function dropImport(sql: Sql, actor: Actor, id: ImportId): Promise<void> {
  await sql
    .deleteFrom('calendar_taken')
    .where('school_id', '=', actor.schoolId)
    .where('import_id', '=', id)
    .execute()
  await sql
    .deleteFrom('calendar_import')
    .where('school_id', '=', actor.schoolId)
    .where('id', '=', id)
    .execute()
}

/** Takes everything out of the year again that came in with a calendar; free days are as they were before it. */
export async function undoImport(db: Db, actor: Actor, id: ImportId, now: Moment): Promise<null | TakingNo> {
  const may = mayPlanYear(actor)
  if (!may.may) return { refused: 'may-not', because: may.because }
  return db.write(actor, async (sql, tx) => {
    await tx.hold(`calendar-import ${actor.schoolId}`)
    const found = await sql
      .selectFrom('calendar_import')
      .select('school_year')
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst()
    if (!found) return refuse('import-gone')
    const rows = await sql
      .selectFrom('calendar_taken')
      .selectAll()
      .where('import_id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .execute()
    const items = rows.flatMap(({ item_id }) => item_id ?? [])
    const no = await removeYearItems(tx, actor, items, now)
    if (no) return no
    for (const { free_key, was } of rows) {
      const back = free_key === null ? null : await putBack(tx, actor, found.school_year, free_key, was, now)
      if (back) return back
    }
    await dropImport(sql, actor, id)
    return null
  })
}

async function putBack(tx: Db, actor: Actor, year: SchoolYear, key: string, was: string | null, now: Moment) {
  if (was === null || !isFreeKey(key)) return resetFreeDays(tx, actor, year, key)
  const given = await giveFreeDays(tx, actor, year, key, JSON.parse(was), now)
  return isRefusal(given) ? given : null
}
