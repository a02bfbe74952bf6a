import type { Language } from '../kernel/language.ts'
import type { Caution } from './suppress.ts'
import { trendText } from './trend-text.ts'

/** The numbers behind a chart. The last column says of which rows pupils are few; on a page it stands where there are any. */
export type TrendTable = {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What must be said in a row of so few pupils, in words. */
export const fewWords = (caution: Caution, language: Language): string =>
  caution === null ? '' : trendText(language).row[caution]

/** The caution of the part of a figure with the fewest pupils; what isn't shown has none. */
export function worstOf(...kept: readonly ({ readonly caution: Caution } | 'hidden' | null)[]): Caution {
  const cautions = kept.map((one) => (one === null || one === 'hidden' ? null : one.caution))
  return cautions.includes('very-few') ? 'very-few' : cautions.includes('few') ? 'few' : null
}

/** As it stands on a page: without the column of notes when it says nothing. `figures`: the columns of numbers. */
export function onPage({ head, rows }: TrendTable, words: number) {
  const last = head.length - 1
  const hasNotes = rows.some((cells) => cells[last] !== '')
  const within = (cells: readonly string[]) => (hasNotes ? cells : cells.slice(0, last))
  const figures = [...head.keys()].slice(words, last)
  return { head: within(head), rows: rows.map(within), figures }
}
