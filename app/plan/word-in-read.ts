import { Course } from './word-in-course.ts'
import { isGoal } from './word-in-draft.ts'
import { goalHead, nameWithGroup, personHead, type Section, sectionOf, tidyName } from './word-in-heads.ts'
import type { Hit } from './word-in-hits.ts'
import { type Cellpair, type Item, linesIn } from './word-in-items.ts'
import { isOwnLabel, type LabelField, plainLabel } from './word-in-labels.ts'
import {
  hasBullet,
  hasDash,
  isAllBold,
  isBlank,
  isCaps,
  isEmptyValue,
  type Line,
  slice,
} from './word-in-lines.ts'
import { resolveHits } from './word-in-resolve.ts'

/** All that one line is judged by. */
type Reader = {
  items: readonly Item[]
  hits: Map<Line, Hit[]>
  course: Course
  /** looks of lines that surely open a part, or surely open an entry */
  looks: { section: Set<string>; entry: Set<string>; body: Set<string> }
}

/** Reads all items in order. */
export function readItems(items: readonly Item[]): Course {
  const lines = linesIn(items)
  const reader: Reader = { items, hits: resolveHits(lines), course: new Course(), looks: looksOf(lines) }
  items.forEach((item, index) => readItem(reader, item, index))
  reader.course.settle()
  return reader.course
}

function looksOf(lines: readonly Line[]) {
  const looks = { section: new Set<string>(), entry: new Set<string>(), body: new Set<string>() }
  for (const line of lines) {
    if (isBlank(line)) continue
    if (standsOut(line) && sectionOf(line.text, false)) looks.section.add(line.look)
    else if (personHead(line.text) && (standsOut(line) || /:/.test(line.text))) looks.entry.add(line.look)
    else if (line.text.length > 90) looks.body.add(line.look)
  }
  return looks
}

const standsOut = (line: Line) =>
  line.heading !== null || isAllBold(line) || (isCaps(line.text) && line.text.trim().length > 3)

function readItem(reader: Reader, item: Item, index: number) {
  const { course } = reader
  if (item.kind === 'line') return readLine(reader, item.line, item.boxed, index)
  if (item.kind === 'close') return course.close()
  if (item.kind === 'pair') return readPair(course, item)
  if (item.kind === 'more')
    return item.value.forEach((line) => (course.open ? course.more(line) : course.leave([line])))
  if (item.kind === 'header') return item.lines.forEach((line) => course.note(line))
  readEntry(course, item.head, item.pairs)
}

function readLine(reader: Reader, line: Line, boxed: boolean, index: number) {
  const { course } = reader
  if (isBlank(line)) return
  if (line.contents) return course.leave([line], 'contents')
  if (isClosing(line) && !course.open?.awaits) {
    course.close()
    return course.leave([line])
  }
  const hits = reader.hits.get(line) ?? []
  const taken =
    readSection(reader, line, boxed, hits, index) ||
    readPerson(reader, line, boxed, hits, index) ||
    readGoalHead(reader, line, boxed, hits, index) ||
    readLabels(reader, line, boxed, hits, index) ||
    readPlainHead(reader, line, boxed, index) ||
    readOwnLabel(reader, line, boxed)
  if (!taken) readText(course, line, boxed)
}

const CLOSING =
  /^\s*(?:etc|enz|enzovoort(?:s)?)\s*[.…]*\s*$|^\s*(?:figuur \d|handtekening|ondertekening|voor akkoord|akkoord|vastgesteld (?:op|in|door|d\.d)|bijlagen?\b)/i
const isClosing = (line: Line) => CLOSING.test(line.text)

/** Words that open a part only when they look like a heading. */
const MODEST = new Set([
  'team',
  'algemeen',
  'doelen',
  'individueel',
  'het team',
  'ons team',
  'leerteam',
  'leraren',
  'leerkrachten',
  'begeleidingstrajecten',
  'schoolteam',
  'leerteams',
  'principes',
  'de leraren',
  'de leerkrachten',
  'onze leerkrachten',
  'onze leraren',
  'algemeen doel',
  'algemene doel',
])

function readSection(
  reader: Reader,
  line: Line,
  boxed: boolean,
  hits: readonly Hit[],
  index: number,
): boolean {
  const { course, looks } = reader
  const styled = line.heading !== null || isAllBold(line) || looks.section.has(line.look)
  const section = sectionOf(line.text, styled)
  if (!section) return false
  const plain = plainLabel(line.text)
  const shown = standsOut(line) || /:\s*$/.test(line.text)
  const leads = !shown && leadsOn(reader, section, index)
  if (MODEST.has(plain.replace(/^\d+ /, '')) && !shown && !leads) {
    if (course.section !== null || course.open) return false
  }
  if (course.open?.awaits && !shown && !leads) return false
  const asLabel = section === 'general' && hits.some((hit) => hit.first)
  if (asLabel && course.entry && !isGoal(course.entry) && line.heading === null) return false
  course.enter(section, line)
  course.boxed = boxed
  return true
}

