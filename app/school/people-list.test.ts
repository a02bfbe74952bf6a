import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../kernel/refusal.ts'
import { decodeList, MOST_BYTES, MOST_PEOPLE, readPeopleList, type WrittenPerson } from './people-list.ts'

const peopleIn = (text: string): WrittenPerson[] => {
  const read = readPeopleList(text)
  if (isRefusal(read)) throw new Error(read.refused)
  return [...(read as { people: readonly WrittenPerson[] }).people]
}

const anouk = { name: 'Anouk de Wit', email: 'anouk@regenboog.nl', groups: '3', roles: 'leraar' }

describe('a pasted list', () => {
  it.each([
    ['with semicolons', 'Anouk de Wit; anouk@regenboog.nl; 3; leraar'],
    ['with commas', 'Anouk de Wit, anouk@regenboog.nl, 3, leraar'],
    ['with tabs, as from a spreadsheet', 'Anouk de Wit\tanouk@regenboog.nl\t3\tleraar'],
    ['with quotes', '"Anouk de Wit";"anouk@regenboog.nl";"3";"leraar"'],
    ['with a byte order mark', '\uFEFFAnouk de Wit;anouk@regenboog.nl;3;leraar'],
    ['with its columns in another order', 'rol;groep;e-mail;naam\nleraar;3;anouk@regenboog.nl;Anouk de Wit'],
    ['with other heads', 'Functie;Klas;E-mailadres;Medewerker\nleraar;3;anouk@regenboog.nl;Anouk de Wit'],
    [
      'with the name in three columns',
      'Voornaam;Tussenvoegsel;Achternaam;Mail;Groep;Rol\nAnouk;de;Wit;anouk@regenboog.nl;3;leraar',
    ],
    ['with the address somewhere else', 'Anouk de Wit; 3; anouk@regenboog.nl; leraar'],
    ['with the address behind the name', 'Anouk de Wit <anouk@regenboog.nl>; 3; leraar'],
  ])('is read %s', (_, text) => {
    expect(peopleIn(text)).toMatchObject([anouk])
  })

  it('may miss columns', () => {
    expect(peopleIn('Anouk\nBram; 4\nKarin; IB’er\nPaul; paul@regenboog.nl\nEva;;taalklas')).toMatchObject([
      { name: 'Anouk', email: '', groups: '', roles: '' },
      { name: 'Bram', groups: '4', roles: '' },
      { name: 'Karin', groups: '', roles: 'IB’er' },
      { name: 'Paul', email: 'paul@regenboog.nl' },
      { name: 'Eva', groups: 'taalklas' },
    ])
  })

  it('may be one line of addresses as a mail program copies it', () => {
    expect(peopleIn('Anouk <anouk@regenboog.nl>; Bram <bram@regenboog.nl>')).toMatchObject([
      { name: 'Anouk', email: 'anouk@regenboog.nl' },
      { name: 'Bram', email: 'bram@regenboog.nl' },
    ])
  })

  it('asks for the name where there is an address alone', () => {
    expect(peopleIn('anouk@regenboog.nl')).toMatchObject([{ name: '', email: 'anouk@regenboog.nl' }])
  })

  it('says which columns have no place', () => {
    expect(readPeopleList('Naam;Telefoon;Groep\nAnouk;06;3')).toMatchObject({
      leftOut: ['Telefoon'],
      people: [{ name: 'Anouk', groups: '3' }],
    })
  })

  it('counts lines as the list does, empty ones too', () => {
    expect(peopleIn('Naam;Groep\n\nAnouk;3\n;\nBram;4').map(({ line }) => line)).toEqual([3, 5])
  })

  it('is not swallowed by a quote that is never closed', () => {
    expect(peopleIn('"Anouk;anouk@regenboog.nl\nBram;bram@regenboog.nl\nEva;eva@regenboog.nl')).toHaveLength(
      3,
    )
  })

  it('loses control signs, signs without width and turned text', () => {
    expect(peopleIn('An\u0000ou\u200Bk\u202E; 3')).toMatchObject([{ name: 'Anouk', groups: '3' }])
  })

  it.each([
    ['nothing', '', 'list-empty'],
    ['only a head', 'naam;e-mail;groep;rol', 'list-empty'],
    ['only separators', ';;;\n;;;', 'list-empty'],
    ['ten thousand lines', 'Anouk;3\n'.repeat(10_000), 'list-many'],
    ['one person too many', 'Anouk;3\n'.repeat(MOST_PEOPLE + 1), 'list-many'],
    ['more than 200 kB', 'a'.repeat(MOST_BYTES + 1), 'list-large'],
  ])('of %s is refused', (_, text, reason) => {
    expect(readPeopleList(text)).toMatchObject({ refused: reason })
  })

  it('takes five hundred people, with a head above them', () => {
    expect(peopleIn(`naam;groep\n${'Anouk;3\n'.repeat(MOST_PEOPLE)}`)).toHaveLength(MOST_PEOPLE)
  })
})

