import { applyUpdate, encodeStateAsUpdate } from 'yjs'
import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { idOf, textOf, writtenForm } from './document.ts'
import {
  documentFrom,
  editStored,
  eraseDocuments,
  type Place,
  readDocument,
  saveDocument,
} from './document-store.ts'
import {
  beginsStretch,
  type Collision,
  collides,
  type Passage,
  type PassageRefusal,
  type Saved,
  tidyText,
} from './passage.ts'
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
    const saved = await store(sql, actor, place, written, before, { now, keepsPast: true })
    tx.announce({ topic: 'passage', schoolId: actor.schoolId, id: place.ownerId })
    return { saved }
  })
}

/** What became of a document that was stored: the passage (null: nothing was ever written), and what it holds. */
export type StoredText = {
  readonly passage: Passage | null
  /** Whether the text is another one than before; a document changes also by what says nothing. */
  readonly isNew: boolean
  readonly state: Uint8Array
  readonly revision: number
}
/** It is no longer there, or another one was made in its place. */
export type DocumentRefusal = PassageRefusal | Refusal<'document-gone'>

// A text of the greatest length with its looks is a tenth of this; the rest is what was deleted and written anew.
const LARGEST_STATE = 2_000_000

/**
 * Stores what people write together: merges the state with the one that lies there and derives the text from it. Who
 * may write is checked by the caller, in the same transaction (`PassageKeeper.wrote`).
 */
export async function storeDocument(
  tx: Db,
  actor: Actor,
  place: Place,
  update: Uint8Array,
  now: Moment,
): Promise<StoredText | DocumentRefusal> {
  return tx.write(actor, async (sql, within) => {
    await within.hold(place.ownerId)
    const stored = await readDocument(sql, actor, place)
    if (!stored) return refuse('document-gone')
    const doc = documentFrom(update)
    if (idOf(doc) !== stored.id) return refuse('document-gone')
    applyUpdate(doc, stored.state)
    const text = tidyText(textOf(doc))
    if (isRefusal(text)) return text
    const state = encodeStateAsUpdate(doc)
    if (state.length > LARGEST_STATE) return refuse('text-too-long')
    const revision = await saveDocument(sql, actor, place, stored, state)
    const before = await readStanding(sql, actor, place)
    if (saysSame(before?.text ?? '', text))
      return { passage: before && passageIn(before), isNew: false, state, revision }
    const passage = await store(sql, actor, place, text, before, { now, keepsPast: false })
    within.announce({ topic: 'passage', schoolId: actor.schoolId, id: place.ownerId })
    return { passage, isNew: true, state, revision }
  })
}

/** An old text may lie there in another form than a document writes it in. */
const saysSame = (old: string, text: string) => old === text || writtenForm(old) === text

export async function readPassage(
  sql: Sql,
  actor: Actor,
  place: Pick<Place, 'ownerId' | 'field'>,
): Promise<Passage | null> {
  const standing = await readStanding(sql, actor, place)
  return standing && passageIn(standing)
}

/** A passage with the moment since when it is being written without a pause. */
type Standing = Passage & { readonly since: Moment | null }

async function readStanding(
  sql: Sql,
  actor: Actor,
  place: Pick<Place, 'ownerId' | 'field'>,
): Promise<Standing | null> {
  const row = await sql
    .selectFrom('passage')
    .select(['text', 'revision', 'changed_at', 'changed_by', 'writing_since'])
    .where('owner_id', '=', place.ownerId)
    .where('field', '=', place.field)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  return row ? { ...passageOf(row), since: row.writing_since } : null
}

const passageIn = ({ text, revision, changedAt, changedBy }: Standing): Passage => ({
  text,
  revision,
  changedAt,
  changedBy,
})

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

type Storing = { readonly now: Moment; readonly keepsPast: boolean }

/** Stores a text; of those that people write together only the first of a stretch stays in the history. */
async function store(
  sql: Sql,
  actor: Actor,
  place: Place,
  text: string,
  before: Standing | null,
  { now, keepsPast }: Storing,
): Promise<Passage> {
  const by = personOf(actor)
  const begins = before === null || keepsPast || beginsStretch(before, by, now)
  const passage = { text, revision: (before?.revision ?? 0) + 1, changedAt: now, changedBy: by }
  const row = {
    school_id: actor.schoolId,
    text,
    revision: passage.revision,
    changed_at: now,
    changed_by: by,
    writing_since: begins ? now : before.since,
  }
  if (before && begins) await keepPast(sql, actor, place, before)
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
