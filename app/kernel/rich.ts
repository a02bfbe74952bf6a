import { looksAlike, type Run, tidyRuns } from './rich-run.ts'
import { runsIn } from './rich-signs.ts'
import { signsFor } from './rich-words.ts'

/**
 * A long text as people write it here: paragraphs, lists, bold, italic and links, nothing more. It is stored as plain
 * text in one fixed form, which people without script type themselves:
 *
 *     A blank line begins a new paragraph, a line end is a line break.
 *
 *     - a line with a dash is a point of a list
 *     1. a line with a number is a point of a numbered list
 *
 *     **bold**, *italic*, [words of a link](https://example.org)
 *
 * A backslash takes the meaning away from the sign behind it.
 */
export type RichText = readonly Block[]
export type Block =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'bullets' | 'numbers'; readonly items: readonly (readonly Run[])[] }
export type { Run } from './rich-run.ts'

/** How a point begins: '- ', '* ' or '• ' and words, '1. ' and words. A dash alone is a dash. */
export const POINT = /^(?:[-*•]|([1-9]\d{0,8})\.)\s+(?=\S)/
const GUARDED_POINT = /^([1-9]\d{0,8}(?=\\+\.\s)|(?=\\+[-*•]\s))(\\+)/
const LINE_END = /\r\n?|[\n\v\f\u2028\u2029]/
/** Signs with a meaning anywhere, and lines that begin as a point does. */
const MEANING = /[*[\]\\]|(?:^|[\v\f])[^\S\r\n\v\f\u2028\u2029]*(?:[-•]|\d+\.)\s/m

type Draft = { readonly kind: Block['kind']; readonly items: string[] }

/** What a stored or typed text says. Every string is some text: nothing throws, and the time is linear. */
export function parseRich(text: string): RichText {
  const drafts: Draft[] = []
  let isFresh = true
  for (const raw of text.split(LINE_END)) {
    const line = raw.trim()
    if (line !== '') readLine(drafts, line, isFresh, /^\s/.test(raw))
    isFresh = line === ''
  }
  return drafts.flatMap(({ kind, items }): readonly Block[] =>
    kind === 'paragraph'
      ? paragraphsOf(runsIn(items.join('\n'))).map((runs) => ({ kind, runs }))
      : [{ kind, items: items.map((item) => runsIn(item).map(withoutEmptyLine)) }],
  )
}

function readLine(drafts: Draft[], line: string, isFresh: boolean, isIndented: boolean) {
  const last = drafts.at(-1)
  const point = POINT.exec(line)
  const kind = point?.[1] === undefined ? 'bullets' : 'numbers'
  if (point && last?.kind === kind && isNext(point[1], last)) last.items.push(line.slice(point[0].length))
  else if (point && (point[1] ?? '1') === '1') drafts.push({ kind, items: [line.slice(point[0].length)] })
  else if (isFresh || !last) drafts.push({ kind: 'paragraph', items: [unguarded(line)] })
  else if (last.kind === 'paragraph') last.items.push(unguarded(line))
  else if (isIndented) last.items.push(`${last.items.pop() ?? ''}\n${unguarded(line)}`)
  else drafts.push({ kind: 'paragraph', items: [unguarded(line)] })
}

const isNext = (number: string | undefined, list: Draft) =>
  number === undefined || Number(number) === list.items.length + 1

/** A line without the backslash that took the meaning of a point from it. */
export const unguarded = (line: string): string =>
  line.replace(GUARDED_POINT, (_, number: string, guard: string) => number + '\\'.repeat(guard.length >> 1))

/**
 * The written form: the same for every way of typing the same text, and read back as it was. Empty paragraphs and
 * points are left out, and what `tidyRich` does is done.
 */
export function writeRich(rich: RichText): string {
  const blocks = tidyRich(rich)
  return blocks.map((block, at) => writtenBlock(block, nextNumber(blocks[at - 1]))).join('\n\n')
}

/** The number with which a line behind this block would be its next point. */
export const nextNumber = (block: Block | undefined): string | null =>
  block?.kind === 'numbers' ? String(block.items.length + 1) : null

