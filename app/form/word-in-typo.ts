/** How many typing errors a word of this length may hold; short words must be right. */
const forgiven = (length: number) => (length < 5 ? 0 : length < 9 ? 1 : length < 20 ? 2 : 3)

/** The letters of a word as bits: words with few errors differ in few letters. */
const letters = new Map<string, number>()

function lettersOf(word: string): number {
  const known = letters.get(word)
  if (known !== undefined) return known
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) % 31)
  if (letters.size < 5000) letters.set(word, bits)
  return bits
}

function bitsIn(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count += 1
  return count
}

/**
 * The one known word that a misspelled one must be. Null when none is near, or when two with another meaning are
 * just as near.
 */
export function nearest(
  word: string,
  words: readonly string[],
  meaning: (word: string) => string,
): string | null {
  const most = forgiven(word.length)
  if (most === 0 || word.length > 60) return null
  const bits = lettersOf(word)
  let best: string | null = null
  let least = most + 1
  let doubt = false
  for (const one of words) {
    if (Math.abs(one.length - word.length) > most || one.length < (word.length < 6 ? 6 : 5)) continue
    if (bitsIn(lettersOf(one) ^ bits) > 2 * most) continue
    const errors = typingErrors(word, one, Math.min(least, most))
    if (errors > least || errors > most) continue
    if (errors === least && best !== null) doubt ||= meaning(one) !== meaning(best)
    else [best, least, doubt] = [one, errors, false]
  }
  return doubt ? null : best
}

/** Letters added, lost, changed or swapped with a neighbour; counting stops above `most`. */
export function typingErrors(a: string, b: string, most: number): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let lowest = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next.push(cost)
      if (cost < lowest) lowest = cost
    }
    if (lowest > most) return most + 1
    before = row
    row = next
  }
  return row[b.length] ?? most + 1
}

/** Word for word alike: a typing error here and there, but no other word in the place of one. */
export function alikeWords(typed: string, known: string): boolean {
  const a = typed.split(' ')
  const b = known.split(' ')
  if (a.length !== b.length) return typingErrors(a.join(''), b.join(''), 2) <= 1
  return a.every((word, at) => {
    const other = b[at] ?? ''
    const most = other.length < 5 ? Number(isShuffled(word, other)) : other.length < 9 ? 1 : 2
    return typingErrors(word, other, most) <= most
  })
}

/** 'doro' for 'door': the same letters of a short word in another order. */
const isShuffled = (word: string, other: string) =>
  other.length === 4 && [...word].sort().join('') === [...other].sort().join('')
