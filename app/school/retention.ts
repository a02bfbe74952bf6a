import type { Day } from '../kernel/day.ts'
import type { Person } from './person.ts'

/** The first day on which the texts of somebody who left may go: that many years after the last day. */
export function termEnds(leftOn: Day, retentionYears: number): Day {
  const year = Number(leftOn.slice(0, 4)) + retentionYears
  // 29 February has no anniversary in most years: the first of March is the first day that is surely past it.
  return (leftOn.slice(5) === '02-29' ? `${year}-03-01` : `${year}${leftOn.slice(4)}`) as Day
}

/** Who left so long ago that the school's term has come, longest ago first. */
export const termHasCome = (people: readonly Person[], retentionYears: number, today: Day) =>
  people
    .filter((person) => person.leftOn !== null && termEnds(person.leftOn, retentionYears) <= today)
    .sort((one, other) => ((one.leftOn ?? '') < (other.leftOn ?? '') ? -1 : 1))
