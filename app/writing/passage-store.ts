import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { writtenForm } from './document.ts'
import { editStored, eraseDocuments, type Place, readDocument } from './document-store.ts'
import {
  type Collision,
  collides,
  type Passage,
  type PassageRefusal,
  type Saved,
  tidyText,
} from './passage.ts'
import { passageIn, passageOf, putText, readStanding } from './passage-row-store.ts'
import { forgetWords } from './search-store.ts'

export type { Place } from './document-store.ts'

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
 * saved since, nothing is stored and both texts are answered. Where people write together the text becomes an edit of
 * their document. The text before stays in the history.
 */
export async function writePassage(
  db: Db,
  actor: Actor,
  place: Place,
  raw: string,
  base: number | null,
  now: Moment,
): Promise<Saved | Collision | PassageRefusal> {
  const typed = tidyText(raw)
  if (isRefusal(typed)) return typed
  return db.write(actor, async (sql, tx) => {
    await tx.hold(place.ownerId)
    const document = await readDocument(sql, actor, place)
    const text = document ? tidyText(writtenForm(typed)) : typed
    if (isRefusal(text)) return text
    const before = await readStanding(sql, actor, place)
    if (before?.text === text) return { saved: passageIn(before) }
    if (before && collides(before, base, text)) return { collision: passageIn(before), mine: text }
    const written = document ? await editStored(sql, actor, place, document, text) : text
    const saved = await putText(sql, actor, place, written, before, { now, keepsPast: true })
    tx.announce({ topic: 'passage', schoolId: actor.schoolId, id: place.ownerId })
    return { saved }
  })
}

export async function readPassage(
  sql: Sql,
  actor: Actor,
  place: Pick<Place, 'ownerId' | 'field'>,
): Promise<Passage | null> {
  const standing = await readStanding(sql, actor, place)
  return standing && passageIn(standing)
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

/** Wipes the texts of something, with their history and documents: a track whose term has come. */
export async function erasePassages(sql: Sql, actor: Actor, ownerId: string) {
  await eraseDocuments(sql, actor, ownerId)
  await forgetWords(sql, actor, ownerId)
  for (const table of ['passage', 'passage_past'] as const) {
    await sql
      .deleteFrom(table)
      .where('owner_id', '=', ownerId)
      .where('school_id', '=', actor.schoolId)
      .execute()
  }
}

/** Takes from the texts of something who wrote them, also those before: the texts stay, the name goes. */
export async function forgetHand(sql: Sql, actor: Actor, ownerId: string) {
  for (const table of ['passage', 'passage_past'] as const) {
    await sql
      .updateTable(table)
      .set({ changed_by: null })
      .where('owner_id', '=', ownerId)
      .where('school_id', '=', actor.schoolId)
      .execute()
  }
}
