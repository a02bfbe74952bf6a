import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { parseAddress } from '../post/mail.ts'
import { parseLearningTeamName, parseLearningTeams } from './learning-team.ts'
import { lineOf } from './line.ts'
import { lastOfRole, type Person, parseEmail, parsePersonName } from './person.ts'
import { termEnds, termHasCome } from './retention.ts'

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

  it('have an address that sign-in reads in the same way', () => {
    const part = fc.stringMatching(/^[A-Za-z0-9.é_-]{1,12}$/)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.emailAddress(),
          fc.tuple(part, part).map(([one, two]) => `${one}@${two}.nl`),
        ),
        (text) => {
          const email = parseEmail(text)
          if (typeof email === 'string') expect(parseAddress(text)).toBe(email)
        },
      ),
    )
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
    expect(parseLearningTeamName('Rekenen', 'nl')).toBe('Leerteam Rekenen')
    expect(parseLearningTeamName('Arithmetic', 'en')).toBe('Learning team Arithmetic')
    expect(parseLearningTeamName('Reading circle', 'en')).toBe('Reading circle')
    expect(parseLearningTeamName('leerteam Rekenen', 'nl')).toBe('leerteam Rekenen')
    expect(parseLearningTeamName('Werkgroep lezen', 'nl')).toBe('Werkgroep lezen')
    for (const odd of ['', '=x', '<b>', 'x'.repeat(61)])
      expect(parseLearningTeamName(odd, 'nl')).toHaveProperty('refused')
  })

  it('are read as lines with the names of people', () => {
    const people = [
      person('Bram'),
      person('Anouk de Wit'),
      person('Anouk Smit'),
      person('Kees', [], '2020-01-01'),
    ]
    expect(parseLearningTeams('Rekenen: bram, Anouk de Wit\nLezen', people, 'nl')).toEqual([
      { name: 'Leerteam Rekenen', members: ['Bram', 'Anouk de Wit'] },
      { name: 'Leerteam Lezen', members: [] },
    ])
    expect(parseLearningTeams('Rekenen: Anouk', people, 'nl')).toMatchObject({
      refused: 'member-unclear',
      name: 'Anouk',
    })
    expect(parseLearningTeams('Rekenen: Kees', people, 'nl')).toMatchObject({
      refused: 'member-unknown',
      name: 'Kees',
    })
    expect(parseLearningTeams('Rekenen\nleerteam rekenen', people, 'nl')).toMatchObject({
      refused: 'learning-team-known',
    })
    expect(parseLearningTeams('x\n'.repeat(31), people, 'nl')).toMatchObject({
      refused: 'learning-teams-many',
    })
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
