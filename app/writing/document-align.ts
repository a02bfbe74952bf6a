import { diffArrays } from 'diff'

/** What becomes of pieces: `from` is a place in what is there, `to` one in what is wanted; both: it stays or changes. */
export type Step = { readonly from: number | null; readonly to: number | null; readonly same: boolean }

// Beyond this many comparisons pieces are simply taken in their order.
const MOST_PAIRS = 10_000
// Looking for more differences than this takes a server seconds.
const MOST_EDITS = 400

/**
 * How to get from one row of pieces to another with the least loss: equal ones stay, others become the one most like
 * them. Null when they have little in common: then the whole is made anew.
 */
export function alignment(now: readonly string[], wanted: readonly string[]): Step[] | null {
  const parts = diffArrays([...now], [...wanted], { maxEditLength: MOST_EDITS })
  if (!parts) return null
  const steps: Step[] = []
  let from = 0
  let to = 0
  let gone = 0
  let fresh = 0
  const close = () => {
    const old = now.slice(from - gone, from)
    const made = wanted.slice(to - fresh, to)
    for (const step of pairs(old, made)) steps.push(moved(step, from - gone, to - fresh))
    gone = 0
    fresh = 0
  }
  for (const part of parts) {
    const { length } = part.value
    if (part.removed) gone += length
    if (part.added) fresh += length
    if (part.removed) from += length
    if (part.added) to += length
    if (part.removed || part.added) continue
    close()
    for (let one = 0; one < length; one++) steps.push({ from: from++, to: to++, same: true })
  }
  close()
  return steps
}

const moved = ({ from, to, same }: Step, by: number, wantedBy: number): Step => ({
  from: from === null ? null : from + by,
  to: to === null ? null : to + wantedBy,
  same,
})

/** Pairs what goes with what comes, so that as much as possible of the words stays; the rest goes or comes. */
function pairs(old: readonly string[], made: readonly string[]): Step[] {
  if (old.length * made.length > MOST_PAIRS) return inOrder(old, made)
  const best = bestSums(old, made)
  const steps: Step[] = []
  let from = 0
  let to = 0
  while (from < old.length || to < made.length) {
    const sum = best[from]?.[to] ?? 0
    const both = from < old.length && to < made.length
    if (both && sum === (best[from + 1]?.[to + 1] ?? 0) + likeness(old[from] ?? '', made[to] ?? ''))
      steps.push({ from: from++, to: to++, same: false })
    else if (from < old.length && sum === (best[from + 1]?.[to] ?? 0))
      steps.push({ from: from++, to: null, same: false })
    else steps.push({ from: null, to: to++, same: false })
  }
  return steps
}

/** For every rest of both rows: how much can be kept at most. */
function bestSums(old: readonly string[], made: readonly string[]): number[][] {
  const best = Array.from({ length: old.length + 1 }, () => Array.from({ length: made.length + 1 }, () => 0))
  for (let from = old.length - 1; from >= 0; from--) {
    for (let to = made.length - 1; to >= 0; to--) {
      const pair = (best[from + 1]?.[to + 1] ?? 0) + likeness(old[from] ?? '', made[to] ?? '')
      const row = best[from]
      if (row) row[to] = Math.max(pair, best[from + 1]?.[to] ?? 0, row[to + 1] ?? 0)
    }
  }
  return best
}

const inOrder = (old: readonly string[], made: readonly string[]): Step[] =>
  Array.from({ length: Math.max(old.length, made.length) }, (_, place) => ({
    from: place < old.length ? place : null,
    to: place < made.length ? place : null,
    same: false,
  }))

/** Between just above 0 and 1: which part of the longer one both have at their beginning and end. */
export function likeness(one: string, other: string) {
  const { start, end } = edges(one, other)
  return 0.001 + (start + end) / Math.max(1, one.length, other.length)
}

/** How many characters two texts share at their beginning and, of the rest, at their end; never half a character. */
export function edges(one: string, other: string) {
  const most = Math.min(one.length, other.length)
  let start = 0
  while (start < most && one[start] === other[start]) start++
  if (start > 0 && isHigh(one.charCodeAt(start - 1))) start--
  let end = 0
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end++
  if (end > 0 && isLow(one.charCodeAt(one.length - end))) end--
  return { start, end }
}

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000
