import { goalHead, personHead } from './word-in-heads.ts'
import { type Hit, hitsIn } from './word-in-hits.ts'
import { isAllBold, isBlank, isCaps, type Line } from './word-in-lines.ts'
import { sectionOf } from './word-in-sections.ts'

/** How this school writes its labels: what most of them do, a doubtful one must do too. */
type Habit = { bold: boolean; lower: boolean; bare: boolean; joined: boolean }

/** The labels of every line, doubtful ones weighed against how the whole file writes its labels. */
export function resolveHits(lines: readonly Line[]): Map<Line, Hit[]> {
  const found = new Map<Line, Hit[]>()
  for (const line of lines) if (!isBlank(line) && !line.contents) found.set(line, hitsIn(line))
  const habit = habitOf(found)
  for (const [line, hits] of found)
    found.set(
      line,
      hits.filter((hit) =>
        fits(
          line,
          hit,
          habit,
          hits.find((one) => one.first),
        ),
      ),
    )
  for (const part of partsOf(lines, found)) dropRepeats(part, found)
  return found
}

function habitOf(found: ReadonlyMap<Line, Hit[]>): Habit {
  const firsts = [...found.values()].flatMap((hits) =>
    hits.filter((hit) => hit.first && hit.label.field !== 'other'),
  )
  const sure = firsts.filter((hit) => !hit.bare && !hit.label.weak)
  const bare = firsts.filter((hit) => hit.bare && !hit.bold)
  const share = (hits: readonly Hit[], is: (hit: Hit) => boolean) =>
    hits.filter(is).length / Math.max(hits.length, 1)
  return {
    bold: sure.length >= 6 && share(sure, (hit) => hit.bold) > 0.8,
    lower: sure.length >= 4 && share(sure, (hit) => /^\p{Ll}/u.test(hit.phrase)) > 0.5,
    bare: sure.length <= 3 && bare.length >= 5,
    joined: firsts.filter((hit) => hit.label.joined).length >= 2,
  }
}

/** @param first the label at the start of the line: how it is written, others on the line are written too */
function fits(line: Line, hit: Hit, habit: Habit, first: Hit | undefined): boolean {
  if (hit.bare) return habit.bare && !COPULA.test(line.text.slice(hit.end))
  if (hit.first && hit.label.asked && habit.bold && !hit.bold && !hit.whole) return false
  if (hit.first)
    return (
      !hit.label.weak ||
      isCaps(hit.phrase) ||
      hit.colon ||
      hit.bold ||
      line.heading !== null ||
      isAllBold(line)
    )
  if (habit.bold && !hit.bold && (first?.bold ?? true)) return false
  if (!hit.bold && !habit.lower && /^\p{Ll}/u.test(hit.phrase)) return false
  if (habit.joined && hit.label.field === 'goal' && !hit.bold) return false
  return !(hit.label.weak && !hit.bold && ['name', 'teamName', 'moment'].includes(hit.label.field))
}

const COPULA = /^\s*(?:is|zijn|was|waren|wordt|worden|van|en|of|kan|moet|gaat|vindt|die|dat|waar)\b/

/** Lines that belong together: a new part starts where a label comes back, or at a heading. */
function partsOf(lines: readonly Line[], found: ReadonlyMap<Line, Hit[]>): Line[][] {
  const parts: Line[][] = [[]]
  let seen = new Set<string>()
  for (const line of lines) {
    const first = found.get(line)?.find((hit) => hit.first && hit.label.field !== 'other')
    const back = first && seen.has(first.label.field)
    const head = !first && isHeadLine(line)
    if (back || head) {
      parts.push([])
      seen = new Set()
    }
    if (first) seen.add(first.label.field)
    parts.at(-1)?.push(line)
  }
  return parts
}

const isHeadLine = (line: Line) =>
  line.heading !== null ||
  Boolean(personHead(line.text) ?? sectionOf(line.text, false) ?? goalHead(line.text))

/** A label inside a line yields to one of the same meaning that stands first on its line. */
function dropRepeats(part: readonly Line[], found: Map<Line, Hit[]>) {
  const firsts = new Set(
    part.flatMap((line) => (found.get(line) ?? []).filter((hit) => hit.first).map((hit) => hit.label.field)),
  )
  for (const line of part) {
    const hits = found.get(line)
    if (!hits?.some((hit) => !hit.first)) continue
    found.set(
      line,
      hits.filter((hit) => hit.first || hit.bold || !firsts.has(hit.label.field)),
    )
  }
}
