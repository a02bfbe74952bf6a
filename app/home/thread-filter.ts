import type { LearningTeamId, PersonId, VisionLineId } from '../kernel/id.ts'
import { parseId } from '../kernel/id.ts'
import { domainsOf, isDomain } from '../plan/domain.ts'
import { type Domain, type Entry, isWritten, ownersOf, TEXTS_OF } from '../plan/entry.ts'
import type { Roster } from '../plan/roster.ts'
import { type Knot, lineKey, type Thread } from './thread.ts'

/** Which part of the thread somebody wants to see; all of them null and not loose: the whole. */
export type ThreadFilter = {
  readonly line: VisionLineId | null
  readonly person: PersonId | null
  readonly team: LearningTeamId | null
  readonly domain: Domain | null
  readonly loose: boolean
}

/** A filter from a question of an address; what is not known is left out. */
export function parseFilter(asked: (name: string) => string | undefined, roster: Roster): ThreadFilter {
  const known = <Id extends string>(id: Id | null, all: readonly { readonly id: Id }[]) =>
    all.some((one) => one.id === id) ? id : null
  const domain = asked('domain')
  return {
    line: known(parseId<'vision-line'>(asked('line')), roster.visionLines),
    person: known(parseId<'person'>(asked('person')), roster.people),
    team: known(parseId<'learning-team'>(asked('team')), roster.learningTeams),
    domain: isDomain(domain) ? domain : null,
    loose: asked('loose') === 'yes',
  }
}

export const isWhole = ({ line, person, team, domain, loose }: ThreadFilter) =>
  line === null && person === null && team === null && domain === null && !loose

/** The address of a filter, without what is not asked. */
export function filterQuery(filter: ThreadFilter): string {
  const asked = new URLSearchParams()
  for (const name of ['line', 'person', 'team', 'domain'] as const) {
    const value = filter[name]
    if (value !== null) asked.set(name, value)
  }
  if (filter.loose) asked.set('loose', 'yes')
  const query = asked.toString()
  return query === '' ? '' : `?${query}`
}

/**
 * The part of the thread that a filter asks for: what fits every question, with all that it hangs on and the days on
 * which it is looked back on. Of a vision line all that hangs on it.
 */
export function filtered(thread: Thread, filter: ThreadFilter, roster: Roster): Thread {
  if (isWhole(filter)) return thread
  const byKey = new Map(thread.knots.map((knot) => [knot.key, knot]))
  const above = (knot: Knot): string[] =>
    knot.on.flatMap((key) => [key, ...above(byKey.get(key) ?? { ...knot, on: [] })])
  const within = filter.line === null ? null : lineKey(filter.line)
  const isUnder = (knot: Knot) => within === null || knot.key === within || above(knot).includes(within)
  const fits = thread.knots.filter((knot) => isUnder(knot) && isAskedFor(knot, filter, roster))
  const entries = new Set(fits.flatMap((knot) => ('entry' in knot ? [knot.entry.id] : [])))
  const kept = new Set(fits.flatMap((knot) => [knot.key, ...above(knot)]))
  for (const knot of thread.knots)
    if (knot.kind === 'evaluation' && entries.has(knot.entry.id)) kept.add(knot.key)
  const stays = (key: string) => kept.has(key) && (within === null || isUnder(byKey.get(key) as Knot))
  return {
    knots: thread.knots
      .filter(({ key }) => stays(key))
      .map((knot) => ({ ...knot, on: knot.on.filter(stays) })),
  }
}

function isAskedFor(knot: Knot, { person, team, domain, loose }: ThreadFilter, roster: Roster): boolean {
  if (loose && !knot.loose && knot.ends.length === 0) return false
  if (person !== null && !isAbout(knot, person, roster)) return false
  if (team !== null && !isOfTeam(knot, team, roster)) return false
  return domain === null || (isRead(knot) && domainsOf(knot.entry).includes(domain))
}

/** One's own work, that of one's learning team, and where one helps or carries out. */
function isAbout(knot: Knot, person: PersonId, roster: Roster) {
  if (knot.kind === 'place') return knot.id === person
  if (!('entry' in knot)) return false
  const team = roster.learningTeams.find(({ id }) => id === knot.entry.learningTeamId)
  if (team?.memberIds.includes(person)) return true
  const isNamed = knot.entry.people.some(
    (one) => one.personId === person && one.declinedAt === null && one.part !== 'invited',
  )
  return isNamed || ownersOf(knot.entry).includes(person)
}

/** The work of a learning team and of everyone who is in it. */
function isOfTeam(knot: Knot, team: LearningTeamId, roster: Roster) {
  if (knot.kind === 'place') return knot.id === team
  if (!('entry' in knot)) return false
  const members = roster.learningTeams.find(({ id }) => id === team)?.memberIds ?? []
  return knot.entry.learningTeamId === team || ownersOf(knot.entry).some((id) => members.includes(id))
}

/** A domain is proposed from the words of an entry: of words that the reader does not see nothing is told. */
const isRead = (knot: Knot): knot is Knot & { readonly entry: Entry } =>
  'entry' in knot && TEXTS_OF[knot.entry.kind].some((field) => isWritten(knot.entry, field))