/** The next line is the first goal or the first name of this part: the line before it must be its heading. */
function leadsOn(reader: Reader, section: Section, index: number): boolean {
  for (const item of reader.items.slice(index + 1, index + 6)) {
    if (item.kind !== 'line') return false
    if (isBlank(item.line)) continue
    if (section === 'principles') return false
    if (section === 'general' || section === 'team')
      return ['1', 'a', 'A', 'I'].includes(goalHead(item.line.text)?.number ?? '')
    return personHead(item.line.text)?.role === (section === 'teams' ? 'team' : 'teacher')
  }
  return false
}

/** What the next line with a label means, and how many lines of text stand before it. */
function nextLabel(reader: Reader, index: number): { field: LabelField | 'table'; distance: number } | null {
  let distance = 0
  for (let at = index + 1; at < reader.items.length && distance < 3; at++) {
    const item = reader.items[at] as Item
    if (item.kind === 'close') continue
    if (item.kind === 'pair') return item.meaning ? { field: item.meaning.field, distance } : null
    if (item.kind !== 'line') return { field: 'table', distance }
    if (isBlank(item.line)) continue
    const first = reader.hits.get(item.line)?.find((hit) => hit.first)
    if (first) return { field: first.label.field, distance }
    if (sectionOf(item.line.text, false)) return null
    distance += 1
  }
  return null
}

/** The label that follows has been filled in this entry already, or always comes first: a new entry starts. */
function restarts(reader: Reader, index: number): boolean {
  const next = nextLabel(reader, index)
  if (!next || next.distance > 0) return false
  const { entry } = reader.course
  if (!entry) return true
  if (next.field === 'table') return false
  if (entry.fields.has(next.field)) return true
  return next.field === 'startSituation' && entry.fields.size > 0
}

function readPerson(
  reader: Reader,
  line: Line,
  boxed: boolean,
  hits: readonly Hit[],
  index: number,
): boolean {
  const { course, looks } = reader
  const later = hits.find((hit) => hit.start > 4 && !(hit.first && hit.label.weak))
  const own = later ? slice(line, 0, later.start) : line
  const head = personHead(own.text)
  if (!head || line.list?.ordered === false) return false
  const styled =
    line.heading !== null ||
    isAllBold(own) ||
    isCaps(own.text) ||
    (looks.entry.has(line.look) && !looks.body.has(line.look))
  const marked = /^\s*\p{L}+\s*:/u.test(own.text)
  const strong =
    styled || (marked && head.role !== 'coordinator' && head.role !== 'principal' && !course.open?.awaits)
  const follows = Boolean(later) || restarts(reader, index)
  if (head.role === 'coordinator' || head.role === 'principal') {
    if (!follows || !(styled || marked)) return false
  } else if (
    !strong &&
    !follows &&
    (course.open ||
      course.section === 'principles' ||
      course.section === 'general' ||
      course.section === 'team')
  )
    return false
  if (hits[0]?.first && !hits[0].label.weak && !later) return false
  course.startPerson(head, [own])
  course.boxed = boxed
  if (later)
    readHits(
      course,
      line,
      hits.filter((hit) => hit.start >= later.start),
      boxed,
    )
  return true
}

const inGoals = (course: Course) => course.section === 'general' || course.section === 'team'

/** '1. Titel', 'Doel 1: Titel', a heading or a list point in the parts on goals. */
function readGoalHead(
  reader: Reader,
  line: Line,
  boxed: boolean,
  hits: readonly Hit[],
  index: number,
): boolean {
  const { course } = reader
  if (!inGoals(course)) return false
  const later = hits.find((hit) => hit.start > 0 && !(hit.first && hit.start < 12))
  const own = later ? slice(line, 0, later.start) : line
  const head = goalHead(own.text)
  const first = hits.find((hit) => hit.first)
  if (first && !(head?.worded && first.label.field === 'goal')) return false
  if (!head && !later) return false
  if (
    head &&
    !head.worded &&
    !later &&
    course.open &&
    !restarts(reader, index) &&
    !standsOut(line) &&
    !nextNumber(reader, head.number)
  )
    return false
  if (!head && later && own.text.trim() === '') return false
  if (!head && later && course.open && !startsOver(reader, hits)) return false
  course.startGoal(head ? head.title : own.text, [own])
  course.boxed = boxed
  if (later) readHits(course, line, hits, boxed)
  return true
}

