import { looksAlike } from '../kernel/rich-run.ts'
import type { Block, Cell, Paragraph, Row, Run, Table } from './word-document.ts'
import {
  emptyStyleSheet,
  factsOf,
  type Numbering,
  noNumbering,
  type StyleFacts,
  type StyleSheet,
} from './word-styles.ts'
import { XmlStopped } from './xml-in.ts'

/** Paragraphs that one file may hold; a plan of sixty tracks has about a thousand. */
const MOST_BLOCKS = 100_000

/** A paragraph in the making. */
export type Draft = {
  style: string | null
  runs: Run[]
  boxes: Block[][]
  outline: number | null
  numId: string | null
  level: number | null
  centred: boolean
  /** its end was deleted or hidden: it goes on in the next paragraph */
  joinsNext: boolean
  contents: boolean
  /** bold, underlined and size of its first run with text */
  firstLook: string | null
}

export type RunDraft = {
  style: string | null
  bold: boolean | null
  italic: boolean
  vanish: boolean | null
  underlined: boolean
  caps: boolean
  size: string
}

/** Where blocks land: the body, a cell or a text box. */
type Sink = { blocks: Block[]; waiting: Draft | null }

type CellDraft = { span: number; merged: Cell['merged']; across: boolean; deleted: boolean }
type RowDraft = { cells: Cell[]; header: boolean; deleted: boolean; column: number }

/** Puts paragraphs, tables and text boxes together while the XML streams by. */
export class Page {
  readonly sheet: StyleSheet
  readonly numbering: Numbering
  readonly sinks: Sink[] = [{ blocks: [], waiting: null }]
  readonly drafts: Draft[] = []
  readonly runs: RunDraft[] = []
  readonly tables: Table[] = []
  readonly rows: RowDraft[] = []
  readonly cells: CellDraft[] = []
  /** where the link leads that is being read */
  href: string | null = null
  /** characters taken in so far */
  taken = 0
  private landed = 0
  private readonly facts = new Map<string | null, StyleFacts>()

  constructor(sheet: StyleSheet = emptyStyleSheet(), numbering: Numbering = noNumbering) {
    this.sheet = sheet
    this.numbering = numbering
  }

  styleFacts(id: string | null): StyleFacts {
    const known = this.facts.get(id)
    if (known) return known
    const found = factsOf(this.sheet, id)
    this.facts.set(id, found)
    return found
  }

  openParagraph(contents: boolean) {
    this.drafts.push({
      style: null,
      runs: [],
      boxes: [],
      outline: null,
      numId: null,
      level: null,
      centred: false,
      joinsNext: false,
      contents,
      firstLook: null,
    })
  }

  /** Text of the run that is open; hidden text is left out. */
  addText(text: string) {
    const draft = this.drafts.at(-1)
    if (!draft || !text) return
    const run = this.runs.at(-1) ?? null
    const paragraphStyle = this.styleFacts(draft.style ?? this.sheet.defaultParagraph)
    const runStyle = run?.style ? this.styleFacts(run.style) : null
    if (run?.vanish ?? runStyle?.vanish ?? paragraphStyle.vanish) return
    const strong = run?.bold ?? paragraphStyle.bold !== (runStyle?.bold ?? false)
    const bold = strong || Boolean(run?.underlined || run?.caps)
    this.taken += text.length
    const look = this.lookOf(strong, run?.italic ?? false)
    const last = draft.runs.at(-1)
    if (last && last.bold === bold && looksAlike(last.look ?? {}, look)) last.text += text
    else draft.runs.push({ text, bold, ...(looksAlike(look, {}) ? {} : { look }) })
    if (text.trim()) draft.firstLook ??= `${bold ? 'b' : ''}${run?.underlined ? 'u' : ''}${run?.size ?? ''}`
  }

  private lookOf(bold: boolean, italic: boolean): NonNullable<Run['look']> {
    const href = this.href === null ? {} : { href: this.href }
    return { ...(bold && { bold: true }), ...(italic && { italic: true }), ...href }
  }

  closeParagraph() {
    const draft = this.drafts.pop()
    const sink = this.sinks.at(-1)
    if (!draft || !sink) return
    if (sink.waiting) {
      draft.runs = [...sink.waiting.runs, ...draft.runs]
      draft.boxes = [...sink.waiting.boxes, ...draft.boxes]
      draft.firstLook = sink.waiting.firstLook ?? draft.firstLook
      sink.waiting = null
    }
    if (draft.joinsNext) sink.waiting = draft
    else this.land(sink, draft)
  }

  private land(sink: Sink, draft: Draft) {
    this.landed += 1
    if (this.landed > MOST_BLOCKS) throw new XmlStopped('too-long')
    const facts = this.styleFacts(draft.style ?? this.sheet.defaultParagraph)
    const heading = draft.outline ?? facts.heading
    sink.blocks.push({
      kind: 'paragraph',
      runs: draft.runs,
      heading,
      list: this.listOf(draft, facts),
      contents: draft.contents || facts.contents,
      subtitle: facts.subtitle,
      look: `${draft.style ?? ''}|${draft.firstLook ?? ''}|${draft.centred ? 'c' : ''}`,
    })
    for (const blocks of draft.boxes) sink.blocks.push({ kind: 'box', blocks })
  }

  private listOf(draft: Draft, facts: StyleFacts): Paragraph['list'] {
    const numId = draft.numId ?? facts.list?.numId ?? '0'
    const level = draft.level ?? facts.list?.level ?? 0
    const kind = numId === '0' ? 'none' : this.numbering.kind(numId, level)
    return kind === 'none' ? null : { level, ordered: kind === 'ordered' }
  }

  openSink() {
    this.sinks.push({ blocks: [], waiting: null })
  }

  /** Closes a cell or a text box and gives its blocks; a paragraph that still waits lands first. */
  closeSink(): Block[] {
    if (this.sinks.length < 2) return []
    const sink = this.sinks.pop() as Sink
    this.settle(sink)
    return sink.blocks
  }

  private settle(sink: Sink) {
    if (sink.waiting) this.land(sink, sink.waiting)
    sink.waiting = null
  }

  openTable() {
    const sink = this.sinks.at(-1)
    if (sink) this.settle(sink)
    this.tables.push({ kind: 'table', rows: [] })
  }

  openRow() {
    this.rows.push({ cells: [], header: false, deleted: false, column: 0 })
  }

  openCell() {
    this.cells.push({ span: 1, merged: null, across: false, deleted: false })
    this.openSink()
  }

  closeCell() {
    const blocks = this.closeSink()
    const cell = this.cells.pop()
    const row = this.rows.at(-1)
    if (!cell || !row) return
    const column = row.column
    row.column += cell.span
    const before = row.cells.at(-1)
    if (cell.across && before) before.span += cell.span
    else row.cells.push({ blocks: cell.deleted ? [] : blocks, column, span: cell.span, merged: cell.merged })
  }

  closeRow() {
    const row = this.rows.pop()
    if (row && !row.deleted)
      this.tables.at(-1)?.rows.push({ cells: row.cells, header: row.header } satisfies Row)
  }

  closeTable() {
    const table = this.tables.pop()
    if (table?.rows.length) this.sinks.at(-1)?.blocks.push(table)
  }

  /** Everything that landed. */
  finish(): Block[] {
    const body = this.sinks[0] as Sink
    this.settle(body)
    return body.blocks
  }
}
