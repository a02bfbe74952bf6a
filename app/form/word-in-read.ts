import { Course } from './word-in-course.ts'
import { readHits } from './word-in-hits-placed.ts'
import { type Item, linesIn } from './word-in-items.ts'
import { isOwnLabel } from './word-in-labels.ts'
import { isAllBold, isBlank, isEmptyValue, type Line, slice } from './word-in-lines.ts'
import { readGoalHead, readPerson, readPlainHead, readSection } from './word-in-openings.ts'
import {
  atPartLevel,
  inGoals,
  inTracks,
  looksOf,
  type Now,
  type Reader,
  recurringStarts,
  standsOut,
  writesBoldLabels,
  writesLabelsAlone,
} from './word-in-reader.ts'
import { resolveHits } from './word-in-resolve.ts'
import { readColumns, readPair, readRow } from './word-in-table-entries.ts'

/** Reads all items in order. */
export function readItems(items: readonly Item[]): Course {
  const lines = linesIn(items)
  const hits = resolveHits(lines)
  const course = new Course()
  const reader: Reader = {
    items,
    hits,
    course,
    looks: looksOf(lines),
    boldLabels: writesBoldLabels(hits),
    recurring: recurringStarts(lines),
    labelsAlone: writesLabelsAlone(hits),
  }
  items.forEach((item, index) => readItem(reader, item, index))
  course.settle()
  return course
}

function readItem(reader: Reader, item: Item, index: number) {
  const { course } = reader
  if (item.kind === 'line') {
    if (item.beside && course.section === 'principles') return course.leave([item.line])
    return readLine(reader, {
      line: item.line,
      boxed: item.boxed,
      hits: reader.hits.get(item.line) ?? [],
      index,
    })
  }
  if (item.kind === 'close') return course.close()
  if (item.kind === 'pair') return readPair(course, item)
  if (item.kind === 'header') return item.lines.forEach((line) => course.note(line))
  if (item.kind === 'columns') return readColumns(course, item.columns)
  if (item.kind === 'entry') return readRow(course, item.head, item.pairs)
  for (const line of item.value) readMore(course, line)
}

function readMore(course: Course, line: Line) {
  if (course.open) course.more(line)
  else course.leave([line])
}

function readLine(reader: Reader, now: Now) {
  const { course } = reader
  if (isBlank(now.line)) return
  if (now.line.contents) return course.leave([now.line], 'contents')
  if (ETCETERA.test(now.line.text) || CLOSING.test(now.line.text)) {
    if (standsOut(now.line)) return course.enter('unknown', now.line)
    if (ETCETERA.test(now.line.text) || !course.open?.awaits) {
      course.close()
      return course.leave([now.line])
    }
  }
  const taken =
    readSection(reader, now) ||
    readPerson(reader, now) ||
    readGoalHead(reader, now) ||
    readLabels(reader, now) ||
    readPlainHead(reader, now) ||
    readOwnLabel(reader, now)
  if (!taken) readText(course, now.line, now.boxed)
}

/** What stands below the last track and belongs to none. */
const ETCETERA = /^\s*(?:etc|enz|enzovoorts?)\s*[.…]*\s*$/i
const CLOSING =
  /^\s*(?:figuur \d|handtekening|ondertekening|voor akkoord|akkoord|vastgesteld (?:op|in|door|d\.d)|bijlagen?\b)/i

function readLabels(reader: Reader, now: Now): boolean {
  const { course } = reader
  const { line, hits, boxed } = now
  const [first] = hits
  if (!first) return false
  const named = first.label.field === 'name' || first.label.field === 'teamName'
  if (named && first.whole) return false
  if (line.heading !== null && first.whole && atPartLevel(course, line)) return false
  if (!course.entry && !inGoals(course) && !inTracks(course) && !named) return false
  const before = slice(line, 0, first.start)
  if (!first.first && !isEmptyValue(before.text)) {
    const opened = !course.open && readPlainHead(reader, { ...now, line: before }, true)
    if (!opened) readText(course, before, boxed)
  }
  readHits(course, line, hits, boxed)
  return true
}

/** 'Succescriteria: ...' at the start of a line: the school's own label, its text belongs to no field of ours. */
function readOwnLabel(reader: Reader, { line, boxed }: Now): boolean {
  const { course } = reader
  if (!course.entry) return false
  const start = line.text.search(/[^\s\-–•]/)
  const colon = line.text.indexOf(':')
  const run = line.bold.find(([from, to]) => from <= start && to > start)
  const inBold = run && run[1] < line.text.length && run[1] - start <= 45 && reader.boldLabels
  const counted = COUNTED.test(line.text.slice(start, run?.[1] ?? 0))
  const byBold = inBold && !counted && (colon < 0 ? !course.open?.awaits : colon <= run[1] + 1)
  const stop = colon > 0 && (!byBold || colon <= run[1] + 1) ? colon : byBold ? run[1] : line.text.length
  const phrase = line.text.slice(start, stop).trim()
  const known = isOwnLabel(phrase) || (!line.list && !counted && reader.recurring.has(phrase))
  const own = phrase.length <= 45 && known && (colon > 0 || isAllBold(line))
  if (!own && !byBold && !isOwnHead(reader, line)) return false
  if (own && !run && isTextOfField(reader, line, phrase)) return false
  course.label(phrase, null, slice(line, stop + (line.text[stop] === ':' ? 1 : 0)), boxed)
  return true
}

/** A warning, or the first text below a label that stands alone on its line, is no label for its colon. */
const isTextOfField = ({ course, boldLabels, labelsAlone, recurring }: Reader, line: Line, phrase: string) =>
  (labelsAlone && !recurring.has(phrase) && course.open?.awaits && !/:\s*$/.test(line.text)) ||
  (boldLabels && course.open !== null && /^(?:let op|n\.?b\.?)$/i.test(phrase))

/** 'Week 1:' or 'Oktober:' in bold orders the text of a field; it is no label. */
const COUNTED =
  /\d|\b(?:jan|feb|maart|april|mei|juni|juli|aug|sept|okt|nov|dec|maandag|dinsdag|woensdag|donderdag|vrijdag|week|stap|fase|periode|groep|blok)/i

/** A line of its own in bold below a finished text: a heading that we don't know. */
const isOwnHead = ({ course, looks }: Reader, line: Line) =>
  isAllBold(line) &&
  line.text.length <= 60 &&
  !looks.body.has(line.look) &&
  course.open !== null &&
  !course.open.awaits

/** Text without a label belongs to what is open, else to the part, else it finds no place. */
function readText(course: Course, line: Line, boxed: boolean) {
  if (course.section === null && !course.open) return void course.front.push(line)
  const expected = course.boxed || (course.section === 'principles' && !course.principles.length)
  if (boxed && !expected) return course.leave([line], 'box')
  if (course.open && (boxed || !course.open.boxed)) return course.more(line)
  if (course.section === 'principles') return void course.principles.push(line)
  course.leave([line])
}
