import { stemmer } from '@orama/stemmers/dutch'
import { distance } from 'fastest-levenshtein'

/** The longest question that is looked at, in characters; what comes behind is left out. */
export const LONGEST_QUESTION = 200
const MOST_WORDS = 8
const LONGEST_WORD = 40
const PREFIX_FROM = 3
const TYPO_FROM = 5
const TWO_TYPOS_FROM = 9

/** How much a word counts that was found as it stands, by its stem, by its beginning, or in spite of a typing error. */
const WEIGHT = { same: 1, stem: 0.9, begins: 0.6, typo: 0.4 } as const

const STOP = new Set(
  `de het een en of maar dus want als dan dat die dit deze van voor met naar aan in op om te bij uit over tot
  door ook nog niet wel er is zijn was waren wordt worden heeft hebben had ik je jij we wij ze zij hij hun ons onze
  mijn jouw haar zijn wat wie hoe zo al meer veel the a an and or of to in on for with is are be this that`
    .split(/\s+/)
    .filter(Boolean),
)

/** Small letters without accents, so that 'Café' and 'cafe' are one word. */
export const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

const WORD = /[\p{L}\p{N}]+/gu

export type Word = { readonly word: string; readonly from: number; readonly to: number }

/** The words of a text with the places where they stand, in UTF-16 units. */
export function* wordsIn(text: string): Generator<Word> {
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const word = folded(found).slice(0, LONGEST_WORD)
    if (word) yield { word, from: index, to: index + found.length }
  }
}

/** What is indexed of a text: each word with the times that it stands there. Words that say nothing are left out. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { word } of wordsIn(text)) {
    if (!STOP.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

/** The words of a question; those that say nothing only when there are no others. */
export function questionWords(question: string): string[] {
  const all = [...new Set([...wordsIn(question.slice(0, LONGEST_QUESTION))].map(({ word }) => word))]
  const telling = all.filter((word) => !STOP.has(word))
  return telling.slice(0, MOST_WORDS)
}

/** The words of a school, each with its stems. */
export type Vocabulary = ReadonlyMap<string, readonly string[]>

/**
 * The stems of a word: Snowball's, and that of a Dutch verb or plural as a reader hears it ('leest' and 'lezen' are
 * 'lees', not 'les'). Two words are forms of one when they share a stem.
 */
export function stemsOf(word: string): readonly string[] {
  const snowball = /(aa|ee|oo|uu)/.test(word) ? [] : [stemmer(word)]
  return [...new Set([...snowball, heard(word), ...plural(word)])]
}

const heard = (word: string) =>
  hardened(word.length > 4 && /[^aeiout]t$/.test(word) ? word.slice(0, -1) : open(word))
const plural = (word: string) => (/.{4}eren$/.test(word) ? [word.slice(0, -4)] : [])

/** The stem before '-en': one of two same consonants goes, a vowel that sounds long is written twice. */
function open(word: string) {
  if (word.length < 5 || !word.endsWith('en')) return word
  const stem = word.slice(0, -2)
  if (/([^aeiou])\1$/.test(stem)) return stem.slice(0, -1)
  // in a longer word the last e is not heard: 'rekenen' is 'reken'
  return stem
    .replace(/^([^aeiou]*)(e)([^aeiou])$/, '$1ee$3')
    .replace(/([^aeiou]|^)([aou])([^aeiou])$/, '$1$2$2$3')
}

const hardened = (stem: string) => stem.replace(/z$/, 's').replace(/v$/, 'f')

/** The words that a word of a question may mean, with how much each counts (0 to 1), typing errors among them. */
export function maybeMeant(asked: string, vocabulary: Vocabulary): Map<string, number> {
  const stems = stemsOf(asked)
  const found = new Map<string, number>()
  for (const [word, wordStems] of vocabulary) {
    const weight = likeness(asked, stems, word, wordStems)
    if (weight > 0) found.set(word, weight)
  }
  return withTypos(asked, vocabulary, found)
}

/** The same for words that the reader may all know of: one that is among them was not mistyped. */
export function meant(asked: string, vocabulary: Vocabulary): Map<string, number> {
  const all = [...maybeMeant(asked, vocabulary)]
  const isKnown = all.some(([, weight]) => isSure(weight))
  return new Map(all.filter(([, weight]) => !isKnown || !isMistyped(weight)))
}

/** Whether a word is the asked one or another form of it. */
const isSure = (weight: number) => weight >= WEIGHT.stem
/** Whether it is only like the asked one. */
export const isMistyped = (weight: number) => weight <= WEIGHT.typo

function likeness(asked: string, stems: readonly string[], word: string, wordStems: readonly string[]) {
  if (word === asked) return WEIGHT.same
  if (wordStems.some((stem) => stems.includes(stem))) return WEIGHT.stem
  return asked.length >= PREFIX_FROM && word.startsWith(asked) ? WEIGHT.begins : 0
}

