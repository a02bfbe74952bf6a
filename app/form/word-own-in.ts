import { asTyped } from '../kernel/rich-lines.ts'
import { parseSchoolYear } from '../kernel/school-year.ts'
import type { MarkedParagraph, MarkedPiece } from '../paper/word-marks.ts'
import type { PlanForm } from './plan-form.ts'
import {
  type Entry,
  type EntryKind,
  LIST_OF,
  MARK,
  type OwnLine,
  type Reading,
  take,
} from './word-own-take-in.ts'
import { FIXED_WORDS } from './word-own-words-in.ts'

/** The form in one of our own Word files, where each field stood, and each line of it that stands in no field. */
export type OwnWord = { form: PlanForm; fields: OwnField[]; rest: OwnLine[] }
/** `words` is what our own form says before the field. */
export type OwnField = {
  list: OwnList
  index: number
  field: string
  text: string
  words: string | null
  block: number
}
export type OwnList = 'title' | 'schoolYear' | 'principles' | (typeof LIST_OF)[EntryKind]

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
    list,
    index: 0,
    field: list,
    text: (list === 'title' ? reading.title : reading.year) ?? '',
    ...origin,
  }))
  const principles = reading.principles.map(({ text, block }, index) => ({
    list: 'principles' as const,
    index,
    field: 'text',
    text,
    words: null,
    block,
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
    isOwn(piece) ? piece : { mark: null, style: null, text: piece.text ?? '' },
  )
  if (reading.inForm && wantsReading(paragraph, pieces)) return false
  let into: ((more: string) => void) | null = null
  const aside: string[] = []
  for (const [at, piece] of pieces.entries()) {
    if (piece.mark !== null) into = take(reading, piece, wordsBefore(pieces[at - 1]))
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

/** A line that somebody added to the principles is one; what is no word of ours is kept for the reader to place. */
function setAside(reading: Reading, paragraph: MarkedParagraph, pieces: readonly string[]) {
  const alone = paragraph.pieces.every(({ mark }) => mark === null)
  const said = alone ? pieces : pieces.filter((piece) => !isFixed(piece) && !isComputed(piece))
  const text = said.join('').trim()
  if (paragraph.style === 'PaperLead' || isFixed(text)) return
  const line = { text, block: reading.block }
  if (reading.inForm && paragraph.style === 'PaperItem' && alone)
    reading.principles.push({ ...line, text: asTyped(text) })
  else reading.rest.push(line)
}

/** The groups that our own form shows after a name: '(groep 6)'. */
const isComputed = (text: string) => /^\s*\([^()]*\)\s*$/u.test(text)
