import type { PersonId } from '../kernel/id.ts'
import { type Entry, ownersOf } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { hasPlaceExpected, type Roster, type RosterPerson } from '../plan/roster.ts'
import { bySection, type Team } from '../school/team.ts'

/** One colleague with what they learn this year and with whom. */
export type Player = {
  readonly person: RosterPerson
  /** Whether a track is expected of them; who supports the team otherwise may have one. */
  readonly expected: boolean
  readonly tracks: readonly Entry[]
  /** Who shares the track. */
  readonly duo: readonly string[]
  readonly learningTeams: readonly string[]
  /** Colleagues who support and said yes, and who were asked and did not answer yet. */
  readonly supported: readonly string[]
  readonly asked: readonly string[]
  /** Colleagues by name with whom the yield is shared; null: kept, which is a choice too. */
  readonly sharesWith: readonly string[] | null
}

/** Colleagues who stand together; `entry` is the track of a learning team, when it has one. */
export type Desk = {
  readonly key: string
  /** Null: who is in no section or no learning team. */
  readonly name: string | null
  readonly entry: Entry | null
  readonly players: readonly Player[]
}

export const GROUPINGS = ['section', 'team'] as const
export type Grouping = (typeof GROUPINGS)[number]
export const isGrouping = (value: unknown): value is Grouping => GROUPINGS.includes(value as Grouping)

/**
 * Everyone of the team who is here now, each by section once, or by learning team with each that they are in. Of a
 * closed plan everyone who had a place in it: who else was at the school then is not known.
 */
export function orchestraOf(plan: Plan, roster: Roster, team: Team, by: Grouping): Desk[] {
  const had = new Set(plan.entries.flatMap(ownersOf))
  const isThere = ({ id, hasLeft }: RosterPerson) => (plan.phase === 'archived' ? had.has(id) : !hasLeft)
  const present = roster.people.filter(isThere)
  const player = (person: RosterPerson) => playerOf(person, plan, roster)
  return by === 'section' ? bySections(present, team, player) : byTeams(present, plan, roster, player)
}

type MakePlayer = (person: RosterPerson) => Player

const bySections = (present: readonly RosterPerson[], team: Team, player: MakePlayer): Desk[] =>
  seatedBySection(present, team).map(({ key, name, people }) => ({
    key,
    name,
    entry: null,
    players: people.map(player),
  }))

/** Who sits together; name null: who is there for the whole school. */
export type Seated = {
  readonly key: string
  readonly name: string | null
  readonly people: readonly RosterPerson[]
}

/** Everyone of these once, by section; who has no group, or one outside the sections, comes last. */
export function seatedBySection(present: readonly RosterPerson[], team: Team): Seated[] {
  const known = new Map(present.map((person) => [person.id, person]))
  const placed = new Set<PersonId>()
  const seated = bySection(team).map(({ section, groups }) => {
    const fresh = groups.flatMap(({ people }) => people).filter(({ id }) => isFresh(id, placed))
    const people = fresh.flatMap(({ id }) => known.get(id) ?? [])
    return { key: section?.id ?? 'other', name: section?.name ?? null, people }
  })
  const rest = present.filter(({ id }) => !placed.has(id))
  const other = seated.find(({ name }) => name === null)
  const last = { key: 'whole', name: null, people: [...(other?.people ?? []), ...rest] }
  return [...seated.filter((one) => one !== other), last].filter(({ people }) => people.length > 0)
}

/** A person with two groups stands with the first. */
function isFresh(id: PersonId, placed: Set<PersonId>) {
  if (placed.has(id)) return false
  placed.add(id)
  return true
}

function byTeams(present: readonly RosterPerson[], plan: Plan, roster: Roster, player: MakePlayer): Desk[] {
  const teams = roster.learningTeams.map((team) => ({
    key: team.id,
    name: team.name,
    entry: plan.entries.find(({ learningTeamId }) => learningTeamId === team.id) ?? null,
    players: present.filter(({ id }) => team.memberIds.includes(id)).map(player),
  }))
  const members = new Set(roster.learningTeams.flatMap(({ memberIds }) => memberIds))
  const rest = present.filter(({ id }) => !members.has(id)).map(player)
  return rest.length === 0 ? teams : [...teams, { key: 'alone', name: null, entry: null, players: rest }]
}

function playerOf(person: RosterPerson, plan: Plan, roster: Roster): Player {
  const tracks = plan.entries.filter((entry) => ownersOf(entry).includes(person.id))
  const nameOf = (id: PersonId) => roster.people.find((one) => one.id === id)?.name ?? []
  const named = tracks.flatMap(({ people }) => people)
  const namesOf = (fits: (one: (typeof named)[number]) => boolean) => [
    ...new Set(named.filter(fits).flatMap(({ personId }) => nameOf(personId))),
  ]
  return {
    person,
    expected: hasPlaceExpected(person),
    tracks,
    duo: tracks.flatMap((entry) => ownersOf(entry).filter((id) => id !== person.id)).flatMap(nameOf),
    learningTeams: roster.learningTeams
      .filter(({ memberIds }) => memberIds.includes(person.id))
      .map(({ name }) => name),
    supported: namesOf(({ part, agreedAt }) => part === 'support' && agreedAt !== null),
    asked: namesOf(({ part, agreedAt, declinedAt }) => part === 'support' && !agreedAt && !declinedAt),
    sharesWith: tracks.some(({ shareChoice }) => shareChoice === 'not-share')
      ? null
      : namesOf(({ part }) => part === 'share'),
  }
}
