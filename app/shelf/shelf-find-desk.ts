import type { Db } from '../db/database.ts'
import type { Actor } from '../session/actor.ts'
import { type Hit, questionWords } from '../writing/search.ts'
import { findEachWord } from '../writing/search-store.ts'
import type { Piece } from './piece.ts'
import { isInLabels } from './shelf-find.ts'

type Scores = ReadonlyMap<string, number>
type LabelsOf = (piece: Piece) => readonly string[]
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
  labelsOf: LabelsOf,
  question: string,
): Promise<readonly Piece[]> {
  const words = questionWords(question)
  if (words.length === 0) return pieces
  const hits = await findEachWord(db, actor, question)
  const found = words.map((word, place) => scoresOf(pieces, labelsOf, word, hits[place] ?? []))
  const scoreOf = ({ id }: Piece) => found.reduce((sum, scores) => sum + (scores.get(id) ?? 0), 0)
  return pieces
    .filter(({ id }) => found.every((scores) => scores.has(id)))
    .toSorted((one, other) => scoreOf(other) - scoreOf(one))
}

/** Where somebody finds a word as it was asked, it was not mistyped. */
function scoresOf(pieces: readonly Piece[], labelsOf: LabelsOf, word: string, hits: readonly Hit[]): Scores {
  const ids = new Set<string>(pieces.map(({ id }) => id))
  const own = hits.filter(({ ownerId }) => ids.has(ownerId))
  const isSure = own.some(({ typos }) => typos === 0)
  const scores = new Map<string, number>()
  for (const { ownerId, score, typos } of own)
    if (typos === 0 || !isSure) scores.set(ownerId, Math.max(score, scores.get(ownerId) ?? 0))
  for (const piece of pieces)
    if (isInLabels(word, labelsOf(piece))) scores.set(piece.id, LABEL + (scores.get(piece.id) ?? 0))
  return scores
}
