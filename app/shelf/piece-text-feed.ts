import type { Context } from 'hono'
import { sentIn, textAnswer } from '../plan/text-desk.ts'
import type { OnDesk } from '../session/desk.ts'
import { writePieceText } from './piece-write-store.ts'
import { pieceAtAddress, pieceSentence, statusOf } from './shelf-desk.ts'

/** /shelf/:piece/text/:field: one text while somebody writes; answers as a text of the plan does. */
export async function pieceTextFeed(c: Context<OnDesk>): Promise<Response> {
  const at = await pieceAtAddress(c)
  const { desk, reader, piece } = at
  const { text, base } = await sentIn(c)
  const field = c.req.param('field') ?? ''
  const result = await writePieceText(desk.db, reader.actor, piece.id, field, text, base, desk.now)
  if ('saved' in result || 'collision' in result) return textAnswer(c, at, result)
  return c.json({ says: pieceSentence(result, reader.language) }, statusOf(result))
}
