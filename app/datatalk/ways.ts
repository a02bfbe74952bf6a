import type { AmbitionSheet } from '../ambition/ambition-sheet.ts'
import type { AtSubject } from '../trend/subject-ways.ts'
import type { TalkHead } from './talk.ts'

/** More than this of a kind is a list elsewhere. */
export const MOST_WAYS = 3

/** The talks on a subject that go on, else the last one that was rounded off; given the last begun first. */
export function talksOn(talks: readonly TalkHead[], subject: string): TalkHead[] {
  const own = talks.filter((talk) => talk.subject === subject)
  const running = own.filter(({ endedAt }) => endedAt === null)
  return running.length > 0 ? running.slice(0, MOST_WAYS) : own.slice(0, 1)
}

/** The running ambitions of a subject, those of the year group and moment that are looked at first. */
export const ambitionsOn = (sheets: readonly AmbitionSheet[], at: AtSubject): AmbitionSheet[] =>
  sheets
    .filter(
      ({ ambition: { about, ended } }) =>
        ended === null && about.of === 'section' && about.subject === at.subject,
    )
    .toSorted((one, other) => farness(one, at) - farness(other, at))

/** How far it is from what is looked at: another year group is further than another moment. */
function farness({ ambition: { about } }: AmbitionSheet, { yearGroup, moment }: AtSubject): number {
  if (about.of !== 'section') return 3
  const otherGroup = yearGroup !== null && about.yearGroup !== yearGroup
  const otherMoment = moment !== null && about.moment !== moment
  return (otherGroup ? 2 : 0) + (otherMoment ? 1 : 0)
}

/** With what somebody goes on to another page: the subject, and what of it was looked at. */
export function subjectQuery({ subject, yearGroup, moment }: AtSubject): string {
  const asked = new URLSearchParams({ subject })
  if (yearGroup !== null) asked.set('group', String(yearGroup))
  if (moment !== null) asked.set('moment', moment)
  return asked.toString()
}
