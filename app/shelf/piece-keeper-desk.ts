import { parseId } from '../kernel/id.ts'
import { no, refuse } from '../kernel/refusal.ts'
import type { PassageKeeper } from '../writing/passage-keeper-desk.ts'
import { isPieceField, pieceWords } from './piece.ts'
import { mayWritePiece } from './piece-may.ts'
import { readPiece, scopeOf } from './piece-store.ts'
import { writePieceText, wroteInEditor } from './piece-write-store.ts'
import { shelfText } from './shelf-text.ts'

/** The texts of pieces: read by who may read the piece, written by its writer alone, talked about in the team room. */
export const pieceKeeper: PassageKeeper = {
  async find(db, actor, ownerId, field) {
    const id = parseId<'piece'>(ownerId)
    const piece = id && isPieceField(field) ? await readPiece(db, actor, id) : null
    if (!piece || !isPieceField(field)) return null
    const title = pieceWords(piece, 'title')
    return {
      place: { ownerId, field, scopeId: scopeOf(actor) },
      write: mayWritePiece(actor, piece),
      suggest: no('only-writer'),
      decline: no('only-writer'),
      comment: no('only-writer'),
      title: (language) => title || shelfText(language).untitled,
      href: `/shelf/${piece.id}`,
    }
  },

  async write(db, actor, place, text, base, now) {
    const id = parseId<'piece'>(place.ownerId)
    return id ? writePieceText(db, actor, id, place.field, text, base, now) : refuse('piece-gone')
  },

  async wrote(tx, actor, place, now) {
    const id = parseId<'piece'>(place.ownerId)
    return id ? wroteInEditor(tx, actor, id, now) : refuse('piece-gone')
  },

  async talked() {
    // nobody comments on a piece: there is nothing to raise
  },
}
