import { describe, expect, it } from 'vitest'
import type { GroupId, PersonId, SectionId } from '../kernel/id.ts'
import { LANGUAGES, termsFor } from '../kernel/language.ts'
import { ROLES } from '../session/actor.ts'
import { roleWord } from '../session/role-text.ts'
import { checkPeople, isReady } from './people-check.ts'
import type { WrittenPerson } from './people-list.ts'
import type { Person } from './person.ts'
import { roleNamed, roleResembling } from './role-words.ts'
import type { Team } from './team.ts'

const person = (name: string, other: Partial<Person> = {}): Person => ({
  id: `id of ${name}` as PersonId,
  name,
  email: null,
  roles: ['teacher'],
  groups: [],
  learningTeams: [],
  joinedAt: null,
  leftOn: null,
  ...other,
})

const team: Team = {
  people: [
    person('Karin', { email: 'karin@regenboog.nl' }),
    person('Petra'),
    person('Joost', { email: 'joost@regenboog.nl', leftOn: '2025-07-31' as Person['leftOn'] }),
  ],
  sections: [{ id: 'midden' as SectionId, name: 'Middenbouw' }],
  groups: [{ id: 'g3' as GroupId, name: 'groep 3', sectionId: null }],
  learningTeams: [],
}

const written = (other: Partial<WrittenPerson>, line = 1): WrittenPerson => ({
  line,
  name: 'Anouk',
  email: 'anouk@regenboog.nl',
  groups: '3',
  roles: 'leraar',
  ...other,
})

const check = (...list: WrittenPerson[]) => checkPeople(list, team, () => true)
const one = (other: Partial<WrittenPerson>) => {
  const [checked] = check(written(other))
  if (!checked) throw new Error('nothing was checked')
  return checked
}

describe('a line of the list', () => {
  it('is ready when all is clear', () => {
    expect(one({})).toMatchObject({
      name: 'Anouk',
      groups: ['groep 3'],
      roles: ['teacher'],
      known: null,
      remarks: [],
    })
  })

  it('takes its group as the school writes it, and says which is new', () => {
    expect(one({ groups: 'gr. 3, 1-2a' })).toMatchObject({
      groups: ['groep 3', 'groep 1/2 A'],
      remarks: [{ note: 'group-new', written: 'groep 1/2 A' }],
    })
  })

  it.each([
    ['leerkacht', 'role-guessed', 'teacher'],
    ['tovenaar', 'role-unknown', 'teacher'],
    ['', 'role-proposed', 'teacher'],
  ])('proposes a role for %j', (roles, note, role) => {
    const checked = one({ roles })
    expect(checked.roles).toEqual([role])
    expect(checked.remarks).toMatchObject([{ note, role }])
    expect(isReady(checked)).toBe(true)
  })

  it('can hold several roles', () => {
    expect(one({ roles: 'leraar / rekenspecialist' }).roles).toEqual(['teacher', 'expert'])
    expect(one({ roles: 'IB’er en leerkracht' }).roles).toEqual(['coordinator', 'teacher'])
  })

  it.each([
    ['a missing name', { name: '' }, 'name-empty'],
    ['a formula for a name', { name: '=HYPERLINK("x")' }, 'name-odd'],
    ['markup for a name', { name: '<script>alert(1)</script>' }, 'name-odd'],
    ['no address', { email: 'anouk.regenboog.nl' }, 'email-shape'],
    ['a formula for an address', { email: '=cmd@x.nl' }, 'email-shape'],
    ['the address of who left', { email: 'joost@regenboog.nl' }, 'email-left'],
    ['markup for a group', { groups: '<b>' }, 'group-odd'],
  ])('is not ready with %s', (_, other, stop) => {
    const checked = one(other)
    expect(isReady(checked)).toBe(false)
    expect(checked.remarks).toContainEqual(expect.objectContaining({ stop }))
  })

  it('has an address of its own', () => {
    const [first, second] = check(written({}), written({ name: 'Bram', email: 'ANOUK@regenboog.nl' }, 2))
    expect(first && isReady(first)).toBe(true)
    expect(second?.remarks).toContainEqual({ stop: 'email-twice', field: 'email', line: 1 })
  })

  it('with a name that stands there twice is told, not stopped', () => {
    const [, second] = check(written({}), written({ email: 'anouk.b@regenboog.nl' }, 2))
    expect(second?.remarks).toEqual([{ note: 'name-twice', field: 'name' }])
    expect(second && isReady(second)).toBe(true)
  })

  it.each([
    ['by the address', { name: 'Karin de Boer', email: 'karin@regenboog.nl' }, 'id of Karin'],
    ['by the name, when the list has no address', { name: 'karin', email: '' }, 'id of Karin'],
    [
      'by the name, when the school has no address',
      { name: 'Petra', email: 'petra@regenboog.nl' },
      'id of Petra',
    ],
  ])('finds who is here already %s', (_, other, id) => {
    expect(one(other).known).toBe(id)
  })

  it('does not take two people with the same name for one', () => {
    expect(one({ name: 'Karin', email: 'karin.b@regenboog.nl' })).toMatchObject({
      known: null,
      remarks: [{ note: 'name-known' }],
    })
  })

  it('hands out no role that its writer may not give', () => {
    const [checked] = checkPeople([written({ roles: 'beheerder' })], team, (role) => role !== 'administrator')
    expect(checked?.remarks).toEqual([{ stop: 'role-not-yours', field: 'roles' }])
  })
})

describe('the words for roles', () => {
  it('are all understood when the preview shows them back', () => {
    for (const language of LANGUAGES) {
      for (const coordinator of ['ib', 'kc'] as const) {
        for (const teacher of ['leraar', 'leerkracht'] as const) {
          const terms = termsFor(language, coordinator, teacher)
          for (const role of ROLES) expect(roleNamed(roleWord(role, language, terms))).toBe(role)
        }
      }
    }
  })

  it('are only guessed when they are close', () => {
    expect(roleResembling('leekracht')).toBe('teacher')
    expect(roleResembling('schoolleidr')).toBe('principal')
    expect(roleResembling('bakker')).toBeNull()
    expect(roleResembling('x'.repeat(10_000))).toBeNull()
  })
})
