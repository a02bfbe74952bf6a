/** Of two long texts the part in which they differ: without the lines that both begin and end with. */
export function changedPart(before: string, after: string): { before: string; after: string } {
  const [one, other] = [before.split('\n'), after.split('\n')]
  const shortest = Math.min(one.length, other.length)
  let head = 0
  while (head < shortest && one[head] === other[head]) head += 1
  let tail = 0
  while (tail < shortest - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1
  const between = (lines: string[]) => lines.slice(head, lines.length - tail).join('\n')
  return { before: between(one), after: between(other) }
}
