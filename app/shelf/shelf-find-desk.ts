import type { Db } from '../db/database.ts'
import type { Actor } from '../session/actor.ts'
import { questionWords } from '../writing/search.ts'
import { findTexts } from '../writing/search-store.ts'
import type { Piece } from './piece.ts'
import { isInLabels } from './shelf-find.ts'

type Scores = Map<string, number>
/** More than any text scores: a word in a label says exactly what a piece is about. */
const LABEL = 10

/**
 * The pieces that hold every word of a question, each anywhere in the piece or its labels, the best first. Of what is
 * not among `pieces` nothing comes out, not even that a word stands there.
 * @param labelsOf what stands with a piece besides its texts, in words
 */
export async function findPieces(
  db: Db,
  actor: Actor,
  pieces: readonly Piece[],
  labelsOf: (piece: Piece) => readonly string[],
  question: string,
): Promise<readonly Piece[]> {
  const words = questionWords(question)
  if (words.length === 0) return pieces
  const found: Scores[] = []
  for (const word of words) found.push(await scoresOf(db, actor, pieces, labelsOf, word))
  const scoreOf = ({ id }: Piece) => found.reduce((sum, scores) => sum + (scores.get(id) ?? 0), 0)
  return pieces
    .filter(({ id }) => found.every((scores) => scores.has(id)))
    .toSorted((one, other) => scoreOf(other) - scoreOf(one))
}

/** Where somebody finds a word as it was asked, it was not mistyped. */
async function scoresOf(
  db: Db,
  actor: Actor,
  pieces: readonly Piece[],
  labelsOf: (piece: Piece) => readonly string[],
  word: string,
): Promise<Scores> {
  const ids = new Set<string>(pieces.map(({ id }) => id))
  const hits = (await findTexts(db, actor, word)).hits.filter(({ ownerId }) => ids.has(ownerId))
  const isSure = hits.some(({ typos }) => typos === 0)
  const scores: Scores = new Map()
  for (const { ownerId, score, typos } of hits)
    if (typos === 0 || !isSure) scores.set(ownerId, Math.max(score, scores.get(ownerId) ?? 0))
  for (const piece of pieces)
    if (isInLabels(word, labelsOf(piece))) scores.set(piece.id, LABEL + (scores.get(piece.id) ?? 0))
  return scores
}
