import { type Evaluation, textIn } from '../evaluation/evaluation.ts'
import type { YieldPromise } from '../evaluation/yield.ts'
import { type Entry, textOf } from '../plan/entry.ts'
import { LONGEST_TITLE, type PieceField } from './piece.ts'

/** What was written before of something that was shared: the promise, its goal or track, how one looked back on it. */
export type Source = {
  readonly promise: Pick<YieldPromise, 'what' | 'ended'>
  readonly entry: Entry | null
  readonly evaluation: Evaluation | null
}

/** The first words of a piece, from what its writer wrote before: only to begin with. */
export function draftOf({ promise, entry, evaluation }: Source): Partial<Record<PieceField, string>> {
  const texts = {
    title: cut(promise.what),
    tried: entry && 'approach' in entry.texts ? textOf(entry, 'approach') : '',
    saw: joined(promise.ended?.cameOf ?? '', textIn(evaluation, 'saw')),
    again: textIn(evaluation, 'learned'),
    better: textIn(evaluation, 'adjust'),
  }
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
}

const joined = (...texts: readonly string[]) => texts.filter((text) => text !== '').join('\n\n')

/** A title that is too long ends at a word. */
function cut(text: string) {
  if (text.length <= LONGEST_TITLE) return text
  const space = text.lastIndexOf(' ', LONGEST_TITLE - 1)
  return `${text.slice(0, space > 0 ? space : LONGEST_TITLE - 1)}…`
}
