import type { Block } from '../paper/word-document.ts'
import type { Counter, Item } from './word-in-items.ts'
import { paragraphLines } from './word-in-lines.ts'
import { tableItems } from './word-in-tables.ts'

/** All items of the file. Text boxes stand after the paragraph that they hang on. */
export function itemsOf(blocks: readonly Block[]): Item[] {
  let block = 0
  return blockItems(blocks, () => (block += 1), false)
}

function blockItems(blocks: readonly Block[], count: Counter, boxed: boolean): Item[] {
  return blocks.flatMap((block): Item[] => {
    if (block.kind === 'paragraph') {
      return paragraphLines(block, count()).map((line) => ({ kind: 'line', line, boxed }))
    }
    if (block.kind === 'table') return tableItems(block, count, (inside) => blockItems(inside, count, false))
    return blockItems(block.blocks, count, true)
  })
}
