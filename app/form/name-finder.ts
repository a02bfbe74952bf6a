import type { PaperPerson } from './plan-paper.ts'

/** What comes in the place of a name; `start` says that a sentence starts there. */
export type Substitute = (person: PaperPerson, start: boolean) => string

type Word = { folded: string; capital: boolean; start: number; end: number }
type Known = Map<string, PaperPerson>

/** Parts of a surname that are no name by themselves. */
const PARTICLES = new Set(
  'van de der den het t ten ter te el al ben bin ibn in op aan bij la le du von zu dos da di do st y e en s d'.split(
    ' ',
  ),
)

/** First names that are ordinary words as well: only with a capital they are taken for a name. */
const ORDINARY = new Set(
  'wil will roos mark bas joy rein bloem sterre merel iris lente fleur jade hoop noor rose ruby jet bo bart pien eva mees loes guus lot lotte sam max ties tess hope faith grace june april may summer dawn art bill rob jack frank'.split(
    ' ',
  ),
)

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const ONE_WORD = /[\p{L}\p{M}\p{N}]+/gu
const BETWEEN_NAMES = /^[\s\-‐‑–.'’]{1,3}$/u
const MOST_WORDS = 6

function wordsOf(text: string): Word[] {
  return [...text.matchAll(ONE_WORD)].map((found) => ({
    folded: fold(found[0]),
    capital: /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(found[0]),
    start: found.index,
    end: found.index + found[0].length,
  }))
}

const keyOf = (words: readonly string[]) => words.join(' ')

/** The ways in which a person may be named, the surest first. */
function variants(person: PaperPerson): string[][] {
  const whole = wordsOf(person.name).map((word) => word.folded)
  const first = wordsOf(person.firstName).map((word) => word.folded)
  const rest =
    first.length > 0 && keyOf(whole).startsWith(keyOf(first)) ? whole.slice(first.length) : whole.slice(1)
  return [whole, first, rest, ...whole.map((word) => [word]), ...first.map((word) => [word])]
}

/** A whole name and a first name always are ('Ben', 'Al'); a part of one only when it is more than a particle. */
const isName = (words: readonly string[], rank: number) =>
  words.length > 0 && (rank < 2 || words.some((word) => word.length > 1 && !PARTICLES.has(word)))

/** Per rank, so that a whole name is never taken by somebody's second name. */
function learn(people: readonly PaperPerson[]): Known {
  const known: Known = new Map()
  const ways = people.map((person) => variants(person))
  const ranks = Math.max(0, ...ways.map((way) => way.length))
  for (let rank = 0; rank < ranks; rank += 1) {
    for (const [index, person] of people.entries()) {
      const words = ways[index]?.[rank]
      if (words && isName(words, rank) && !known.has(keyOf(words))) known.set(keyOf(words), person)
    }
  }
  return known
}

function matchAt(text: string, words: readonly Word[], from: number, known: Known) {
  for (let count = Math.min(MOST_WORDS, words.length - from); count > 0; count -= 1) {
    const run = words.slice(from, from + count)
    if (!adjoining(text, run)) continue
    const person = personOf(run, known)
    if (person) return { person, count }
  }
  return null
}

const adjoining = (text: string, run: readonly Word[]) =>
  run.every((word, index) => index === 0 || BETWEEN_NAMES.test(text.slice(run[index - 1]?.end, word.start)))

/** 'Petra', 'PETRA', 'Youssefs'; 'petra' too, unless the word means something else as well. */
function personOf(run: readonly Word[], known: Known): PaperPerson | undefined {
  const folded = run.map((word) => word.folded)
  const person = known.get(keyOf(folded)) ?? known.get(keyOf(folded).replace(/s$/, ''))
  if (!person || run.some((word) => word.capital) || run.length > 1) return person
  const first = wordsOf(person.firstName).map((word) => word.folded)
  const word = folded[0] ?? ''
  return first.includes(word.replace(/s$/, '')) || first.includes(word) ? ordinary(word, person) : undefined
}

const ordinary = (word: string, person: PaperPerson) =>
  [word, word.replace(/s$/, '')].some((one) => ORDINARY.has(one) || PARTICLES.has(one)) ? undefined : person

const startsSentence = (text: string, at: number) =>
  /(^|[.!?:…\n]["“‘'(]?\s*)["“‘'(]?$/u.test(text.slice(Math.max(0, at - 8), at))

/** A stretch of a text and what comes in its place. */
export type NameEdit = { readonly from: number; readonly to: number; readonly text: string }

/**
 * A function that finds every name of these people in running text. It would rather take a word too many than leave a
 * name: a whole name, a first name, a surname with a capital, in any accents, also as 'Petra’s' and 'Youssefs'.
 */
export function nameEdits(
  people: readonly PaperPerson[],
  substitute: Substitute,
): (text: string) => NameEdit[] {
  const known = learn(people)
  return (text) => {
    const words = wordsOf(text)
    const edits: NameEdit[] = []
    for (let index = 0; index < words.length; index += 1) {
      const found = matchAt(text, words, index, known)
      const first = words[index]
      const last = words[index + (found?.count ?? 1) - 1]
      if (!found || !first || !last) continue
      const said = substitute(found.person, startsSentence(text, first.start))
      // 'met Kees.' has one full stop, also when the initial brings its own
      const to = last.end + (said.endsWith('.') && text[last.end] === '.' ? 1 : 0)
      edits.push({ from: first.start, to, text: said })
      index += found.count - 1
    }
    return edits
  }
}

/** A text with its edits done. */
export function edited(text: string, edits: readonly NameEdit[]): string {
  let made = ''
  let done = 0
  for (const edit of edits) {
    made += text.slice(done, edit.from) + edit.text
    done = edit.to
  }
  return made + text.slice(done)
}
