import { isGoal } from './word-in-draft.ts'
import { goalHead, nameWithGroup, personHead, tidyName } from './word-in-heads.ts'
import type { Hit } from './word-in-hits.ts'
import { readHits } from './word-in-hits-placed.ts'
import { linesIn } from './word-in-items.ts'
import { plainLabel } from './word-in-labels.ts'
import { hasBullet, hasDash, isAllBold, isBlank, isCaps, type Line, slice } from './word-in-lines.ts'
import { isPoint } from './word-in-principles.ts'
import {
  atPartLevel,
  inGoals,
  inTracks,
  leadsOn,
  type Now,
  nextLabel,
  type Reader,
  restarts,
  standsOut,
  tableNames,
} from './word-in-reader.ts'
import { isOtherPart, type Section, sectionOf } from './word-in-sections.ts'

/** Words that open a part only when they look like a heading, or when its first entry follows. */
const MODEST = new Set(
  'team,algemeen,doelen,individueel,het team,ons team,leerteam,leraren,leerkrachten,begeleidingstrajecten,schoolteam,leerteams,principes,de leraren,de leerkrachten,onze leerkrachten,onze leraren,algemeen doel,algemene doel'.split(
    ',',
  ),
)

/** A heading of one of the five parts. */
export function readSection(reader: Reader, now: Now): boolean {
  const { course, looks } = reader
  const { line } = now
  const styled = line.heading !== null || isAllBold(line) || looks.section.has(line.look)
  const byWords = styled && !isAboveGoalLabels(reader, now)
  const section = sectionOf(line.text, byWords) ?? (introducesPrinciples(reader, now) ? 'principles' : null)
  if (!section || !mayOpenPart(reader, now, section)) return false
  const asLabel = section === 'general' && now.hits.some((hit) => hit.first)
  if (asLabel && course.entry && !isGoal(course.entry) && line.heading === null) return false
  course.enter(section, line)
  course.boxed = now.boxed
  return true
}

/** A goal may speak of teachers or learning teams: directly above its labels it is the heading of a goal, not of a part. */
function isAboveGoalLabels(reader: Reader, { index }: Now): boolean {
  const next = nextLabel(reader, index)
  if (!next || next.distance > 0 || !inGoals(reader.course)) return false
  return !['table', 'name', 'teamName', 'title', 'goal'].includes(next.field)
}

/** 'Deze uitgangspunten stelden we vast:' above a list, in a file that gives them no heading of their own. */
function introducesPrinciples({ items, course }: Reader, { line, index }: Now): boolean {
  if (course.section !== null && course.section !== 'unknown') return false
  if (!/\b(?:uitgangspunten|principes)\b.*:\s*$/i.test(line.text) || line.text.length > 200) return false
  const next = items.slice(index + 1).find((item) => item.kind !== 'line' || !isBlank(item.line))
  if (next?.kind !== 'line' || !isPoint(next.line)) return false
  return !linesIn(items).some((one) => sectionOf(one.text, standsOut(one)) === 'principles')
}

function mayOpenPart(reader: Reader, { line, index }: Now, section: Section): boolean {
  const { course } = reader
  const shown = standsOut(line) || /:\s*$/.test(line.text)
  if (shown) return true
  const modest = plainLabel(line.text).replace(/^\d+ /, '')
  if (modest !== 'team' && leadsOn(reader, section, index)) return true
  if (MODEST.has(modest) && (course.section !== null || course.open)) return false
  return !course.open?.awaits
}

/** 'Leraar J.', 'Leerteam Rekenen': a heading that says whose track it opens. */
export function readPerson(reader: Reader, now: Now): boolean {
  const { course } = reader
  const { line, hits } = now
  const later = hits.find((hit) => hit.start > 4 && !(hit.first && hit.label.weak))
  const own = later ? slice(line, 0, later.start) : line
  const head = personHead(own.text)
  if (!head || line.list?.ordered === false || (hits[0]?.first && !hits[0].label.weak && !later)) return false
  const marked = /^\s*\p{L}+\s*:/u.test(own.text)
  const styled = looksLikeHead(reader, line, own)
  const follows = Boolean(later) || restarts(reader, now.index)
  const guest = head.role === 'coordinator' || head.role === 'principal'
  const labelled = follows || nextLabel(reader, now.index)?.distance === 0
  if (guest && !(labelled && (styled || marked))) return false
  const elsewhere = course.open || course.section === 'principles' || inGoals(course)
  if (!guest && !styled && !(marked && !course.open?.awaits) && !follows && elsewhere) return false
  course.startPerson(head, [own])
  course.boxed = now.boxed
  if (later)
    readHits(
      course,
      line,
      hits.filter((hit) => hit.start >= later.start),
      now.boxed,
    )
  return true
}

const looksLikeHead = ({ looks }: Reader, line: Line, own: Line) =>
  standsOut(line) ||
  isAllBold(own) ||
  isCaps(own.text) ||
  (looks.entry.has(line.look) && !looks.body.has(line.look))

/** '1. Titel', 'Doel 1: Titel', or a title with its labels behind it, in the parts on goals. */
export function readGoalHead(reader: Reader, now: Now): boolean {
  const { course } = reader
  const { line, hits } = now
  if (!inGoals(course)) return false
  const later = hits.find((hit) => hit.start > 0 && !(hit.first && hit.start < 12))
  const own = later ? slice(line, 0, later.start) : line
  const head = goalHead(own.text)
  const first = hits.find((hit) => hit.first)
  if (first && !(head?.worded && first.label.field === 'goal')) return false
  if (head ? !mayOpenGoal(reader, now, head, later) : !later || !mayOpenUnnumbered(reader, hits, own))
    return false
  course.startGoal(head ? head.title : own.text, [own])
  course.boxed = now.boxed
  if (later) readHits(course, line, hits, now.boxed)
  return true
}

