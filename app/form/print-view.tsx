import type { Block, Paper, Sheet as PaperSheet, Run } from '../paper/paper.ts'
import { Sheet } from '../ui/sheet.tsx'
import type { Shell } from '../ui/shell.ts'
import { layOut } from './paper-layout.ts'
import { paperText } from './paper-text.ts'
import type { PlanPaper } from './plan-paper.ts'
import {
  PrintedFacts,
  PrintedFigures,
  PrintedItems,
  PrintedNames,
  PrintedPicture,
  PrintedRuns,
  PrintedSaid,
  PrintedSignatures,
  PrintedTable,
} from './print-pieces-view.tsx'

/** The plan on A4, as a page to print: the same document as Word and PDF. `back` is the address of the plan itself. */
export function PrintedPlan({ paper, shell, back }: { paper: PlanPaper; shell: Shell; back: string }) {
  const document = layOut(paper)
  const text = paperText(paper.language)
  return (
    <Sheet
      shell={shell}
      title={document.title}
      foot={document.foot}
      of={document.pageWords.of}
      back={{ href: back, label: text.backToPlan }}
    >
      <PlanSheets document={document} />
    </Sheet>
  )
}

/** The sheets themselves: the form in one frame, each later sheet on a page of its own. */
export const PlanSheets = ({ document }: { document: Paper }) => (
  <>
    {document.sheets.map((sheet, index) => (
      <div class={index === 0 ? 'vel' : 'vel blad'} lang={document.language}>
        {index === 0 && <p class="onder">{document.head}</p>}
        {sheet.boxed ? <Form sheet={sheet} /> : sheet.blocks.map((block) => <Loose block={block} />)}
      </div>
    ))}
  </>
)

type Box = Extract<Block, { kind: 'box' }>
type Entry = { number: number; blocks: Block[] }

function Form({ sheet }: { sheet: PaperSheet }) {
  const boxes = sheet.blocks.filter((block) => block.kind === 'box')
  const counts = boxes.map((box) => box.blocks.filter(isNumbered).length)
  return (
    <>
      {sheet.blocks.map((block) => (block.kind === 'box' ? null : <Loose block={block} />))}
      <div class="fig">
        {boxes.map((box, index) => (
          <Part box={box} counted={counts.slice(0, index).reduce((sum, count) => sum + count, 0)} />
        ))}
      </div>
    </>
  )
}

const isNumbered = (block: Block) => block.kind === 'heading' && block.numbered === true

/** A part of the form: its heading, what belongs to it, and its numbered entries as one list. */
function Part({ box, counted }: { box: Box; counted: number }) {
  const first = box.blocks.findIndex(isNumbered)
  const before = first < 0 ? box.blocks : box.blocks.slice(0, first)
  const entries = first < 0 ? [] : entriesOf(box.blocks.slice(first), counted)
  return (
    <section class={box.together ? undefined : 'lang'}>
      {before.map((block) => (
        <Boxed block={block} />
      ))}
      {entries.length > 0 && (
        <ol>
          {entries.map((entry) => (
            <Numbered entry={entry} />
          ))}
        </ol>
      )}
    </section>
  )
}

function entriesOf(blocks: readonly Block[], counted: number): Entry[] {
  const entries: Entry[] = []
  for (const block of blocks) {
    if (isNumbered(block)) entries.push({ number: counted + entries.length + 1, blocks: [] })
    entries.at(-1)?.blocks.push(block)
  }
  return entries
}

const Numbered = ({ entry }: { entry: Entry }) => (
  <li>
    <span>{entry.number}.</span>
    <div>
      {entry.blocks.map((block) => (
        <Boxed block={block} />
      ))}
    </div>
  </li>
)

/** A block inside the frame. */
function Boxed({ block }: { block: Block }) {
  if (block.kind !== 'heading') return <Loose block={block} />
  const Level = block.level === 2 ? 'h2' : 'h3'
  return (
    <Level>
      <PrintedRuns runs={block.runs} />
    </Level>
  )
}

/** A block outside the frame: a sheet's heading is the first on its page. */
function Loose({ block }: { block: Block }) {
  switch (block.kind) {
    case 'box':
      return <Part box={block} counted={0} />
    case 'said':
      return <PrintedSaid block={block} />
    case 'list':
      return <PrintedItems block={block} />
    case 'facts':
      return <PrintedFacts rows={block.rows} />
    case 'table':
      return <PrintedTable block={block} />
    case 'figures':
      return <PrintedFigures block={block} />
    case 'picture':
      return <PrintedPicture block={block} />
    case 'names':
      return <PrintedNames names={block.names} />
    case 'signatures':
      return <PrintedSignatures labels={block.labels} />
    case 'title':
    case 'heading':
    case 'lead':
    case 'quote':
    case 'paragraph':
      return <Said block={block} />
  }
}

const CLASS_OF = { lead: 'onder', quote: 'besluit', paragraph: undefined } as const

function Said({ block }: { block: Extract<Block, { runs: readonly Run[] }> }) {
  const runs = <PrintedRuns runs={block.runs} />
  if (block.kind === 'title') return <h1>{runs}</h1>
  if (block.kind === 'heading') return block.level === 2 ? <h1>{runs}</h1> : <h2>{runs}</h2>
  return <p class={CLASS_OF[block.kind]}>{runs}</p>
}
