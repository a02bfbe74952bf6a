import type { Kind } from './word-diff.ts'
import type { RichChange, Start } from './word-diff-rich.ts'

/** A paragraph or a point of a text with its changes, as one reads them. */
export type DiffLine = {
  readonly start: Start
  /** 'gone' for a line of the old text only */
  readonly is: Kind
  /** what became of the line itself, where its words stayed */
  readonly note: 'paragraph' | 'bullet' | 'number' | 'apart' | null
  readonly parts: (Exclude<RichChange, { kind: 'start' }> | { readonly kind: 'together' })[]
}

/** The changes by line. Of a line that was joined to the one before it, that is said in its place. */
export function linesOf(changes: readonly RichChange[]): DiffLine[] {
  const lines: DiffLine[] = []
  for (const [at, change] of changes.entries()) {
    if (change.kind !== 'start') lines.at(-1)?.parts.push(change)
    else if (change.is !== 'gone' || isWholeLine(changes, at))
      lines.push({ start: change.start, is: change.is, note: null, parts: [] })
    else lines.at(-1)?.parts.push({ kind: 'together' })
  }
  return lines.map(noted).filter(({ parts }) => parts.length > 0)
}

/** Whether nothing of the line stayed: what follows, up to the next line, is gone as well. */
function isWholeLine(changes: readonly RichChange[], at: number) {
  let next = at + 1
  while (changes[next]?.kind === 'gone') next += 1
  return next >= changes.length || changes[next]?.kind === 'start'
}

/** A new line with words that stood there already: once something else, or once part of the line before. */
function noted(line: DiffLine, at: number, lines: readonly DiffLine[]): DiffLine {
  const before = lines[at - 1]
  if (line.is !== 'added' || !line.parts.some(({ kind }) => kind === 'same' || kind === 'look')) return line
  if (before?.is !== 'gone' || before.parts.length > 0) return { ...line, note: 'apart' }
  const kind = kindOf(line.start)
  return { ...line, note: kind === kindOf(before.start) ? null : kind }
}

const kindOf = (start: Start) => (start === 'first-number' ? 'number' : start)