const startsOver = (reader: Reader, hits: readonly Hit[]) =>
  hits.some((hit) => reader.course.entry?.fields.has(hit.label.field))

/** The number is the next one of the goals in this part, and the goal before it is complete. */
function nextNumber(reader: Reader, number: string | null): boolean {
  const { course } = reader
  const entry = course.entry
  const done = entry ? entry.fields.size >= 2 && entry.fields.has('evaluation') : true
  const count = course.entries.filter((one) => one.section === entry?.section).length
  return done && Number(number) === count + 1
}

function readLabels(
  reader: Reader,
  line: Line,
  boxed: boolean,
  hits: readonly Hit[],
  index: number,
): boolean {
  const { course } = reader
  const [first] = hits
  if (!first) return false
  const named = first.label.field === 'name' || first.label.field === 'teamName'
  if (named && first.whole) return false
  if (line.heading !== null && first.whole && atPartLevel(course, line)) return false
  if (
    !course.entry &&
    !inGoals(course) &&
    course.section !== 'teachers' &&
    course.section !== 'teams' &&
    !named
  )
    return false
  const before = line.text.slice(0, first.start)
  if (!first.first && before.trim()) {
    if (
      !course.open &&
      !isEmptyValue(before) &&
      readPlainHead(reader, slice(line, 0, first.start), boxed, index, true)
    ) {
      readHits(course, line, hits, boxed)
      return true
    }
    readText(course, slice(line, 0, first.start), boxed)
  }
  readHits(course, line, hits, boxed)
  return true
}

/** A heading of the level of the parts themselves is no label inside one. */
const atPartLevel = (course: Course, line: Line) =>
  course.sectionLevel !== null && line.heading !== null && line.heading <= course.sectionLevel

function readHits(course: Course, line: Line, hits: readonly Hit[], boxed: boolean) {
  hits.forEach((hit, at) => {
    const value = slice(line, hit.end, hits[at + 1]?.start ?? line.text.length)
    course.label(hit.phrase, hit.label, value, boxed)
  })
}

/** A heading without a word that tells what it is: a name, a goal, or the start of a part that we don't know. */
function readPlainHead(reader: Reader, line: Line, boxed: boolean, index: number, followed = false): boolean {
  const { course, looks } = reader
  const tracks = course.section === 'teachers' || course.section === 'teams'
  const next = nextLabel(reader, index)
  const direct = followed || (next !== null && next.distance === 0)
  const shown =
    line.heading !== null ||
    (isAllBold(line) && !looks.body.has(line.look)) ||
    (isCaps(line.text) && line.text.trim().length > 4)
  const fresh =
    followed || restarts(reader, index) || (direct && shown && (next?.field === 'table' || !course.open))
  if (line.heading !== null && isUnknownPart(reader, line, direct)) return enterUnknown(course, line)
  if (!tracks && !inGoals(course))
    return shown && course.section !== null && line.heading === null && looks.section.has(line.look)
      ? enterUnknown(course, line)
      : false
  if (
    looks.section.has(line.look) &&
    !looks.entry.has(line.look) &&
    shown &&
    !direct &&
    line.heading === null
  )
    return enterUnknown(course, line)
  if (course.open?.awaits && !shown) return false
  if (line.text.length > 220 || hasBullet(line.text) || hasDash(line.text)) return false
  const opens = (shown && direct && line.heading !== null) || fresh
  if (!opens && !(tracks && shown && isNameLine(course, line) && looks.entry.size === 0)) return false
  if (boxed !== course.boxed && boxed && !direct) return false
  if (inGoals(course)) course.startGoal(goalHead(line.text)?.title ?? line.text.trim(), [line])
  else if (!startNamed(course, line)) return false
  course.boxed = boxed
  return true
}

const isNameLine = (course: Course, line: Line) =>
  course.section === 'teams' || nameWithGroup(line.text) !== null

function startNamed(course: Course, line: Line): boolean {
  const role = course.section === 'teams' ? 'team' : 'teacher'
  const text = line.text.replace(/^\s*\d{1,2}[.)]\s+/, '')
  if (text.trim().split(/\s+/).length > 12) return false
  course.startPerson(
    { role, name: role === 'teacher' ? (nameWithGroup(text) ?? tidyName(text)) : tidyName(text) },
    [line],
  )
  return true
}

function isUnknownPart(reader: Reader, line: Line, direct: boolean): boolean {
  const { course } = reader
  if (line.heading === 0) return false
  if (course.section === null) return false
  if (course.section === 'unknown' || course.section === 'principles')
    return course.sectionLevel === null || (line.heading ?? 9) <= course.sectionLevel
  return atPartLevel(course, line) && !direct
}

function enterUnknown(course: Course, line: Line): boolean {
  course.enter('unknown', line)
  return true
}