type Numbered = NonNullable<ReturnType<typeof goalHead>>

/** A number inside an open field may just as well be a step of an approach. */
function mayOpenGoal(reader: Reader, { line, index }: Now, head: Numbered, later: Hit | undefined): boolean {
  if (head.worded || later || !reader.course.open) return true
  return restarts(reader, index) || standsOut(line) || isNextNumber(reader, head.number)
}

function mayOpenUnnumbered(reader: Reader, hits: readonly Hit[], own: Line): boolean {
  const { course } = reader
  if (own.text.trim() === '') return false
  return !course.open || hits.some((hit) => course.entry?.fields.has(hit.label.field))
}

/** The number is the next one of the goals in this part, and the goal before it is complete. */
function isNextNumber(reader: Reader, number: string | null): boolean {
  const { entry, entries } = reader.course
  const done = entry ? entry.fields.size >= 2 && entry.fields.has('evaluation') : true
  return done && Number(number) === entries.filter((one) => one.section === entry?.section).length + 1
}

/** Too long for a heading, or a point of a list. */
const isRunningText = (text: string) => text.length > 220 || hasBullet(text) || hasDash(text)

/** A heading without a word that tells what it is: a name, a goal, or the start of a part that we don't know. */
export function readPlainHead(reader: Reader, now: Now, followed = false): boolean {
  const { course, looks } = reader
  const { line } = now
  const shown =
    line.heading !== null ||
    (isAllBold(line) && !looks.body.has(line.look)) ||
    (isCaps(line.text) && line.text.trim().length > 4)
  const next = nextLabel(reader, now.index)
  const direct = followed || next?.distance === 0
  if (
    opensUnknown(reader, line, shown, direct) ||
    (shown && !course.open?.awaits && inTracks(course) && isOtherPart(line.text))
  ) {
    course.enter('unknown', line)
    return true
  }
  if (!inTracks(course) && !inGoals(course)) return false
  if (shown && next?.field === 'table' && next.distance === 0 && tableNames(reader, now.index)) {
    course.close()
    course.note(line)
    return true
  }
  if (!direct && isAboveHeads(reader, now)) {
    course.close()
    course.note(line)
    return true
  }
  if ((course.open?.awaits && !shown && !restarts(reader, now.index)) || isRunningText(line.text))
    return false
  const table = next?.field === 'table' || !course.open
  const fresh =
    followed || restarts(reader, now.index) || (direct && shown && (table || line.heading !== null))
  const alone = inTracks(course) && shown && isName(course, line.text) && looks.entry.size === 0
  if (!fresh && !alone && !isLikeEntries(reader, line)) return false
  if (now.boxed && !course.boxed && !direct) return false
  return startPlain(reader, now)
}

/** A heading directly above a deeper one that opens a track: it divides the tracks, by section of the school. */
function isAboveHeads({ items, course }: Reader, { line, index }: Now): boolean {
  if (line.heading === null || !inTracks(course)) return false
  const next = items.slice(index + 1).find((item) => item.kind !== 'line' || !isBlank(item.line))
  return next?.kind === 'line' && next.line.heading !== null && next.line.heading > line.heading
}

/** A heading just as that of the entry before it, or the first one below the heading of the part: an empty entry. */
function isLikeEntries({ course }: Reader, line: Line): boolean {
  if (line.heading === null || (inTracks(course) && !isName(course, line.text))) return false
  const before = course.entry?.head?.lines[0]
  if (before) return before.look === line.look && before.heading === line.heading
  return course.entry === null && course.sectionLevel !== null && line.heading > course.sectionLevel
}

function startPlain({ course }: Reader, { line, boxed }: Now): boolean {
  if (inGoals(course)) course.startGoal(goalHead(line.text)?.title ?? line.text.trim(), [line])
  else if (!startNamed(course, line)) return false
  course.boxed = boxed
  return true
}

const isName = (course: Reader['course'], text: string) =>
  course.section === 'teams' || nameWithGroup(text) !== null

function startNamed(course: Reader['course'], line: Line): boolean {
  const role = course.section === 'teams' ? 'team' : 'teacher'
  const text = line.text.replace(/^\s*(?:(?:\d{1,2}|[A-H](?=\.\d))(?:\.\d{1,2})*[.)]?|[a-z][.)])\s+/, '')
  if (text.trim().split(/\s+/).length > 12 || /^[^:]{2,30}:\s*\S/.test(text)) return false
  course.startPerson(
    { role, name: role === 'teacher' ? (nameWithGroup(text) ?? tidyName(text)) : tidyName(text) },
    [line],
  )
  return true
}

/** A heading as high as the parts, or one that looks as they do, that names none of them. */
function opensUnknown(reader: Reader, line: Line, shown: boolean, direct: boolean): boolean {
  const { course, looks } = reader
  if (course.section === null || line.heading === 0) return false
  if (line.heading !== null) {
    if (inTracks(course) || inGoals(course)) return atPartLevel(course, line) && !direct
    return course.sectionLevel === null || line.heading <= course.sectionLevel
  }
  const alike = shown && looks.section.has(line.look)
  return alike && (inTracks(course) || inGoals(course) ? !direct && !looks.entry.has(line.look) : true)
}
