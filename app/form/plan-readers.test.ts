import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { petraTrack, regenboogPaper } from '../../test/paper.ts'
import { plainOf, writeRich } from '../kernel/rich.ts'
import { edited, nameEdits } from './name-finder.ts'
import { paperText } from './paper-text.ts'
import type { PaperPerson, PlanPaper } from './plan-paper.ts'
import { initialsOf, withInitials, withoutTracks } from './plan-readers.ts'
import { rewriting } from './rewriting.ts'

const text = paperText('nl')
const outside = (paper: PlanPaper) => withoutTracks(paper, (role) => text.insteadOf(role, paper.terms))
const person = (name: string, role: PaperPerson['role'] = 'teacher'): PaperPerson => ({
  name,
  firstName: name.split(' ')[0] ?? name,
  role,
})

describe('the version for readers outside the team', () => {
  test('has no tracks of persons, and keeps the learning teams', () => {
    const paper = outside(regenboogPaper())
    expect(paper.teacherTracks).toEqual([])
    expect(paper.learningTeamTracks.map((track) => track.name)).toEqual(['Leerteam Lezen'])
    expect(paper.yearOverview).toHaveLength(1)
  })

  test('says somebody where somebody was named', () => {
    const paper = outside(regenboogPaper())
    expect(paper.generalGoals[0]?.executedBy).toBe('Alle leraren. Een collega trekt.')
    expect(paper.yearOverview[0]?.what).toBe('Een groep overnemen voor een collega')
    expect(paper.adoption).toMatchObject({ present: [], presentCount: 15, objections: [{ by: null }] })
  })

  test('an objection about a track stays inside', () => {
    const whole = regenboogPaper()
    const about = { entryId: petraTrack.id, about: 'Petra', by: null, reason: 'Te veel', answer: 'Minder' }
    const paper = outside({
      ...whole,
      adoption: whole.adoption && { ...whole.adoption, objections: [about] },
    })
    expect(paper.adoption?.objections).toEqual([])
  })

  test('leaks no name, wherever it stood', () => {
    fc.assert(
      fc.property(namesAndPlace, ({ people, wrap }) => {
        const said = JSON.stringify(outside(named(people, wrap))).toLowerCase()
        for (const one of people) {
          for (const word of one.name.toLowerCase().split(' ')) expect(said).not.toContain(word)
        }
      }),
    )
  })
})

/** Names that occur in no other text: letters of Dutch, Turkish, Polish and Arabic names. */
const syllable = fc.constantFrom('zwoq', 'kéçiq', 'şüxğ', 'łóżwq', 'qîvx', 'ẅéxq', 'مريمق')
const anyName = fc
  .tuple(syllable, syllable, fc.constantFrom('', ' qvan', '-qxa'))
  .map(([first, last, more]) => `${first.charAt(0).toUpperCase()}${first.slice(1)}${more} Q${last}`)
const namesAndPlace = fc.record({
  people: fc
    .uniqueArray(anyName, { minLength: 1, maxLength: 4 })
    .map((names) => names.map((name) => person(name))),
  wrap: fc.constantFrom(
    (name: string) => name,
    (name: string) => `${name}’s groep`,
    (name: string) => `Met ${name.toUpperCase()} erbij.`,
    (name: string) => `(${name}), en verder`,
    (name: string) => name.split(' ').at(-1) ?? name,
    (name: string) => name.split(' ')[0] ?? name,
    (name: string) => name.normalize('NFD'),
  ),
})

/** The plan with these people named in every text of it. */
function named(people: readonly PaperPerson[], wrap: (name: string) => string): PlanPaper {
  const all = people.map(({ name }) => wrap(name)).join(', ')
  const whole = regenboogPaper({
    people,
    teacherTracks: people.map(({ name }) => ({ ...petraTrack, name: wrap(name) })),
  })
  const filled = JSON.parse(JSON.stringify(whole), (key, value: unknown) =>
    typeof value === 'string' && FREE.has(key) ? `${value} ${all}` : value,
  ) as PlanPaper
  const objection = { entryId: null, about: all, by: all, reason: all, answer: all }
  const evaluations = [
    {
      moment: 'mid' as const,
      saw: all,
      learned: all,
      next: null,
      adjust: null,
      sharedWith: all,
      reached: null,
    },
  ]
  return {
    ...filled,
    principles: [all],
    visionLines: [all],
    generalGoals: filled.generalGoals.map((goal) => ({
      ...goal,
      evaluations,
      visionLines: [all],
      parentGoal: all,
    })),
    adoption: filled.adoption && {
      ...filled.adoption,
      present: people.map(({ name }) => name),
      objections: [objection],
    },
  }
}
const FREE = new Set([
  'approach',
  'executedBy',
  'coordinatorEffort',
  'evaluation',
  'what',
  'period',
  'support',
  'memberEffort',
  'rule',
  'outcome',
])

