import { writeRich } from '../kernel/rich.ts'
import { asTyped } from '../kernel/rich-lines.ts'
import type { MarkedPiece } from '../paper/word-marks.ts'
import { GOAL_FIELDS, LEARNING_TEAM_TRACK_FIELDS, TEACHER_TRACK_FIELDS } from './plan-form.ts'

/** A line of the file: `block` is the paragraph's number, from 1. */
export type OwnLine = { text: string; block: number }

/** The tag of a field of ours: kind of entry, number, field. */
export const MARK =
  /^rd:(plan|principle|general-goal|team-goal|teacher-track|learning-team-track):(\d{1,4}):([A-Za-z]{1,30})$/
const FIELDS = {
  'general-goal': GOAL_FIELDS,
  'team-goal': GOAL_FIELDS,
  'teacher-track': TEACHER_TRACK_FIELDS,
  'learning-team-track': LEARNING_TEAM_TRACK_FIELDS,
} as const
export const LIST_OF = {
  'general-goal': 'generalGoals',
  'team-goal': 'teamGoals',
  'teacher-track': 'teacherTracks',
  'learning-team-track': 'learningTeamTracks',
} as const
export type EntryKind = keyof typeof FIELDS
/** Where a field stood, and what our own form says before it. */
export type Origin = { words: string | null; block: number }
export type Entry = {
  kind: EntryKind
  index: number
  seen: Map<string, Origin>
  fields: Record<string, string | null>
}
/** What has been read so far. */
export type Reading = {
  title: string | null
  year: string | null
  front: Map<'title' | 'schoolYear', Origin>
  principles: { text: string; block: number }[]
  entries: Entry[]
  /** the entry that a mark now belongs to: of a part that was copied in Word, the last one */
  latest: Map<string, Entry>
  counts: Map<EntryKind, number>
  rest: OwnLine[]
  inForm: boolean
  block: number
}

/** Takes the text of a control. @returns how text behind it in the same paragraph is added to it */
export function take(
  reading: Reading,
  { mark, text, rich }: Extract<MarkedPiece, { mark: string }>,
  words: string | null,
): (more: string) => void {
  const [, kind = '', number = '', field = ''] = MARK.exec(mark) ?? []
  const origin = { words, block: reading.block }
  if (kind === 'plan') return takeFront(reading, field, text, origin)
  if (kind === 'principle') return takePrinciple(reading, text === null ? null : writeRich(rich))
  const said = text === null || field === 'name' ? text : writeRich(rich)
  return takeField(reading, { kind: kind as EntryKind, key: `${kind}:${number}`, field }, said, origin)
}

/** Words typed behind a control, with the space between. */
const typedBehind = (more: string) => `${/^\s/.test(more) ? ' ' : ''}${asTyped(more)}`

function takeFront(reading: Reading, field: string, text: string | null, origin: Origin) {
  if (field === 'title') reading.title ??= text
  if (field === 'schoolYear') reading.year ??= text
  if (field === 'title' || field === 'schoolYear') reading.front.set(field, origin)
  return (more: string) => {
    if (field === 'title') reading.title = `${reading.title ?? ''}${more}`
  }
}

function takePrinciple(reading: Reading, text: string | null) {
  const principle = { text: text ?? '', block: reading.block }
  if (principle.text !== '') reading.principles.push(principle)
  return (more: string) => {
    if (principle.text === '') reading.principles.push(principle)
    principle.text += typedBehind(more)
  }
}

type Spot = { kind: EntryKind; key: string; field: string }

function takeField(reading: Reading, { kind, key, field }: Spot, text: string | null, origin: Origin) {
  if (!(FIELDS[kind] as readonly string[]).includes(field)) {
    if (text) reading.rest.push({ text, block: reading.block })
    return (more: string) => void reading.rest.push({ text: more, block: reading.block })
  }
  const entry = entryFor(reading, kind, key, field)
  entry.seen.set(field, origin)
  entry.fields[field] = text === '' ? null : text
  return (more: string) => {
    entry.fields[field] = `${entry.fields[field] ?? ''}${field === 'name' ? more : typedBehind(more)}`
  }
}

function entryFor(reading: Reading, kind: EntryKind, key: string, field: string): Entry {
  const known = reading.latest.get(key)
  if (known && !known.seen.has(field)) return known
  const fields = Object.fromEntries(FIELDS[kind].map((name) => [name, null]))
  const index = reading.counts.get(kind) ?? 0
  reading.counts.set(kind, index + 1)
  const entry: Entry = { kind, index, seen: new Map(), fields }
  reading.entries.push(entry)
  reading.latest.set(key, entry)
  return entry
}
