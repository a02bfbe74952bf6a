import { distance } from 'fastest-levenshtein'
import { type Anchor, CONTEXT, piecesOf, placesOf, type Range } from './suggestion-place.ts'

/** Whether words still stand where they stood, and where; else the passage that looks most like them. */
export type Fit =
  | { readonly fits: true; readonly at: Range }
  | { readonly fits: false; readonly nearest: Range | null }

/** So many words in a row are not there twice by chance. */
const ENOUGH_WORDS = 5

/**
 * Finds the words of an anchor in a text that may have moved on. They fit when they stand exactly in their old context,
 * or stand there once with a word beside them that stood beside them before (or are many). Otherwise a person points.
 */
export function locate(text: string, anchor: Anchor): Fit {
  if (anchor.quote === '') {
    return text === '' ? { fits: true, at: { start: 0, end: 0 } } : { fits: false, nearest: null }
  }
  const found = placesOf(text, anchor.quote)
  const same = found.filter((place) => isInContext(text, place, anchor))
  if (same.length === 1 && same[0]) return { fits: true, at: same[0] }
  const [one] = found
  if (one && found.length === 1 && (isLong(anchor.quote) || keepsNeighbour(text, one, anchor)))
    return { fits: true, at: one }
  return { fits: false, nearest: nearestTo(text, anchor) }
}

/** A context that is shorter than usual says that the text began or ended there. */
function isInContext(text: string, { start, end }: Range, { before, after }: Anchor) {
  const head = text.slice(Math.max(0, start - CONTEXT), start)
  return head === before && text.slice(end, end + CONTEXT) === after
}

const wordsIn = (text: string) => piecesOf(text).filter((piece) => /[\p{L}\p{N}]/u.test(piece))
const isLong = (quote: string) => wordsIn(quote).length >= ENOUGH_WORDS

/** The word before or the word behind is the same as it was; the edge of a text counts as one. */
function keepsNeighbour(text: string, { start, end }: Range, { before, after }: Anchor) {
  const head = text.slice(Math.max(0, start - CONTEXT), start)
  return (
    wordsIn(head).at(-1) === wordsIn(before).at(-1) ||
    wordsIn(text.slice(end, end + CONTEXT))[0] === wordsIn(after)[0]
  )
}

/** Below this likeness (0 to 1) two passages have little to do with each other. */
const THRESHOLD = 0.5
/** So many candidates are compared letter by letter, and so many letters of each. */
const MOST_CANDIDATES = 8
const MOST_LETTERS = 1500

/** The passage that looks most like the words of an anchor; null when nothing looks enough like them. */
function nearestTo(text: string, { quote }: Anchor): Range | null {
  const words = wordPlaces(text)
  const wanted = quote.toLocaleLowerCase('nl').slice(0, MOST_LETTERS)
  const candidates = windowsLike(words, wordsIn(quote).map(lower))
  const scored = candidates.map((range) => ({
    range,
    like: likeness(wanted, text.slice(range.start, range.end).toLocaleLowerCase('nl').slice(0, MOST_LETTERS)),
  }))
  const best = scored.sort((one, other) => other.like - one.like)[0]
  return best && best.like >= THRESHOLD ? withSigns(text, best.range, quote) : null
}

/** The same with the signs that the words had around them. */
function withSigns(text: string, { start, end }: Range, quote: string): Range {
  const before = /^[^\p{L}\p{N}\s]*/u.exec(quote)?.[0] ?? ''
  const behind = /[^\p{L}\p{N}\s]*$/u.exec(quote)?.[0] ?? ''
  return {
    start: text.slice(0, start).endsWith(before) ? start - before.length : start,
    end: text.startsWith(behind, end) ? end + behind.length : end,
  }
}

const lower = (word: string) => word.toLocaleLowerCase('nl')
const likeness = (one: string, other: string) =>
  1 - distance(one, other) / Math.max(one.length, other.length, 1)

type Placed = Range & { readonly word: string }

function wordPlaces(text: string): Placed[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word: lower(word),
    start: index,
    end: index + word.length,
  }))
}

/** Rows of words of about the same length that share most words with the wanted ones, best first. */
function windowsLike(words: readonly Placed[], wanted: readonly string[]): Range[] {
  if (wanted.length === 0) return []
  const slack = Math.max(1, Math.round(wanted.length / 5))
  const sizes = [0, -slack, slack].map((more) => wanted.length + more).filter((size) => size > 0)
  const rated = [...new Set(sizes)].flatMap((size) => windowsOf(words, wanted, Math.min(size, words.length)))
  return rated
    .sort((one, other) => other.shared - one.shared)
    .slice(0, MOST_CANDIDATES)
    .map(({ range }) => range)
}

/** How many words each row of this length shares with the wanted ones, counted as the row slides on. */
function windowsOf(words: readonly Placed[], wanted: readonly string[], size: number) {
  const open = new Map<string, number>()
  for (const word of wanted) open.set(word, (open.get(word) ?? 0) + 1)
  const rated: { range: Range; shared: number }[] = []
  let shared = 0
  for (const [place, { word, end }] of words.entries()) {
    shared += take(open, word)
    const gone = words[place - size]
    if (gone) shared -= giveBack(open, gone.word)
    const first = words[place - size + 1]
    if (first)
      rated.push({ range: { start: first.start, end }, shared: shared / Math.max(size, wanted.length) })
  }
  return rated
}

/** One more of this word in the row: 1 when it was still wanted. */
function take(open: Map<string, number>, word: string) {
  const left = open.get(word)
  if (left === undefined) return 0
  open.set(word, left - 1)
  return left > 0 ? 1 : 0
}

function giveBack(open: Map<string, number>, word: string) {
  const left = open.get(word)
  if (left === undefined) return 0
  open.set(word, left + 1)
  return left >= 0 ? 1 : 0
}

/** The text with other words at a place; a word that goes takes a blank along. */
export function replacedAt(text: string, { start, end }: Range, replacement: string): string {
  const leavesGap =
    replacement === '' && /^$|\s$/.test(text.slice(0, start)) && /^[ \t]/.test(text.slice(end))
  return text.slice(0, start) + replacement + text.slice(leavesGap ? end + 1 : end)
}
