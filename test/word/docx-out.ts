import { type Part, zipOf } from './zip-out.ts'

/** Raw WordprocessingML, so that every quirk of a real file can be written on purpose. */
export const NS =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'

export const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

type RunLook = { b?: boolean; u?: boolean; caps?: boolean; size?: number }

const look = ({ b, u, caps, size }: RunLook) => {
  const inner = `${b ? '<w:b/>' : ''}${caps ? '<w:caps/>' : ''}${size ? `<w:sz w:val="${size}"/>` : ''}${u ? '<w:u w:val="single"/>' : ''}`
  return inner && `<w:rPr>${inner}</w:rPr>`
}

const pieces = (text: string) =>
  text
    .split(/(\n|\t)/)
    .map((part) =>
      part === '\n'
        ? '<w:br/>'
        : part === '\t'
          ? '<w:tab/>'
          : part && `<w:t xml:space="preserve">${escaped(part)}</w:t>`,
    )
    .join('')

export const run = (text: string, how: RunLook = {}) => `<w:r>${look(how)}${pieces(text)}</w:r>`
export const bold = (text: string) => run(text, { b: true })

type ParagraphLook = { style?: string; list?: 1 | 2; level?: number; mark?: string }

/** A paragraph of runs (XML) or of plain text. */
export function p(content: string | readonly string[], how: ParagraphLook = {}): string {
  const runs =
    typeof content === 'string'
      ? content
        ? run(content)
        : ''
      : content.map((one) => (one.startsWith('<') ? one : run(one))).join('')
  const list = how.list
    ? `<w:numPr><w:ilvl w:val="${how.level ?? 0}"/><w:numId w:val="${how.list}"/></w:numPr>`
    : ''
  const inner = `${how.style ? `<w:pStyle w:val="${how.style}"/>` : ''}${list}${how.mark ? `<w:rPr>${how.mark}</w:rPr>` : ''}`
  return `<w:p>${inner && `<w:pPr>${inner}</w:pPr>`}${runs}</w:p>`
}

type CellLook = { span?: number; merge?: 'restart' | 'continue' }

export function tc(content: string, how: CellLook = {}): string {
  const inner = content.startsWith('<w:p') || content.startsWith('<w:tbl') ? content : p(content)
  const merge = how.merge ? `<w:vMerge${how.merge === 'restart' ? ' w:val="restart"' : ''}/>` : ''
  return `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${how.span ? `<w:gridSpan w:val="${how.span}"/>` : ''}${merge}</w:tcPr>${inner}</w:tc>`
}

export const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
export const tbl = (...rows: string[]) =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid/>${rows.join('')}</w:tbl>`

/** A text box as Word writes it: the new way, and the old way for old programs. */
export const textBox = (blocks: string) =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${blocks}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${blocks}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`

const styled = (id: string, name: string, rest = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Standaard"/>${rest}</w:style>`
const STYLES = `<w:styles ${NS}><w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>${styled('Titel', 'Title', '<w:rPr><w:b/></w:rPr>')}${[1, 2, 3, 4].map((level) => styled(`Kop${level}`, `heading ${level}`, `<w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr>`)).join('')}${styled('Lijstalinea', 'List Paragraph')}${styled('Inhopg1', 'toc 1')}${styled('Inhopg2', 'toc 2')}</w:styles>`
const level = (format: string) =>
  [0, 1].map((at) => `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/></w:lvl>`).join('')
const NUMBERING = `<w:numbering ${NS}><w:abstractNum w:abstractNumId="0">${level('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level('decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (list: readonly (readonly [string, string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATION}/${kind}" Target="${target}"/>`).join('')}</Relationships>`
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** The parts of a Word file around a body; `more` adds or replaces parts. */
export function docxParts(body: string, more: readonly Part[] = []): Part[] {
  const parts: Part[] = [
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
    },
    { name: '_rels/.rels', data: relations([['officeDocument', 'word/document.xml']]) },
    {
      name: 'word/_rels/document.xml.rels',
      data: relations([
        ['styles', 'styles.xml'],
        ['numbering', 'numbering.xml'],
        ['header', 'header1.xml'],
        ['footnotes', 'footnotes.xml'],
      ]),
    },
    {
      name: 'word/document.xml',
      data: `<?xml version="1.0" encoding="UTF-8"?><w:document ${NS}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    },
    { name: 'word/styles.xml', data: STYLES },
    { name: 'word/numbering.xml', data: NUMBERING },
  ]
  return [...parts.filter((part) => !more.some((one) => one.name === part.name)), ...more]
}

export const docx = (body: string, more: readonly Part[] = []) => zipOf(docxParts(body, more))
