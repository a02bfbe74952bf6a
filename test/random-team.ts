import fc from 'fast-check'
import type { PersonId } from '../app/kernel/id.ts'
import { type MapFacts, type TeamMap, teamMap, WAYS } from '../app/orchestra/team-map.ts'
import { type Entry, UNSAID } from '../app/plan/entry.ts'
import { emptyProfile, type Profile } from '../app/profile/profile.ts'
import { BUILT_IN_TOPICS, type TopicKey } from '../app/school/topic.ts'
import { idAt, sentence } from './random-plan.ts'

/** Teams of every size, with what they wrote of themselves and who learns from whom. */

export const personAt = (place: number) => idAt('person', place)

export const seatPerson = (place: number, name = `Collega ${place}`) => ({
  id: personAt(place),
  name,
  roles: ['teacher'] as const,
  groups: place % 3 === 0 ? [] : [`groep ${(place % 8) + 1}`],
  hasLeft: false,
})

const someTopics = (most: number) =>
  fc.uniqueArray(fc.constantFrom<TopicKey>(...BUILT_IN_TOPICS), { maxLength: most })

const profileOf = (personId: PersonId) =>
  fc
    .record({
      helps: someTopics(10),
      learns: someTopics(5),
      trained: someTopics(3),
      words: fc.string({ maxLength: 20 }),
      often: fc.constantFrom(null, 'not-now' as const, 'any' as const),
    })
    .map(
      ({ trained, words, ...rest }): Profile => ({
        ...emptyProfile(personId),
        ...rest,
        specialties: trained.map((topic) => ({ topic, words })),
      }),
    )

/** Facts of a team of `people`; also ties with who is not there, and with oneself. */
const factsOf = (people: number): fc.Arbitrary<MapFacts> => {
  const someone = fc.nat({ max: people + 1 }).map(personAt)
  return fc
    .record({
      names: fc.array(sentence(3), { minLength: people, maxLength: people }),
      perBench: fc.integer({ min: 1, max: 20 }),
      profiles: fc.tuple(
        ...Array.from({ length: people }, (_, place) => fc.option(profileOf(personAt(place)))),
      ),
      learnings: fc.array(fc.record({ learner: someone, from: someone, way: fc.constantFrom(...WAYS) }), {
        maxLength: people * 2,
      }),
      together: fc.array(
        fc.record({
          people: fc.uniqueArray(someone, { maxLength: 3 }),
          way: fc.constantFrom('duo' as const, 'peer' as const),
        }),
        { maxLength: Math.ceil(people / 2) },
      ),
      topics: someTopics(2),
    })
    .map(({ names, perBench, profiles, learnings, together, topics }) => ({
      benches: benchesOf(names, perBench),
      profiles: profiles.filter((profile) => profile !== null),
      tracks: people > 0 ? [{ entry: trackOf(personAt(0)), topics }] : [],
      topics: BUILT_IN_TOPICS,
      learningTeams: [],
      learnings,
      together,
    }))
}

function benchesOf(names: readonly string[], size: number): MapFacts['benches'] {
  const count = Math.ceil(names.length / size)
  return Array.from({ length: count }, (_, bench) => ({
    key: `bench-${bench}`,
    name: bench === count - 1 ? null : `Bouw ${bench}`,
    people: names
      .slice(bench * size, (bench + 1) * size)
      .map((name, place) => seatPerson(bench * size + place, name)),
  }))
}

/** A track of this person with nothing in it. */
export const trackOf = (personId: PersonId): Entry => ({
  ...UNSAID,
  id: idAt('entry', 0),
  kind: 'teacher-track',
  position: 0,
  agreedAt: null,
  carriedFrom: null,
  isSealed: false,
  revision: 1,
  personId,
})

export const anyFacts = fc.nat({ max: 14 }).chain(factsOf)
export const largeFacts = factsOf(60)
export const anyTeam: fc.Arbitrary<TeamMap> = anyFacts.map(teamMap)
export const largeTeam: fc.Arbitrary<TeamMap> = largeFacts.map(teamMap)
