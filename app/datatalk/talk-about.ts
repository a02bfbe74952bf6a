import type { Ambition } from '../ambition/ambition.ts'
import { groupNames, learningTeamIn, presentPeople, type Team } from '../school/team.ts'
import { isSubject, type Near } from './fact.ts'
import { linesIn, type Talk, type TalkPart } from './talk.ts'

/**
 * What a talk says of its year groups, the plainest first: what it wants, what else was said, what the team aims at and
 * what was laid in, what will be done, and the groups of the people of its learning team. Of nothing all are as near.
 */
export function nearOf(talk: Talk, ambitions: readonly Ambition[], team: Team): Near {
  const own = ambitions.filter(
    ({ ended, about, ...one }) =>
      ended === null &&
      about.of === 'section' &&
      isOwnSubject(talk, about.subject) &&
      one.teamId === talk.team,
  )
  const groupOf = ({ about }: Ambition) => (about.of === 'section' ? [about.yearGroup] : [])
  const said = (...parts: TalkPart[]) => linesIn(talk, ...parts).flatMap(({ words }) => yearGroupsIn(words))
  const tiers = [
    [...own.filter(({ talkId }) => talkId === talk.id).flatMap(groupOf), ...said('aim')],
    said('data', 'cause', 'for', 'against', 'seen'),
    [...own.flatMap(groupOf), ...laidIn(talk)],
    said('act', 'not-yet', 'able'),
    groupsOf(talk, team),
  ].map((groups) => new Set(groups))
  return (yearGroup) => {
    const at = tiers.findIndex((groups) => groups.has(yearGroup))
    return at === -1 ? tiers.length : at
  }
}

const isOwnSubject = ({ subject: own }: Talk, subject: string) => own === '' || isSubject(own, subject)

const laidIn = (talk: Talk) =>
  talk.lines.flatMap(({ fact }) => (fact?.about.of === 'section' ? [fact.about.yearGroup] : []))

function groupsOf({ team: id }: Talk, team: Team): number[] {
  const own = id && learningTeamIn(team, id)
  if (!own) return []
  return presentPeople(team)
    .filter(({ learningTeams }) => learningTeams.includes(own.id))
    .flatMap((person) => groupNames(team, person).flatMap(yearGroupsIn))
}

const NAMED =
  /\b(?:groep(?:en)?|(?:year )?groups?)\s+([1-8](?:\s*(?:,|\/|-|–|en|and|of|or|tot(?: en met)?|to|t\/m)\s*[1-8])*)\b|\b[BME]([3-8])\b/giu

/** The year groups that are named: 'groep 6', 'groep 4 tot en met 8', 'groep 1/2 A', 'M6'. */
export const yearGroupsIn = (words: string): number[] =>
  [...words.matchAll(NAMED)].flatMap(([, list, code]) => (code ? [Number(code)] : groupsIn(list ?? '')))

function groupsIn(list: string): number[] {
  const named = [...list.matchAll(/[1-8]/g)].map(([digit]) => Number(digit))
  const [first, last] = [named[0] ?? 0, named.at(-1) ?? 0]
  if (!/-|–|to|t\/m|tot/.test(list)) return named
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
}
