import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../kernel/day.ts'
import type { PersonId, VisionLineId } from '../kernel/id.ts'
import { groupNamesIn, inGroupOrder, parseGroupName, sameGroup, sectionPlace } from './group.ts'
import { parseLearningTeamName, parseLearningTeams } from './learning-team.ts'
import { lineOf } from './line.ts'
import { lastOfRole, parseEmail, parsePersonName, type Person } from './person.ts'
import { termEnds, termHasCome } from './retention.ts'
import {
  lbboHours,
  parseBrin,
  parseFrames,
  parseRetention,
  parseSchoolFacts,
  yearsToChoose,
} from './school.ts'
import {
  mayRetireLine,
  moved,
  parseVision,
  parseVisionLine,
  proposedShort,
  type VisionLine,
} from './vision.ts'

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

describe('the school', () => {
  it.each([
    ['12AB', '12AB'],
    [' 12ab ', '12AB'],
    ['12 AB 00', '12AB00'],
    ['12AB-01', '12AB01'],
    ['', null],
  ])('has BRIN %j as %j', (given, brin) => expect(parseBrin(given)).toBe(brin))

  it.each(['1AB', '12ABC', 'AB12', '12AB0', '12AB001', '１２AB', '=12AB'])(
    'does not take %j for a BRIN',
    (given) => expect(parseBrin(given)).toMatchObject({ refused: 'brin-shape', field: 'brin' }),
  )

  it('is told of everything at once', () => {
    expect(parseSchoolFacts(form({ name: ' ', brin: 'x' }))).toMatchObject([
      { refused: 'school-name-empty' },
      { refused: 'brin-shape' },
    ])
    expect(parseSchoolFacts(form({ name: 'x'.repeat(81) }))).toMatchObject([{ refused: 'school-name-odd' }])
  })

  it('counts 25 hours a week for 200 pupils, in proportion', () => {
    expect(lbboHours(200)).toBe(25)
    expect(lbboHours(304)).toBe(38)
    expect(lbboHours(90)).toBe(11.5)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (pupils) => {
        expect(Math.abs(lbboHours(pupils) - pupils / 8)).toBeLessThanOrEqual(0.25)
      }),
    )
  })

  it('has room as it is written in both languages, or none', () => {
    expect(parseFrames(form({ hours: '12,5', pupils: '304' }))).toEqual({ hoursAWeek: 12.5, pupils: 304 })
    expect(parseFrames(form({ hours: '12.5', pupils: '' }))).toEqual({ hoursAWeek: 12.5, pupils: null })
  })

  it.each([
    ['-1', '-304'],
    ['0', '0'],
    ['1e3', 'NaN'],
    ['201', '5001'],
    ['veel', '30,5'],
    ['Infinity', '0x10'],
  ])('does not count %j hours and %j pupils', (hours, pupils) =>
    expect(parseFrames(form({ hours, pupils }))).toMatchObject([
      { refused: 'hours-range' },
      { refused: 'pupils-range' },
    ]),
  )

  it('keeps texts of who left for 1 to 10 years', () => {
    expect(parseRetention('2')).toBe(2)
    for (const years of ['0', '11', '', '1,5', 'x'])
      expect(parseRetention(years)).toMatchObject({ refused: 'retention-range' })
  })

  it('proposes the next year from May on', () => {
    expect(yearsToChoose('2026-11-19' as Day)).toEqual(['2026-2027', '2027-2028'])
    expect(yearsToChoose('2027-05-01' as Day)).toEqual(['2027-2028', '2026-2027'])
    expect(yearsToChoose('2027-08-01' as Day)).toEqual(['2027-2028', '2028-2029'])
  })
})

