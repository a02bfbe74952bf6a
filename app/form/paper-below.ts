import { capital } from '../kernel/sentence.ts'
import { type Block, labelRun, noteRun, type Paper, type Run } from '../paper/paper.ts'
import type { PaperText } from './paper-text.ts'

/**
 * The same document with what stands beside the fields (what an entry hangs on, moments, domains) in a line of its
 * own under each entry. So a field has nothing but its text around it in Word: good for who edits it, and for who
 * reads the file back when its marks are gone.
 */
export const besidesBelow = (paper: Paper, text: PaperText): Paper => ({
  ...paper,
  sheets: paper.sheets.map((sheet) => ({
    ...sheet,
    blocks: sheet.blocks.map((block) =>
      block.kind === 'box'
        ? { ...block, blocks: entriesOf(block.blocks).flatMap((entry) => below(entry, text)) }
        : block,
    ),
  })),
})

/** Each heading with what follows it. */
function entriesOf(blocks: readonly Block[]): Block[][] {
  const entries: Block[][] = []
  for (const block of blocks) {
    if (block.kind === 'heading' || entries.length === 0) entries.push([])
    entries.at(-1)?.push(block)
  }
  return entries
}

function below(entry: readonly Block[], text: PaperText): Block[] {
  const fields = entry.filter((block) => hasField(block))
  if (fields.length === 0) return [...entry]
  const others = entry.filter((block) => !hasField(block) && !isAside(block))
  const threads = fields.flatMap((block) => runsOf(block)).filter(isThread)
  const asides = entry.flatMap((block) =>
    isAside(block) || block.kind === 'paragraph' || block.kind === 'said' ? asidesOf(block) : [],
  )
  const said = [
    line(
      text.hangsOn,
      threads.map((run) => goalOf(run, text)),
    ),
    line(text.alongside, asides.map(wordsOf)),
  ].flat()
  const entered = fields.some((block) => (block.kind === 'paragraph' || block.kind === 'said') && block.entry)
    ? { entry: true as const }
    : {}
  const added: Block[] = said.length === 0 ? [] : [{ kind: 'paragraph', ...entered, runs: said }]
  return [...fields.map(onlyFields), ...added, ...others]
}

const runsOf = (block: Block): readonly Run[] => ('runs' in block ? block.runs : [])
const hasField = (block: Block) =>
  block.kind === 'said' ? block.mark !== undefined : runsOf(block).some((run) => 'mark' in run)
const isThread = (run: Run) => run.as === 'thread'
/** A paragraph that only says something beside the fields. */
const isAside = (block: Block) => block.kind === 'paragraph' && block.runs.every((run) => run.as === 'note')
const asidesOf = (block: Block) =>
  block.kind === 'said'
    ? hasField(block)
      ? block.tail
      : []
    : hasField(block) || isAside(block)
      ? runsOf(block).filter((run) => run.as === 'note')
      : []

/** A heading keeps its groups between brackets; a paragraph keeps labels and fields. */
function onlyFields(block: Block): Block {
  if (block.kind === 'heading') return { ...block, runs: block.runs.filter((run) => !isThread(run)) }
  if (block.kind === 'said') return { ...block, tail: [] }
  if (block.kind !== 'paragraph') return block
  return { ...block, runs: block.runs.filter((run) => run.as !== 'note') }
}

/** ' (26 november 2026)' as '26 november 2026' */
const wordsOf = (run: Run) =>
  (run.text ?? '')
    .trim()
    .replace(/^\((.*)\)$/su, '$1')
    .replace(/\.$/, '')

/** 'bij: doel' says no more than the goal where the label says that it hangs on it. */
const goalOf = (run: Run, text: PaperText) => wordsOf(run).replace(text.parentGoal(''), '')

const line = (label: string, said: readonly string[]): Run[] =>
  said.length === 0 ? [] : [labelRun(`${label}: `), noteRun(`${capital(said.join('. '))}. `)]
