import type { Day } from '../kernel/day.ts'
import type { LearningTeamId, PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { alike, lineOf, linesOf } from './line.ts'
import { firstName, isPresent, type Person } from './person.ts'

/** A learning team (leerteam). One that stopped keeps its name in the plans it was part of. */
export type LearningTeam = {
  readonly id: LearningTeamId
  readonly name: string
  readonly members: readonly PersonId[]
  readonly retiredOn: Day | null
}

export type LearningTeamReason =
  | 'learning-team-empty'
  | 'learning-team-odd'
  | 'learning-team-known'
  | 'learning-teams-many'
  | 'member-unknown'
  | 'member-unclear'

export type LearningTeamRefusal = Refusal<LearningTeamReason> & { readonly name?: string }

export const MOST_LEARNING_TEAMS = 30
const LONGEST_NAME = 60

// What a name holds when it says by itself that it is a team; else a word for it goes before it.
const SAYS_TEAM = /team|groep|group|plg|plc|kring|circle|gemeenschap|community|lab$/i
const TEAM: Record<Language, string> = { nl: 'Leerteam', en: 'Learning team' }

/**
 * A learning team's name as it stands on the plan: 'Rekenen' becomes 'Leerteam Rekenen', 'Werkgroep lezen' stays.
 * `language`: in which it is written.
 */
export function parseLearningTeamName(value: unknown, language: Language): string | LearningTeamRefusal {
  const name = lineOf(value)
  if (name === '') return refuse('learning-team-empty', 'learningTeam')
  const odd = !/\p{L}/u.test(name) || /^[=+@-]|[<>@]/.test(name)
  if (odd || name.length > LONGEST_NAME) return refuse('learning-team-odd', 'learningTeam')
  return SAYS_TEAM.test(name) ? name : `${TEAM[language]} ${name}`
}

export const isRunning = (team: { readonly retiredOn: Day | null }) => team.retiredOn === null

export type WrittenTeam = { readonly name: string; readonly members: readonly PersonId[] }

/** Learning teams as lines 'Rekenen: Bram, Lotte'; the first line that can't be read is the refusal. */
export function parseLearningTeams(
  value: unknown,
  people: readonly Person[],
  language: Language,
): WrittenTeam[] | LearningTeamRefusal {
  const lines = linesOf(value)
  if (lines.length > MOST_LEARNING_TEAMS) return refuse('learning-teams-many', 'learningTeams')
  const teams: WrittenTeam[] = []
  for (const line of lines) {
    const team = parseTeamLine(line, people, language)
    if ('refused' in team) return { ...team, field: 'learningTeams' }
    if (teams.some((other) => alike(other.name) === alike(team.name))) {
      return { ...refuse('learning-team-known', 'learningTeams'), name: team.name }
    }
    teams.push(team)
  }
  return teams
}

function parseTeamLine(
  line: string,
  people: readonly Person[],
  language: Language,
): WrittenTeam | LearningTeamRefusal {
  const colon = line.indexOf(':')
  const name = parseLearningTeamName(colon < 0 ? line : line.slice(0, colon), language)
  if (typeof name !== 'string') return { ...name, name: line }
  const members: PersonId[] = []
  for (const written of colon < 0 ? [] : namesIn(line.slice(colon + 1))) {
    const found = peopleCalled(written, people)
    if (found.length !== 1)
      return { ...refuse(found.length === 0 ? 'member-unknown' : 'member-unclear'), name: written }
    if (found[0] && !members.includes(found[0].id)) members.push(found[0].id)
  }
  return { name, members }
}

const namesIn = (text: string) =>
  text
    .split(/\s*[,;]\s*|\s+(?:en|and|&)\s+/i)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** Who of the school is meant: by the whole name, else by the first name. */
export function peopleCalled(written: string, people: readonly Person[]): Person[] {
  const present = people.filter(isPresent)
  const whole = present.filter((person) => alike(person.name) === alike(written))
  return whole.length > 0 ? whole : present.filter((person) => alike(firstName(person)) === alike(written))
}
