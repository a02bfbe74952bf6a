import type { Course } from './word-in-course.ts'
import { goalHead, nameWithGroup, personHead, tidyName } from './word-in-heads.ts'
import type { Cellpair } from './word-in-items.ts'
import type { LabelField } from './word-in-label-words.ts'
import { isOwnLabel, labelOf, plainLabel } from './word-in-labels.ts'
import { isBlank, type Line, slice } from './word-in-lines.ts'
import { inGoals, inTracks } from './word-in-reader.ts'

const NOTHING: Line = {
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

/** A label and its text, side by side in a table; a text may hold labels of its own. */
export function readPair(course: Course, pair: Cellpair) {
  for (const one of split(pair)) place(course, one)
}

/** 'Inzet' beside 'leraar: 2 uur' and 'IB: 1 uur', or 'Doel en aanpak' beside a text with both. */
function split(pair: Cellpair): Cellpair[] {
  const effort = plainLabel(pair.label) === 'inzet'
  if (!effort && pair.meaning?.exact) return [pair]
  const parts: Cellpair[] = [{ ...pair, value: [] }]
  for (const line of pair.value) {
    const found = /^\s*([^:]{2,45}):\s*/.exec(line.text)
    const meaning = found ? labelOf(effort ? `inzet ${found[1]}` : (found[1] ?? '')) : null
    if (found && meaning && meaning.field !== 'other') {
      parts.push({ label: found[1] ?? '', meaning, value: [slice(line, found[0].length)], labelLines: [] })
    } else parts.at(-1)?.value.push(line)
  }
  if (parts.length === 1) return [pair]
  return parts.filter((part, at) => at > 0 || part.value.some((line) => !isBlank(line)))
}

function place(course: Course, pair: Cellpair) {
  const [first, ...rest] = pair.value
  course.label(pair.label, pair.meaning, first ?? NOTHING, false)
  if (course.open) for (const line of rest) course.more(line)
  else course.entry?.head?.lines.push(...rest)
}

const meansName = (pair: Cellpair) => pair.meaning?.field === 'name' || pair.meaning?.field === 'teamName'
const hasText = (pair: Cellpair) => pair.value.some((line) => !isBlank(line))

/** A row or column of its own: a track or a goal with its texts. */
export function readRow(course: Course, head: readonly Line[], given: readonly Cellpair[]) {
  const pairs = head.length ? given : whoIsName(course, given)
  const named = pairs.find(meansName)
  const text = textOf(head)
  if ((text || named || !course.entry) && !saysEnough(course, named, pairs)) {
    return course.leave([...head, ...pairs.flatMap((pair) => pair.value)])
  }
  const around = course.section
  choosePart(course, named, pairs)
  const headText = /^\d*[.)]?$/.test(text) ? '' : text
  if (inGoals(course)) startGoalRow(course, head, headText, pairs)
  else if (headText && !named) startNamedRow(course, head, headText)
  else if (head.length) course.leave(head)
  for (const pair of pairs) {
    const opens = meansName(pair) || (pair.meaning?.field === 'goal' && inGoals(course))
    if (hasText(pair) || (pair.meaning && !opens)) readPair(course, pair)
  }
  course.close()
  if (!named && (around === 'teachers' || around === 'teams')) course.section = around
}

const textOf = (lines: readonly Line[]) =>
  lines
    .map((line) => line.text.trim())
    .filter(Boolean)
    .join(' ')

/** 'Wie' above the first column of a table of tracks stands above names. */
function whoIsName(course: Course, pairs: readonly Cellpair[]): readonly Cellpair[] {
  const [first, ...rest] = pairs
  if (!first?.meaning || first.meaning.field !== 'executedBy' || !inTracks(course)) return pairs
  return [
    { ...first, meaning: { ...first.meaning, field: course.section === 'teams' ? 'teamName' : 'name' } },
    ...rest,
  ]
}

/** Enough words of the form above or beside the texts: a calendar or a list of tasks is no track. */
function saysEnough(course: Course, named: Cellpair | undefined, pairs: readonly Cellpair[]): boolean {
  const known = pairs
    .flatMap(split)
    .filter((pair) => pair.meaning && !meansName(pair) && pair.meaning.field !== 'other')
  const sure = known.filter((pair) => pair.meaning?.exact && !pair.meaning.weak).length
  if (inGoals(course)) return known.length >= 2
  if (inTracks(course)) return sure >= 2 || known.length >= 3
  return named ? sure >= 2 : sure >= 3
}

type TableColumn = { head: Line[]; pairs: Cellpair[] }

/** Columns beside labels. Below a heading with a name they are not names: the first is the plan, others are remarks. */
export function readColumns(course: Course, columns: readonly TableColumn[]) {
  const { entry } = course
  if (!entry?.headText || entry.fields.size > 0) {
    for (const column of columns) readRow(course, column.head, column.pairs)
    return
  }
  const [plan, ...others] = columns
  for (const line of plan?.head ?? []) course.note(line)
  for (const pair of plan?.pairs ?? []) readPair(course, pair)
  course.close()
  for (const other of others) course.leave([...other.head, ...other.pairs.flatMap((pair) => pair.value)])
}

/** The words above the columns tell which part this is; else it is the part that the table stands in. */
function choosePart(course: Course, named: Cellpair | undefined, pairs: readonly Cellpair[]) {
  const has = (field: LabelField) => pairs.some((pair) => pair.meaning?.field === field)
  if (named?.meaning?.field === 'teamName') course.section = 'teams'
  else if (named && plainLabel(named.label) !== 'naam') course.section = 'teachers'
  else if (!inGoals(course) && !inTracks(course)) {
    if (!named && has('executedBy') && !has('support')) course.section = 'general'
    else course.section = has('memberEffort') ? 'teams' : 'teachers'
  }
}

function startGoalRow(course: Course, head: readonly Line[], headText: string, pairs: readonly Cellpair[]) {
  const goal = pairs.some((pair) => pair.meaning?.field === 'goal' && hasText(pair))
  if (headText && !goal) course.startGoal(goalHead(headText)?.title ?? afterGoalLabel(headText), head)
  else if (head.length) course.leave(head)
}

/** 'Doel: rustig werken' as the head of a row or column. */
function afterGoalLabel(text: string): string {
  const [, label = '', title] = /^([^:]{2,30}):\s*(\S.*)$/s.exec(text) ?? []
  return title && ['goal', 'title'].includes(labelOf(label)?.field ?? '') ? title : text
}

function startNamedRow(course: Course, head: readonly Line[], headText: string) {
  const person = personHead(headText)
  if (person) return course.startPerson(person, head)
  const role = course.section === 'teams' ? 'team' : 'teacher'
  if (isOwnLabel(headText.split(':')[0] ?? '') && headText.includes(':')) return course.leave(head)
  const name = role === 'team' ? tidyName(headText) : (nameWithGroup(headText) ?? tidyName(headText))
  course.startPerson({ role, name }, head)
}
