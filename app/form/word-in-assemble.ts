import type { GoalForm, LearningTeamTrackForm, PlanForm, TeacherTrackForm } from './plan-form.ts'
import { GOAL_FIELDS, LEARNING_TEAM_TRACK_FIELDS, TEACHER_TRACK_FIELDS } from './plan-form.ts'
import type { Doubt, FormSpot, FoundName, Looked, SourcePiece, WordReading } from './word-in.ts'
import type { Course } from './word-in-course.ts'
import { type EntryDraft, type Filling, fieldText } from './word-in-draft.ts'
import type { LabelField } from './word-in-label-words.ts'
import type { Line } from './word-in-lines.ts'
import { lookedText } from './word-in-looks.ts'
import { readPrinciples } from './word-in-principles.ts'
import { findTitle, findYear } from './word-in-year.ts'

const LIST_OF = {
  general: 'generalGoals',
  team: 'teamGoals',
  teachers: 'teacherTracks',
  teams: 'learningTeamTracks',
} as const
const FIELDS_OF = {
  general: GOAL_FIELDS,
  team: GOAL_FIELDS,
  teachers: TEACHER_TRACK_FIELDS,
  teams: LEARNING_TEAM_TRACK_FIELDS,
} as const

type Drafted = Pick<WordReading, 'pieces' | 'doubts' | 'names'> & { looked: Looked[] }

/** Turns what was read into the form, with the source of every field beside it. */
export function assemble(course: Course, margins: readonly string[]): WordReading {
  const drafted: Drafted = { pieces: [], doubts: [], names: [], looked: [] }
  const form = emptyForm()
  placeFront(course, margins, form, drafted.pieces)
  placePrinciples(course, form, drafted.pieces)
  for (const entry of course.entries) {
    const placed = placeEntry(entry, form, drafted)
    if (!placed) noteEmpty(course, entry)
  }
  for (const text of margins) course.leftovers.push({ text, under: null, block: 0, kind: 'margin' })
  const leftovers = course.leftovers.filter((one) => one.text !== '').sort((a, b) => a.block - b.block)
  return { form, ...drafted, headings: course.headings, leftovers }
}

/** The words of an entry that holds no text: a piece of the empty form. */
function noteEmpty(course: Course, entry: EntryDraft) {
  for (const filling of [entry.head, ...[...entry.fields.values()].flat()]) {
    if (filling?.label) course.headings.push({ text: filling.label, block: filling.block })
    for (const line of filling?.lines ?? []) if (line.text.trim()) course.note(line)
  }
}

const emptyForm = (): PlanForm => ({
  title: null,
  schoolYear: null,
  principles: [],
  generalGoals: [],
  teamGoals: [],
  teacherTracks: [],
  learningTeamTracks: [],
})

const textOf = (lines: readonly Line[]) =>
  lines
    .map((line) => line.text.trim())
    .filter(Boolean)
    .join('\n')

function placeFront(course: Course, margins: readonly string[], form: PlanForm, pieces: SourcePiece[]) {
  const title = findTitle(course.front)
  const rest = course.front.filter((line) => !title.includes(line))
  const body = [...course.principles, ...course.headings.map((heading) => ({ ...BARE, ...heading }))]
  const year = findYear(title, rest, margins, body)
  form.title = title.length ? textOf(title).replace(/\s+/g, ' ') : null
  form.schoolYear = year?.year ?? null
  if (title[0])
    pieces.push({
      at: { list: 'title' },
      label: null,
      text: textOf(title),
      block: title[0].block,
      under: null,
    })
  if (year?.line && !title.includes(year.line)) {
    pieces.push({
      at: { list: 'schoolYear' },
      label: null,
      text: year.line.text.trim(),
      block: year.line.block,
      under: null,
    })
  }
  for (const line of rest) {
    if (line !== year?.line)
      course.leftovers.push({ text: line.text.trim(), under: null, block: line.block, kind: 'text' })
  }
}

