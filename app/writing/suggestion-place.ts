/** A part of a text, in characters of its stored form: from `start` up to `end`. */
export type Range = { readonly start: number; readonly end: number }

/**
 * Words of a text with what stood around them, so that they are found again when the text has moved on. Context is
 * shorter than `CONTEXT` only where the text begins or ends. An empty quote belongs to an empty text.
 */
export type Anchor = { readonly quote: string; readonly before: string; readonly after: string }

/** An anchor with what should stand in its place. */
export type Change = { readonly anchor: Anchor; readonly replacement: string }

/** How many characters of context an anchor keeps on each side. */
export const CONTEXT = 60

/** Whether a text has such a part. */
export const isIn = (text: string, { start, end }: Range) =>
  Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length

const WORD = /[\p{L}\p{M}\p{N}]/u
const PIECES = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu
/** So often an anchor grows by a word to be the only one of its kind; then it is the whole text. */
const MOST_STEPS = 12

const isWord = (sign: string | undefined) => sign !== undefined && WORD.test(sign)
const isBlank = (sign: string | undefined) => sign !== undefined && /\s/.test(sign)

/** The words, blanks and signs of a text; together they are the text. */
export const piecesOf = (text: string): string[] => text.match(PIECES) ?? []

/** The part of a text that another text has changed, with what stands there now; null when they are the same. */
export function differenceOf(before: string, after: string): (Range & { replacement: string }) | null {
  if (before === after) return null
  const [old, fresh] = [piecesOf(before), piecesOf(after)]
  const most = Math.min(old.length, fresh.length)
  let head = 0
  while (head < most && old[head] === fresh[head]) head++
  let tail = 0
  while (tail < most - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++
  const start = lengthOf(old.slice(0, head))
  const end = before.length - lengthOf(old.slice(old.length - tail))
  return { start, end, replacement: after.slice(start, after.length - (before.length - end)) }
}

const lengthOf = (pieces: readonly string[]) => pieces.reduce((sum, piece) => sum + piece.length, 0)

/**
 * A change of a part of a text, anchored: the part grows to whole words and until it is the only one of its kind, and
 * the replacement grows with it.
 */
export function anchored(text: string, range: Range, replacement: string): Change {
  const grown = onlyOne(text, wholeWords(text, range))
  const anchor = anchorAt(text, grown)
  const whole = text.slice(grown.start, range.start) + replacement + text.slice(range.end, grown.end)
  return { anchor, replacement: whole }
}

/** The words at a place, with their context. */
export const anchorAt = (text: string, { start, end }: Range): Anchor => ({
  quote: text.slice(start, end),
  before: text.slice(Math.max(0, start - CONTEXT), start),
  after: text.slice(end, end + CONTEXT),
})

/** Grows a range that cuts through a word or is nothing but blank space. */
export function wholeWords(text: string, range: Range): Range {
  let { start, end } = range
  if (start === end || isBlank(text[start])) start = wordBefore(text, start)
  if (range.start === range.end || isBlank(text[end - 1])) end = wordAfter(text, end)
  while (isWord(text[start - 1]) && isWord(text[start])) start--
  while (isWord(text[end - 1]) && isWord(text[end])) end++
  return { start, end }
}

/** The start of the word that ends before this place. */
function wordBefore(text: string, from: number) {
  let at = from
  while (at > 0 && !isWord(text[at - 1])) at--
  while (at > 0 && isWord(text[at - 1])) at--
  return at
}

/** The end of the word that begins after this place. */
function wordAfter(text: string, from: number) {
  let at = from
  while (at < text.length && !isWord(text[at])) at++
  while (at < text.length && isWord(text[at])) at++
  return at
}

function onlyOne(text: string, range: Range): Range {
  let grown = range
  for (let step = 0; step < MOST_STEPS; step++) {
    if (placesOf(text, text.slice(grown.start, grown.end), 2).length <= 1) return grown
    grown =
      step % 2 === 0
        ? { ...grown, start: wordBefore(text, grown.start) }
        : { ...grown, end: wordAfter(text, grown.end) }
  }
  return placesOf(text, text.slice(grown.start, grown.end), 2).length <= 1
    ? grown
    : { start: 0, end: text.length }
}

/** Where words stand in a text as whole words; at most so many places. */
export function placesOf(text: string, words: string, most = 50): Range[] {
  const found: Range[] = []
  if (words === '') return found
  for (let at = text.indexOf(words); at >= 0 && found.length < most; ) {
    const end = at + words.length
    const isWithin = isWord(text[at - 1]) && isWord(text[at])
    if (!isWithin && !(isWord(text[end - 1]) && isWord(text[end]))) found.push({ start: at, end })
    // Within a word nothing begins any more: of one endless word that saves looking at every letter.
    at = text.indexOf(words, isWithin ? endOfWord(text, at) : at + 1)
  }
  return found
}

function endOfWord(text: string, from: number) {
  let at = from
  while (isWord(text[at])) at++
  return at
}

const sentences = new Intl.Segmenter('nl', { granularity: 'sentence' })
const LIST_MARK = /^\s*(?:[-*]|\d{1,3}[.)])\s+/

/** The sentences of a text, each by its place; the mark of a list is no part of one. */
export function sentencesOf(text: string): Range[] {
  const found: Range[] = []
  let from = 0
  for (const line of text.split('\n')) {
    const mark = LIST_MARK.exec(line)?.[0].length ?? 0
    for (const { segment, index } of sentences.segment(line.slice(mark))) {
      const start = from + mark + index + (segment.length - segment.trimStart().length)
      const end = start + segment.trim().length
      if (end > start) found.push({ start, end })
    }
    from += line.length + 1
  }
  return found
}

const WORDS = /[\p{L}\p{M}\p{N}]+/gu
/** Longer selections are pointed at sentence by sentence. */
const MOST_SELECTED = 400

/**
 * Where words that somebody selected on the page stand in the stored text, in which signs for bold, lists and links
 * stand between them; `before` is what stood before the selection. Null when they are not there, or at several places
 * that look alike.
 */
export function rangeOfWords(text: string, selected: string, before: string): Range | null {
  const words = selected.match(WORDS) ?? []
  if (words.length === 0 || words.length > MOST_SELECTED) return null
  const shape = new RegExp(
    `(?<!${WORD.source})${words.join('[^\\p{L}\\p{M}\\p{N}]+')}(?!${WORD.source})`,
    'gu',
  )
  const found = [...text.matchAll(shape)].map(({ index, 0: hit }) => ({
    start: index,
    end: withSigns(text, index + hit.length, selected),
  }))
  if (found.length <= 1) return found[0] ?? null
  const leading = lastWords(before)
  const after = found.filter(({ start }) =>
    lastWords(text.slice(Math.max(0, start - LEAD), start)).endsWith(leading),
  )
  return after.length === 1 ? (after[0] ?? null) : null
}

/** So much of what stands before a place is looked at: a word may stand thousands of times in a text. */
const LEAD = 400
const lastWords = (text: string) => (text.slice(-LEAD).match(WORDS) ?? []).slice(-4).join(' ')

/** The end of a selection with the signs that were selected behind its last word. */
function withSigns(text: string, end: number, selected: string) {
  const signs = /[^\p{L}\p{M}\p{N}\s]*$/u.exec(selected.trimEnd())?.[0] ?? ''
  return text.startsWith(signs, end) ? end + signs.length : end
}
