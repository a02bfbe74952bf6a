import type { FoundName } from '../form/word-in.ts'
import type { LearningTeamId, PersonId } from '../kernel/id.ts'
import type { Choices, DraftEntry, ImportDraft } from './import.ts'
import type { Roster, RosterPerson } from './roster.ts'

/** Whose a track would become: people or a learning team; `sure` when there is nobody else whom it could mean. */
export type Owners = { readonly ids: readonly string[]; readonly sure: boolean }
const NOBODY: Owners = { ids: [], sure: false }

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const wordsOf = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Words around a name that are no part of it. */
const AROUND =
  /^(?:leraar|leraren|leerkracht|leerkrachten|lkr|juf|juffrouw|meester|mw|mevr|dhr|duo|traject|van|voor|ib|iber|kcer|er|intern|begeleider|kwaliteitscoordinator|schoolleider|directeur|groep|groepen|gr)$/

/** The names in a heading: 'Duo Kim en Sanne (groep 5)' holds two. */
export const namesIn = (heading: string) =>
  heading
    .replace(/\([^)]*\)?/g, ' ')
    .split(/\s+(?:en|and)\s+|[&/+,]/iu)
    .map((name) => wordsOf(name).filter((word) => !AROUND.test(word) && !/\d/.test(word)))
    .filter((words) => words.length > 0)

export const isDuo = (heading: string) => namesIn(heading).length === 2

/** 'groep 1/2 A', 'gr. 1/2a' and '1/2a' are one group. */
const groupKey = (text: string) => fold(text).replace(/groep(?:en)?|gr\b|[\s.:]/g, '')

function groupsIn(heading: string): string[] {
  const found = heading.match(/\b(?:groep|gr)\b\.?\s*:?\s*\d(?:\s*[/-]\s*\d)?(?:\s?[a-d]\b)?/giu) ?? []
  return found.map(groupKey)
}

const teaches = (person: RosterPerson, groups: readonly string[]) =>
  person.groups.some((group) =>
    groups.some((one) => groupKey(group) === one || groupKey(group).replace(/[a-d]$/, '') === one),
  )

/** How well a name fits a person: 3 the whole name, 2 a first name, 1 initials, 0 not. */
function fit(words: readonly string[], person: RosterPerson): number {
  const own = wordsOf(person.name)
  if (own.join(' ') === words.join(' ')) return 3
  const [first = '', ...rest] = words
  const [ownFirst = '', ...ownRest] = own
  if (first !== ownFirst && !(first.length === 1 && ownFirst.startsWith(first))) return 0
  if (rest.length > 0 && ownRest.length > 0 && !initialsFit(rest, ownRest)) return 0
  return first === ownFirst ? 2 : 1
}

/** 'Kasper v.d. V.' is 'Kasper van der Velden': as far as both go, each word begins as the one in the other. */
const initialsFit = (one: readonly string[], other: readonly string[]) =>
  one.every((word, place) => {
    const theirs = other[place]
    return theirs === undefined || theirs.startsWith(word) || word.startsWith(theirs)
  })

/** Whom one name means: the best fit, by group where more than one fits as well; nobody when that stays open. */
function personFor(words: readonly string[], groups: readonly string[], people: readonly RosterPerson[]) {
  const best = Math.max(0, ...people.map((person) => fit(words, person)))
  const fits = best === 0 ? [] : people.filter((person) => fit(words, person) === best)
  const inGroup = fits.filter((person) => teaches(person, groups))
  const [person, ...others] = inGroup.length > 0 ? inGroup : fits
  return person && others.length === 0 ? { person, byName: best > 1 } : null
}

/** Whose track a heading opens, as far as the team tells. */
export function proposeOwners(heading: string, role: FoundName['role'], roster: Roster): Owners {
  if (role === 'team') return teamFor(heading, roster)
  const people = roster.people.filter((person) => !person.hasLeft)
  const groups = groupsIn(heading)
  const found = namesIn(heading).map((words) => personFor(words, groups, people))
  const known = found.flatMap((one) => one ?? [])
  if (known.length > 0) {
    const ids = [...new Set(known.map(({ person }) => person.id))].slice(0, 2)
    const elsewhere = groups.length > 0 && !known.some(({ person }) => teaches(person, groups))
    const all = known.length === found.length && known.every(({ byName }) => byName)
    return { ids, sure: all && !elsewhere }
  }
  return found.length > 0 ? NOBODY : byRoleOrGroup(role, groups, people)
}

