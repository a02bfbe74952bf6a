import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyFacts, personAt, seatPerson, trackOf } from '../../test/random-team.ts'
import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Part as NamedPart } from '../plan/entry.ts'
import { emptyProfile, type Profile } from '../profile/profile.ts'
import { BUILT_IN_TOPICS, type TopicKey } from '../school/topic.ts'
import { questionsIn } from './map-question.ts'
import { learningIn, type MapFacts, mapOfTopic, seatsOf, teamMap, tiesOf } from './team-map.ts'

const AT = '2026-11-19T09:42:00.000Z' as Moment
const [HANNEKE, YOUSSEF, ANOUK, SEM] = [0, 1, 2, 3].map(personAt) as [PersonId, PersonId, PersonId, PersonId]

const profile = (personId: PersonId, given: Partial<Profile>): Profile => ({
  ...emptyProfile(personId),
  ...given,
})

const facts = (given: Partial<MapFacts>): MapFacts => ({
  benches: [
    { key: 'lower', name: 'Onderbouw', people: [seatPerson(0, 'Hanneke'), seatPerson(1, 'Youssef')] },
    { key: 'upper', name: 'Bovenbouw', people: [seatPerson(2, 'Anouk'), seatPerson(3, 'Sem')] },
  ],
  profiles: [],
  tracks: [],
  topics: BUILT_IN_TOPICS,
  learningTeams: [],
  learnings: [],
  together: [],
  ...given,
})

