import {
  type Block,
  guardedLine,
  nextNumber,
  POINT,
  type RichText,
  type Run,
  tidyRich,
  unguarded,
  writeRich,
} from './rich.ts'

/**
 * A long text as runs in one piece, for places that know words and their looks and no lists: points and paragraphs
 * are lines, with the signs that the stored form has at the beginning of a line.
 */
export const runsOfRich = (rich: RichText): Run[] =>
  tidyRich(rich).flatMap((block, at, all) => [
    ...(at > 0 ? [{ text: '\n\n' }] : []),
    ...runsOfBlock(block, nextNumber(all[at - 1])),
  ])

function runsOfBlock(block: Block, next: string | null): Run[] {
  if (block.kind === 'paragraph') return guarded(block.runs, next, next)
  return block.items.flatMap((item, at) => {
    const sign = block.kind === 'bullets' ? '- ' : `${at + 1}. `
    const follows = block.kind === 'numbers' ? String(at + 2) : null
    const lines = linesOf(item).map((line, place) => (place === 0 ? line : guardedRuns(line, follows)))
    return [{ text: at > 0 ? `\n${sign}` : sign }, ...joined(lines, '\n  ')]
  })
}

const guarded = (runs: readonly Run[], first: string | null, others: string | null) =>
  joined(
    linesOf(runs).map((line, at) => guardedRuns(line, at === 0 ? first : others)),
    '\n',
  )

function guardedRuns(line: readonly Run[], next: string | null): Run[] {
  const [first, ...rest] = line
  if (!first || !isBare(first)) return [...line]
  const head = headOf(line)
  const safe = guardedLine(head, next)
  return [{ text: first.text.length === head.length ? safe : safe.slice(0, -1) }, ...rest]
}

/** How a line begins, as far as it looks like nothing; 'x' stands for words behind it that do. */
const headOf = ([first, ...rest]: readonly Run[]) =>
  !first || !isBare(first) ? '' : rest.length > 0 ? `${first.text}x` : first.text

const isBare = ({ bold, italic, href }: Run) => !bold && !italic && href === undefined

function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]]
  for (const { text, ...look } of runs) {
    for (const [at, part] of text.split('\n').entries()) {
      if (at > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push({ text: part, ...look })
    }
  }
  return lines
}

const joined = (lines: readonly (readonly Run[])[], between: string): Run[] =>
  lines.flatMap((line, at) => (at > 0 ? [{ text: between }, ...line] : [...line]))

type Draft = { readonly kind: Block['kind']; readonly items: Run[][] }

/** Reads such runs back; of a text from elsewhere, lines that begin as a point does are points. */
export function richOfRuns(runs: readonly Run[]): RichText {
  const drafts: Draft[] = []
  let isFresh = true
  for (const raw of linesOf(runs)) {
    const line = withoutIndent(raw)
    const isBlank = line.every(({ text }) => text.trim() === '')
    if (!isBlank) readLine(drafts, line, isFresh, /^\s/.test(raw[0]?.text ?? ''))
    isFresh = isBlank
  }
  return tidyRich(
    drafts.map(({ kind, items }) =>
      kind === 'paragraph' ? { kind, runs: items[0] ?? [] } : { kind, items },
    ),
  )
}

function withoutIndent(line: readonly Run[]): Run[] {
  const from = line.findIndex(({ text }) => text.trim() !== '')
  return line
    .slice(from === -1 ? line.length : from)
    .map((run, at) => (at === 0 ? { ...run, text: run.text.trimStart() } : run))
}

function readLine(drafts: Draft[], line: readonly Run[], isFresh: boolean, isIndented: boolean) {
  const last = drafts.at(-1)
  const point = POINT.exec(headOf(line))
  const number = point?.[1]
  const kind = number === undefined ? 'bullets' : 'numbers'
  const words = point ? cut(line, point[0].length) : line
  if (point && last?.kind === kind && (number === undefined || Number(number) === last.items.length + 1))
    last.items.push([...words])
  else if (point && (number ?? '1') === '1') drafts.push({ kind, items: [[...words]] })
  else if (last && !isFresh && (last.kind === 'paragraph' || isIndented))
    last.items.at(-1)?.push({ text: '\n' }, ...unguardedRuns(line))
  else drafts.push({ kind: 'paragraph', items: [unguardedRuns(line)] })
}

const cut = ([first, ...rest]: readonly Run[], length: number): readonly Run[] =>
  first ? [{ ...first, text: first.text.slice(length) }, ...rest] : rest

function unguardedRuns(line: readonly Run[]): Run[] {
  const [first, ...rest] = line
  if (!first || !isBare(first)) return [...line]
  const head = headOf(line)
  const bare = unguarded(head)
  return [{ text: first.text.length === head.length ? bare : bare.slice(0, -1) }, ...rest]
}

/** A plain text from elsewhere in the stored form: its points are points, every other sign means itself. */
export const asTyped = (text: string): string => writeRich(richOfRuns([{ text }]))
