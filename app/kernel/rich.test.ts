import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRich, anySigns, anyTypedText } from '../../test/rich.ts'
import {
  isPlain,
  parseRich,
  plainOf,
  plainOfRich,
  type RichText,
  type Run,
  tidyRich,
  writeRich,
} from './rich.ts'

const paragraph = (...parts: Run[]): RichText => [{ kind: 'paragraph', runs: parts }]
const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}\p{M}\p{S}]/gu, '')

describe('reading a long text', () => {
  it('knows paragraphs, lists, looks and links', () => {
    const text =
      'We **leren** van *elkaar*.\nOp [de site](https://rd.nl).\n\n- kijken\n- praten\n\n1. eerst\n2. dan\n  en'
    expect(parseRich(text)).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { text: 'We ' },
          { text: 'leren', bold: true },
          { text: ' van ' },
          { text: 'elkaar', italic: true },
          { text: '.\nOp ' },
          { text: 'de site', href: 'https://rd.nl' },
          { text: '.' },
        ],
      },
      { kind: 'bullets', items: [[{ text: 'kijken' }], [{ text: 'praten' }]] },
      { kind: 'numbers', items: [[{ text: 'eerst' }], [{ text: 'dan\nen' }]] },
    ])
    expect(writeRich(parseRich(text))).toBe(text)
  })

  it('begins a list on the line below a text, and a paragraph below a list', () => {
    expect(writeRich(parseRich('We doen:\n* kijken\n• praten\n\n- lezen\nDaarna meer.'))).toBe(
      'We doen:\n\n- kijken\n- praten\n- lezen\n\nDaarna meer.',
    )
  })

  it('takes looks that overlap, and a look inside a word', () => {
    const text = '**vet *beide** schuin* ver*\\bod*\\en'
    expect(parseRich(text)).toEqual(
      paragraph(
        { text: 'vet ', bold: true },
        { text: 'beide', bold: true, italic: true },
        { text: ' schuin', italic: true },
        { text: ' ver' },
        { text: 'bod', italic: true },
        { text: 'en' },
      ),
    )
    expect(writeRich(parseRich(text))).toBe(text)
  })

  it.each([
    '5 * 3 = 15, en 2*30 minuten en 3*20 minuten',
    'a_b en _niet schuin_',
    '1F/2F in groep 5/6',
    'Rekenen* en taal*, o.a. met Petra (rt)',
    '*zie de bijlage',
    '5 ** 3 **',
    'petra@regenboog.example of https://regenboog.example/een_twee_drie',
    'We kijken - zeg maar - twee keer',
    '-',
    '[x] klaar, [ ] nog te doen [zie (hieronder)](bijlage)',
    '\\\\server\\map\\plan.docx',
    '2. is geen eerste',
    '24 juni\n3. en dan verder',
    '# geen kop, > geen citaat, `geen code`, <b>geen vet</b> &amp;',
    'Stap 1:\nkijken',
    '[link](javascript:alert(1)) en [link](//a.nl)',
    '[](https://leeg.nl)',
    'leerling*en en leraar*s',
    '**** sterren *****',
    '-5 graden\n1.5 uur\n–1 keer',
  ])('leaves ordinary text as it is typed: %s', (text) => {
    expect(parseRich(text)).toEqual(paragraph({ text }))
    expect(writeRich(parseRich(text))).toBe(text)
    expect(isPlain(text)).toBe(true)
    expect(plainOf(text)).toBe(text)
  })

  it('keeps signs that are meant as signs behind a backslash', () => {
    for (const text of [
      '*zo*',
      '**',
      '[a](https://b.nl)',
      '- geen punt',
      '1. geen nummer',
      '\\- x',
      '\\*',
      '\\',
    ]) {
      expect(parseRich(writeRich(paragraph({ text })))).toEqual(paragraph({ text }))
    }
    expect(writeRich(paragraph({ text: '- geen punt' }))).toBe('\\- geen punt')
    expect(writeRich(paragraph({ text: 'a *b* c [d]' }))).toBe('a \\*b\\* c \\[d\\]')
  })

  it('reads back what it wrote, whatever it is', () => {
    fc.assert(
      fc.property(anyRich, (rich) => {
        const text = writeRich(rich)
        expect(parseRich(text)).toEqual(tidyRich(rich))
        expect(tidyRich(tidyRich(rich))).toEqual(tidyRich(rich))
        expect(writeRich(parseRich(text))).toBe(text)
      }),
      { numRuns: 3000 },
    )
  })

  it('takes a line of nothing but the signs of a link for an empty line', () => {
    const text = 'a\n[\nb](https://a.nl)'
    expect(writeRich(parseRich(text))).toBe('a\n\n[b](https://a.nl)')
    expect(tidyRich(parseRich(text))).toEqual(parseRich(text))
    expect(writeRich(parseRich(`- ${text.replaceAll('\n', '\n  ')}`))).toBe('- a\n  [b](https://a.nl)')
  })

  it('reads any text, and writes the same from then on', () => {
    fc.assert(
      fc.property(anyTypedText, (text) => {
        const rich = parseRich(text)
        expect(tidyRich(rich)).toEqual(rich)
        expect(parseRich(writeRich(rich))).toEqual(rich)
      }),
      { numRuns: 3000 },
    )
  })

  it('reads a plain text of words without loss', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = text.replace(/[*[\]\\]/g, '')
        expect(lettersOf(plainOf(words))).toBe(lettersOf(words))
        expect(lettersOf(plainOfRich(parseRich(words)))).toBe(lettersOf(words))
      }),
    )
  })

  it('loses no letter of the words, only signs and addresses', () => {
    fc.assert(
      fc.property(anySigns, (text) => {
        const withoutLinks = text.replace(/https?:\/\/a\.nl|mailto:b@a\.nl/g, '')
        expect(lettersOf(plainOf(withoutLinks))).toBe(lettersOf(withoutLinks))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    '[',
    '*',
    '**',
    '***a',
    '\\',
    '](',
    '[](',
    '[a](https://',
    '[a](https://b.nl',
    '](https://a(',
    '* *a',
    '- ',
    '1. ',
    ' \n',
    '\n\n',
    '*a\\',
    '[*',
    '- a\n',
    '  ',
    '\\*\\',
    'a*\\b*\\',
  ])('stays quick and calm with 100 kB of %j', (part) => {
    const text = part.repeat(Math.ceil(100_000 / part.length))
    const rich = parseRich(text)
    expect(parseRich(writeRich(rich))).toEqual(rich)
    expect(plainOf(text).length).toBeLessThanOrEqual(text.length * 2)
  })
})

describe('links', () => {
  const linkOf = (text: string) =>
    parseRich(text).flatMap((one) => (one.kind === 'paragraph' ? one.runs : []))[0]?.href

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc',
    '//a.nl',
    '/plan',
  ])('lead to the web or to mail, not to %s', (address) => {
    expect(linkOf(`[hier](${address})`)).toBeUndefined()
    expect(writeRich(paragraph({ text: 'hier', href: address }))).toBe('hier')
  })

  it('keep an address whole', () => {
    expect(linkOf('[hier](https://a.nl/b_(c)?d=*e*#f)')).toBe('https://a.nl/b_%28c%29?d=*e*#f')
    expect(linkOf('[hier](HTTPS://a.nl)')).toBe('HTTPS://a.nl')
    expect(linkOf('[mail](mailto:petra@a.nl)')).toBe('mailto:petra@a.nl')
  })

  it('cannot break out of their form', () => {
    const address = 'https://a.nl/) **x** [y](https://b.nl)\n\n- "<script>'
    const rich = parseRich(writeRich(paragraph({ text: 'hier', href: address })))
    expect(rich).toEqual(
      paragraph({
        text: 'hier',
        href: 'https://a.nl/%29%20**x**%20%5By%5D%28https://b.nl%29%0A%0A-%20%22%3Cscript%3E',
      }),
    )
  })
})
