import type { Moment } from '../kernel/day.ts'
import type { LearningTeamId, PersonId, VisionLineId } from '../kernel/id.ts'
import type { Role } from '../session/actor.ts'
import { ownersOf } from './entry.ts'
import type { Plan } from './plan.ts'

/** Who and what a plan can name: the team of the school as it is now, and its vision lines. */
export type Roster = {
  readonly people: readonly RosterPerson[]
  readonly learningTeams: readonly {
    readonly id: LearningTeamId
    readonly name: string
    readonly memberIds: readonly PersonId[]
  }[]
  readonly visionLines: readonly RosterLine[]
  /** The coordinator's hours a week for this work; null when the school did not say. */
  readonly hoursAWeek: number | null
  readonly pupils: number | null
}

export type RosterPerson = {
  readonly id: PersonId
  readonly name: string
  readonly roles: readonly Role[]
  /** 'groep 3', 'groep 1/2 A' */
  readonly groups: readonly string[]
  /** Left: the name stays in old plans, there is no place to give. */
  readonly hasLeft: boolean
}

export type RosterLine = {
  readonly id: VisionLineId
  readonly text: string
  readonly short: string
  readonly retiredAt: Moment | null
}

/** Weeks of work in a school year of 1,659 hours (LBBO, 'Veelgestelde vragen'): as long as no holidays are known. */
export const WEEKS_OF_WORK = 39.2

/** Planned against available effort of the coordinator, in hours for the year; available null: not said. */
export function plannedHours(plan: Plan, roster: Roster) {
  const planned = plan.entries.reduce((sum, entry) => sum + (entry.coordinatorHours ?? 0), 0)
  return {
    planned,
    available: roster.hoursAWeek === null ? null : Math.round(roster.hoursAWeek * WEEKS_OF_WORK),
  }
}

/** Everyone learns, so everyone who teaches, coordinates or leads has a place; other staff may have one. */
const EXPECTED: readonly Role[] = ['teacher', 'expert', 'coordinator', 'principal']

export const hasPlaceExpected = (person: RosterPerson) =>
  !person.hasLeft && person.roles.some((role) => EXPECTED.includes(role))

export type Placeless =
  | { readonly personId: PersonId; readonly learningTeamId: null; readonly name: string }
  | { readonly personId: null; readonly learningTeamId: LearningTeamId; readonly name: string }

/** Who has no track yet: people first, then learning teams. */
export function withoutPlace(plan: Plan, roster: Roster): Placeless[] {
  const people = new Set(plan.entries.flatMap(ownersOf))
  const teams = new Set(plan.entries.map((entry) => entry.learningTeamId))
  return [
    ...roster.people
      .filter((person) => hasPlaceExpected(person) && !people.has(person.id))
      .map(({ id, name }): Placeless => ({ personId: id, learningTeamId: null, name })),
    ...roster.learningTeams
      .filter((team) => !teams.has(team.id))
      .map(({ id, name }): Placeless => ({ personId: null, learningTeamId: id, name })),
  ]
}
