import { deflateRawSync } from 'node:zlib'
import { docx, docxParts, NS, p } from './docx-out.ts'
import { zipOf } from './zip-out.ts'

/** Files that are no Word plan, or that mean harm, and the reason with which each is refused. */
export type Hostile = { name: string; bytes: Buffer; refused: string }

const part = (xml: string) => [{ name: 'word/document.xml', data: xml }]
const body = (xml: string, before = '') =>
  `<?xml version="1.0"?>${before}<w:document ${NS}><w:body>${xml}</w:body></w:document>`
const good = () => docx(p('Begeleidingsplan') + p('tekst '.repeat(2000)))

function compound(stream: string): Buffer {
  const bytes = Buffer.alloc(4096)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  Buffer.from(stream, 'utf16le').copy(bytes, 1024)
  return bytes
}

/** A part of `megabytes` of spaces, packed to almost nothing; the zip may claim another size. */
const swollen = (name: string, megabytes: number, claims?: number) => ({
  name,
  data: '',
  compressed: deflateRawSync(Buffer.alloc(megabytes * 2 ** 20, 32)),
  claims: claims ?? megabytes * 2 ** 20,
})

const laughs = Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
  '',
)

/** Files of another kind, and files that did not arrive whole. */
const wrongKinds = (): Hostile[] => [
  { name: 'leeg bestand', bytes: Buffer.alloc(0), refused: 'no-bytes' },
  { name: 'platte tekst', bytes: Buffer.from('Begeleidingsplan 2026-2027'), refused: 'not-word' },
  { name: 'pdf', bytes: Buffer.from('%PDF-1.7\n'), refused: 'not-word' },
  { name: 'oud .doc', bytes: compound('WordDocument'), refused: 'old-doc' },
  { name: 'oud .xls', bytes: compound('Workbook'), refused: 'not-word' },
  { name: 'met wachtwoord', bytes: compound('EncryptedPackage'), refused: 'password' },
  { name: 'afgekapt', bytes: good().subarray(0, 900), refused: 'damaged' },
  { name: 'afgekapt voor het eind', bytes: good().subarray(0, good().length - 30), refused: 'damaged' },
  { name: 'kapotte inhoud', bytes: corrupted(), refused: 'damaged' },
  { name: 'geen document in de zip', bytes: zipOf([{ name: 'foto.txt', data: 'hoi' }]), refused: 'not-word' },
  {
    name: 'odt',
    bytes: zipOf([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' },
      { name: 'content.xml', data: '<a/>' },
    ]),
    refused: 'not-word',
  },
  { name: 'xlsx', bytes: workbook(), refused: 'not-word' },
]

/** Zips that grow, lie or go on without end. */
const badZips = (): Hostile[] => [
  { name: 'groter dan 20 MB', bytes: Buffer.alloc(20 * 2 ** 20 + 1, 80), refused: 'too-large' },
  {
    name: 'zip-bom in het document',
    bytes: zipOf([
      ...docxParts('').filter((one) => one.name !== 'word/document.xml'),
      swollen('word/document.xml', 300),
    ]),
    refused: 'bomb',
  },
  {
    name: 'zip-bom die over zijn grootte liegt',
    bytes: zipOf([
      ...docxParts('').filter((one) => one.name !== 'word/document.xml'),
      swollen('word/document.xml', 300, 1000),
    ]),
    refused: 'bomb',
  },
  {
    name: 'zip-bom in een plaatje',
    bytes: zipOf([...docxParts(p('x')), swollen('word/media/image1.png', 300, 2000)]),
    refused: 'bomb',
  },
  {
    name: 'veel delen die samen te groot zijn',
    bytes: zipOf([
      ...docxParts(p('x')),
      ...Array.from({ length: 30 }, (_, at) => swollen(`word/media/${at}.bin`, 20)),
    ]),
    refused: 'bomb',
  },
  {
    name: 'tienduizend delen',
    bytes: zipOf([
      ...docxParts(p('x')),
      ...Array.from({ length: 10_000 }, (_, at) => ({ name: `word/x${at}.xml`, data: '' })),
    ]),
    refused: 'too-many-parts',
  },
  {
    name: 'tienduizend delen, zegt er tien te hebben',
    bytes: zipOf(
      [
        ...docxParts(p('x')),
        ...Array.from({ length: 10_000 }, (_, at) => ({ name: `word/x${at}.xml`, data: '' })),
      ],
      10,
    ),
    refused: 'not-a-plan',
  },
  {
    name: 'delen die over elkaar liggen',
    bytes: zipOf([
      ...docxParts(p('x')),
      ...Array.from({ length: 50 }, (_, at) => ({ ...swollen(`word/y${at}.xml`, 1), at: 0 })),
    ]),
    refused: 'bomb',
  },
  {
    name: 'document van 100 MB tekst',
    bytes: zipOf([
      ...docxParts('').filter((one) => one.name !== 'word/document.xml'),
      swollen('word/document.xml', 100),
    ]),
    refused: 'bomb',
  },
]

/** XML that means harm, or says nothing. */
const badXml = (): Hostile[] => [
  {
    name: 'entiteiten die zich vermenigvuldigen',
    bytes: docx(
      '',
      part(body('<w:p><w:r><w:t>&l12;</w:t></w:r></w:p>', `<!DOCTYPE w [<!ENTITY l0 "lol">${laughs}]>`)),
    ),
    refused: 'entities',
  },
  {
    name: 'entiteit van buiten',
    bytes: docx(
      '',
      part(
        body(
          '<w:p><w:r><w:t>&x;</w:t></w:r></w:p>',
          '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        ),
      ),
    ),
    refused: 'entities',
  },
  {
    name: 'onbekende entiteit',
    bytes: docx('', part(body('<w:p><w:r><w:t>&onbekend;</w:t></w:r></w:p>'))),
    refused: 'damaged',
  },
  {
    name: 'honderdduizend lagen diep',
    bytes: docx('', part(body('<w:sdt><w:sdtContent>'.repeat(100_000)))),
    refused: 'too-deep',
  },
  {
    name: 'tabellen twintigduizend lagen diep',
    bytes: docx('', part(body('<w:tbl><w:tr><w:tc>'.repeat(20_000)))),
    refused: 'too-deep',
  },
  {
    name: 'drie miljoen lege tekens',
    bytes: docx('', part(body('<w:p/>'.repeat(3_000_000)))),
    refused: 'too-long',
  },
  {
    name: 'zeven miljoen letters',
    bytes: docx(
      '',
      part(body(`<w:p><w:r>${'<w:t>Aanpak: Evaluatie: Doel: </w:t>'.repeat(260_000)}</w:r></w:p>`)),
    ),
    refused: 'too-long',
  },
  {
    name: 'XML die niet sluit',
    bytes: docx('', part(`<w:document ${NS}><w:body>${p('Begeleidingsplan')}`)),
    refused: 'damaged',
  },
  { name: 'leeg document', bytes: docx('<w:p/>'), refused: 'empty' },
  { name: 'alleen plaatjes', bytes: docx('<w:p><w:r><w:drawing/></w:r></w:p>'), refused: 'empty' },
]

export const hostileFiles = (): Hostile[] => [...wrongKinds(), ...badZips(), ...badXml()]

function corrupted(): Buffer {
  const bytes = Buffer.from(good())
  const at = bytes.indexOf('word/document.xml') + 40
  bytes.fill(0xff, at, at + 20)
  return bytes
}

function workbook(): Buffer {
  return zipOf([
    {
      name: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    },
    { name: 'xl/workbook.xml', data: '<workbook/>' },
  ])
}
