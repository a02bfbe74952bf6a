/**
 * What somebody typed in a text (`before` became `mine`) put into what it has become meanwhile (`now`); null when both
 * changed the same place.
 */
export function typedInto(before: string, mine: string, now: string): string | null {
  if (now === before || now === mine) return mine
  const typed = change(before, mine)
  const other = change(before, now)
  if (typed.end <= other.start && !(typed.start === typed.end && typed.end === other.start))
    return now.slice(0, typed.start) + typed.words + now.slice(typed.end)
  if (typed.start >= other.end) {
    const moved = now.length - before.length
    return now.slice(0, typed.start + moved) + typed.words + now.slice(typed.end + moved)
  }
  return null
}

/** The one piece, from `start` to `end`, that has become other words. */
function change(before: string, after: string) {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let same = 0
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++
  return { start, end: before.length - same, words: after.slice(start, after.length - same) }
}
