import { parseSchoolYear } from '../kernel/school-year.ts'
import type { MarkedParagraph, MarkedPiece } from '../paper/word-marks.ts'
import { GOAL_FIELDS, LEARNING_TEAM_TRACK_FIELDS, type PlanForm, TEACHER_TRACK_FIELDS } from './plan-form.ts'
import { FIXED_WORDS } from './word-own-words-in.ts'

/** The form in one of our own Word files, and each line of it that stands in no field. */
export type OwnWord = { form: PlanForm; rest: string[] }

const MARK =
  /^rd:(plan|principle|general-goal|team-goal|teacher-track|learning-team-track):(\d{1,4}):([A-Za-z]{1,30})$/
const FIELDS = {
  'general-goal': GOAL_FIELDS,
  'team-goal': GOAL_FIELDS,
  'teacher-track': TEACHER_TRACK_FIELDS,
  'learning-team-track': LEARNING_TEAM_TRACK_FIELDS,
} as const
type EntryKind = keyof typeof FIELDS
type Entry = { kind: EntryKind; seen: Set<string>; fields: Record<string, string | null> }
type Reading = {
  title: string | null
  year: string | null
  principles: string[]
  entries: Entry[]
  /** the entry that a mark now belongs to: of a part that was copied in Word, the last one */
  latest: Map<string, Entry>
  rest: string[]
  inForm: boolean
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
    principles: [],
    entries: [],
    latest: new Map(),
    rest: [],
    inForm: true,
  }
  for (const paragraph of paragraphs) if (!readParagraph(reading, paragraph)) return null
  return { form: formOf(reading), rest: reading.rest }
}

function formOf(reading: Reading): PlanForm {
  const of = (kind: EntryKind) =>
    reading.entries.filter((entry) => entry.kind === kind).map(({ fields }) => fields)
  return {
    title: reading.title,
    schoolYear: parseSchoolYear(reading.year),
    principles: reading.principles,
    generalGoals: of('general-goal') as PlanForm['generalGoals'],
    teamGoals: of('team-goal') as PlanForm['teamGoals'],
    teacherTracks: of('teacher-track') as PlanForm['teacherTracks'],
    learningTeamTracks: of('learning-team-track') as PlanForm['learningTeamTracks'],
  }
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
  for (const piece of pieces) {
    if (piece.mark !== null) into = take(reading, piece.mark, piece.text)
    else if (into && piece.style === null && piece.text.trim() !== '') into(piece.text)
    else aside.push(piece.text)
  }
  setAside(reading, paragraph, aside)
  return true
}

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
function take(reading: Reading, mark: string, text: string | null): (more: string) => void {
  const [, kind = '', number = '', field = ''] = MARK.exec(mark) ?? []
  if (kind === 'plan') return takePlan(reading, field, text)
  if (kind === 'principle') return takePrinciple(reading, text)
  return takeField(reading, { kind: kind as EntryKind, key: `${kind}:${number}`, field }, text)
}

function takePlan(reading: Reading, field: string, text: string | null) {
  if (field === 'title') reading.title ??= text
  if (field === 'schoolYear') reading.year ??= text
  return (more: string) => {
    if (field === 'title') reading.title = `${reading.title ?? ''}${more}`
  }
}

function takePrinciple(reading: Reading, text: string | null) {
  const at = reading.principles.length
  if (text !== null && text !== '') reading.principles.push(text)
  return (more: string) => {
    reading.principles[at] = `${reading.principles[at] ?? ''}${more}`
  }
}

type Spot = { kind: EntryKind; key: string; field: string }

function takeField(reading: Reading, { kind, key, field }: Spot, text: string | null) {
  if (!(FIELDS[kind] as readonly string[]).includes(field)) {
    if (text) reading.rest.push(text)
    return (more: string) => void reading.rest.push(more)
  }
  const entry = entryFor(reading, kind, key, field)
  entry.seen.add(field)
  entry.fields[field] = text === '' ? null : text
  return (more: string) => {
    entry.fields[field] = `${entry.fields[field] ?? ''}${more}`
  }
}

function entryFor(reading: Reading, kind: EntryKind, key: string, field: string): Entry {
  const known = reading.latest.get(key)
  if (known && !known.seen.has(field)) return known
  const fields = Object.fromEntries(FIELDS[kind].map((name) => [name, null]))
  const entry: Entry = { kind, seen: new Set(), fields }
  reading.entries.push(entry)
  reading.latest.set(key, entry)
  return entry
}

/** A line that somebody added to the principles is one; what is no word of ours is kept for the reader to place. */
function setAside(reading: Reading, paragraph: MarkedParagraph, pieces: readonly string[]) {
  const text = pieces
    .filter((piece) => !isComputed(piece))
    .join('')
    .trim()
  if (paragraph.style === 'PaperLead' || isFixed(text)) return
  const alone = paragraph.pieces.every(({ mark }) => mark === null)
  if (reading.inForm && paragraph.style === 'PaperItem' && alone) reading.principles.push(text)
  else reading.rest.push(text)
}

/** What our own form says beside a field: '(26 november 2026)', '— Goede instructie', 'Leercoördinator, preventief.' */
const isComputed = (text: string) =>
  /^\s*(\([^()]*\)|— .*)\s*$/su.test(text) || text.split(',').every((word) => isFixed(word))