describe('the map of the team', () => {
  it('has everybody, also who wrote nothing and learns from nobody', () => {
    const map = teamMap(facts({}))
    expect(seatsOf(map).map(({ person }) => person.name)).toEqual(['Hanneke', 'Youssef', 'Anouk', 'Sem'])
    expect(map.topics).toEqual([])
    expect(map.bonds).toEqual([])
  })

  it('says who helps, who is trained, who wants to learn, and whose track is about it', () => {
    const map = teamMap(
      facts({
        profiles: [
          profile(HANNEKE, {
            helps: ['reading'],
            learns: ['digital'],
            specialties: [{ topic: 'young-child', words: 'opleiding jonge kind' }],
          }),
        ],
        tracks: [{ entry: trackOf(SEM), topics: ['digital', 'behaviour'] }],
      }),
    )
    const [hanneke, , , sem] = seatsOf(map)
    expect(Object.fromEntries(hanneke?.parts ?? [])).toEqual({
      reading: { gives: 'helps', learns: null },
      digital: { gives: null, learns: 'wants' },
      'young-child': { gives: 'specialist', learns: null },
    })
    expect(hanneke?.trained.get('young-child')).toBe('opleiding jonge kind')
    expect(Object.fromEntries(sem?.parts ?? [])).toEqual({
      behaviour: { gives: null, learns: 'track' },
      digital: { gives: null, learns: 'track' },
    })
    expect(map.topics).toEqual(['behaviour', 'reading', 'young-child', 'digital'])
  })

  it('ties who learn from one colleague in one bond, each with every way', () => {
    const map = teamMap(
      facts({
        learnings: [
          { learner: SEM, from: HANNEKE, way: 'visit' },
          { learner: ANOUK, from: HANNEKE, way: 'question' },
          { learner: SEM, from: HANNEKE, way: 'support' },
          { learner: SEM, from: HANNEKE, way: 'visit' },
          { learner: SEM, from: SEM, way: 'visit' },
          { learner: personAt(9), from: HANNEKE, way: 'support' },
        ],
        together: [
          { people: [ANOUK, SEM], way: 'peer' },
          { people: [SEM, ANOUK], way: 'duo' },
          { people: [SEM, personAt(9)], way: 'peer' },
        ],
      }),
    )
    expect(map.bonds).toEqual([
      {
        from: HANNEKE,
        people: [
          { id: ANOUK, ways: ['question'] },
          { id: SEM, ways: ['support', 'visit'] },
        ],
      },
      {
        from: null,
        people: [
          { id: ANOUK, ways: ['duo', 'peer'] },
          { id: SEM, ways: ['duo', 'peer'] },
        ],
      },
    ])
    expect(tiesOf(map, SEM)).toEqual({
      from: [{ id: HANNEKE, ways: ['support', 'visit'] }],
      together: [{ ids: [ANOUK], ways: ['duo', 'peer'] }],
    })
    expect(tiesOf(map, HANNEKE)).toEqual({ from: [], together: [] })
  })

  it('reads from tracks only support to which the colleague said yes, and who share one', () => {
    const named = (personId: PersonId, part: NamedPart, agreedAt: Moment | null) => ({
      personId,
      part,
      askedAt: AT,
      agreedAt,
      declinedAt: null,
    })
    const entry = {
      ...trackOf(SEM),
      people: [
        named(HANNEKE, 'support', AT),
        named(YOUSSEF, 'support', null),
        named(YOUSSEF, 'invited', AT),
        named(ANOUK, 'duo', AT),
      ],
    }
    expect(learningIn([entry, { ...entry, kind: 'team-goal' }])).toEqual({
      learnings: [
        { learner: SEM, from: HANNEKE, way: 'support' },
        { learner: ANOUK, from: HANNEKE, way: 'support' },
      ],
      together: [{ people: [SEM, ANOUK], way: 'duo' }],
    })
  })

  it('of one topic shows who has to do with it and nothing of others, whatever the team', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom<TopicKey>(...BUILT_IN_TOPICS), (given, topic) => {
        const whole = teamMap(given)
        const map = mapOfTopic(whole, topic)
        const with_ = seatsOf(whole).filter(({ parts }) => parts.has(topic))
        expect(seatsOf(map)).toEqual(with_)
        const here = new Set(with_.map(({ person }) => person.id))
        for (const { from, people } of map.bonds) {
          expect([...(from ? [from] : []), ...people.map(({ id }) => id)].every((id) => here.has(id))).toBe(
            true,
          )
          expect(people.length).toBeGreaterThanOrEqual(from === null ? 2 : 1)
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('what the map asks the team', () => {
  const someWrote = [
    profile(YOUSSEF, { helps: ['behaviour'], learns: ['young-child'] }),
    profile(ANOUK, { helps: ['behaviour'], learns: ['maths', 'young-child'] }),
  ]

  it('asks who learns what one colleague carries, and who does already', () => {
    const map = teamMap(
      facts({
        profiles: [...someWrote, profile(HANNEKE, { helps: ['young-child'], learns: ['young-child'] })],
        learnings: [{ learner: ANOUK, from: HANNEKE, way: 'visit' }],
      }),
    )
    expect(questionsIn(map)).toEqual([
      {
        kind: 'one-carries',
        topic: 'young-child',
        person: HANNEKE,
        wants: [YOUSSEF, ANOUK],
        learning: [ANOUK],
      },
    ])
  })

  it('asks who can show what several want to learn and nobody helps with; one wish is no question', () => {
    const map = teamMap(
      facts({ profiles: [...someWrote, profile(SEM, { helps: [], learns: ['young-child'] })] }),
    )
    expect(questionsIn(map)).toEqual([
      { kind: 'nobody-offers', topic: 'young-child', wants: [YOUSSEF, ANOUK, SEM] },
    ])
  })

  it('asks nothing as long as hardly anybody wrote, and rests on what people wrote, not on a guess', () => {
    expect(questionsIn(teamMap(facts({ profiles: [profile(HANNEKE, { helps: ['reading'] })] })))).toEqual([])
    const guessed = teamMap(
      facts({
        profiles: someWrote.map((one) => ({ ...one, learns: [] })),
        tracks: [
          { entry: trackOf(HANNEKE), topics: ['maths'] },
          { entry: trackOf(SEM), topics: ['maths'] },
        ],
      }),
    )
    expect(questionsIn(guessed)).toEqual([])
  })
})
