import type { EntryId, LearningTeamId, PersonId, VisionLineId } from '../kernel/id.ts'
import { plainOf } from '../kernel/rich.ts'
import { hasRole, type Member, type Reader } from '../session/actor.ts'
import type { Talk } from '../writing/comment.ts'
import type { Passage } from '../writing/passage.ts'
import { type Entry, isGoal, ownersOf, textOf } from './entry.ts'
import { type LooseEnd, looseEnds } from './loose-end.ts'
import { entriesOf, type Plan } from './plan.ts'
import { isOwner } from './plan-may.ts'
import type { PlanNo } from './plan-no.ts'
import type { Proposal } from './proposal.ts'
import type { Roster, RosterLine, RosterPerson } from './roster.ts'

/** Everything that the plan page shows to one reader: made by the page, drawn by the views. */
export type PlanSheet = {
  /** As this reader may see it. */
  readonly plan: Plan
  readonly roster: Roster
  readonly reader: Reader
  /** Only those of which the reader is one of the two. */
  readonly proposals: readonly Proposal[]
  /** All that was said about its texts; a piece of the page shows only what stands at a text that the reader reads. */
  readonly talk: Talk
  readonly ends: readonly LooseEnd[]
  readonly open: OpenCard | null
  /** The card that was just closed or changed: it stands unfolded. */
  readonly shown: string | null
  /** What was just taken away, with the way to put it back. */
  readonly removed: { readonly what: 'entry' | 'principle'; readonly id: string } | null
}

/** The one card in which is being written; `at` is the field to begin with, `tried` what was sent and refused. */
export type OpenCard = {
  readonly id: EntryId | 'principles'
  readonly at: string | null
  readonly tried: Tried | null
}

/** What somebody sent that could not be stored (all of it): every text as typed, and per field why. */
export type Tried = {
  readonly texts: Readonly<Record<string, string>>
  /** Fields in which somebody else wrote since. */
  readonly clashes: Readonly<Record<string, Passage>>
  readonly nos: readonly { readonly field: string | null; readonly no: PlanNo }[]
}

export type Lookup = {
  readonly people: ReadonlyMap<PersonId, RosterPerson>
  readonly teams: ReadonlyMap<LearningTeamId, Roster['learningTeams'][number]>
  readonly lines: ReadonlyMap<VisionLineId, RosterLine>
}

const lookups = new WeakMap<Roster, Lookup>()

/** People, teams and lines by their id; made once per roster. */
export function lookupOf(roster: Roster): Lookup {
  const known = lookups.get(roster)
  if (known) return known
  const made = {
    people: new Map(roster.people.map((person) => [person.id, person])),
    teams: new Map(roster.learningTeams.map((team) => [team.id, team])),
    lines: new Map(roster.visionLines.map((line) => [line.id, line])),
  }
  lookups.set(roster, made)
  return made
}

/** The number under which a goal is known in the plan: general goals first, the team's goals go on counting. */
export const goalNumbers = (plan: Plan): ReadonlyMap<EntryId, string> =>
  new Map(
    [...entriesOf(plan, 'general-goal'), ...entriesOf(plan, 'team-goal')].map(({ id }, place) => [
      id,
      String(place + 1),
    ]),
  )

/** Whose track it is, by name: of one or two people, of a learning team, or a name of last year. */
export function trackName(entry: Entry, lookup: Lookup): string {
  const team = entry.learningTeamId ? lookup.teams.get(entry.learningTeamId)?.name : undefined
  const people = ownersOf(entry).flatMap((id) => lookup.people.get(id)?.name ?? [])
  return team ?? (people.length > 0 ? people.join(' & ') : (entry.name ?? ''))
}

/** The first words of a text without signs, cut at a word so that they fit beside a name. */
export function firstLine(text: string, most = 80): string {
  const line = plainOf(text).replace(/^- /, '').split('\n', 1)[0] ?? ''
  if (line.length <= most) return line
  const cut = line.lastIndexOf(' ', most - 1)
  return `${line.slice(0, cut > most / 2 ? cut : most - 1)} …`
}

const LONGEST_ABOUT = 160

/** The title of a goal, or what a track is about: one line without signs; empty when nothing is written. */
export function aboutOf(entry: Entry): string {
  const text = isGoal(entry) ? textOf(entry, 'title') : textOf(entry, 'goal') || textOf(entry, 'approach')
  return firstLine(plainOf(text), LONGEST_ABOUT)
}

const ends = new WeakMap<Plan, { roster: Roster; all: readonly LooseEnd[] }>()

/** All loose ends of a plan, found once as long as neither the plan nor the roster changes. */
export function endsOf(plan: Plan, roster: Roster): readonly LooseEnd[] {
  const known = ends.get(plan)
  if (known?.roster === roster) return known.all
  const all = looseEnds(plan, roster)
  ends.set(plan, { roster, all })
  return all
}

/**
 * The loose ends that this reader is shown: the coordinator all of them, everyone else those of the plan as a whole,
 * of goals and of the own track. What a colleague has not tied yet is between that colleague and the coordinator.
 */
export function endsFor(ends: readonly LooseEnd[], plan: Plan, actor: Member): LooseEnd[] {
  if (hasRole(actor, 'coordinator')) return [...ends]
  const others = new Set<string>(
    plan.entries.filter((entry) => !isGoal(entry) && !isOwner(actor, entry)).map(({ id }) => id),
  )
  return ends.filter(({ subjectId }) => !others.has(subjectId))
}
