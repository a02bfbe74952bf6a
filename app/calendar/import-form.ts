import { type Moment, parseDay } from '../kernel/day.ts'
import { type ImportId, parseId } from '../kernel/id.ts'
import { LONGEST } from '../year/year.ts'
import { oneLine } from '../year/year-form.ts'
import type { Candidate, Chosen } from './import.ts'
import { parseBecomes } from './import-kind.ts'

/** The form in which rows of a calendar are chosen, as what it means. */

/** What a form says of one row: what it becomes, and the row itself as it was shown; null when it can't be that. */
export function parseChosen(row: unknown, becomes: unknown): Chosen | null {
  const chosen = parseBecomes(becomes)
  const list = typeof row === 'string' && row.length < 2_000 ? listFrom(row) : null
  if (chosen === null || list === null) return null
  const [key, title, place, from, to, startsAt, endsAt] = list
  const [first, last] = [parseDay(from), parseDay(to)]
  if (!/^[0-9a-f]{64}$/.test(String(key)) || first === null || last === null) return null
  const hours = { startsAt: momentFrom(startsAt), endsAt: momentFrom(endsAt) }
  const words = {
    title: oneLine(title).slice(0, LONGEST.title),
    place: oneLine(place).slice(0, LONGEST.place),
  }
  return { key: String(key), ...words, from: first, to: last, ...hours, becomes: chosen }
}

function listFrom(text: string): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

const momentFrom = (value: unknown): Moment | null =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value) &&
  !Number.isNaN(Date.parse(value))
    ? (value as Moment)
    : null

/** A row as its form carries it along; nothing of a file is kept on the server in between. */
export const rowValue = ({ key, title, place, from, to, startsAt, endsAt }: Candidate) =>
  JSON.stringify([key, title, place, from, to, startsAt, endsAt])

export const parseImportId = (value: unknown): ImportId | null => parseId<'import'>(value)