/** A heading without a name: the only one with that role, or the only one with that group. */
function byRoleOrGroup(
  role: FoundName['role'],
  groups: readonly string[],
  people: readonly RosterPerson[],
): Owners {
  const those =
    role === 'teacher'
      ? people.filter((person) => teaches(person, groups))
      : people.filter((person) => role !== 'team' && person.roles.includes(role))
  const [person] = those
  return person && those.length === 1 ? { ids: [person.id], sure: role !== 'teacher' } : NOBODY
}

const teamKey = (name: string) =>
  wordsOf(name.replace(/\([^)]*\)?/g, ' '))
    .filter((word) => !/^(?:leerteam|werkgroep|ontwikkelteam|leerkring|plg|team|de|het)$/.test(word))
    .join(' ')

function teamFor(name: string, roster: Roster): Owners {
  const teams = roster.learningTeams.filter((team) => teamKey(team.name) === teamKey(name))
  const [team] = teams
  return team && teams.length === 1 && teamKey(name) !== '' ? { ids: [team.id], sure: true } : NOBODY
}

export type NameRow = {
  readonly entry: DraftEntry
  /** As the file says it; null where the file gives no name. */
  readonly name: string | null
  readonly kind: 'people' | 'team'
  readonly owners: Owners
  /** Two people share the track. */
  readonly duo: boolean
  readonly chosen: boolean
}

/** Every track with whose it becomes: as chosen, else as proposed. Nobody is proposed twice. */
export function nameRows(draft: ImportDraft, names: readonly FoundName[], choices: Choices, roster: Roster) {
  const taken = new Set(Object.values(choices.owners).flat())
  return draft.entries
    .filter(({ kind }) => kind === 'teacher-track' || kind === 'learning-team-track')
    .map((entry): NameRow => {
      const kind = entry.kind === 'learning-team-track' ? 'team' : 'people'
      const chosen = choices.owners[entry.key]
      const proposed = entry.name ? proposeOwners(entry.name, roleOf(entry, names), roster) : NOBODY
      const free = proposed.ids.filter((id) => !taken.has(id))
      if (!chosen) for (const id of free) taken.add(id)
      const asProposed = !chosen || chosen.join() === proposed.ids.join()
      const ids = chosen ?? free
      const owners = { ids, sure: asProposed ? proposed.sure && ids.length > 0 : ids.length > 0 }
      const duo = kind === 'people' && (owners.ids.length > 1 || (entry.name !== null && isDuo(entry.name)))
      return { entry, name: entry.name, kind, owners, duo, chosen: !asProposed }
    })
}

function roleOf(entry: DraftEntry, names: readonly FoundName[]): FoundName['role'] {
  if (entry.kind === 'learning-team-track') return 'team'
  const index = Number(entry.key.slice(1))
  const found = names.find(({ at }) => at.list === 'teacherTracks' && at.index === index)
  return found?.role ?? 'teacher'
}

/** Somebody, or a team, to whom two tracks were given; null when nobody has two. */
export function twiceChosen(rows: readonly NameRow[]): string | null {
  const ids = rows.flatMap(({ owners }) => [...new Set(owners.ids)])
  return ids.find((id, place) => ids.indexOf(id) !== place) ?? null
}

/** Only what the team really has: people who are there, learning teams that exist. */
export const knownOwners = (ids: readonly string[], kind: NameRow['kind'], roster: Roster) => {
  const known: readonly (PersonId | LearningTeamId)[] =
    kind === 'team'
      ? roster.learningTeams.map(({ id }) => id)
      : roster.people.filter(({ hasLeft }) => !hasLeft).map(({ id }) => id)
  return [...new Set(ids)].filter((id) => (known as readonly string[]).includes(id))
}
