import { parseSchoolYear } from '../kernel/school-year.ts'
import type { MarkedParagraph, MarkedPiece } from '../paper/word-marks.ts'
import { GOAL_FIELDS, LEARNING_TEAM_TRACK_FIELDS, type PlanForm, TEACHER_TRACK_FIELDS } from './plan-form.ts'
import { FIXED_WORDS } from './word-own-words-in.ts'

/** The form in one of our own Word files, where each field stood, and each line of it that stands in no field. */
export type OwnWord = { form: PlanForm; fields: OwnField[]; rest: OwnLine[] }
/** `block` is the paragraph's number, from 1; `words` is what our own form says before the field. */
export type OwnField = {
  list: OwnList
  index: number
  field: string
  text: string
  words: string | null
  block: number
}
export type OwnLine = { text: string; block: number }
export type OwnList = 'title' | 'schoolYear' | 'principles' | (typeof LIST_OF)[EntryKind]

const MARK =
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
type EntryKind = keyof typeof FIELDS
type Origin = { words: string | null; block: number }
type Entry = {
  kind: EntryKind
  index: number
  seen: Map<string, Origin>
  fields: Record<string, string | null>
}
type Reading = {
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

/**
 * Reads one of our own Word files back by its marks, exactly, also after somebody edited it in Word.
 * @returns null when it is not ours, or when so much was written beside the marks that reading it as any other Word
 * file gives more
 */
export function readOwnWord(paragraphs: readonly MarkedParagraph[]): OwnWord | null {
  if (!paragraphs.some(({ pieces }) => pieces.some(({ mark }) => mark !== null && MARK.test(mark))))
    return null
  const reading: Reading = {
    title: null,
    year: null,
    front: new Map(),
    principles: [],
    entries: [],
    latest: new Map(),
    counts: new Map(),
    rest: [],
    inForm: true,
    block: 0,
  }
  for (const paragraph of paragraphs) {
    reading.block += 1
    if (!readParagraph(reading, paragraph)) return null
  }
  return { form: formOf(reading), fields: fieldsOf(reading), rest: reading.rest }
}

function formOf(reading: Reading): PlanForm {
  const of = (kind: EntryKind) =>
    reading.entries.filter((entry) => entry.kind === kind).map(({ fields }) => fields)
  return {
    title: reading.title,
    schoolYear: parseSchoolYear(reading.year),
    principles: reading.principles.map(({ text }) => text),
    generalGoals: of('general-goal') as PlanForm['generalGoals'],
    teamGoals: of('team-goal') as PlanForm['teamGoals'],
    teacherTracks: of('teacher-track') as PlanForm['teacherTracks'],
    learningTeamTracks: of('learning-team-track') as PlanForm['learningTeamTracks'],
  }
}

function fieldsOf(reading: Reading): OwnField[] {
  const front = [...reading.front].map(([list, origin]) => ({
    ...{ list, index: 0, field: list, text: (list === 'title' ? reading.title : reading.year) ?? '' },
    ...origin,
  }))
  const principles = reading.principles.map(({ text, block }, index) => ({
    ...{ list: 'principles' as const, index, field: 'text', text, words: null, block },
  }))
  return [...front, ...principles, ...reading.entries.flatMap(entryFields)].filter(({ text }) => text !== '')
}

function entryFields(entry: Entry): OwnField[] {
  const { kind, index } = entry
  return [...entry.seen].map(([field, origin]) => {
    return { list: LIST_OF[kind], index, field, text: entry.fields[field] ?? '', ...origin }
  })
}

/** @returns false when somebody wrote a field of the form without a mark */
function readParagraph(reading: Reading, paragraph: MarkedParagraph): boolean {
  if (paragraph.style === 'PaperSheet') reading.inForm = false
  const pieces = paragraph.pieces.map((piece) =>
    isOwn(piece) ? piece : { ...piece, mark: null, style: null, text: piece.text ?? '' },
  )
  if (reading.inForm && wantsReading(paragraph, pieces)) return false
  let into: ((more: string) => void) | null = null
  const aside: string[] = []
  for (const [at, piece] of pieces.entries()) {
    if (piece.mark !== null) into = take(reading, piece.mark, piece.text, wordsBefore(pieces[at - 1]))
    else if (into && piece.style === null && piece.text.trim() !== '') into(piece.text.trimEnd())
    else aside.push(piece.text)
  }
  setAside(reading, paragraph, aside)
  return true
}

const wordsBefore = (piece: MarkedPiece | undefined) =>
  piece?.mark === null && piece.style !== null && isFixed(piece.text)
    ? piece.text.replace(/[\s:]+$/u, '').trim() || null
    : null

const isOwn = (piece: MarkedPiece) => piece.mark === null || MARK.test(piece.mark)

/** A label of ours with text after it that has lost its mark: only reading by labels finds that. */
const wantsReading = (paragraph: MarkedParagraph, pieces: readonly MarkedPiece[]) =>
  paragraph.style !== 'PaperLead' &&
  pieces.some((piece, at) => {
    const next = pieces[at + 1]
    const label = piece.mark === null && piece.style === 'PaperLabel' && isFixed(piece.text)
    return label && next?.mark === null && next.style === null && next.text.trim() !== ''
  })

const isFixed = (text: string) => {
  const bare = text.replace(/[\s:.]+$/u, '').trim()
  return bare === '' || FIXED_WORDS.has(bare.toLowerCase())
}

/** Takes the text of a control. @returns how text behind it in the same paragraph is added to it */
function take(
  reading: Reading,
  mark: string,
  text: string | null,
  words: string | null,
): (more: string) => void {
  const [, kind = '', number = '', field = ''] = MARK.exec(mark) ?? []
  const origin = { words, block: reading.block }
  if (kind === 'plan') return takeFront(reading, field, text, origin)
  if (kind === 'principle') return takePrinciple(reading, text)
  return takeField(reading, { kind: kind as EntryKind, key: `${kind}:${number}`, field }, text, origin)
}

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
    principle.text += more
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
    entry.fields[field] = `${entry.fields[field] ?? ''}${more}`
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

/** A line that somebody added to the principles is one; what is no word of ours is kept for the reader to place. */
function setAside(reading: Reading, paragraph: MarkedParagraph, pieces: readonly string[]) {
  const alone = paragraph.pieces.every(({ mark }) => mark === null)
  const said = alone ? pieces : pieces.filter((piece) => !isFixed(piece) && !isComputed(piece))
  const text = said.join('').trim()
  if (paragraph.style === 'PaperLead' || isFixed(text)) return
  const line = { text, block: reading.block }
  if (reading.inForm && paragraph.style === 'PaperItem' && alone) reading.principles.push(line)
  else reading.rest.push(line)
}

/** The groups that our own form shows after a name: '(groep 6)'. */
const isComputed = (text: string) => /^\s*\([^()]*\)\s*$/u.test(text)
