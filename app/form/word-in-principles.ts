import { hasBullet, hasDash, isEmptyValue, type Line, MARK, slice } from './word-in-lines.ts'

type Principle = { text: string; lines: Line[] }

/** A line of a list, by its style or by a sign that was typed. */
export const isPoint = (line: Line) =>
  line.list !== null ||
  hasBullet(line.text) ||
  hasDash(line.text) ||
  /^\s*(?:\(?(?:\d{1,2}|[a-z])[.)]\s+|(?:principe|uitgangspunt)\s*\d)/i.test(line.text)

const asPrinciple = (line: Line) =>
  line.text
    .replace(/^\s*en\s+(?=\(?\d[.)]\s)/, '')
    .replace(MARK, '')
    .replace(/^\s*(?:principe|uitgangspunt)\s*\d{1,2}\s*[:.\-–—]\s*/i, '')
    .trim()

/** The principles in the lines below their heading; what introduces or explains them stands apart. */
export function readPrinciples(given: readonly Line[]): { principles: Principle[]; others: Line[] } {
  const lines = given.flatMap(apart)
  const points = lines.filter(isPoint)
  const level = Math.min(...points.map((line) => line.list?.level ?? 0))
  const principles: Principle[] = []
  const others: Line[] = []
  for (const line of lines) {
    const last = principles.at(-1)
    if (isEmptyValue(line.text) || /^\s*\d{1,2}[.)]?\s*$/.test(line.text)) others.push(line)
    else if (goesOn(line, last)) last?.lines.push(line)
    else if (points.length && !isPoint(line)) others.push(line)
    else if (/:\s*$/.test(line.text) || (line.list?.level ?? level) > level) others.push(line)
    else principles.push({ text: '', lines: [line] })
  }
  for (const one of principles) one.text = one.lines.map(asPrinciple).join('\n')
  return { principles, others }
}

/** A line that a soft break cut off in the middle of a sentence. */
function goesOn(line: Line, last: Principle | undefined): boolean {
  const before = last?.lines.at(-1)
  if (!before || !line.soft || isPoint({ ...line, list: null })) return false
  return (
    before.block === line.block && (line.list !== null || /^\s*\p{Ll}/u.test(line.text)) && before.block > 0
  )
}

/** '(1) ...; (2) ...; (3) ...' in one line: a line for each number, as long as they count on from one. */
function apart(line: Line): Line[] {
  const marks = [
    ...line.text.matchAll(/(?<=^\s*|[.;,]\s+|[^;,.\s]\s+(?=en\s))(?:en\s+)?\(?(\d)[.)]\s+(?=\S)/g),
  ]
  const counted = marks.filter((mark, at) => Number(mark[1]) === at + 1)
  const lead = line.text.slice(0, marks[0]?.index)
  if (counted.length < 3 || counted.length !== marks.length || lead.trim() !== '') return [line]
  return counted.map((mark, at) => {
    const part = slice(line, mark.index, counted[at + 1]?.index)
    return { ...part, text: part.text.replace(/[;,]?\s*$/, ''), soft: false }
  })
}
