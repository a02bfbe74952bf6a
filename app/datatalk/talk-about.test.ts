import { describe, expect, it } from 'vitest'
import { GROUP_FIVE } from '../../test/ambition-room.ts'
import type { Ambition } from '../ambition/ambition.ts'
import type { DataTalkId, LearningTeamId } from '../kernel/id.ts'
import type { Team } from '../school/team.ts'
import type { Talk, TalkPart } from './talk.ts'
import { nearOf, yearGroupsIn } from './talk-about.ts'

const TEAM = 'rekenen' as LearningTeamId
const NOBODY: Team = { people: [], sections: [], groups: [], learningTeams: [] }

const talk = (...said: (readonly [TalkPart, string])[]) =>
  ({
    id: 'talk' as DataTalkId,
    team: TEAM,
    subject: 'Rekenen',
    lines: said.map(([part, words]) => ({ part, words, fact: null })),
  }) as unknown as Talk
const ambition = (yearGroup: number, more: Partial<Ambition> = {}) =>
  ({
    talkId: 'talk',
    teamId: TEAM,
    ended: null,
    about: { ...GROUP_FIVE, yearGroup },
    ...more,
  }) as unknown as Ambition
/** The year groups of a school, the nearest first. */
const inOrder = (...given: Parameters<typeof nearOf>) => {
  const near = nearOf(...given)
  return [3, 4, 5, 6, 7, 8].toSorted((one, other) => near(one) - near(other))
}

describe('on which year groups a talk is', () => {
  it('is read in words as schools write them', () => {
    const read = (words: string) => yearGroupsIn(words)
    expect(read('De tafels zitten in groep 6 nog niet vast.')).toEqual([6])
    expect(read('Groepen 4 tot en met 7, en groep 8')).toEqual([4, 5, 6, 7, 8])
    expect(read('groep 1/2 A en gr')).toEqual([1, 2])
    expect(read('In M6 en E8 kent ieder kind de tafels, in year group 5 and 6 too')).toEqual([6, 8, 5, 6])
    expect(read('in group 4')).toEqual([4])
    expect(read('25 kinderen, 3 keer per week, 60 % op 1F, groepswerk 5, M12')).toEqual([])
    expect(read('groep 8 tot 4')).toEqual([])
  })

  it('is what the talk wants first, then what was said, what the team aims at, what it will do', () => {
    const said = talk(
      ['aim', 'In M6 kent ieder de tafels.'],
      ['cause', 'In groep 8 ook.'],
      ['act', 'Groep 4'],
    )
    expect(inOrder(said, [ambition(5, { talkId: null })], NOBODY)).toEqual([6, 8, 5, 4, 3, 7])
    expect(inOrder(talk(), [ambition(7)], NOBODY)[0]).toBe(7)
  })

  it('is not of another subject, of another team, or of what is closed', () => {
    const other = { ...GROUP_FIVE, subject: 'Lezen', yearGroup: 6 }
    const strange = [
      ambition(6, { about: other }),
      ambition(6, { teamId: null }),
      ambition(6, { ended: { on: '2026-11-19', how: 'let-go' } } as Partial<Ambition>),
    ]
    expect(inOrder(talk(), strange, NOBODY)).toEqual([3, 4, 5, 6, 7, 8])
  })

  it('is else of the groups of the people in its learning team', () => {
    const person = (id: string, group: string, teams: LearningTeamId[]) => ({
      id,
      leftOn: null,
      groups: [group],
      learningTeams: teams,
    })
    const team = {
      ...NOBODY,
      groups: [
        { id: 'six', name: 'groep 6', sectionId: null },
        { id: 'three', name: 'groep 3', sectionId: null },
      ],
      learningTeams: [{ id: TEAM, name: 'Leerteam Rekenen', stoppedAt: null }],
      people: [person('bram', 'six', [TEAM]), person('anouk', 'three', [])],
    } as unknown as Team
    expect(inOrder(talk(), [], team)[0]).toBe(6)
    expect(inOrder(talk(), [], NOBODY)).toEqual([3, 4, 5, 6, 7, 8])
  })
})