describe('the version with initials', () => {
  test('names become initials, also inside running text', () => {
    const paper = withInitials(regenboogPaper())
    expect(paper.teacherTracks[0]).toMatchObject({
      name: 'Pe.',
      support: 'Ke.',
      approach: 'Oefenen met Ke., die het vorig jaar deed.',
    })
    expect(paper.generalGoals[0]?.executedBy).toBe('Alle leraren. Y. trekt.')
    expect(paper.people.map(({ name }) => name)).not.toContain('Petra Jansen')
  })

  test('who shares an initial gets a second letter, or a number', () => {
    const people = [
      person('Jan Bos'),
      person('Joris Vink'),
      person('Anna Maas'),
      person('Anne Kok'),
      person('Noor Smit'),
    ]
    const initials = initialsOf(people)
    expect(people.map((one) => initials.get(one))).toEqual(['Ja.', 'Jo.', 'A.1', 'A.2', 'N.'])
  })
})

describe('finding names in running text', () => {
  const find = nameEdits(
    [
      person('Wil de Groot'),
      person('Zoë Bakker'),
      person('Anne-Marie van den Berg'),
      person('Youssef el Amrani'),
    ],
    (one) => `[${one.firstName}]`,
  )
  const replace = (text: string) => edited(text, find(text))

  test('in other accents, as possessive, in capitals, by surname', () => {
    expect(replace('Zoe en ZOË')).toBe('[Zoë] en [Zoë]')
    expect(replace('Youssefs groep en Zoë’s les')).toBe('[Youssef] groep en [Zoë]’s les')
    expect(replace('mevrouw Van den Berg')).toBe('mevrouw [Anne-Marie]')
    expect(replace('Anne-Marie van den Berg trekt')).toBe('[Anne-Marie] trekt')
  })

  test('a first name that is also a small word, only with a capital', () => {
    const short = nameEdits([person('Ben Kok'), person('Al Haddad')], () => '…')
    const text = 'Met Ben en Al. Ik ben er al.'
    expect(edited(text, short(text))).toBe('Met … en …. Ik ben er al.')
  })

  test('through bold, lists and links, and in addresses', () => {
    const { long } = rewriting(find)
    expect(long('Met **Zoë** en *You*\\ssef')).toBe('Met **[Zoë]** en *[Youssef]*')
    expect(long('- Zoë Bakker\n- **Zoë** Bakker, [mail](mailto:zoe@a.nl)')).toBe('- [Zoë]\n- **[Zoë]**, mail')
    expect(long('Zie [het verslag](https://a.nl/verslag%20Zo%C3%AB) of [de site](https://a.nl).')).toBe(
      'Zie het verslag of [de site](https://a.nl).',
    )
  })

  test('no name stays, however its letters look', () => {
    const { long } = rewriting(nameEdits([person('Youssef el Amrani')], () => '…'))
    const look = fc.record(
      { bold: fc.constant(true as const), italic: fc.constant(true as const) },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(look, { minLength: 7, maxLength: 7 }), (looks) => {
        const runs = [...'Youssef'].map((text, at) => ({ text, ...looks[at] }))
        const text = writeRich([{ kind: 'paragraph', runs: [{ text: 'Met ' }, ...runs, { text: ' erbij' }] }])
        expect(plainOf(long(text))).toBe('Met … erbij')
      }),
    )
  })

  test('a word that is no name stays', () => {
    expect(replace('Ik wil naar de bakker op de berg')).toBe('Ik wil naar de bakker op de berg')
    expect(replace('De groepen van de school')).toBe('De groepen van de school')
  })
})
