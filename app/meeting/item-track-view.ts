import type { Wording } from '../adoption/item-view.ts'
import { labelled } from '../adoption/item-view.ts'
import type { LearningTeamId, PersonId } from '../kernel/id.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { type Entry, ownersOf, TEXTS_OF, textOf } from '../plan/entry.ts'
import { effortOf, fieldLabels } from '../plan/entry-text.ts'
import { entriesOf, type Plan } from '../plan/plan.ts'
import { lookupOf, trackName } from '../plan/plan-sheet.ts'
import type { Roster } from '../plan/roster.ts'
import type { BareSheet } from './item-plan-view.ts'
import { itemSheetText } from './item-sheet-text.ts'
import type { SheetPiece } from './sheet-piece.ts'

type Reading = { readonly plan: Plan; readonly roster: Roster; readonly wording: Wording }

const NOT_DECIDED = { why: null, decision: null, mayDecide: false, content: null }

/** One track, as its owner stands behind it. `plan` is as everybody of the team may read it. */
export function trackSheet(reading: Reading, entry: Entry): BareSheet {
  const { plan, roster, wording } = reading
  const text = itemSheetText(wording.language)
  const pieces = textPieces(reading, entry)
  return {
    ...NOT_DECIDED,
    lead: `${text.planOf(yearTitle(plan.schoolYear))} · ${text.track}`,
    heading: trackName(entry, lookupOf(roster)),
    pieces,
    people: namesOf(roster, ownersOf(entry)),
    why: pieces.length > 0 ? null : emptySay(entry, text),
  }
}

type Text = ReturnType<typeof itemSheetText>
const emptySay = (entry: Entry, text: Text) =>
  entry.agreedAt === null ? text.stillWriting : text.nothingWritten

/** The tracks of a learning team and of its members, or (null) of everybody who is in none. */
export function tracksSheet(reading: Reading, teamId: LearningTeamId | null): BareSheet {
  const { plan, roster, wording } = reading
  const text = itemSheetText(wording.language)
  const team = roster.learningTeams.find(({ id }) => id === teamId)
  const entries = tracksOf(plan, roster, teamId)
  return {
    ...NOT_DECIDED,
    lead: text.planOf(yearTitle(plan.schoolYear)),
    heading: team ? text.tracksOf(team.name) : text.tracksOther,
    pieces: entries.map((entry) => trackPiece(reading, entry, text)),
    people: team ? namesOf(roster, team.memberIds) : [],
  }
}

/** The tracks about which an item of a learning team goes. */
export function tracksOf(plan: Plan, roster: Roster, teamId: LearningTeamId | null): Entry[] {
  const inTeams = new Set(roster.learningTeams.flatMap(({ memberIds }) => memberIds))
  const members = new Set(roster.learningTeams.find(({ id }) => id === teamId)?.memberIds ?? [])
  const isIn = (person: PersonId) => (teamId === null ? !inTeams.has(person) : members.has(person))
  return entriesOf(plan, 'learning-team-track', 'teacher-track').filter((entry) =>
    entry.learningTeamId === null
      ? ownersOf(entry).some(isIn) || (teamId === null && ownersOf(entry).length === 0)
      : entry.learningTeamId === teamId,
  )
}

function trackPiece(reading: Reading, entry: Entry, text: Text): SheetPiece {
  const pieces = textPieces(reading, entry)
  const words = pieces.map((one) => labelled(one.label, one.text)).join('\n')
  const label = trackName(entry, lookupOf(reading.roster))
  return { label, before: null, text: words === '' ? emptySay(entry, text) : words }
}

function textPieces({ roster, wording: { language, terms } }: Reading, entry: Entry): SheetPiece[] {
  const [owner] = ownersOf(entry)
  const roles = roster.people.find(({ id }) => id === owner)?.roles ?? []
  const labels = fieldLabels(language, terms, effortOf(roles))
  return TEXTS_OF[entry.kind]
    .filter((field) => textOf(entry, field) !== '')
    .map((field) => ({ label: labels[field], before: null, text: textOf(entry, field) }))
}

export const namesOf = ({ people }: Roster, ids: readonly PersonId[]) =>
  people.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