describe('groups', () => {
  it.each([
    ['3', 'groep 3'],
    ['groep 3', 'groep 3'],
    ['Gr.3', 'groep 3'],
    ['3b', 'groep 3 B'],
    ['1/2 a', 'groep 1/2 A'],
    ['1-2A', 'groep 1/2 A'],
    ['3/4/5', 'groep 3/4/5'],
    ['taalklas', 'taalklas'],
    ['groepsplan', 'groepsplan'],
    ['Groep 1 / 2', 'groep 1/2'],
  ])('%j is %j', (given, name) => expect(parseGroupName(given)).toBe(name))

  it('keep their name when it is read again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const name = parseGroupName(text)
        if (typeof name === 'string') expect(parseGroupName(name)).toBe(name)
      }),
    )
  })

  it('are the same whatever the capitals and spaces, and 1/2 is not 12', () => {
    expect(sameGroup('groep 1/2 A', 'Groep 1/2a')).toBe(true)
    expect(sameGroup('groep 1/2', 'groep 12')).toBe(false)
  })

  it('stand apart in one cell, mixed groups together', () => {
    expect(groupNamesIn('3, 4')).toEqual(['3', '4'])
    expect(groupNamesIn('1/2 A en 1/2 B')).toEqual(['1/2 A', '1/2 B'])
  })

  it('have a section to propose, and an order', () => {
    expect(['groep 1/2', 'groep 3', 'groep 5', 'groep 6', 'groep 8', 'gym'].map(sectionPlace)).toEqual([
      0,
      1,
      1,
      2,
      2,
      null,
    ])
    expect(
      ['gym', 'groep 10', 'groep 3', 'groep 1/2 A']
        .map((name) => ({ name }))
        .sort(inGroupOrder)
        .map(({ name }) => name),
    ).toEqual(['groep 1/2 A', 'groep 3', 'groep 10', 'gym'])
  })
})

const person = (
  name: string,
  roles: Person['roles'] = ['teacher'],
  leftOn: string | null = null,
): Person => ({
  id: name as unknown as PersonId,
  name,
  email: null,
  roles,
  groups: [],
  learningTeams: [],
  joinedAt: null,
  leftOn: leftOn as Day | null,
})

describe('people', () => {
  it.each(['=1+1', '+31', '-x', '@anouk', '<b>Anouk</b>', '123', ' ', 'x'.repeat(81), 'Anouk|Bram'])(
    'are not called %j',
    (name) => expect(parsePersonName(name)).toHaveProperty('refused'),
  )

  it.each(['Anouk', 'Zoë de Wit', '’t Hart, Jan', "d'Artagnan", 'Anouk (duo)', 'Şule Ağar', '李 明'])(
    'are called %j',
    (name) => expect(parsePersonName(name)).toBe(name),
  )

  it('have an address in small letters, or none', () => {
    expect(parseEmail('MAILTO:Anouk@School.NL ')).toBe('anouk@school.nl')
    expect(parseEmail('  ')).toBeNull()
    for (const odd of ['anouk', 'a@b', '=a@b.nl', 'a b@c.nl', 'a@b.nl,c@d.nl', `${'a'.repeat(250)}@b.nl`]) {
      expect(parseEmail(odd)).toMatchObject({ refused: 'email-shape' })
    }
  })

  it('keep a coordinator and an administrator among them', () => {
    const karin = person('Karin', ['coordinator', 'administrator'])
    const gone = person('Joost', ['coordinator', 'administrator'], '2025-07-31')
    expect(lastOfRole([karin, gone], karin, ['coordinator'])).toMatchObject({ refused: 'last-administrator' })
    expect(lastOfRole([karin, gone], karin, ['administrator'])).toMatchObject({ refused: 'last-coordinator' })
    expect(lastOfRole([karin, person('Noor', ['coordinator', 'administrator'])], karin, [])).toBeNull()
  })

  it('may have their texts erased when the school’s term has come, the first to leave first', () => {
    expect(termEnds('2024-07-31' as Day, 2)).toBe('2026-07-31')
    expect(termEnds('2024-02-29' as Day, 1)).toBe('2025-03-01')
    const people = [
      person('Anouk'),
      person('Bram', [], '2024-11-19'),
      person('Eva', [], '2024-11-20'),
      person('Kees', [], '2020-01-01'),
    ]
    expect(termHasCome(people, 2, '2026-11-19' as Day).map(({ name }) => name)).toEqual(['Kees', 'Bram'])
  })
})

