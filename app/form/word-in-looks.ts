import { type Block, type RichText, type Run, tidyRich, wordsOf, writeRich } from '../kernel/rich.ts'
import { asTyped, richOfRuns } from '../kernel/rich-lines.ts'
import { areMarked, type Filling, fullLines, lineText } from './word-in-draft.ts'
import { hasBullet, hasDash, type Line, slice } from './word-in-lines.ts'

/** A line of a field with its looks; a point of a list, or text. */
type Said = { runs: Run[]; point: 'bullets' | 'numbers' | null; soft: boolean }

/**
 * The written form of a field's text, as it looked in the file; null when it is nothing but text. Recognition stands
 * apart from it: words and their order are those of `plain`, or it is left at that.
 */
export function lookedText(fillings: readonly Filling[], plain: string): string | null {
  const said = withoutLoneLooks(fillings.flatMap(linesOf))
  const isList = said.filter(({ point }) => point !== null).length > 1
  const rich = tidyRich(blocksOf(isList ? said : said.map((line) => ({ ...line, point: null }))))
  if (lettersOf(allWords(rich)) !== lettersOf(plain)) return null
  const written = writeRich(rich)
  return written === asTyped(plain) ? null : written
}

const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '')

const allWords = (rich: RichText) =>
  rich
    .map((block) => (block.kind === 'paragraph' ? wordsOf(block.runs) : block.items.map(wordsOf).join(' ')))
    .join(' ')

/** The sign before a line on which a label stood belongs to the label. */
function linesOf({ lines, inline }: Filling): Said[] {
  const full = fullLines(lines)
  const marked = areMarked(full)
  return full.map((line, at): Said => {
    const text = lineText(line, marked)
    const from = line.text.length - text.length
    const isPoint = !(inline && at === 0) && !line.soft && (line.list !== null || isMarked(line, from))
    const point = isPoint ? (line.list?.ordered ? 'numbers' : 'bullets') : null
    return { runs: runsOf(slice(line, from)), point, soft: line.soft }
  })
}

const isMarked = (line: Line, from: number) => from > 0 && (hasBullet(line.text) || hasDash(line.text))

function runsOf({ text, looks = [] }: Line): Run[] {
  const runs: Run[] = []
  let at = 0
  for (const [from, to, look] of looks) {
    if (from > at) runs.push({ text: text.slice(at, from) })
    runs.push({ ...look, text: text.slice(from, to) })
    at = to
  }
  return [...runs, { text: text.slice(at) }]
    .map((run) => ({ ...run, text: run.text.replace(/\t+/g, ' ') }))
    .filter(({ text }) => text !== '')
}

/** A field that is bold or italic from beginning to end looks so for the form, not for a word in it. */
function withoutLoneLooks(said: readonly Said[]): Said[] {
  const words = said.flatMap(({ runs }) => runs).filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  const allBold = words.every(({ bold }) => bold)
  const allItalic = words.every(({ italic }) => italic)
  const bare = ({ bold, italic, ...rest }: Run): Run => ({
    ...rest,
    ...(bold && !allBold && { bold }),
    ...(italic && !allItalic && { italic }),
  })
  return said.map((line) => ({ ...line, runs: line.runs.map(bare) }))
}

type Draft = { kind: Block['kind']; items: Run[][] }

function blocksOf(said: readonly Said[]): Block[] {
  const drafts: Draft[] = []
  for (const { runs, point, soft } of said) {
    const last = drafts.at(-1)
    const kind = point ?? 'paragraph'
    if (last && (soft || (kind === 'paragraph' && last.kind === 'paragraph')))
      last.items.at(-1)?.push({ text: '\n' }, ...runs)
    else if (last && last.kind === kind) last.items.push(runs)
    else drafts.push({ kind, items: [runs] })
  }
  return drafts.flatMap(({ kind, items }): readonly Block[] =>
    kind === 'paragraph' ? richOfRuns(items[0] ?? []) : [{ kind, items }],
  )
}