function withTypos(asked: string, vocabulary: Vocabulary, found: Map<string, number>) {
  for (const word of vocabulary.keys())
    if (!found.has(word) && isTypo(asked, word)) found.set(word, WEIGHT.typo)
  return found
}

/** Whether one was meant and the other typed: a letter too many, too few, another, or two that changed places. */
export function isTypo(asked: string, word: string) {
  if (asked.length < TYPO_FROM) return false
  const allowed = asked.length >= TWO_TYPOS_FROM ? 2 : 1
  if (Math.abs(asked.length - word.length) > allowed) return false
  return isSwap(asked, word) || distance(asked, word) <= allowed
}

function isSwap(one: string, other: string) {
  if (one.length !== other.length) return false
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  return (
    at >= 0 &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  )
}

/** That a word stands in a text, so many times. */
export type Posting = {
  readonly ownerId: string
  readonly field: string
  readonly word: string
  readonly times: number
}
export type Hit = {
  readonly ownerId: string
  readonly field: string
  readonly score: number
  /** How many words of the question stand there as they are or in another form, and how many only mistyped. */
  readonly sure: number
  readonly typos: number
}

/**
 * The texts in which every word of the question stands, those last in which one was mistyped; then the best first: a
 * word that few texts have says more.
 * @param meanings for each word of the question the words that it may mean, with their weights
 * @param texts how many texts are indexed
 */
export function ranked(
  meanings: readonly Map<string, number>[],
  postings: readonly Posting[],
  texts: number,
): Hit[] {
  const byText = new Map<string, { ownerId: string; field: string; best: number[]; weights: number[] }>()
  const spread = spreadOf(postings)
  for (const { ownerId, field, word, times } of postings) {
    const key = `${ownerId} ${field}`
    const text = byText.get(key) ?? { ownerId, field, best: meanings.map(() => 0), weights: [] }
    byText.set(key, text)
    meanings.forEach((meaning, index) => {
      const rare = Math.log(1 + texts / (spread.get(word) ?? 1))
      const worth = (meaning.get(word) ?? 0) * rare * (times / (times + 1))
      text.best[index] = Math.max(text.best[index] ?? 0, worth)
      text.weights[index] = Math.max(text.weights[index] ?? 0, meaning.get(word) ?? 0)
    })
  }
  return [...byText.values()]
    .filter(({ best }) => best.every((worth) => worth > 0))
    .map(({ ownerId, field, best, weights }) => ({
      ownerId,
      field,
      score: best.reduce((sum, worth) => sum + worth, 0),
      sure: weights.filter(isSure).length,
      typos: weights.filter(isMistyped).length,
    }))
    .sort((a, b) => a.typos - b.typos || b.score - a.score || inOneOrder(a, b))
}

/** However the database gives them. */
const inOneOrder = (a: Pick<Hit, 'ownerId' | 'field'>, b: Pick<Hit, 'ownerId' | 'field'>) =>
  a.ownerId === b.ownerId ? (a.field < b.field ? -1 : 1) : a.ownerId < b.ownerId ? 1 : -1

function spreadOf(postings: readonly Posting[]) {
  const spread = new Map<string, number>()
  for (const { word } of postings) spread.set(word, (spread.get(word) ?? 0) + 1)
  return spread
}

export type Piece = { readonly text: string; readonly found: boolean }
const AROUND = 70
const LONGEST_PIECE = 220

/** A piece of a text around the first word that was found, cut at words, with the found words told apart. */
export function pieceOf(text: string, isFound: (word: string) => boolean): Piece[] {
  const flat = text.replace(/\s+/g, ' ').trim()
  const words = [...wordsIn(flat)]
  const first = words.find(({ word }) => isFound(word))
  const from = startOf(flat, Math.max(0, (first?.from ?? 0) - AROUND))
  const to = endOf(flat, Math.min(flat.length, from + LONGEST_PIECE))
  const pieces: Piece[] = []
  let at = from
  for (const word of words) {
    if (word.from < from || word.to > to || !isFound(word.word)) continue
    if (word.from > at) pieces.push({ text: flat.slice(at, word.from), found: false })
    pieces.push({ text: flat.slice(word.from, word.to), found: true })
    at = word.to
  }
  if (to > at) pieces.push({ text: flat.slice(at, to), found: false })
  if (from > 0) pieces.unshift({ text: '… ', found: false })
  if (to < flat.length) pieces.push({ text: ' …', found: false })
  return pieces
}

const startOf = (text: string, from: number) => (from === 0 ? 0 : text.indexOf(' ', from) + 1)
function endOf(text: string, to: number) {
  if (to >= text.length) return text.length
  const space = text.lastIndexOf(' ', to)
  return space > 0 ? space : to
}
