import { stillOffered } from './own-list.ts'
import { BUILT_IN_TOPICS, isBuiltInTopic, type Topic, type TopicKey } from './topic.ts'
import { TOPIC_STEMS } from './topic-stems.ts'

/** How a word is known: its letters, and whether more may stand before or after them. */
type Stem = { readonly parts: readonly string[]; readonly before: boolean; readonly after: boolean }
type Known = readonly (readonly [TopicKey, readonly Stem[]])[]

// Longer texts are read this far: a question is one sentence, whoever sends more gets a proposal all the same.
const MOST_SIGNS = 2_000
const MOST_WORDS = 120
/** A word of so many letters may have one letter wrong, missing, double or changed over. */
const SHORTEST_GUESSED = 6
const EXACT = 3
const GUESSED = 1
/** Words of an own topic that say nothing by themselves. */
const EMPTY = new Set(
  'de het een en van voor met in op aan bij te of the a an and of for with in on at to'.split(' '),
)

/** Lower case without accents and hidden signs; hyphens and slashes part words, as spaces do. */
function wordsOf(text: string): string[] {
  const plain = text
    .slice(0, MOST_SIGNS)
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}'’]/gu, '')
    .toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS)
}

function stemOf(written: string): Stem {
  const parts = wordsOf(written.replaceAll('*', ''))
  return { parts, before: written.startsWith('*'), after: written.endsWith('*') }
}

const BUILT_IN: Known = BUILT_IN_TOPICS.map((key) => [key, TOPIC_STEMS[key].split(' ').map(stemOf)])

/** An own topic is known by the words of its name, short ones aside, and by how longer words of it begin. */
function ownStems(name: string): Stem[] {
  const telling = wordsOf(name).filter((word) => word.length > 2 && !EMPTY.has(word))
  return telling.map((word) => ({ parts: [word], before: word.length > 4, after: word.length > 4 }))
}

/**
 * The topics that a question seems to be about, the likeliest first: at most `most`, none when no word tells. A
 * proposal only: a person confirms it. Of two as likely the one that stands first in the list.
 */
export function proposeTopics(text: string, topics: readonly Topic[], most = 3): TopicKey[] {
  const words = wordsOf(text)
  return knownOf(stillOffered(topics))
    .map(([key, stems]) => ({ key, weight: weightOf(words, stems) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, most)
    .map(({ key }) => key)
}

function knownOf(topics: readonly Topic[]): Known {
  const keys = new Set<TopicKey>(topics.map(({ key }) => key))
  const own = topics.filter(({ key }) => !isBuiltInTopic(key))
  return [
    ...own.map(({ key, name }) => [key, ownStems(name ?? '')] as const),
    ...BUILT_IN.filter(([key]) => keys.has(key)),
  ]
}

/** Each word of the text counts once, by the stem that fits it best. */
const weightOf = (words: readonly string[], stems: readonly Stem[]) =>
  words.reduce((sum, _, at) => sum + bestFit(words, at, stems), 0)

function bestFit(words: readonly string[], at: number, stems: readonly Stem[]): number {
  if (stems.some((stem) => isHere(words, at, stem))) return EXACT
  return stems.some((stem) => isAlmost(words[at] ?? '', stem)) ? GUESSED : 0
}

function isHere(words: readonly string[], at: number, { parts, before, after }: Stem): boolean {
  return parts.length > 0 && parts.every((part, i) => fits(words[at + i] ?? '', part, before, after))
}

function fits(word: string, part: string, before: boolean, after: boolean): boolean {
  if (before && after) return word.includes(part)
  if (before) return word.endsWith(part)
  return after ? word.startsWith(part) : word === part
}

/** A word with one slip of the pen: against a stem that may go on, only its beginning is held beside it. */
function isAlmost(word: string, { parts, before, after }: Stem): boolean {
  const [part = ''] = parts
  if (parts.length !== 1 || before || part.length < SHORTEST_GUESSED || word[0] !== part[0]) return false
  if (!after) return isOneSlip(word, part)
  return [0, 1, -1].some((more) => isOneSlip(word.slice(0, part.length + more), part))
}

/** One letter other, one too many or too few, or two neighbours changed over. */
function isOneSlip(word: string, other: string): boolean {
  if (Math.abs(word.length - other.length) > 1) return false
  let from = 0
  while (from < word.length && word[from] === other[from]) from++
  const [left, right] = [word.slice(from), other.slice(from)]
  if (left.slice(1) === right.slice(1) || left === right.slice(1) || left.slice(1) === right) return true
  return left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2)
}
