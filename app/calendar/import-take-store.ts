import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type ImportId, newId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { freeDaysOf, giveFreeDays } from '../year/holiday-store.ts'
import { addYearItems, moveYearItem } from '../year/item-store.ts'
import { mayPlanYear } from '../year/year-may.ts'
import type { Chosen, Taken } from './import.ts'
import { dropImport, type TakingNo, takenOf } from './import-store.ts'

export type TakingIn = {
  readonly schoolYear: SchoolYear
  readonly name: string
  readonly chosen: readonly Chosen[]
}

/** How many moments and free days are new in the year, and how many were moved to another day. */
export type TookIn = { readonly added: number; readonly moved: number }

/**
 * Takes what was chosen of a calendar into the year, all or nothing. What stands there from an earlier time is moved
 * when its day changed, and else left alone: taking in the same calendar twice changes nothing.
 */
export async function takeCalendar(
  db: Db,
  actor: Actor,
  given: TakingIn,
  now: Moment,
): Promise<TookIn | TakingNo> {
  const may = mayPlanYear(actor)
  if (!may.may) return { refused: 'may-not', because: may.because }
  if (given.chosen.length === 0) return refuse('nothing-chosen')
  return db.write(actor, async (sql, tx) => {
    await tx.hold(`calendar-import ${actor.schoolId}`)
    const id = newId<'import'>()
    const record = { taken_at: now, taken_by: personOf(actor), name: given.name.slice(0, 100) }
    await sql
      .insertInto('calendar_import')
      .values({ id, school_id: actor.schoolId, school_year: given.schoolYear, ...record })
      .execute()
    const at: At = { sql, tx, actor, id, year: given.schoolYear, now }
    const once = [...new Map(given.chosen.map((one) => [one.key, one])).values()]
    const taken = await takeAll(at, once)
    if (isRefusal(taken)) return taken
    if (taken.added === 0) await dropImport(sql, actor, id)
    return taken
  })
}

type At = {
  readonly sql: Sql
  readonly tx: Db
  readonly actor: Actor
  readonly id: ImportId
  readonly year: SchoolYear
  readonly now: Moment
}

async function takeAll(at: At, chosen: readonly Chosen[]): Promise<TookIn | TakingNo> {
  const before = new Map((await takenOf(at.tx, at.actor, at.year)).map((taken) => [taken.key, taken]))
  const moved = await moveThere(at, chosen, before)
  if (isRefusal(moved)) return moved
  const fresh = chosen.filter(({ key }) => !before.get(key)?.item)
  const items = await addItems(at, fresh)
  if (isRefusal(items)) return items
  const free = await addFreeDays(at, fresh)
  return isRefusal(free) ? free : { added: items + free, moved }
}

/** What stands in the year from an earlier time, on its new day. */
async function moveThere(at: At, chosen: readonly Chosen[], before: ReadonlyMap<string, Taken>) {
  let moved = 0
  for (const { key, from, to, startsAt, endsAt } of chosen) {
    const item = before.get(key)?.item
    if (
      !item ||
      (item.from === from && item.to === to && item.startsAt === startsAt && item.endsAt === endsAt)
    )
      continue
    const no = await moveYearItem(
      at.tx,
      at.actor,
      item.id,
      (was) => ({ ...was, from, to, startsAt, endsAt }),
      at.now,
    )
    if (no) return no
    moved += 1
  }
  return moved
}

async function addItems(at: At, chosen: readonly Chosen[]): Promise<number | TakingNo> {
  const rows = chosen.flatMap(({ becomes, key, ...one }) =>
    becomes.as === 'item'
      ? [{ ...one, schoolYear: at.year, kind: becomes.kind, note: '', madeFrom: `event-${key}` }]
      : [],
  )
  if (rows.length === 0) return 0
  const made = await addYearItems(at.tx, at.actor, rows, at.now)
  if (isRefusal(made)) return made
  // Somebody took the same calendar in at this very moment: then look at it once more.
  if (made.length !== rows.length) return refuse('stale')
  const taken = rows.map(({ madeFrom }, place) => ({
    ...BLANK,
    import_id: at.id,
    event_key: madeFrom.slice('event-'.length),
    school_id: at.actor.schoolId,
    item_id: made[place] ?? null,
  }))
  await at.sql.insertInto('calendar_taken').values(taken).execute()
  return made.length
}

const BLANK = { item_id: null, free_key: null, was: null }

/** Free days that the year does not have like this yet; what the school had given before is kept, to put it back. */
async function addFreeDays(at: At, chosen: readonly Chosen[]): Promise<number | TakingNo> {
  let count = 0
  for (const { becomes, key, title, from, to } of chosen) {
    if (becomes.as !== 'free') continue
    const { spans } = await freeDaysOf(at.tx, at.actor, at.year)
    const span = spans.find((one) => one.schoolYear === at.year && one.key === becomes.key)
    const isThere =
      becomes.key === null
        ? spans.some((one) => one.from <= from && to <= one.to)
        : span?.from === from && span.to === to
    if (isThere) continue
    // A published holiday keeps its own name.
    const name = becomes.key === null ? title : (span?.name ?? '')
    const given = await giveFreeDays(at.tx, at.actor, at.year, becomes.key, { name, from, to }, at.now)
    if (isRefusal(given)) return given
    const was = span ? (span.isOwn ? { name: span.name, from: span.from, to: span.to } : null) : NOT_FREE
    await at.sql
      .insertInto('calendar_taken')
      .values({
        ...BLANK,
        import_id: at.id,
        event_key: key,
        school_id: at.actor.schoolId,
        free_key: given.key,
        was: becomes.key === null || was === null ? null : JSON.stringify(was),
      })
      .execute()
    count += 1
  }
  return count
}

const NOT_FREE = { name: '', from: null, to: null }
