import type { Course } from './word-in-course.ts'
import { goalHead, personHead } from './word-in-heads.ts'
import type { Hit } from './word-in-hits.ts'
import type { Item } from './word-in-items.ts'
import type { LabelField } from './word-in-label-words.ts'
import { isAllBold, isBlank, isCaps, type Line } from './word-in-lines.ts'
import { type Section, sectionOf } from './word-in-sections.ts'

/** All that one line is judged by. */
export type Reader = {
  items: readonly Item[]
  hits: ReadonlyMap<Line, Hit[]>
  course: Course
  looks: Looks
  /** the file writes most of its labels in bold */
  boldLabels: boolean
  /** what stands before a colon at the start of many lines: labels of this school, known to us or not */
  recurring: ReadonlySet<string>
  /** labels stand on lines of their own, with their text below */
  labelsAlone: boolean
}

/** Looks of lines that surely open a part, surely open an entry, or surely are running text. */
type Looks = { section: Set<string>; entry: Set<string>; body: Set<string> }

/** The line that is being placed. */
export type Now = { line: Line; boxed: boolean; hits: readonly Hit[]; index: number }

export const standsOut = (line: Line) =>
  line.heading !== null || isAllBold(line) || (isCaps(line.text) && line.text.trim().length > 3)

export function looksOf(lines: readonly Line[]): Looks {
  const looks = { section: new Set<string>(), entry: new Set<string>(), body: new Set<string>() }
  for (const line of lines) {
    if (isBlank(line)) continue
    if (standsOut(line) && sectionOf(line.text, false)) looks.section.add(line.look)
    else if (personHead(line.text) && (standsOut(line) || line.text.includes(':'))) looks.entry.add(line.look)
    else if (line.text.length > 90) looks.body.add(line.look)
  }
  return looks
}

export function writesBoldLabels(hits: ReadonlyMap<Line, Hit[]>): boolean {
  const all = [...hits.values()].flat()
  return all.length >= 4 && all.filter((hit) => hit.bold).length / all.length > 0.7
}

export function writesLabelsAlone(hits: ReadonlyMap<Line, Hit[]>): boolean {
  const firsts = [...hits.values()].flat().filter((hit) => hit.first && hit.label.field !== 'other')
  return firsts.length >= 4 && firsts.filter((hit) => hit.whole).length / firsts.length > 0.8
}

export const inGoals = (course: Course) => course.section === 'general' || course.section === 'team'
export const inTracks = (course: Course) => course.section === 'teachers' || course.section === 'teams'

/** A heading of the level of the parts themselves is no label and no entry inside one. */
export const atPartLevel = (course: Course, line: Line) =>
  course.sectionLevel !== null && line.heading !== null && line.heading <= course.sectionLevel

const firstLabel = (reader: Reader, line: Line) =>
  reader.hits.get(line)?.find((hit) => hit.first && hit.label.field !== 'other')

/** What the next line with a label means, and how many lines of text stand before it. */
export function nextLabel(
  reader: Reader,
  index: number,
): { field: LabelField | 'table'; distance: number } | null {
  let distance = 0
  for (let at = index + 1; at < reader.items.length && distance < 3; at++) {
    const item = reader.items[at] as Item
    if (item.kind === 'close') continue
    if (item.kind === 'pair') return item.meaning ? { field: item.meaning.field, distance } : null
    if (item.kind !== 'line') return { field: 'table', distance }
    if (isBlank(item.line)) continue
    const first = firstLabel(reader, item.line)
    if (first) return { field: first.label.field, distance }
    if (sectionOf(item.line.text, false)) return null
    distance += 1
  }
  return null
}

/** The label that follows has been filled in this entry already, or always comes first: a new entry starts. */
export function restarts(reader: Reader, index: number): boolean {
  const next = nextLabel(reader, index)
  if (!next || next.distance > 0) return false
  const { entry } = reader.course
  if (!entry) return true
  if (next.field === 'table') return false
  if (entry.fields.has(next.field)) return true
  return next.field === 'startSituation' && entry.fields.size > 0
}

/** What follows can only be the first entry of this part: so the line before it is its heading, however plain. */
export function leadsOn(reader: Reader, section: Section, index: number): boolean {
  const next = reader.items
    .slice(index + 1, index + 6)
    .find((item) => item.kind !== 'line' || !isBlank(item.line))
  if (next?.kind !== 'line' || section === 'principles') return false
  const goals = section === 'general' || section === 'team'
  const person = personHead(next.line.text)
  if (goals ? ['1', 'a', 'A', 'I'].includes(goalHead(next.line.text)?.number ?? '') : person) {
    return goals || person?.role === (section === 'teams' ? 'team' : 'teacher')
  }
  const short = next.line.text.length <= 100 && !firstLabel(reader, next.line) && !next.line.list
  return short && !reader.course.open?.awaits && nextLabel(reader, index)?.distance === 1
}

/** The table that follows names its own rows or columns: a heading above it is no entry. */
export function tableNames(reader: Reader, index: number): boolean {
  const following = reader.items.slice(index + 1)
  const at = following.findIndex(
    (item) => item.kind !== 'close' && (item.kind !== 'line' || !isBlank(item.line)),
  )
  const rows = following.slice(at)
  if (rows[0]?.kind !== 'header') return false
  const entries = rows.slice(1, rows.findIndex((item) => item.kind === 'close') + 1)
  const names = inGoals(reader.course) ? ['title', 'goal'] : ['name', 'teamName']
  const naming = entries.filter(
    (item) =>
      item.kind === 'entry' &&
      (item.head.some((line) => !isBlank(line)) ||
        item.pairs.some((pair) => names.includes(pair.meaning?.field ?? ''))),
  )
  return naming.length > 0
}

/** Beginnings of lines with a colon behind them, that come back four times or more. */
export function recurringStarts(lines: readonly Line[]): Set<string> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const start = /^\s*(\p{Lu}[^:.?!;]{3,44}):\s/u.exec(line.text)?.[1]?.trim()
    if (start && !/\d/.test(start)) counts.set(start, (counts.get(start) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= 4).map(([start]) => start))
}
