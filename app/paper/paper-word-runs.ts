import { BuilderElement, type ParagraphChild, type XmlComponent } from 'docx'
import { OPEN_PLACE, type Run } from './paper.ts'

/** Runs as Word's own: text keeps its spaces, line feeds become soft breaks, fields become content controls. */
export const wordRuns = (runs: readonly Run[]): ParagraphChild[] =>
  runs.map((run) => element(run) as ParagraphChild)

function element(run: Run): XmlComponent {
  if ('mark' in run) return control(run)
  return textElement(run.as === 'thread' ? `  — ${run.text}` : run.text, STYLE_OF[run.as])
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
 * breaks. A text that has lines already is not declared plain: LibreOffice would run its lines together. Without a text it shows its open place as Word's own placeholder, which typing replaces.
 */
function control(field: Field): XmlComponent {
  const properties = [
    leaf('w:alias', { 'w:val': field.name }),
    leaf('w:tag', { 'w:val': field.mark }),
    ...(field.text === null ? [leaf('w:showingPlcHdr', {})] : []),
    ...(field.text?.includes('\n') ? [] : [leaf('w:text', { 'w:multiLine': '1' })]),
  ]
  const content = runsOf(field.text ?? field.open ?? OPEN_PLACE, field.text === null ? 'PaperOpen' : null)
  return parent('w:sdt', [parent('w:sdtPr', properties), parent('w:sdtContent', content)])
}

/** A run for each line and each break: not every word processor reads breaks inside a run of a control. */
const runsOf = (text: string, style: string | null) => pieces(text).map((piece) => runElement([piece], style))

const textElement = (text: string, style: string | null) => runElement(pieces(text), style)

function runElement(children: readonly XmlComponent[], style: string | null): XmlComponent {
  const properties = style === null ? [] : [parent('w:rPr', [leaf('w:rStyle', { 'w:val': style })])]
  return parent('w:r', [...properties, ...children])
}

/**
 * 'a\nb' is text, a break and text; tabs likewise. An opening brace stands by itself: the library takes '{name-0}' for
 * one of its own places to fill in.
 */
function pieces(text: string): XmlComponent[] {
  return text.split(/([\n\t]|\{(?=[a-z]))/).flatMap((piece) => {
    if (piece === '\n') return [leaf('w:br', {})]
    if (piece === '\t') return [leaf('w:tab', {})]
    return piece === '' ? [] : [words(piece)]
  })
}

const words = (text: string) => {
  const made = leaf('w:t', { 'xml:space': 'preserve' })
  made.addChildElement(text)
  return made
}

const parent = (name: string, children: readonly XmlComponent[]) => new BuilderElement({ name, children })

const leaf = (name: string, values: Record<string, string>): XmlComponent =>
  new BuilderElement<Record<string, string>>({
    name,
    attributes: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { key, value }])),
  })
