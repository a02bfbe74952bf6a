import { type Block, parseRich, type RichText, type Run, tidyRich, wordsOf } from '../kernel/rich.ts'
import { looksAlike } from '../kernel/rich-run.ts'
import { grouped, type Kind, kindOf, type Pair, paired, wordsIn } from './word-diff.ts'

/** Where a paragraph or a point begins; the first number begins a list of its own. */
export type Start = 'paragraph' | 'bullet' | 'number' | 'first-number'

/** What changed between two long texts: words, only the look of words, or where a paragraph or a point begins. */
export type RichChange =
  | { readonly kind: Kind; readonly runs: readonly Run[] }
  | { readonly kind: 'look'; readonly before: readonly Run[]; readonly after: readonly Run[] }
  | { readonly kind: 'start'; readonly is: Kind; readonly start: Start }

/** A word with the looks of its parts, or a start. */
type Token = { readonly word: string; readonly runs: readonly Run[] } | { readonly start: Start }

/** The changes between two stored texts; `sideOf` gives both texts back. */
export function richChanges(before: string, after: string): RichChange[] {
  const pairs = paired(tokensOf(parseRich(before)), tokensOf(parseRich(after)), keyOf)
  const changes = grouped(wholeLines(pairs), isBlank).flatMap(({ pairs }) => pairs.map(changeOf))
  return joined(changes)
}

/**
 * Of a line that goes or comes between two others it can be said in two ways where it begins: with its own start, or
 * behind the start of the line before. People read it in the first way.
 */
function wholeLines(pairs: readonly Pair<Token>[]): Pair<Token>[] {
  const out = [...pairs]
  for (let from = 1; from < out.length; from += 1) {
    const side = sideOnly(out[from])
    const start = out[from - 1]
    if (!side || !start?.before || !start.after || !('start' in start.after)) continue
    let to = from
    while (to + 1 < out.length && sideOnly(out[to + 1]) === side) to += 1
    const last = out[to]?.[side]
    if (last && 'start' in last && last.start === start.after.start) {
      out.splice(from - 1, to - from + 2, { [side]: start[side] }, ...out.slice(from, to), {
        ...start,
        [side]: last,
      })
    }
    from = to
  }
  return out
}

const sideOnly = (pair: Pair<Token> | undefined) =>
  pair === undefined || (pair.before && pair.after) ? null : pair.before ? 'before' : 'after'

const keyOf = (token: Token) => ('start' in token ? `:${token.start}` : `'${token.word}`)
const isBlank = (token: Token) => 'word' in token && token.word.trim() === ''

function tokensOf(rich: RichText): Token[] {
  return rich.flatMap((block): Token[] =>
    block.kind === 'paragraph'
      ? [{ start: 'paragraph' }, ...wordTokens(block.runs)]
      : block.items.flatMap((item, at): Token[] => [{ start: startOf(block, at) }, ...wordTokens(item)]),
  )
}

const startOf = ({ kind }: Block, at: number): Start =>
  kind === 'bullets' ? 'bullet' : at === 0 ? 'first-number' : 'number'

/** The words of runs; a word whose parts look different is one word all the same. */
function wordTokens(runs: readonly Run[]): Token[] {
  let at = 0
  let from = 0
  return wordsIn(wordsOf(runs)).map((word) => {
    const parts: Run[] = []
    for (let left = word.length; left > 0; ) {
      const { text, ...look } = runs[at] ?? { text: '' }
      const part = text.slice(from, from + left)
      if (part !== '') parts.push({ ...look, text: part })
      left -= part.length
      from += part.length
      if (from < text.length) continue
      at += 1
      from = 0
      if (at > runs.length) break
    }
    return { word, runs: parts }
  })
}

function changeOf(pair: { readonly before?: Token; readonly after?: Token }): RichChange {
  const { before, after } = pair
  const one = after ?? before
  if (!one) return { kind: 'same', runs: [] }
  if ('start' in one) return { kind: 'start', is: kindOf(pair), start: one.start }
  if (!before || !after || !('runs' in before) || sameRuns(before.runs, one.runs))
    return { kind: kindOf(pair), runs: one.runs }
  return { kind: 'look', before: before.runs, after: one.runs }
}

const sameRuns = (one: readonly Run[], other: readonly Run[]) =>
  one.length === other.length &&
  one.every((run, at) => run.text === other[at]?.text && looksAlike(run, other[at]))

type Growing =
  | { readonly kind: Kind; readonly runs: Run[] }
  | { readonly kind: 'look'; readonly before: Run[]; readonly after: Run[] }
  | Extract<RichChange, { kind: 'start' }>

/** Neighbours of one kind as one change; words change their look together as far as they change it alike. */
function joined(changes: readonly RichChange[]): RichChange[] {
  const out: Growing[] = []
  for (const change of changes) {
    const last = out.at(-1)
    if (!last || !growsBy(last, change)) out.push(growing(change))
  }
  return out
}

function growing(change: RichChange): Growing {
  if (change.kind === 'start') return change
  return 'runs' in change
    ? { kind: change.kind, runs: [...change.runs] }
    : { kind: 'look', before: [...change.before], after: [...change.after] }
}

/** Puts a change at the end of the one before it, when they are one; a long text is thousands of them. */
function growsBy(one: Growing, other: RichChange): boolean {
  if ('before' in one && 'before' in other) {
    const isAlike =
      looksAlike(one.before.at(-1) ?? {}, other.before[0] ?? {}) &&
      looksAlike(one.after.at(-1) ?? {}, other.after[0] ?? {})
    if (isAlike) putBehind(one.before, other.before)
    if (isAlike) putBehind(one.after, other.after)
    return isAlike
  }
  if (!('runs' in one) || !('runs' in other) || one.kind !== other.kind) return false
  putBehind(one.runs, other.runs)
  return true
}

function putBehind(runs: Run[], more: readonly Run[]) {
  for (const run of more) {
    const last = runs.at(-1)
    if (last && looksAlike(last, run)) runs[runs.length - 1] = { ...last, text: last.text + run.text }
    else runs.push(run)
  }
}

/** The text before or after these changes. */
export function sideOf(changes: readonly RichChange[], side: 'before' | 'after'): RichText {
  const without = side === 'before' ? 'added' : 'gone'
  const blocks: { kind: Block['kind']; items: Run[][] }[] = []
  for (const change of changes) {
    if (change.kind === 'start' && change.is !== without) begin(blocks, change.start)
    else if (change.kind === 'look')
      blocks
        .at(-1)
        ?.items.at(-1)
        ?.push(...change[side])
    else if (change.kind !== 'start' && change.kind !== without)
      blocks
        .at(-1)
        ?.items.at(-1)
        ?.push(...change.runs)
  }
  return tidyRich(
    blocks.map(({ kind, items }) =>
      kind === 'paragraph' ? { kind, runs: items[0] ?? [] } : { kind, items },
    ),
  )
}

function begin(blocks: { kind: Block['kind']; items: Run[][] }[], start: Start) {
  const kind = start === 'paragraph' ? 'paragraph' : start === 'bullet' ? 'bullets' : 'numbers'
  const last = blocks.at(-1)
  const goesOn = start === 'number' || (start === 'bullet' && last?.kind === 'bullets')
  if (goesOn && last) last.items.push([])
  else blocks.push({ kind, items: [[]] })
}
