import { type LearningTeamId, type PersonId, parseId } from '../kernel/id.ts'
import { type Entry, ownersOf } from '../plan/entry.ts'
import { entriesOf, type Plan } from '../plan/plan.ts'
import type { Roster } from '../plan/roster.ts'
import type { MeetingItem } from './meeting.ts'

/** The tracks that an item is about; none for an item of another kind. */
export function tracksOf(
  plan: Plan,
  roster: Roster,
  { kind, subjectId }: Pick<MeetingItem, 'kind' | 'subjectId'>,
) {
  if (kind === 'tracks') return teamTracks(plan, roster, parseId<'learning-team'>(subjectId))
  if (kind !== 'track') return []
  return entriesOf(plan, 'learning-team-track', 'teacher-track').filter(({ id }) => id === subjectId)
}

/** The tracks of a learning team and its members, or (null) of everybody who is in none. */
export function teamTracks(plan: Plan, roster: Roster, teamId: LearningTeamId | null): Entry[] {
  const inTeams = new Set(roster.learningTeams.flatMap(({ memberIds }) => memberIds))
  const members = new Set(roster.learningTeams.find(({ id }) => id === teamId)?.memberIds ?? [])
  const isIn = (person: PersonId) => (teamId === null ? !inTeams.has(person) : members.has(person))
  return entriesOf(plan, 'learning-team-track', 'teacher-track').filter((entry) =>
    entry.learningTeamId === null
      ? ownersOf(entry).some(isIn) || (teamId === null && ownersOf(entry).length === 0)
      : entry.learningTeamId === teamId,
  )
}
