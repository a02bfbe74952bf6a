import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import { documentOf, textOf } from './document.ts'
import { editDocument } from './document-edit.ts'

/** Sole writer of passage_doc: the documents from which the texts of passages are derived. */

/** Where a passage lies: what it belongs to, which of its texts, and the whole (a plan) with which it is read. */
export type Place = { readonly ownerId: string; readonly field: string; readonly scopeId: string }

/** A document as it lies in the database; `id` is another one when it was made anew, `revision` rises with its state. */
export type StoredDocument = { readonly id: string; readonly state: Uint8Array; readonly revision: number }

/**
 * The document of a passage, made from its text by who opens it first; two who do so together get the same one.
 * `mayRenew`: nobody has it open, so one that is mostly what was deleted may be made anew.
 */
export async function openDocument(
  db: Db,
  actor: Actor,
  place: Place,
  now: Moment,
  mayRenew = false,
): Promise<StoredDocument> {
  const isGood = (stored: StoredDocument) => !mayRenew || stored.state.length < OVERGROWN
  const known = await db.read(actor, (sql) => readDocument(sql, actor, place))
  if (known && isGood(known)) return known
  return db.write(actor, async (sql, tx) => {
    await tx.hold(place.ownerId)
    const stored = await readDocument(sql, actor, place)
    if (!stored) return makeDocument(sql, actor, place, now)
    return isGood(stored) ? stored : renewed(sql, actor, place, stored)
  })
}

/** A text of the greatest length is a third of this. In bytes. */
const OVERGROWN = 150_000

/** The same text in a new document, without all that ever stood there; as it is when that saves little. */
async function renewed(
  sql: Sql,
  actor: Actor,
  place: Place,
  stored: StoredDocument,
): Promise<StoredDocument> {
  const id = newId<'document'>()
  const state = encodeStateAsUpdate(documentOf(textOf(documentFrom(stored.state)), id))
  if (state.length * 2 > stored.state.length) return stored
  const revision = stored.revision + 1
  await sql
    .updateTable('passage_doc')
    .set({ birth: id, state: base64(state), revision })
    .where('owner_id', '=', place.ownerId)
    .where('field', '=', place.field)
    .where('school_id', '=', actor.schoolId)
    .execute()
  return { id, state, revision }
}

export async function readDocument(
  sql: Sql,
  actor: Pick<Actor, 'schoolId'>,
  place: Pick<Place, 'ownerId' | 'field'>,
): Promise<StoredDocument | null> {
  const row = await sql
    .selectFrom('passage_doc')
    .select(['birth', 'state', 'revision'])
    .where('owner_id', '=', place.ownerId)
    .where('field', '=', place.field)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  return row
    ? { id: row.birth, state: new Uint8Array(Buffer.from(row.state, 'base64')), revision: row.revision }
    : null
}

async function makeDocument(sql: Sql, actor: Actor, place: Place, now: Moment): Promise<StoredDocument> {
  const passage = await sql
    .selectFrom('passage')
    .select('text')
    .where('owner_id', '=', place.ownerId)
    .where('field', '=', place.field)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  const id = newId<'document'>()
  const state = encodeStateAsUpdate(documentOf(passage?.text ?? '', id))
  await sql
    .insertInto('passage_doc')
    .values({
      owner_id: place.ownerId,
      field: place.field,
      school_id: actor.schoolId,
      scope_id: place.scopeId,
      birth: id,
      state: base64(state),
      revision: 1,
      made_at: now,
    })
    .execute()
  return { id, state, revision: 1 }
}

/** Stores another state, under the lock in which the document was read; answers its revision. */
export async function saveDocument(
  sql: Sql,
  actor: Actor,
  place: Place,
  before: StoredDocument,
  state: Uint8Array,
): Promise<number> {
  const text = base64(state)
  if (text === base64(before.state)) return before.revision
  await sql
    .updateTable('passage_doc')
    .set({ state: text, revision: before.revision + 1 })
    .where('owner_id', '=', place.ownerId)
    .where('field', '=', place.field)
    .where('school_id', '=', actor.schoolId)
    .execute()
  return before.revision + 1
}

/** Turns the document into another text; answers the text that it then says. */
export async function editStored(
  sql: Sql,
  actor: Actor,
  place: Place,
  stored: StoredDocument,
  text: string,
): Promise<string> {
  const doc = documentFrom(stored.state)
  editDocument(doc, text)
  await saveDocument(sql, actor, place, stored, encodeStateAsUpdate(doc))
  return textOf(doc)
}

export async function eraseDocuments(sql: Sql, actor: Actor, ownerId: string) {
  await sql
    .deleteFrom('passage_doc')
    .where('owner_id', '=', ownerId)
    .where('school_id', '=', actor.schoolId)
    .execute()
}

/** The document of one or more states, merged. @throws when one of them is no Yjs update */
export function documentFrom(...states: readonly Uint8Array[]): Doc {
  const doc = new Doc()
  for (const state of states) applyUpdate(doc, state)
  return doc
}

const base64 = (state: Uint8Array) => Buffer.from(state).toString('base64')
