import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { type Block, parseRich, type RichText } from '../app/kernel/rich.ts'
import type { Run } from '../app/kernel/rich-run.ts'

/** Where in the editor somebody stands who stood behind these signs in the text area. */
export function caretIn({ state, schema }: Editor, before: string): number {
  const rich = parseRich(before)
  if (rich.length === 0) return Selection.atStart(state.doc).head
  const lead = schema.nodeFromJSON({ type: 'doc', content: contentOf(rich) })
  return Math.min(Selection.atEnd(lead).head, Selection.atEnd(state.doc).head)
}

/** A blank or a line end at the end of what was typed has no place in the stored form: it is typed again. */
export function typeOn(editor: Editor, typed: string) {
  const end = /\s*$/.exec(typed)?.[0] ?? ''
  if (/\n/.test(end)) editor.commands.splitBlock()
  else if (end) editor.view.dispatch(editor.state.tr.insertText(end))
}

/** Only how much room things take in the editor: looks take none. */
const contentOf = (rich: RichText): object[] => rich.map(nodeOf)

function nodeOf(block: Block): object {
  if (block.kind === 'paragraph') return paragraphOf(block.runs)
  const items = block.items.map((runs) => ({ type: 'listItem', content: [paragraphOf(runs)] }))
  return { type: block.kind === 'bullets' ? 'bulletList' : 'orderedList', content: items }
}

const paragraphOf = (runs: readonly Run[]) => ({ type: 'paragraph', content: runs.flatMap(linesOf) })

const linesOf = ({ text }: Run) =>
  text
    .split('\n')
    .flatMap((line, place) => [
      ...(place > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line ? [{ type: 'text', text: line }] : []),
    ])
