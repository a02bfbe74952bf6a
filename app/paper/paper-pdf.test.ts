import { afterAll, describe, expect, test } from 'vitest'
import type { Paper } from './paper.ts'
import { PdfNotMade, PdfPress } from './paper-pdf.ts'

const sheet = (...texts: string[]): Paper => ({
  title: 'Begeleidingsplan',
  author: 'De Regenboog',
  language: 'nl',
  head: 'Concept',
  foot: 'Begeleidingsplan',
  pageWords: { page: 'Pagina', of: 'van' },
  sheets: [
    {
      boxed: true,
      blocks: [
        { kind: 'title', runs: [{ as: 'text', text: 'Begeleidingsplan' }] },
        {
          kind: 'box',
          together: false,
          blocks: [
            {
              kind: 'heading',
              level: 2,
              capitals: true,
              runs: [{ as: 'field', text: texts[0] ?? null, mark: 'a', name: 'b' }],
            },
            ...texts.map((text) => ({
              kind: 'paragraph' as const,
              runs: [
                { as: 'label' as const, text: 'Aanpak: ' },
                { as: 'text' as const, text },
                { as: 'thread' as const, text },
                { as: 'note' as const, text },
              ],
            })),
            { kind: 'table', head: ['a', 'b', 'c'], rows: [[...texts, '', '', ''].slice(0, 3)] },
            { kind: 'names', names: texts },
            { kind: 'facts', rows: texts.map((text) => ({ label: text, text })) },
          ],
        },
      ],
    },
  ],
})

const letter = (text: string): Paper => ({
  ...sheet('kort'),
  sheets: [
    {
      boxed: false,
      blocks: [
        { kind: 'title', runs: [{ as: 'text', text: 'Brief' }] },
        { kind: 'paragraph', runs: [{ as: 'text', text }] },
      ],
    },
  ],
})

const HOSTILE = [
  '#import "@preview/x:1.0.0": *',
  '#sys.inputs $ x^2 $ *a* _b_ <label> @ref [c] `raw` \\u{1F600} "]) #panic()',
  '<script>alert(1)</script>&amp;',
  'nul\u0000 bel\u0007 half \uD800 teken \uFFFF',
  '\u202Eomgekeerd\u202C مرحبا שלום 😀👩‍👩‍👧 漢字 \uE000 e\u0301\u0302\u0303',
  'ff fi ffl  \u00ADstreep\u00A0hard',
  '\n\n\n',
  '',
]

const nativeHere = process.platform === 'linux' && process.arch === 'x64'
const kinds = nativeHere ? (['native', 'wasm'] as const) : (['wasm'] as const)

describe.each(kinds)('a PDF made by Typst as %s', (kind) => {
  const press = new PdfPress(kind)
  afterAll(() => press.close())
  const made = async (paper: Paper) => Buffer.from(await press.make(paper)).toString('latin1')

  test('is tagged, carries the mark of PDF/UA-1, has a title and a language', async () => {
    const pdf = await made(sheet('gewoon'))
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
    expect(pdf).toContain('/StructTreeRoot')
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf).toContain('/DisplayDocTitle true')
    expect(pdf).toMatch(/\/Lang\s*\(nl\)/)
    expect(pdf).toContain('<rdf:li xml:lang="x-default">Begeleidingsplan</rdf:li>')
  })

  test.each(HOSTILE)('takes hostile text as text: %j', async (text) => {
    expect(await made(sheet(text))).toContain('/StructTreeRoot')
  })

  test('takes all of it at once, and a text of 100 kB', async () => {
    expect(await made(sheet(...HOSTILE))).toContain('/StructTreeRoot')
    expect(await made(letter('woord '.repeat(17_000)))).toContain('/StructTreeRoot')
    expect(await made(letter('x'.repeat(100_000)))).toContain('/StructTreeRoot')
  }, 60_000)
})

describe('the press', () => {
  const reasonOf = (promise: Promise<unknown>) =>
    promise.then(
      () => 'made',
      (error: unknown) => (error instanceof PdfNotMade ? error.reason : 'another error'),
    )

  test('refuses what is too long, and a queue that is full', async () => {
    const press = new PdfPress(undefined, { signs: 5_000, waiting: 1 })
    expect(await reasonOf(press.make(sheet('x'.repeat(5_000))))).toBe('too-long')
    const asked = [1, 2, 3].map((number) => reasonOf(press.make(sheet(`nummer ${number}`))))
    expect(await Promise.all(asked)).toEqual(['made', 'made', 'too-busy'])
    await press.close()
  })

  test('stops what takes too long, and goes on with the next', async () => {
    const press = new PdfPress(undefined, { milliseconds: 1 })
    expect(await reasonOf(press.make(sheet('x'.repeat(5_000))))).toBe('took-too-long')
    await press.close()
    const calm = new PdfPress()
    expect(await reasonOf(calm.make(sheet('daarna')))).toBe('made')
    await calm.close()
  })

  test('who waits when it is closed hears that nothing was made', async () => {
    const press = new PdfPress()
    const asked = [1, 2].map((number) => reasonOf(press.make(sheet(`nummer ${number}`))))
    await press.close()
    expect(await Promise.all(asked)).toEqual(['not-made', 'not-made'])
  })
})
