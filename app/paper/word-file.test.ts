import { describe, expect, test } from 'vitest'
import { docx, docxParts, NS, p, run, tbl, tc, textBox, tr } from '../../test/word/docx-out.ts'
import { zipOf } from '../../test/word/zip-out.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Block } from './word-document.ts'
import { readWordFile } from './word-file.ts'

async function read(bytes: Buffer) {
  const document = await readWordFile(bytes)
  if (isRefusal(document)) throw new Error(document.refused)
  return document
}

const textOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.runs.map((one) => one.text).join('')]
    if (block.kind === 'box') return textOf(block.blocks).map((text) => `[${text}]`)
    return block.rows.map((row) => row.cells.map((cell) => textOf(cell.blocks).join('/')).join('|'))
  })

const texts = async (body: string) => textOf((await read(docx(body))).blocks)
const by = 'w:id="1" w:author="A" w:date="2026-08-24T09:12:00Z"'

describe('tracked changes count as accepted', () => {
  test('what came in stays, what went out or moved away is gone', async () => {
    const body = `<w:p><w:ins ${by}>${run('nieuw ')}</w:ins><w:del ${by}><w:r><w:delText>oud</w:delText></w:r></w:del><w:moveFrom ${by}>${run('weg')}</w:moveFrom><w:moveTo ${by}>${run('hier')}</w:moveTo></w:p>`
    expect(await texts(body)).toEqual(['nieuw hier'])
  })

  test('a deleted end joins a paragraph with the next, which gives it its style', async () => {
    const body = p('Leraar ', { mark: `<w:del ${by}/>` }) + p('Kim', { style: 'Kop2' })
    const { blocks } = await read(docx(body))
    expect(textOf(blocks)).toEqual(['Leraar Kim'])
    expect(blocks[0]).toMatchObject({ heading: 2 })
  })

  test('deleted rows and the formatting of before are gone', async () => {
    const gone = `<w:tr><w:trPr><w:del ${by}/></w:trPr>${tc('weg')}</w:tr>`
    expect(await texts(tbl(tr(tc('a'), tc('b')), gone))).toEqual(['a|b'])
    const before = `<w:p><w:pPr><w:pPrChange ${by}><w:pPr><w:pStyle w:val="Kop1"/></w:pPr></w:pPrChange></w:pPr>${run('tekst')}</w:p>`
    expect((await read(docx(before))).blocks[0]).toMatchObject({ heading: null })
  })
})

describe('text that a reader does not see stays away, text that a reader sees stays', () => {
  test('hidden text, field codes, notes, placeholders', async () => {
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r>'
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDEPICTURE "http://kwaad.example/x"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>blijft</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    const grey =
      '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Klik hier</w:t></w:r></w:sdtContent></w:sdt>'
    const link =
      '<w:hyperlink r:id="rId9"><w:r><w:t> link</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r>'
    expect(await texts(`<w:p>${hidden}${field}${grey}${link}</w:p>`)).toEqual(['blijft link'])
  })

  test('a field that never ends does not swallow the rest of the file', async () => {
    const open = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>code</w:t></w:r></w:p>'
    expect(await texts(open + p('tekst'))).toEqual(['', 'tekst'])
  })

  test('breaks, tabs, hyphens, symbols and content controls', async () => {
    const odd =
      '<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    expect(
      await texts(`<w:sdt><w:sdtContent><w:p><w:smartTag>${odd}</w:smartTag></w:p></w:sdtContent></w:sdt>`),
    ).toEqual(['a\nb\tc\u2011✓'])
  })

  test('text as text: markup in it comes out as letters', async () => {
    expect(await texts(p('<script>alert(1)</script> & {{x}}'))).toEqual(['<script>alert(1)</script> & {{x}}'])
  })
})

test('a text box counts once, in its new form or, without that, in its old one', async () => {
  expect(await texts(textBox(p('in het vak')))).toEqual(['', '[in het vak]'])
  const old = `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('oud vak')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`
  expect(await texts(old)).toEqual(['', '[oud vak]'])
  const onlyOld = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p('terugval')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
  expect(await texts(onlyOld)).toEqual(['', '[terugval]'])
})

test('merged cells keep their columns, tables in cells stay whole', async () => {
  const { blocks } = await read(
    docx(
      tbl(
        tr(tc('breed', { span: 2 }), tc('c')),
        tr(tc('a', { merge: 'restart' }), tc(tbl(tr(tc('x'), tc('y'))) + p('')), tc('d')),
        tr(tc('', { merge: 'continue' }), tc('e'), tc('f')),
      ),
    ),
  )
  expect(textOf(blocks)).toEqual(['breed|c', 'a|x|y/|d', '|e|f'])
  expect(blocks[0]).toMatchObject({
    rows: [
      { cells: [{ span: 2, column: 0 }, { column: 2 }] },
      { cells: [{ merged: 'starts' }, {}, {}] },
      { cells: [{ merged: 'goes-on' }, {}, {}] },
    ],
  })
})

describe('other ways to store the same', () => {
  const plain = p('Begeleidingsplan')
  const xml = (body: string) => `<?xml version="1.0"?><w:document ${NS}><w:body>${body}</w:body></w:document>`

  test('a file with macros, or with its text under another name', async () => {
    const macros = docxParts(plain, [
      {
        name: '[Content_Types].xml',
        data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      },
      { name: 'word/vbaProject.bin', data: 'Sub AutoOpen()' },
    ])
    expect(textOf((await read(zipOf(macros))).blocks)).toEqual(['Begeleidingsplan'])
    const moved = docxParts('', [
      { name: 'word/document2.xml', data: xml(plain) },
      {
        name: '_rels/.rels',
        data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>',
      },
    ])
    expect(textOf((await read(zipOf(moved))).blocks)).toEqual(['Begeleidingsplan'])
  })

  test('utf-16, and the strict form of the standard', async () => {
    const wide = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(xml(p('één')).replace('<?xml version="1.0"?>', ''), 'utf16le'),
    ])
    expect(textOf((await read(docx('', [{ name: 'word/document.xml', data: wide }]))).blocks)).toEqual([
      'één',
    ])
    const strict = xml(plain)
      .replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      )
      .replaceAll('w:', 'x:')
      .replaceAll('xmlns:x:', 'xmlns:x')
    expect(
      textOf(
        (await read(docx('', [{ name: 'word/document.xml', data: strict.replace('xmlns:w=', 'xmlns:x=') }])))
          .blocks,
      ),
    ).toEqual(['Begeleidingsplan'])
  })

  test('nothing outside the file is looked at', async () => {
    const outside = [
      {
        name: 'word/_rels/document.xml.rels',
        data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://x/styles" Target="http://kwaad.example/styles.xml" TargetMode="External"/><Relationship Id="b" Type="http://x/numbering" Target="../../../etc/passwd"/></Relationships>',
      },
    ]
    expect(textOf((await read(docx(plain, outside))).blocks)).toEqual(['Begeleidingsplan'])
  })
})
