import { BuilderElement, type IContext, type ParagraphChild, XmlComponent } from 'docx'
import { type Run, type SaidRun, saidIn } from './paper.ts'

/** Runs as Word's own: text keeps its spaces, line feeds become soft breaks, fields become content controls. */
export const wordRuns = (runs: readonly Run[]): ParagraphChild[] =>
  runs.flatMap((run) => elements(run) as ParagraphChild[])

function elements(run: Run): XmlComponent[] {
  if ('mark' in run) return [control(run)]
  if (run.as === 'thread') return [textElement({ text: `  — ${run.text}` }, STYLE_OF.thread)]
  return saidElements(saidIn(run), STYLE_OF[run.as])
}

const STYLE_OF = {
  text: null,
  word: 'PaperWord',
  label: 'PaperLabel',
  note: 'PaperNote',
  thread: 'PaperThread',
} as const

type Field = Extract<Run, { mark: string }>

/**
 * A content control. Its tag survives editing, so a reader finds the field back; new lines stay inside it as soft
 * breaks. A text that has lines or looks already is not declared plain: LibreOffice would run its lines together, Word
 * would make it look alike. Without a text it shows its open place as Word's own placeholder, which typing replaces.
 */
function control(field: Field): XmlComponent {
  const isPlain = !field.said && !field.text?.includes('\n')
  const properties = [
    ...naming(field.name, field.mark),
    ...(field.text === null ? [leaf('w:showingPlcHdr', {})] : []),
    ...(isPlain ? [leaf('w:text', { 'w:multiLine': '1' })] : []),
  ]
  const content = saidElements(saidIn(field), field.text === null ? 'PaperOpen' : null)
  return parent('w:sdt', [parent('w:sdtPr', properties), parent('w:sdtContent', content)])
}

/** A content control around whole paragraphs. */
export const blockControl = (
  { name, mark }: { name: string; mark: string },
  paragraphs: readonly XmlComponent[],
): XmlComponent =>
  parent('w:sdt', [parent('w:sdtPr', naming(name, mark)), parent('w:sdtContent', paragraphs)])

const naming = (name: string, mark: string) => [
  leaf('w:alias', { 'w:val': name }),
  leaf('w:tag', { 'w:val': mark }),
]

/** Words with their looks; words of one link stay together in it. */
export function saidElements(said: readonly SaidRun[], style: string | null): XmlComponent[] {
  const links: { href: string | undefined; runs: XmlComponent[] }[] = []
  for (const run of said) {
    const made = lines(run).map((line) => tracked(run.change, textElement(line, style)))
    const last = links.at(-1)
    if (last && last.href === run.href) last.runs.push(...made)
    else links.push({ href: run.href, runs: made })
  }
  return links.flatMap(({ href, runs }) => (href === undefined ? runs : [new Link(href, runs)]))
}

/** A run for each line and each break: not every word processor reads breaks inside a run of a control. */
const lines = (run: SaidRun): SaidRun[] =>
  run.text.split(/(\n)/).flatMap((text) => (text === '' ? [] : { ...run, text }))

let tracks = 0

/** Words that went or came, as Word's own tracked changes: one can accept them there, and a screen reader says them. */
function tracked(change: SaidRun['change'], run: XmlComponent): XmlComponent {
  if (!change) return run
  tracks += 1
  const values = { 'w:id': String(tracks), 'w:author': 'Rode Draad' }
  return leaf(change === 'gone' ? 'w:del' : 'w:ins', values, [run])
}

function textElement({ text, bold, italic, href, change }: SaidRun, style: string | null): XmlComponent {
  const named = href === undefined ? style : 'PaperLink'
  const properties = [
    ...(named === null ? [] : [leaf('w:rStyle', { 'w:val': named })]),
    ...(bold ? [leaf('w:b', {})] : []),
    ...(italic ? [leaf('w:i', {})] : []),
  ]
  return parent('w:r', [
    ...(properties.length > 0 ? [parent('w:rPr', properties)] : []),
    ...pieces(text, change),
  ])
}

const LINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

/** A link out of the file; its address stands in the relations of the part, where Word looks for it. */
class Link extends XmlComponent {
  readonly #href: string
  readonly #runs: readonly XmlComponent[]
  constructor(href: string, runs: readonly XmlComponent[]) {
    super('w:hyperlink')
    this.#href = href
    this.#runs = runs
  }

  override prepForXml(context: IContext) {
    const { Relationships } = context.viewWrapper
    const id = `Draad${Relationships.RelationshipCount + 1}`
    Relationships.addRelationship(id, LINK, this.#href, 'External')
    const attributes = { id: { key: 'r:id', value: `rId${id}` } }
    const link = new BuilderElement<{ id: string }>({ name: 'w:hyperlink', attributes, children: this.#runs })
    return link.prepForXml(context)
  }
}

/**
 * 'a\nb' is text, a break and text; tabs likewise. An opening brace stands by itself: the library takes '{name-0}' for
 * one of its own places to fill in.
 */
function pieces(text: string, change: SaidRun['change']): XmlComponent[] {
  return text.split(/([\n\t]|\{(?=[a-z]))/).flatMap((piece) => {
    if (piece === '\n') return [leaf('w:br', {})]
    if (piece === '\t') return [leaf('w:tab', {})]
    return piece === '' ? [] : [words(piece, change)]
  })
}

const words = (text: string, change: SaidRun['change']) => {
  const made = leaf(change === 'gone' ? 'w:delText' : 'w:t', { 'xml:space': 'preserve' })
  made.addChildElement(text)
  return made
}

const parent = (name: string, children: readonly XmlComponent[]) => new BuilderElement({ name, children })

const leaf = (
  name: string,
  values: Record<string, string>,
  children: readonly XmlComponent[] = [],
): XmlComponent =>
  new BuilderElement<Record<string, string>>({
    name,
    attributes: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { key, value }])),
    children,
  })