const BARE: Line = {
  text: '',
  bold: [],
  heading: null,
  list: null,
  soft: false,
  look: '',
  contents: false,
  subtitle: false,
  block: 0,
}

function placePrinciples(course: Course, form: PlanForm, pieces: SourcePiece[]) {
  const { principles, others } = readPrinciples(course.principles)
  for (const { text, lines } of principles) {
    form.principles.push(text)
    const at: FormSpot = { list: 'principles', index: form.principles.length - 1 }
    pieces.push({ at, label: null, text: textOf(lines), block: lines[0]?.block ?? 0, under: null })
  }
  for (const line of others)
    course.leftovers.push({
      text: line.text.trim(),
      under: 'Uitgangspunten',
      block: line.block,
      kind: 'text',
    })
}

/** False for an entry without any text: a line of the empty form. */
function placeEntry(entry: EntryDraft, form: PlanForm, drafted: Drafted): boolean {
  const list = LIST_OF[entry.section]
  const index = form[list].length
  const made: Record<string, string | null> = {}
  for (const field of FIELDS_OF[entry.section]) made[field] = null
  const head = entry.section === 'general' || entry.section === 'team' ? 'title' : 'name'
  made[head] = entry.headText
  const at = (field: string): FormSpot => ({ list, index, field })
  const kept = Object.keys(made).filter((field) => field !== head)
  useMoment(entry)
  for (const field of kept) made[field] = fieldText(entry, field as LabelField)
  for (const field of kept)
    drafted.looked.push(...lookedIn(entry, at(field), field as LabelField, made[field]))
  const bare = Object.values(made).every((value) => value === null)
  if (bare) return false
  pieceOf(entry.head, at(head), drafted.pieces)
  for (const [field, fillings] of entry.fields) {
    for (const filling of fillings) pieceOf(filling, at(field), drafted.pieces)
    drafted.doubts.push(...doubtsOf(fillings, at(field)))
  }
  if (head === 'name') nameOf(entry, at(head), drafted)
  const rows = form[list] as (GoalForm | TeacherTrackForm | LearningTeamTrackForm)[]
  rows.push(made as GoalForm & TeacherTrackForm & LearningTeamTrackForm)
  return true
}

function lookedIn(
  entry: EntryDraft,
  at: FormSpot,
  field: LabelField,
  plain: string | null | undefined,
): Looked[] {
  const text = plain && lookedText(entry.fields.get(field) ?? [], plain)
  return plain && text ? [{ at, plain, text }] : []
}

/** 'Wanneer' tells when it is evaluated, where nothing else does. */
function useMoment(entry: EntryDraft) {
  const moments = entry.fields.get('moment')
  if (moments && !entry.fields.has('evaluation')) {
    entry.fields.set('evaluation', moments)
    entry.fields.delete('moment')
  }
}

function pieceOf(filling: Filling | null, at: FormSpot, pieces: SourcePiece[]) {
  if (!filling) return
  pieces.push({
    at,
    label: filling.label,
    text: textOf(filling.lines),
    block: filling.block,
    under: filling.under,
  })
}

function doubtsOf(fillings: readonly Filling[], at: FormSpot): Doubt[] {
  const doubts: Doubt[] = []
  if (fillings.some((one) => one.meaning && !one.meaning.exact))
    doubts.push({ at, because: 'misspelled-label' })
  if (fillings.some((one) => one.meaning?.joined)) doubts.push({ at, because: 'joined-label' })
  if (fillings.some((one) => one.meaning?.field === 'moment'))
    doubts.push({ at, because: 'moment-as-evaluation' })
  if (fillings.length > 1) doubts.push({ at, because: 'several-labels' })
  return doubts
}

function nameOf(entry: EntryDraft, at: FormSpot, drafted: Drafted) {
  if (entry.headText)
    drafted.names.push({ at, name: entry.headText, role: entry.role ?? 'teacher' } satisfies FoundName)
  else drafted.doubts.push({ at, because: 'no-name' })
}