describe('learning teams', () => {
  it('say that they are one', () => {
    expect(parseLearningTeamName('Rekenen')).toBe('Leerteam Rekenen')
    expect(parseLearningTeamName('leerteam Rekenen')).toBe('leerteam Rekenen')
    expect(parseLearningTeamName('Werkgroep lezen')).toBe('Werkgroep lezen')
    for (const odd of ['', '=x', '<b>', 'x'.repeat(61)])
      expect(parseLearningTeamName(odd)).toHaveProperty('refused')
  })

  it('are read as lines with the names of people', () => {
    const people = [
      person('Bram'),
      person('Anouk de Wit'),
      person('Anouk Smit'),
      person('Kees', [], '2020-01-01'),
    ]
    expect(parseLearningTeams('Rekenen: bram, Anouk de Wit\nLezen', people)).toEqual([
      { name: 'Leerteam Rekenen', members: ['Bram', 'Anouk de Wit'] },
      { name: 'Leerteam Lezen', members: [] },
    ])
    expect(parseLearningTeams('Rekenen: Anouk', people)).toMatchObject({
      refused: 'member-unclear',
      name: 'Anouk',
    })
    expect(parseLearningTeams('Rekenen: Kees', people)).toMatchObject({
      refused: 'member-unknown',
      name: 'Kees',
    })
    expect(parseLearningTeams('Rekenen\nleerteam rekenen', people)).toMatchObject({
      refused: 'learning-team-known',
    })
    expect(parseLearningTeams('x\n'.repeat(31), people)).toMatchObject({ refused: 'learning-teams-many' })
  })
})

const line = (id: string, retiredAt: VisionLine['retiredAt'] = null): VisionLine => ({
  id: id as VisionLineId,
  text: id,
  short: id,
  retiredAt,
})

describe('the vision', () => {
  it.each([
    ['Elk kind krijgt elke dag goede instructie.', 'Goede instructie'],
    ['Iedereen hoort erbij en voelt zich veilig.', 'Iedereen hoort erbij'],
    ['We leren van en met elkaar, ook de volwassenen.', 'Leren van en met elkaar'],
    ['Ouders en school trekken samen op.', 'Ouders en school trekken samen'],
    ['Every child gets good instruction every day.', 'Good instruction every day'],
  ])('proposes a short name for %j', (sentence, short) => expect(proposedShort(sentence)).toBe(short))

  it('always proposes a short name that it takes itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
        const read = parseVisionLine(form({ text }))
        if ('refused' in read) return
        expect(parseVisionLine(form(read))).toEqual(read)
      }),
    )
  })

  it('has three to nine lines when it is written at once', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, place) => `${place + 1}. Zin ${place}`).join('\n')
    expect(parseVision(lines(2))).toMatchObject({ refused: 'too-few-lines' })
    expect(parseVision(lines(10))).toMatchObject({ refused: 'too-many-lines' })
    expect(parseVision(lines(9))).toHaveLength(9)
    expect(parseVision(`- Zin\n${'x'.repeat(201)}\nZin`)).toMatchObject({ refused: 'line-long' })
  })

  it('moves a line a place, and nothing at the edge or when it is closed', () => {
    const lines = [
      line('a'),
      line('b'),
      line('c'),
      line('d', '2026-01-01T00:00:00.000Z' as VisionLine['retiredAt']),
    ]
    const order = (id: string, step: -1 | 1) =>
      moved(lines, id as VisionLineId, step)
        .map((one) => one.id)
        .join('')
    expect(order('b', -1)).toBe('bac')
    expect(order('b', 1)).toBe('acb')
    expect(order('a', -1)).toBe('abc')
    expect(order('c', 1)).toBe('abc')
    expect(order('d', -1)).toBe('abc')
  })

  it('keeps three lines', () => {
    const [a, b, c] = [line('a'), line('b'), line('c')]
    expect(mayRetireLine([a, b, c], a)).toMatchObject({ refused: 'too-few-lines' })
    expect(mayRetireLine([a, b, c, line('d')], a)).toBeNull()
  })
})

describe('one line of text', () => {
  it('has no hidden signs and nothing to trim', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(lineOf(text)).not.toMatch(/[\p{Cc}\p{Cf}]|^\s|\s$|\s\s/u)
        expect(lineOf(lineOf(text))).toBe(lineOf(text))
      }),
    )
  })
})
