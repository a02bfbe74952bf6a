import type { Wording } from '../adoption/item-view.ts'
import { labelled } from '../adoption/item-view.ts'
import type { LearningTeamId, PersonId } from '../kernel/id.ts'
import { yearTitle } from '../kernel/school-year.ts'
import type { SheetPiece } from '../meeting/sheet-piece.ts'
import { teamTracks } from '../meeting/track-of.ts'
import { type Entry, ownersOf, TEXTS_OF, textOf } from '../plan/entry.ts'
import { effortOf, fieldLabels } from '../plan/entry-text.ts'
import type { Plan } from '../plan/plan.ts'
import { lookupOf, trackName } from '../plan/plan-sheet.ts'
import type { Roster } from '../plan/roster.ts'
import type { BareSheet } from './item-plan-view.ts'
import { itemSheetText } from './item-sheet-text.ts'

type Reading = {
  readonly plan: Plan
  readonly roster: Roster
  readonly wording: Wording
  /** Texts as they stood when the meeting opened, by '<entry>.<field>', where they changed since. */
  readonly before: ReadonlyMap<string, string>
}

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
    since: text.diff(text.since.meeting),
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
  const entries = teamTracks(plan, roster, teamId)
  return {
    ...NOT_DECIDED,
    lead: text.planOf(yearTitle(plan.schoolYear)),
    heading: team ? text.tracksOf(team.name) : text.tracksOther,
    pieces: entries.map((entry) => trackPiece(reading, entry, text)),
    since: text.diff(text.since.meeting),
    people: team ? namesOf(roster, team.memberIds) : [],
  }
}

function trackPiece(reading: Reading, entry: Entry, text: Text): SheetPiece {
  const pieces = textPieces(reading, entry)
  const words = wordsOf(pieces.map((one) => [one.label, one.text]))
  const old = wordsOf(pieces.map((one) => [one.label, one.before ?? one.text]))
  const label = trackName(entry, lookupOf(reading.roster))
  const isChanged = pieces.some(({ before }) => before !== null)
  return { label, before: isChanged ? old : null, text: words === '' ? emptySay(entry, text) : words }
}

const wordsOf = (pieces: readonly (readonly [string, string])[]) =>
  pieces
    .filter(([, text]) => text !== '')
    .map(([label, text]) => labelled(label, text))
    .join('\n')

function textPieces({ roster, before, wording: { language, terms } }: Reading, entry: Entry): SheetPiece[] {
  const [owner] = ownersOf(entry)
  const roles = roster.people.find(({ id }) => id === owner)?.roles ?? []
  const labels = fieldLabels(language, terms, effortOf(roles))
  return TEXTS_OF[entry.kind]
    .map((field) => ({
      label: labels[field],
      before: before.get(`${entry.id}.${field}`) ?? null,
      text: textOf(entry, field),
    }))
    .filter(({ before: old, text }) => text !== '' || (old !== null && old !== ''))
}

export const namesOf = ({ people }: Roster, ids: readonly PersonId[]) =>
  people.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
