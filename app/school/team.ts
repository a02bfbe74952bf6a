import type { LearningTeamId, PersonId } from '../kernel/id.ts'
import { byName } from '../kernel/language.ts'
import type { Group, Section } from './group.ts'
import { isRunning, type LearningTeam } from './learning-team.ts'
import { isPresent, type Person } from './person.ts'

/** Everybody of a school with what they do, who left included. People are sorted by name. */
export type Team = {
  readonly people: readonly Person[]
  readonly sections: readonly Section[]
  /** In the order of the school: year groups first. */
  readonly groups: readonly Group[]
  /** Also those that stopped. */
  readonly learningTeams: readonly LearningTeam[]
}

export const personIn = (team: Team, id: PersonId) => team.people.find((person) => person.id === id)
export const learningTeamIn = (team: Team, id: LearningTeamId) =>
  team.learningTeams.find((one) => one.id === id)

export const presentPeople = (team: Team) => team.people.filter(isPresent)
export const runningTeams = (team: Team) => team.learningTeams.filter(isRunning)

/** The names of somebody's groups, in the school's order. */
export const groupNames = (team: Team, person: Person) =>
  team.groups.filter((group) => person.groups.includes(group.id)).map((group) => group.name)

/** The names of the learning teams that somebody is in now. */
export const learningTeamNames = (team: Team, person: Person) =>
  runningTeams(team)
    .filter((one) => person.learningTeams.includes(one.id))
    .map((one) => one.name)

export type PeopleOfGroup = { readonly group: Group; readonly people: readonly Person[] }
export type PeopleOfSection = { readonly section: Section | null; readonly groups: readonly PeopleOfGroup[] }

/** Who is here, by section and group; a person with two groups stands with both. Sections without groups fall away. */
export function bySection(team: Team): PeopleOfSection[] {
  const present = presentPeople(team)
  const inSection = (section: Section | null) =>
    team.groups
      .filter((group) => group.sectionId === (section?.id ?? null))
      .map((group) => ({ group, people: present.filter((person) => person.groups.includes(group.id)) }))
  return [...team.sections, null]
    .map((section) => ({ section, groups: inSection(section) }))
    .filter(({ groups }) => groups.length > 0)
}

/** Who is here without a group: coordinator, principal and others for the whole school. */
export const withoutGroup = (team: Team) => presentPeople(team).filter((person) => person.groups.length === 0)

export const sortedByName = <Named extends { readonly name: string }>(all: readonly Named[]) =>
  [...all].sort((one, other) => byName(one.name, other.name))
