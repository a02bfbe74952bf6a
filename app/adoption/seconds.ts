import type { PersonId } from '../kernel/id.ts'
import { type Entry, ownersOf } from '../plan/entry.ts'
import type { Roster, RosterPerson } from '../plan/roster.ts'
import type { Role } from '../session/actor.ts'
import type { Side } from './amendment.ts'

/** Who agrees with the owner of a track on behalf of the school. */
export type Seconds = {
  readonly as: 'coordinator' | 'principal' | 'supporter' | 'nobody'
  readonly people: readonly PersonId[]
}

/**
 * The coordinator. Nobody agrees with themselves: on the coordinator's own track another coordinator agrees, or else
 * the principal, or else a colleague who supports the track. The owner can ask the principal to stand in for a
 * coordinator who is away; then either may say yes.
 */
export function secondsFor(entry: Entry, roster: Roster, standIn: boolean): Seconds {
  const free = roster.people.filter((person) => !person.hasLeft && isFree(person.id, entry, roster))
  const [coordinators, principals] = [withRole(free, 'coordinator'), withRole(free, 'principal')]
  if (coordinators.length > 0 && !standIn) return { as: 'coordinator', people: coordinators }
  if (principals.length > 0)
    return { as: 'principal', people: [...new Set([...coordinators, ...principals])] }
  if (coordinators.length > 0) return { as: 'coordinator', people: coordinators }
  const supporters = free.filter(({ id }) => supports(entry, id)).map(({ id }) => id)
  return { as: supporters.length > 0 ? 'supporter' : 'nobody', people: supporters }
}

const withRole = (people: readonly RosterPerson[], role: Role) =>
  people.filter((person) => person.roles.includes(role)).map(({ id }) => id)

const supports = (entry: Entry, id: PersonId) =>
  entry.people.some((named) => named.part === 'support' && named.personId === id && named.agreedAt !== null)

/** Somebody who is not the owner; of a learning team, whoever leaves another member to speak for it. */
function isFree(id: PersonId, entry: Entry, roster: Roster) {
  const owners = ownersIn(entry, roster)
  return entry.learningTeamId === null ? !owners.includes(id) : owners.some((owner) => owner !== id)
}

/** The people whose track it is, by name: one or two, or the members of a learning team. */
export const ownersIn = (entry: Entry, roster: Roster): readonly PersonId[] =>
  entry.learningTeamId === null
    ? ownersOf(entry)
    : (roster.learningTeams.find((team) => team.id === entry.learningTeamId)?.memberIds ?? [])

/** For which side somebody speaks; null for who is not asked. A member who coordinates speaks as coordinator. */
export function sideOf(person: PersonId, entry: Entry, roster: Roster, standIn: boolean): Side | null {
  if (secondsFor(entry, roster, standIn).people.includes(person)) return 'second'
  return ownersIn(entry, roster).includes(person) ? 'owner' : null
}