function writtenBlock(block: Block, next: string | null) {
  if (block.kind === 'paragraph') return guarded(signsFor(block.runs), next)
  return block.items.map((item, at) => writtenPoint(signsFor(item), block.kind, at + 1)).join('\n')
}

function writtenPoint(words: string, kind: 'bullets' | 'numbers', number: number) {
  const [first = '', ...rest] = words.split('\n')
  const lines = rest.map((line) => `\n  ${guardedLine(line, kind === 'numbers' ? String(number + 1) : null)}`)
  return `${kind === 'bullets' ? '-' : `${number}.`} ${first}${lines.join('')}`
}

/** Only the first line of a paragraph stands directly behind a list. */
const guarded = (words: string, next: string | null) =>
  words
    .split('\n')
    .map((line, at) => guardedLine(line, at === 0 ? next : null))
    .join('\n')

/**
 * A line that would be read as a point, with a backslash before the sign; one that has such a backslash, with two.
 * `next` is the number that would go on a list above it.
 */
export function guardedLine(line: string, next: string | null): string {
  const doubled = line.replace(GUARDED_POINT, '$1$2$2')
  if (doubled !== line) return doubled
  const point = POINT.exec(line)
  const number = point?.[1]
  if (!point || (number !== undefined && number !== '1' && number !== next)) return line
  return number === undefined ? `\\${line}` : `${number}\\${line.slice(number.length)}`
}

type TidyBlock =
  | { readonly kind: 'paragraph'; readonly runs: Run[] }
  | { readonly kind: 'bullets' | 'numbers'; readonly items: Run[][] }

/** A rich text in its one form: runs tidy, nothing empty, an empty line a new paragraph, bullets in a row one list. */
export function tidyRich(rich: RichText): RichText {
  const tidy: TidyBlock[] = []
  for (const block of rich.flatMap(tidyBlock)) {
    const last = tidy.at(-1)
    if (block.kind === 'bullets' && last?.kind === 'bullets') last.items.push(...block.items)
    else tidy.push(block)
  }
  return tidy
}

function tidyBlock(block: Block): TidyBlock[] {
  if (block.kind === 'paragraph') {
    return paragraphsOf(tidyRuns(block.runs)).map((runs) => ({ kind: 'paragraph', runs }))
  }
  const items = block.items
    .map((item) => tidyRuns(item).map(withoutEmptyLine))
    .filter(({ length }) => length > 0)
  return items.length > 0 ? [{ kind: block.kind, items }] : []
}

const withoutEmptyLine = (run: Run): Run =>
  run.text.includes('\n\n') ? { ...run, text: run.text.replaceAll('\n\n', '\n') } : run

/** A line of nothing but signs leaves an empty line behind. */
function paragraphsOf(runs: Run[]): Run[][] {
  if (!runs.some(({ text }) => text.includes('\n\n'))) return runs.length > 0 ? [runs] : []
  const paragraphs: Run[][] = [[]]
  for (const { text, ...look } of runs) {
    for (const [at, part] of text.split('\n\n').entries()) {
      if (at > 0) paragraphs.push([])
      if (part !== '') paragraphs.at(-1)?.push({ text: part, ...look })
    }
  }
  return paragraphs.map(tidyRuns).filter(({ length }) => length > 0)
}

/** The words without signs: points keep their dash or number, links only their words. For search, mail, first lines. */
export function plainOf(text: string): string {
  return MEANING.test(text) ? plainOfRich(parseRich(text)) : text.trim()
}

/** The words of a rich text; between paragraphs an empty line. */
export const plainOfRich = (rich: RichText): string => rich.map(plainBlock).join('\n\n')

function plainBlock(block: Block) {
  if (block.kind === 'paragraph') return wordsOf(block.runs)
  const sign = block.kind === 'bullets' ? () => '-' : (at: number) => `${at + 1}.`
  return block.items.map((item, at) => `${sign(at)} ${wordsOf(item)}`).join('\n')
}

/** The words of runs, without looks. */
export const wordsOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

/** Whether a text is paragraphs and line breaks only: no list, no look, no link. Quick for most texts. */
export function isPlain(text: string): boolean {
  return (
    !MEANING.test(text) ||
    parseRich(text).every(
      (block) => block.kind === 'paragraph' && block.runs.every((run) => looksAlike(run, {})),
    )
  )
}
