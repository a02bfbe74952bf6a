import { TEXTS_OF } from './entry.ts'
import { fieldLabels } from './entry-text.ts'
import type { DraftEntry, Piece, Place } from './import.ts'
import { NEW_PLACES } from './import.ts'
import { entriesNear, type ImportSheet, isGoalEntry, numberOf } from './import-sheet.ts'
import { importText } from './import-text.ts'

/** How an entry is spoken of: 'Doel 2', 'Jorinde K.', 'Leerteam Lezen'. */
export function entryName(entry: DraftEntry, { draft, language }: ImportSheet): string {
  const text = importText(language)
  if (entry.key.startsWith('n')) return text.newGoal
  if (isGoalEntry(entry)) return text.goal(numberOf(draft, entry))
  if (entry.name === null) return text.track(numberOf(draft, entry))
  return entry.kind === 'learning-team-track' ? text.teamNamed(entry.name) : entry.name
}

/** 'Aanpak' */
export const labelOf = (field: string, { language, terms }: ImportSheet) =>
  (fieldLabels(language, terms, 'teacher') as Readonly<Record<string, string>>)[field] ?? field

/** 'Doel 1, aanpak', 'principe 2', 'Een nieuw principe' */
export function placeName(place: Place, sheet: ImportSheet): string {
  const text = importText(sheet.language)
  const fresh = NEW_PLACES.find((one) => one === place)
  if (fresh) return text.places[fresh]
  const [key = '', field = ''] = place.split('.')
  if (key === 'principles') return text.principleNumber(Number(field) + 1)
  const entry = sheet.draft.entries.find((one) => one.key === key)
  return entry
    ? text.atField(entryName(entry, sheet), labelOf(field, sheet).toLowerCase())
    : labelOf(field, sheet)
}

/** Every field of every entry, those where the piece stood first; and what it could become by itself. */
export function placeOptions(piece: Piece, sheet: ImportSheet) {
  const text = importText(sheet.language)
  const [near, ...others] = entriesNear(sheet, piece).filter(({ key }) => !key.startsWith('n'))
  const fields = (entry: DraftEntry) =>
    TEXTS_OF[entry.kind]
      .filter((field) => field !== 'pupilsAndParents')
      .map((field) => `${entry.key}.${field}`)
      .map((value) => ({ value, label: placeName(value, sheet) }))
  return [
    ...(near ? fields(near) : []),
    ...NEW_PLACES.map((value) => ({ value, label: text.places[value] })),
    ...others.flatMap(fields),
  ]
}
