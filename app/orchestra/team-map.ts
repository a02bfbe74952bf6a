import type { PersonId } from '../kernel/id.ts'
import { type Entry, ownersOf } from '../plan/entry.ts'
import type { Roster, RosterPerson } from '../plan/roster.ts'
import { canHelp, type Profile } from '../profile/profile.ts'
import type { TopicKey } from '../school/topic.ts'
import type { Seated } from './orchestra.ts'

/** Out of what somebody learns from a colleague, or two or three learn together. */
export const WAYS = ['support', 'visit', 'question', 'duo', 'peer'] as const
export type Way = (typeof WAYS)[number]

/** One colleague learns from another this year. */
export type Learning = { readonly learner: PersonId; readonly from: PersonId; readonly way: Way }
/** Colleagues who learn together; nobody of them is the teacher. */
export type Together = { readonly people: readonly PersonId[]; readonly way: Way }

/** What somebody plays of one topic: helps with it, as a specialist or not; wants to learn it; works on it in a track. */
export type Part = {
  readonly gives: 'specialist' | 'helps' | null
  readonly learns: 'wants' | 'track' | null
}

/** A colleague with a place on the map. Everybody has one; who wrote nothing simply stands there. */
export type Seat = {
  readonly person: RosterPerson
  readonly parts: ReadonlyMap<TopicKey, Part>
  /** Own words about a training, by topic. */
  readonly trained: ReadonlyMap<TopicKey, string>
  /** The tracks of this year that the reader reads. */
  readonly tracks: readonly Entry[]
  readonly learningTeams: readonly string[]
}

/** Colleagues who sit together: a section, or (name null) who is there for the whole school. */
export type Bench = { readonly key: string; readonly name: string | null; readonly seats: readonly Seat[] }

/** What ties people: several who learn from one, or (from null) two or three who learn together. */
export type Bond = {
  readonly from: PersonId | null
  readonly people: readonly { readonly id: PersonId; readonly ways: readonly Way[] }[]
}

/** Who plays what, and who learns from whom, as one reader may see it. */
export type TeamMap = {
  readonly benches: readonly Bench[]
  /** In the order of the school's list; only what somebody plays. */
  readonly topics: readonly TopicKey[]
  readonly bonds: readonly Bond[]
}

/** From what the map is made; what the reader may not see is not in it. */
export type MapFacts = {
  readonly benches: readonly Seated[]
  readonly profiles: readonly Profile[]
  /** Tracks with the topics that their words seem to be about. */
  readonly tracks: readonly { readonly entry: Entry; readonly topics: readonly TopicKey[] }[]
  readonly topics: readonly TopicKey[]
  readonly learningTeams: Roster['learningTeams']
  readonly learnings: readonly Learning[]
  readonly together: readonly Together[]
}

/** Everybody once, in the order in which they sit; ties only between people who are here. */
export function teamMap(facts: MapFacts): TeamMap {
  const benches = facts.benches.map(({ key, name, people }) => ({
    key,
    name,
    seats: people.map((person) => seatFor(person, facts)),
  }))
  const seats = seatsOf({ benches })
  return {
    benches,
    topics: facts.topics.filter((topic) => seats.some(({ parts }) => parts.has(topic))),
    bonds: bondsOf(facts, new Set(seats.map(({ person }) => person.id))),
  }
}

export const seatsOf = ({ benches }: Pick<TeamMap, 'benches'>): Seat[] =>
  benches.flatMap(({ seats }) => seats)

function seatFor(person: RosterPerson, { profiles, tracks, topics, learningTeams }: MapFacts): Seat {
  const profile = profiles.find(({ personId }) => personId === person.id)
  const own = tracks.filter(({ entry }) => ownersOf(entry).includes(person.id))
  const works = new Set(own.flatMap((track) => track.topics))
  const parts = new Map<TopicKey, Part>()
  for (const topic of topics) {
    const part = { gives: profile ? canHelp(profile, topic) : null, learns: learnsOf(profile, topic, works) }
    if (part.gives !== null || part.learns !== null) parts.set(topic, part)
  }
  return {
    person,
    parts,
    trained: new Map(profile?.specialties.map(({ topic, words }) => [topic, words] as const)),
    tracks: own.map(({ entry }) => entry),
    learningTeams: learningTeams
      .filter(({ memberIds }) => memberIds.includes(person.id))
      .map(({ name }) => name),
  }
}

