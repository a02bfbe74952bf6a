import { describe, expect, test } from 'vitest'
import type { LearningTeamId, PersonId } from '../kernel/id.ts'
import { isDuo, proposeOwners } from './import-people.ts'
import type { Roster, RosterPerson } from './roster.ts'

const person = (name: string, groups: string[] = [], roles: RosterPerson['roles'] = ['teacher']) => ({
  id: name as PersonId,
  name,
  roles,
  groups,
  hasLeft: name === 'Tineke',
})

const ROSTER: Roster = {
  people: [
    person('Karin', [], ['coordinator']),
    person('Paul', [], ['principal']),
    person('Anouk Bakker', ['groep 3']),
    person('Bram', ['groep 4']),
    person('Kasper van der Velden', ['groep 6']),
    person('Sanne de Wit', ['groep 5']),
    person('Sanne Vos', ['groep 7']),
    person('Evert-Jan', ['groep 1/2 A']),
    person('Fatima', ['groep 1/2 B']),
    person('Tineke', ['groep 8']),
  ],
  learningTeams: [
    { id: 'lezen' as LearningTeamId, name: 'Leerteam Lezen', memberIds: [] },
    { id: 'rust' as LearningTeamId, name: 'Gedrag en rust', memberIds: [] },
  ],
  visionLines: [],
  hoursAWeek: null,
  pupils: null,
}

describe('whose track a heading opens', () => {
  test.each([
    ['Anouk Bakker', ['Anouk Bakker'], true],
    ['ANOUK', ['Anouk Bakker'], true],
    ['Leraar Anouk', ['Anouk Bakker'], true],
    ['Anouk B. (gr. 3)', ['Anouk Bakker'], true],
    ['Anouk (groep 8)', ['Anouk Bakker'], false],
    ['Kasper v.d. V.', ['Kasper van der Velden'], true],
    ['Evert-Jan Plooij (groep 1/2a)', ['Evert-Jan'], true],
    ['B.', ['Bram'], false],
    ['Leraar K. (groep 6)', ['Kasper van der Velden'], false],
    ['Sanne (groep 7)', ['Sanne Vos'], true],
    ['Sanne d. W.', ['Sanne de Wit'], true],
    ['Duo Anouk en Bram (groep 3)', ['Anouk Bakker', 'Bram'], true],
    ['Anouk & Tineke', ['Anouk Bakker'], false],
    ['groep 4', ['Bram'], false],
  ])('%s', (name, ids, sure) => expect(proposeOwners(name, 'teacher', ROSTER)).toEqual({ ids, sure }))

  test.each(['Sanne', 'S.', 'K.', 'Tineke', 'Jorinde K.', 'groep 1/2', 'groep 8', 'Anouk de Groot', ''])(
    '%s stays a name',
    (name) => expect(proposeOwners(name, 'teacher', ROSTER).ids).toEqual([]),
  )

  test('coordinator, principal and learning teams', () => {
    expect(proposeOwners('Intern begeleider', 'coordinator', ROSTER)).toEqual({ ids: ['Karin'], sure: true })
    expect(proposeOwners('Schoolleider', 'principal', ROSTER)).toEqual({ ids: ['Paul'], sure: true })
    expect(proposeOwners('Lezen', 'team', ROSTER)).toEqual({ ids: ['lezen'], sure: true })
    expect(proposeOwners('Leerteam Gedrag en rust', 'team', ROSTER).ids).toEqual(['rust'])
    expect(proposeOwners('Rekenen', 'team', ROSTER).ids).toEqual([])
  })

  test('two names are a duo, one name with a group is not', () => {
    expect(isDuo('Duo Kim en Sanne (groep 5)')).toBe(true)
    expect(isDuo('Kim (groep 5 en 6)')).toBe(false)
  })
})