const word = fc.stringMatching(/^[A-Z][a-zé’-]{0,11}$/)
const person = fc.record({
  name: fc.tuple(word, word).map((parts) => parts.join(' ')),
  email: fc.option(
    word.map((name) => `${name.toLowerCase().replace(/[^a-z]/g, 'x')}@school.nl`),
    { nil: '' },
  ),
  groups: fc.constantFrom('', '3', '1/2 A', 'groep 8', 'taalklas'),
  roles: fc.constantFrom('', 'leraar', 'IB’er', 'schoolleider'),
})
const columns = ['name', 'email', 'groups', 'roles'] as const
const heads = { name: 'Naam', email: 'E-mail', groups: 'Groep', roles: 'Rol' }

describe('any list', () => {
  it('comes back as it was, whatever divides the cells and in whatever order the columns stand', () => {
    const shuffled = fc.shuffledSubarray([...columns], { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 40 }),
        shuffled,
        fc.constantFrom(';', ',', '\t'),
        fc.boolean(),
        (people, order, sign, quoted) => {
          const cell = (text: string) => (quoted ? `"${text}"` : text)
          const lines = [
            order.map((column) => heads[column]),
            ...people.map((one) => order.map((column) => one[column])),
          ]
          const text = lines.map((cells) => cells.map(cell).join(sign)).join('\r\n')
          expect(peopleIn(text)).toEqual(people.map((one) => expect.objectContaining(one)))
        },
      ),
    )
  })

  it('gives people or a refusal, never more than there is room for, and nothing hidden in a cell', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(';', '\n', '"', '\t', ',', '<a@b.nl>', '=1+1', '\u202E', '@', 'naam'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const read = readPeopleList(pieces.join(''))
        if ('refused' in read) return
        expect(read.people.length).toBeLessThanOrEqual(MOST_PEOPLE)
        for (const { name, email, groups, roles } of read.people) {
          for (const cell of [name, email, groups, roles]) expect(cell).not.toMatch(/[\p{Cc}\p{Cf}]/u)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('an uploaded list', () => {
  const bytes = (...numbers: number[]) => new Uint8Array(numbers)

  it.each([
    ['UTF-8', new TextEncoder().encode('Zoë;3')],
    ['UTF-8 with a byte order mark', new TextEncoder().encode('\uFEFFZoë;3')],
    ['Windows-1252', bytes(0x5a, 0x6f, 0xeb, 0x3b, 0x33)],
    ['UTF-16 as a spreadsheet writes it', bytes(0xff, 0xfe, 0x5a, 0, 0x6f, 0, 0xeb, 0, 0x3b, 0, 0x33, 0)],
  ])('is read in %s', (_, file) => {
    const text = decodeList(file)
    if (typeof text !== 'string') throw new Error(text.refused)
    expect(peopleIn(text)).toMatchObject([{ name: 'Zoë', groups: '3' }])
  })

  it.each([
    ['a workbook', bytes(0x50, 0x4b, 3, 4, 20), 'list-spreadsheet'],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 1), 'list-spreadsheet'],
    ['a picture', bytes(0x89, 0x50, 0, 0, 0, 1), 'list-not-text'],
    ['too big a file', new Uint8Array(MOST_BYTES + 1), 'list-large'],
  ])('is refused when it is %s', (_, file, reason) => {
    expect(decodeList(file)).toMatchObject({ refused: reason })
  })
})