function learnsOf(
  profile: Profile | undefined,
  topic: TopicKey,
  works: ReadonlySet<TopicKey>,
): Part['learns'] {
  if (profile?.learns.includes(topic)) return 'wants'
  return works.has(topic) ? 'track' : null
}

/** One bond for everybody from whom is learned, in the order of the seats; then those who learn together. */
function bondsOf({ learnings, together }: MapFacts, here: ReadonlySet<PersonId>): Bond[] {
  const present = learnings.filter(
    ({ learner, from }) => learner !== from && here.has(learner) && here.has(from),
  )
  const fromOne = [...here].flatMap((from) => {
    const mine = present.filter((one) => one.from === from)
    const people = [...here].flatMap((id) => {
      const ways = waysIn(mine.filter(({ learner }) => learner === id))
      return ways.length > 0 ? [{ id, ways }] : []
    })
    return people.length > 0 ? [{ from, people }] : []
  })
  return [...fromOne, ...togetherIn(together, here)]
}

/** The same two or three once, with every way in which they learn together. */
function togetherIn(together: readonly Together[], here: ReadonlySet<PersonId>): Bond[] {
  const byPeople = new Map<string, { ids: PersonId[]; all: Together[] }>()
  for (const one of together) {
    const ids = [...here].filter((id) => one.people.includes(id))
    if (ids.length < 2) continue
    const known = byPeople.get(ids.join()) ?? { ids, all: [] }
    byPeople.set(ids.join(), { ids, all: [...known.all, one] })
  }
  return [...byPeople.values()].map(({ ids, all }) => ({
    from: null,
    people: ids.map((id) => ({ id, ways: waysIn(all) })),
  }))
}

const waysIn = (all: readonly { readonly way: Way }[]): Way[] =>
  WAYS.filter((way) => all.some((one) => one.way === way))

/** What a plan says of learning from and with each other; of a track that the reader reads. */
export function learningIn(entries: readonly Entry[]): Pick<MapFacts, 'learnings' | 'together'> {
  const tracks = entries.filter(({ kind }) => kind === 'teacher-track')
  return {
    learnings: tracks.flatMap((entry) =>
      ownersOf(entry).flatMap((learner) =>
        entry.people
          .filter(({ part, agreedAt }) => part === 'support' && agreedAt !== null)
          .map(({ personId }): Learning => ({ learner, from: personId, way: 'support' })),
      ),
    ),
    together: tracks
      .filter((entry) => ownersOf(entry).length > 1)
      .map((entry) => ({ people: ownersOf(entry), way: 'duo' })),
  }
}

/** The map of one topic: who helps with it, wants to learn it or works on it, and what ties these people. */
export function mapOfTopic(map: TeamMap, topic: TopicKey): TeamMap {
  const benches = map.benches
    .map((bench) => ({ ...bench, seats: bench.seats.filter(({ parts }) => parts.has(topic)) }))
    .filter(({ seats }) => seats.length > 0)
  const seats = seatsOf({ benches })
  const here = new Set(seats.map(({ person }) => person.id))
  return {
    benches,
    topics: map.topics.filter((one) => seats.some(({ parts }) => parts.has(one))),
    bonds: map.bonds.flatMap((bond) => bondAmong(bond, here)),
  }
}

function bondAmong(bond: Bond, here: ReadonlySet<PersonId>): Bond[] {
  const people = bond.people.filter(({ id }) => here.has(id))
  if (bond.from !== null && !here.has(bond.from)) return []
  return people.length < (bond.from === null ? 2 : 1) ? [] : [{ ...bond, people }]
}

/** From whom and with whom somebody learns, and who learns from them. */
export type Ties = {
  readonly from: readonly { readonly id: PersonId; readonly ways: readonly Way[] }[]
  readonly together: readonly { readonly ids: readonly PersonId[]; readonly ways: readonly Way[] }[]
}

export function tiesOf({ bonds }: Pick<TeamMap, 'bonds'>, person: PersonId): Ties {
  const mine = bonds.flatMap((bond) => {
    const own = bond.people.find(({ id }) => id === person)
    return own ? [{ bond, ways: own.ways }] : []
  })
  return {
    from: mine.flatMap(({ bond, ways }) => (bond.from === null ? [] : [{ id: bond.from, ways }])),
    together: mine.flatMap(({ bond, ways }) =>
      bond.from === null
        ? [{ ids: bond.people.map(({ id }) => id).filter((id) => id !== person), ways }]
        : [],
    ),
  }
}