/** 'Succescriteria: ...' at the start of a line: the school's own label, its text belongs to no field of ours. */
function readOwnLabel(reader: Reader, line: Line, boxed: boolean): boolean {
  const { course } = reader
  if (!course.entry) return false
  const start = line.text.search(/[^\s\-–•]/)
  const colon = line.text.indexOf(':')
  const run = line.bold.find(([from, to]) => from <= start && to > start)
  const inBold = run && run[1] < line.text.length && run[1] - start <= 45 && boldHabit(reader)
  const byBold = inBold && (colon < 0 ? !course.open?.awaits : colon <= run[1] + 1)
  const stop = colon > 0 && (!byBold || colon <= run[1] + 1) ? colon : byBold ? run[1] : line.text.length
  const phrase = line.text.slice(start, stop).trim()
  const own = phrase.length <= 45 && isOwnLabel(phrase) && (colon > 0 || isAllBold(line))
  if (!own && !byBold) return false
  course.label(phrase, null, slice(line, stop + (line.text[stop] === ':' ? 1 : 0)), boxed)
  return true
}

/** The file writes most of its labels in bold. */
function boldHabit(reader: Reader): boolean {
  let bold = 0
  let all = 0
  for (const hits of reader.hits.values()) {
    for (const hit of hits) {
      all += 1
      if (hit.bold) bold += 1
    }
  }
  return all >= 4 && bold / all > 0.7
}

function readText(course: Course, line: Line, boxed: boolean) {
  if (course.section === null && !course.open) return void course.front.push(line)
  const expected = course.boxed || (course.section === 'principles' && !course.principles.length)
  if (boxed && !expected) return course.leave([line], 'box')
  if (course.open && (boxed || !course.open.boxed)) return course.more(line)
  if (course.section === 'principles') return void course.principles.push(line)
  course.leave([line])
}

function readPair(course: Course, pair: Cellpair) {
  const [first, ...rest] = pair.value
  course.label(pair.label, pair.meaning, first ?? NOTHING, false)
  if (course.open) for (const line of rest) course.more(line)
  else course.entry?.head?.lines.push(...rest)
}

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

/** A row or column of its own: a track or a goal with its texts. */
function readEntry(course: Course, head: readonly Line[], pairs: readonly Cellpair[]) {
  const named = pairs.find((pair) => pair.meaning?.field === 'name' || pair.meaning?.field === 'teamName')
  const headText = head
    .map((line) => line.text.trim())
    .filter(Boolean)
    .join(' ')
  const has = (field: LabelField) => pairs.some((pair) => pair.meaning?.field === field)
  const goals = inGoals(course) || (!named && has('executedBy') && !has('support'))
  if (goals && !inGoals(course)) course.section = 'general'
  if (!goals && course.section !== 'teachers' && course.section !== 'teams') {
    course.section = named?.meaning?.field === 'teamName' || has('memberEffort') ? 'teams' : 'teachers'
  }
  if (named?.meaning?.field === 'teamName') course.section = 'teams'
  if (named?.meaning?.field === 'name' && plainLabel(named.label) !== 'naam') course.section = 'teachers'
  const onlyNumber = /^\d*[.)]?$/.test(headText)
  if (goals) startGoalRow(course, head, onlyNumber ? '' : headText, pairs)
  else if (headText && !onlyNumber && !named) startHeadRow(course, head, headText)
  else if (head.length) course.leave(head)
  for (const pair of pairs)
    if (pair.value.some((line) => !isBlank(line)) || pair.meaning) readPairIn(course, pair)
  course.close()
}

function readPairIn(course: Course, pair: Cellpair) {
  const text = pair.value.some((line) => !isBlank(line))
  const name =
    pair.meaning?.field === 'name' ||
    pair.meaning?.field === 'teamName' ||
    (pair.meaning?.field === 'goal' && inGoals(course))
  if (name && !text) return
  readPair(course, pair)
}

function startGoalRow(course: Course, head: readonly Line[], headText: string, pairs: readonly Cellpair[]) {
  const goal = pairs.some(
    (pair) => pair.meaning?.field === 'goal' && pair.value.some((line) => !isBlank(line)),
  )
  if (headText && !goal) course.startGoal(goalHead(headText)?.title ?? headText, head)
  else if (head.length && goal) course.leave(head)
}

function startHeadRow(course: Course, head: readonly Line[], headText: string) {
  const person = personHead(headText)
  if (person) return course.startPerson(person, head)
  if (course.section === 'teams') return course.startPerson({ role: 'team', name: tidyName(headText) }, head)
  course.startPerson({ role: 'teacher', name: nameWithGroup(headText) ?? tidyName(headText) }, head)
}
