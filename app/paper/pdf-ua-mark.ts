/**
 * The PDF with the mark of PDF/UA-1 and its title in the window's bar, added behind it as an incremental update. For
 * the WebAssembly build of Typst, which makes the same tagged file as the native one but offers no standard to name;
 * that what we typeset keeps to the standard is tested against the native build, which refuses what does not.
 *
 * @throws when the file is not built as Typst builds it: a plain catalogue, metadata and table of places
 */
export function withUaMark(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf).toString('latin1')
  const trailer = part(file, /trailer\s*<<([\s\S]*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$/)
  const catalogue = objectOf(file, part(trailer[1] ?? '', /\/Root (\d+) 0 R/)[1] ?? '')
  const metadata = objectOf(file, part(catalogue.body, /\/Metadata (\d+) 0 R/)[1] ?? '')
  const changed = [
    {
      id: catalogue.id,
      body: once(catalogue.body, '/ViewerPreferences <<', '/ViewerPreferences <<\n    /DisplayDocTitle true'),
    },
    { id: metadata.id, body: streamOf(named(part(metadata.body, /stream\n([\s\S]*?)\nendstream/)[1] ?? '')) },
  ]
  return Buffer.from(update(file, changed, trailer[1] ?? '', trailer[2] ?? ''), 'latin1')
}

type PdfObject = { id: string; body: string }

function objectOf(file: string, id: string): PdfObject {
  return { id, body: part(file, new RegExp(`\\n${id} 0 obj\\n([\\s\\S]*?)\\nendobj`))[1] ?? '' }
}

function part(text: string, pattern: RegExp): RegExpExecArray {
  const found = pattern.exec(text)
  if (!found) throw new Error(`a PDF without ${pattern.source}`)
  return found
}

function once(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`a PDF without ${from}`)
  return text.replace(from, () => to)
}

const named = (xmp: string) =>
  once(
    once(xmp, ' xmlns:pdf="', ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"  xmlns:pdf="'),
    '<xmpTPg:NPages>',
    '<pdfuaid:part>1</pdfuaid:part><xmpTPg:NPages>',
  )

const streamOf = (xmp: string) =>
  `<<\n  /Length ${xmp.length}\n  /Type /Metadata\n  /Subtype /XML\n>>\nstream\n${xmp}\nendstream`

/** The changed objects behind the file, with their places and the way back to the table before. */
function update(file: string, objects: readonly PdfObject[], trailer: string, previous: string): string {
  let made = file.endsWith('\n') ? file : `${file}\n`
  const places = objects.map(({ id, body }) => {
    const at = made.length
    made += `${id} 0 obj\n${body}\nendobj\n`
    return `${id} 1\n${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = made.length
  return `${made}xref\n${places.join('')}trailer\n<<${trailer}  /Prev ${previous}\n>>\nstartxref\n${table}\n%%EOF`
}
