import { describe, expect, test } from 'vitest'
import { marksHandler } from '../paper/word-marks.ts'
import { readXml } from '../paper/xml-in.ts'
import { readOwnWord } from './word-own-in.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const field = (mark: string, text: string) =>
  `<w:sdt><w:sdtPr><w:tag w:val="${mark}"/></w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`
const run = (text: string, style?: string) =>
  `<w:r>${style ? `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`
const label = (text: string) => run(`${text}: `, 'PaperLabel')
const paragraph = (style: string, ...inside: string[]) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${inside.join('')}</w:p>`

async function read(...paragraphs: string[]) {
  const { handler, paragraphs: found } = marksHandler()
  const xml = `<w:document ${W}><w:body>${paragraphs.join('')}</w:body></w:document>`
  await readXml(
    (async function* () {
      yield Buffer.from(xml)
    })(),
    handler,
  )
  return readOwnWord(found)
}

const petra = (number: number, goal: string) => [
  paragraph('Heading1', run('Leraar ', 'PaperWord'), field(`rd:teacher-track:${number}:name`, 'Petra')),
  paragraph('PaperText', label('Doelstelling'), field(`rd:teacher-track:${number}:goal`, goal)),
]

describe('our own file after somebody edited it in Word', () => {
  test('a changed text is the field; text typed behind the field belongs to it', async () => {
    const own = await read(
      paragraph('Heading1', field('rd:teacher-track:0:name', 'Petra')),
      paragraph(
        'PaperText',
        label('Aanpak'),
        field('rd:teacher-track:0:approach', 'Oefenen'),
        run(' met Kees'),
        run(' '),
      ),
    )
    expect(own?.form.teacherTracks[0]).toMatchObject({ name: 'Petra', approach: 'Oefenen met Kees' })
  })

  test('a track copied in Word is a track more; one removed is gone', async () => {
    const own = await read(...petra(0, 'Eerst'), ...petra(0, 'Kopie'), ...petra(2, 'Derde'))
    expect(own?.form.teacherTracks.map((track) => track.goal)).toEqual(['Eerst', 'Kopie', 'Derde'])
  })

  test('tracked changes count as accepted', async () => {
    const changed = `<w:sdt><w:sdtPr><w:tag w:val="rd:teacher-track:0:goal"/></w:sdtPr><w:sdtContent><w:ins>${run('nieuw')}</w:ins><w:del><w:r><w:delText>oud</w:delText></w:r></w:del></w:sdtContent></w:sdt>`
    const own = await read(paragraph('PaperText', label('Doelstelling'), changed))
    expect(own?.form.teacherTracks[0]?.goal).toBe('nieuw')
  })

  test('a placeholder is an empty field; the same sign typed by a person is text', async () => {
    const open =
      '<w:sdt><w:sdtPr><w:tag w:val="rd:teacher-track:0:goal"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>' +
      `${run('…', 'PaperOpen')}</w:sdtContent></w:sdt>`
    const own = await read(
      paragraph('PaperText', label('Doelstelling'), open),
      paragraph('PaperText', label('Aanpak'), field('rd:teacher-track:0:approach', '…')),
    )
    expect(own?.form.teacherTracks[0]).toMatchObject({ goal: null, approach: '…' })
  })

  test('a principle added as a line of the list is one; other added text is kept aside', async () => {
    const own = await read(
      paragraph('PaperItem', field('rd:principle:0:text', 'We voorkomen liever.')),
      paragraph('PaperItem', run('We vieren wat lukt.')),
      paragraph('Normal', run('Vergeet de jarigen niet.')),
    )
    expect(own?.form.principles).toEqual(['We voorkomen liever.', 'We vieren wat lukt.'])
    expect(own?.rest).toEqual([{ text: 'Vergeet de jarigen niet.', block: 3 }])
  })

  test('styles that were saved under their names are the same styles', async () => {
    const own = await read(
      ...petra(0, 'Eerst'),
      paragraph('Regelvaneenlijst', run('We vieren wat lukt.')),
      paragraph('Formuliertekst', run('Doelstelling: ', 'Label'), field('rd:teacher-track:1:goal', 'Tweede')),
    )
    expect(own?.form.principles).toEqual(['We vieren wat lukt.'])
    expect(own?.rest).toEqual([])
  })

  test('a field that has lost its mark makes it a file to be read by its labels', async () => {
    const lost = paragraph('PaperText', label('Aanpak'), run('Zonder vak eromheen'))
    expect(await read(...petra(0, 'Eerst'), lost)).toBeNull()
  })

  test('marks of others are text, and a file without ours is not ours', async () => {
    expect(await read(paragraph('Normal', field('klant:naam', 'Petra')))).toBeNull()
    expect(await read(paragraph('Normal', field('rd:teacher-track:0:__proto__', 'x')))).toBeNull()
    const odd = await read(
      ...petra(0, 'Eerst'),
      paragraph('Normal', field('rd:teacher-track:0:toString', 'x')),
    )
    expect(odd?.form.teacherTracks).toHaveLength(1)
    expect(odd?.rest).toEqual([{ text: 'x', block: 3 }])
  })
})
