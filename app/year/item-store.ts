import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Moment } from '../kernel/day.ts'
import { newId, type YearItemId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { type ItemKind, MOST_ITEMS, type NewYearItem, type YearItem } from './year.ts'
import { whyNotItem } from './year-form.ts'
import { mayPlanYear, type YearNo } from './year-may.ts'

/** Sole writer of year_item: what a school puts in its year itself. */

const itemFrom = (row: Selectable<Tables['year_item']>): YearItem => ({
  id: row.id,
  schoolYear: row.school_year,
  kind: row.kind as ItemKind,
  title: row.title,
  note: row.note,
  place: row.place,
  from: row.from_day,
  to: row.to_day,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  madeFrom: row.made_from,
  revision: row.revision,
  changedAt: row.changed_at,
})

/** What stands in a school year, by day. */
export async function readItems(db: Db, actor: Actor, schoolYear: SchoolYear): Promise<YearItem[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('year_item')
      .selectAll()
      .where('school_id', '=', actor.schoolId)
      .where('school_year', '=', schoolYear)
      .where('removed_at', 'is', null)
      .orderBy('from_day')
      .orderBy('id')
      .execute(),
  )
  return rows.map(itemFrom)
}

/** One of them; null when it was taken out of the year, undefined when the actor's school has none by that id. */
export async function readItem(db: Db, actor: Actor, id: YearItemId): Promise<YearItem | null | undefined> {
  const row = await db.read(actor, (sql) => rowOf(sql, actor, id))
  return row && (row.removed_at === null ? itemFrom(row) : null)
}

const rowOf = (sql: Sql, actor: Actor, id: YearItemId) =>
  sql
    .selectFrom('year_item')
    .selectAll()
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()

const unlessPlans = (actor: Actor): YearNo | null => {
  const may = mayPlanYear(actor)
  return may.may ? null : { refused: 'may-not', because: may.because }
}

/** Puts moments in the year, all or none; what was made from the same line or event already is left alone. */
export async function addYearItems(
  db: Db,
  actor: Actor,
  items: readonly NewYearItem[],
  now: Moment,
): Promise<YearItemId[] | YearNo> {
  const no = unlessPlans(actor) ?? items.map(whyNotItem).find((one) => one !== null)
  if (no) return no
  return db.write(actor, async (sql, tx) => {
    await tx.hold(`year ${actor.schoolId}`)
    const made: YearItemId[] = []
    for (const [schoolYear, ofYear] of Map.groupBy(items, (one) => one.schoolYear)) {
      const there = await readItems(tx, actor, schoolYear)
      const known = new Set(there.flatMap(({ madeFrom }) => madeFrom ?? []))
      const fresh = ofYear.filter(({ madeFrom }) => madeFrom === null || !known.has(madeFrom))
      if (there.length + fresh.length > MOST_ITEMS) return refuse('too-many')
      for (const one of fresh) made.push(await insertItem(sql, actor, one, now))
    }
    return made
  })
}

async function insertItem(sql: Sql, actor: Actor, item: NewYearItem, now: Moment): Promise<YearItemId> {
  const id = newId<'year-item'>()
  const by = personOf(actor)
  const record = { made_at: now, made_by: by, changed_at: now, changed_by: by }
  await sql
    .insertInto('year_item')
    .values({
      id,
      school_id: actor.schoolId,
      school_year: item.schoolYear,
      made_from: item.madeFrom,
      revision: 1,
      removed_at: null,
      removed_by: null,
      ...columnsOf(item),
      ...record,
    })
    .execute()
  return id
}

const columnsOf = (item: ItemContent) => ({
  kind: item.kind,
  title: item.title,
  note: item.note,
  place: item.place,
  from_day: item.from,
  to_day: item.to,
  starts_at: item.startsAt,
  ends_at: item.endsAt,
})

export type ItemContent = Omit<NewYearItem, 'schoolYear' | 'madeFrom'>

/** Changes one as a whole, as it was read at `revision`; null: whichever it is. */
export async function changeYearItem(
  db: Db,
  actor: Actor,
  id: YearItemId,
  content: ItemContent,
  revision: number | null,
  now: Moment,
): Promise<null | YearNo> {
  return changeRow(db, actor, id, revision, now, (item) => {
    const no = whyNotItem({ ...item, ...content })
    return no ?? columnsOf(content)
  })
}

/** Another first day; what lasts longer keeps its length, and hours stay on the clock. */
export const moveYearItem = (
  db: Db,
  actor: Actor,
  id: YearItemId,
  to: (item: YearItem) => ItemContent,
  now: Moment,
): Promise<null | YearNo> =>
  changeRow(db, actor, id, null, now, (item) => {
    const content = to(item)
    return whyNotItem({ ...item, ...content }) ?? columnsOf(content)
  })

type Columns = Partial<ReturnType<typeof columnsOf> & { removed_at: Moment | null }>

async function changeRow(
  db: Db,
  actor: Actor,
  id: YearItemId,
  revision: number | null,
  now: Moment,
  change: (item: YearItem) => Columns | YearNo,
): Promise<null | YearNo> {
  const no = unlessPlans(actor)
  if (no) return no
  return db.write(actor, async (sql, tx) => {
    await tx.hold(`year ${actor.schoolId}`)
    const row = await rowOf(sql, actor, id)
    if (!row || row.removed_at !== null) return refuse('item-gone')
    if (revision !== null && row.revision !== revision) return refuse('stale')
    const columns = change(itemFrom(row))
    if (isRefusal(columns)) return columns
    const record = { changed_at: now, changed_by: personOf(actor), revision: row.revision + 1 }
    await sql
      .updateTable('year_item')
      .set({ ...columns, ...record })
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .execute()
    return null
  })
}

/** Takes moments out of the year; one that is gone already is no trouble. */
export async function removeYearItems(
  db: Db,
  actor: Actor,
  ids: readonly YearItemId[],
  now: Moment,
): Promise<null | YearNo> {
  const no = unlessPlans(actor)
  if (no || ids.length === 0) return no
  return db.write(actor, async (sql) => {
    await sql
      .updateTable('year_item')
      .set({ removed_at: now, removed_by: personOf(actor), changed_at: now })
      .where('school_id', '=', actor.schoolId)
      .where('id', 'in', [...ids])
      .where('removed_at', 'is', null)
      .execute()
    return null
  })
}

/** Puts back what was just taken out. */
export async function restoreYearItem(
  db: Db,
  actor: Actor,
  id: YearItemId,
  now: Moment,
): Promise<null | YearNo> {
  const no = unlessPlans(actor)
  if (no) return no
  return db.write(actor, async (sql) => {
    await sql
      .updateTable('year_item')
      .set({ removed_at: null, removed_by: null, changed_at: now })
      .where('school_id', '=', actor.schoolId)
      .where('id', '=', id)
      .execute()
    return null
  })
}
