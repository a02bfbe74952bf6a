import { diffArrays } from 'diff'

export type Change = { kind: 'same' | 'gone' | 'added'; text: string }

/** One thing of two rows of things: in both, or in one of them only. */
export type Pair<Thing> = { readonly before?: Thing; readonly after?: Thing }
export type Kind = Change['kind']

/** Beyond this many differences two texts have little in common; then the whole is replaced. */
const MOST_EDITS = 400

const WORDS = /[\p{L}\p{N}\p{M}_]+|\n|[^\S\n]+|[^\p{L}\p{N}\p{M}_\s]/gu

/** A text in words, blank space and signs; together they are the text. */
export const wordsIn = (text: string): string[] => text.match(WORDS) ?? []

/** What changed between two plain texts, in words; the parts in order give both texts back. */
export function changedWords(before: string, after: string): Change[] {
  const pairs = paired(wordsIn(before), wordsIn(after), (word) => word)
  return grouped(pairs, (word) => word.trim() === '').map(({ kind, pairs }) => ({
    kind,
    text: pairs.map(({ before, after }) => after ?? before).join(''),
  }))
}

/** Two rows side by side: what has the same key in both, in order, is one pair. */
export function paired<Thing>(
  before: readonly Thing[],
  after: readonly Thing[],
  keyOf: (thing: Thing) => string,
): Pair<Thing>[] {
  const parts = diffArrays(before.map(keyOf), after.map(keyOf), { maxEditLength: MOST_EDITS })
  if (!parts) return [...before.map((one) => ({ before: one })), ...after.map((one) => ({ after: one }))]
  let [left, right] = [0, 0]
  const pairs: Pair<Thing>[] = []
  for (const { added, removed, count } of parts) {
    for (let n = 0; n < count; n += 1) {
      if (removed) pairs.push({ before: before[left++] })
      else if (added) pairs.push({ after: after[right++] })
      else pairs.push({ before: before[left++], after: after[right++] })
    }
  }
  return pairs
}

export const kindOf = ({ before, after }: Pair<unknown>): Kind =>
  before === undefined ? 'added' : after === undefined ? 'gone' : 'same'

export type Group<Thing> = { readonly kind: Kind; readonly pairs: Pair<Thing>[] }

/**
 * Pairs of one kind together. Changed words with nothing but blank space between them read as one change, not as a zip
 * of single words: first all that goes, then all that comes.
 */
export function grouped<Thing>(
  pairs: readonly Pair<Thing>[],
  isBlank: (thing: Thing) => boolean,
): Group<Thing>[] {
  return runsOf(pairs, isBlank).flatMap(({ isChange, pairs }): Group<Thing>[] =>
    isChange ? replaced(pairs) : [{ kind: 'same', pairs }],
  )
}

function replaced<Thing>(pairs: readonly Pair<Thing>[]): Group<Thing>[] {
  const gone = pairs.flatMap(({ before }) => (before === undefined ? [] : [{ before }]))
  const added = pairs.flatMap(({ after }) => (after === undefined ? [] : [{ after }]))
  const groups: Group<Thing>[] = [
    { kind: 'gone', pairs: gone },
    { kind: 'added', pairs: added },
  ]
  return groups.filter(({ pairs }) => pairs.length > 0)
}

type Run<Thing> = { readonly isChange: boolean; readonly pairs: Pair<Thing>[] }

function runsOf<Thing>(pairs: readonly Pair<Thing>[], isBlank: (thing: Thing) => boolean): Run<Thing>[] {
  const runs: Run<Thing>[] = []
  for (const [at, pair] of pairs.entries()) {
    const isChange = isChanging(pairs, at, isBlank)
    const last = runs.at(-1)
    if (last?.isChange === isChange) last.pairs.push(pair)
    else runs.push({ isChange, pairs: [pair] })
  }
  return runs
}

/** Changed, or blank between two changes. */
function isChanging<Thing>(pairs: readonly Pair<Thing>[], at: number, isBlank: (thing: Thing) => boolean) {
  const [one, here, other] = [pairs[at - 1], pairs[at], pairs[at + 1]]
  if (!here || kindOf(here) !== 'same') return here !== undefined
  const thing = here.after
  if (thing === undefined || !isBlank(thing) || !one || !other) return false
  return kindOf(one) !== 'same' && kindOf(other) !== 'same'
}
