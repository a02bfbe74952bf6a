import { docx, p, run, tbl, tc, tr } from './docx-out.ts'

const runs = (text: string) =>
  text
    .split(/(\*\*.+?\*\*)/)
    .filter(Boolean)
    .map((part) =>
      part.startsWith('**') ? run(part.slice(2, -2), { b: true }) : run(part.replaceAll('\\t', '\t')),
    )

function paragraph(line: string): string {
  const heading = /^(#+) (.*)/.exec(line)
  if (heading) return p(runs(heading[2] ?? ''), { style: `Kop${heading[1]?.length}` })
  if (line.startsWith('! ')) return p(line.slice(2), { style: 'Titel' })
  if (line.startsWith('* ')) return p(runs(line.slice(2)), { list: 1 })
  return p(line ? runs(line) : '')
}

const row = (line: string) =>
  tr(
    ...line
      .split('|')
      .slice(1, -1)
      .map((cell) => tc(cell.trim().split('<br>').map(paragraph).join(''))),
  )

/**
 * A Word file from a sketch: '! ' title, '# ' heading, '**bold**', '* ' bullet, '| a | b |' a row of a table with
 * '<br>' between the paragraphs of a cell.
 */
export function sketched(sketch: string): Buffer {
  const lines = sketch
    .trim()
    .split('\n')
    .map((line) => line.trim())
  let body = ''
  let rows: string[] = []
  for (const line of [...lines, '']) {
    if (line.startsWith('|')) {
      rows.push(row(line))
      continue
    }
    if (rows.length) body += tbl(...rows)
    rows = []
    body += paragraph(line)
  }
  return docx(body)
}
