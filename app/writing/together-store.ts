import { applyUpdate, encodeStateAsUpdate } from 'yjs'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { idOf, textOf, writtenForm } from './document.ts'
import { documentFrom, type Place, readDocument, saveDocument } from './document-store.ts'
import { type Passage, type PassageRefusal, tidyText } from './passage.ts'
import { passageIn, putText, readStanding } from './passage-row-store.ts'

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
    const passage = await putText(sql, actor, place, text, before, { now, keepsPast: false })
    within.announce({ topic: 'passage', schoolId: actor.schoolId, id: place.ownerId })
    return { passage, isNew: true, state, revision }
  })
}

/** An old text may lie there in another form than a document writes it in. */
const saysSame = (old: string, text: string) => old === text || writtenForm(old) === text
