import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import {
  type Collision,
  collides,
  type Passage,
  type PassageRefusal,
  type Saved,
  tidyText,
} from './passage.ts'

/** Where a passage lies: what it belongs to, which of its texts, and the whole (a plan) with which it is read. */
export type Place = { readonly ownerId: string; readonly field: string; readonly scopeId: string }

/** All passages of a whole, by owner and field. */
export async function readPassages(sql: Sql, actor: Actor, scopeId: string) {
  const rows = await sql
    .selectFrom('passage')
    .select(['owner_id', 'field', 'text', 'revision', 'changed_at', 'changed_by'])
    .where('school_id', '=', actor.schoolId)
    .where('scope_id', '=', scopeId)
    .execute()
  const byOwner = new Map<string, Record<string, Passage>>()
  for (const row of rows) {
    const texts = byOwner.get(row.owner_id) ?? {}
    texts[row.field] = passageOf(row)
    byOwner.set(row.owner_id, texts)
  }
  return byOwner
}

/**
 * Saves a text. `base` is the revision from which the writer began (null: whatever is there); when another text was
 * saved since, nothing is stored and both texts are answered. The text before stays in the history.
 */
export async function writePassage(
  db: Db,
  actor: Actor,
  place: Place,
  raw: string,
  base: number | null,
  now: Moment,
): Promise<Saved | Collision | PassageRefusal> {
  const text = tidyText(raw)
  if (isRefusal(text)) return text
  return db.write(actor, async (sql, tx) => {
    await tx.hold(place.ownerId)
    const before = await readPassage(sql, actor, place)
    if (before?.text === text) return { saved: before }
    if (before && collides(before, base, text)) return { collision: before, mine: text }
    return { saved: await store(sql, actor, place, text, before, now) }
  })
}

export async function readPassage(
  sql: Sql,
  actor: Actor,
  place: Pick<Place, 'ownerId' | 'field'>,
): Promise<Passage | null> {
  const row = await sql
    .selectFrom('passage')
    .select(['text', 'revision', 'changed_at', 'changed_by'])
    .where('owner_id', '=', place.ownerId)
    .where('field', '=', place.field)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  return row ? passageOf(row) : null
}

/** The texts that stood in a field before, newest first. */
export async function readPastTexts(sql: Sql, actor: Actor, place: Pick<Place, 'ownerId' | 'field'>) {
  const rows = await sql
    .selectFrom('passage_past')
    .select(['text', 'revision', 'changed_at', 'changed_by'])
    .where('owner_id', '=', place.ownerId)
    .where('field', '=', place.field)
    .where('school_id', '=', actor.schoolId)
    .orderBy('revision', 'desc')
    .execute()
  return rows.map(passageOf)
}

/** Wipes the texts of something, with their history: a track whose term has come. */
export async function erasePassages(sql: Sql, actor: Actor, ownerId: string) {
  for (const table of ['passage', 'passage_past'] as const) {
    await sql
      .deleteFrom(table)
      .where('owner_id', '=', ownerId)
      .where('school_id', '=', actor.schoolId)
      .execute()
  }
}

async function store(
  sql: Sql,
  actor: Actor,
  place: Place,
  text: string,
  before: Passage | null,
  now: Moment,
) {
  const passage: Passage = {
    text,
    revision: (before?.revision ?? 0) + 1,
    changedAt: now,
    changedBy: personOf(actor),
  }
  const row = {
    school_id: actor.schoolId,
    text,
    revision: passage.revision,
    changed_at: now,
    changed_by: passage.changedBy,
  }
  if (before) await keepPast(sql, actor, place, before)
  await sql
    .insertInto('passage')
    .values({ owner_id: place.ownerId, field: place.field, scope_id: place.scopeId, ...row })
    .onConflict((clash) => clash.columns(['owner_id', 'field']).doUpdateSet(row))
    .execute()
  return passage
}

async function keepPast(sql: Sql, actor: Actor, place: Place, before: Passage) {
  await sql
    .insertInto('passage_past')
    .values({
      owner_id: place.ownerId,
      field: place.field,
      revision: before.revision,
      school_id: actor.schoolId,
      text: before.text,
      changed_at: before.changedAt,
      changed_by: before.changedBy,
    })
    .execute()
}

const passageOf = (row: {
  text: string
  revision: number
  changed_at: Moment
  changed_by: Passage['changedBy']
}): Passage => ({
  text: row.text,
  revision: row.revision,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
})
