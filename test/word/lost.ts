import type { WordReading } from '../../app/form/word-in.ts'
import type { Block, WordDocument } from '../../app/paper/word-document.ts'

const wordsOf = (text: string) => text.replace(/[\u00ad\u200b]/g, '').match(/[\p{L}\p{N}]+/gu) ?? []

function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return block.runs.map((run) => run.text).join('')
      if (block.kind === 'box') return textOf(block.blocks)
      return block.rows.flatMap((row) => row.cells.map((cell) => textOf(cell.blocks))).join('\n')
    })
    .join('\n')
}

/** Words of the file that are in no field, label, heading or leftover: there may be none. */
export function lostWords(document: WordDocument, reading: WordReading): string[] {
  const found = new Map<string, number>()
  const sinks = [
    ...reading.pieces.flatMap((piece) => [piece.label ?? '', piece.text]),
    ...reading.headings.map((heading) => heading.text),
    ...reading.leftovers.map((leftover) => leftover.text),
  ]
  for (const word of sinks.flatMap(wordsOf)) found.set(word, (found.get(word) ?? 0) + 1)
  return wordsOf([textOf(document.blocks), ...document.margins].join('\n')).filter((word) => {
    const left = found.get(word) ?? 0
    found.set(word, left - 1)
    return left <= 0
  })
}
