import { hasBullet, hasDash, isEmptyValue, type Line, MARK } from './word-in-lines.ts'

type Principle = { text: string; lines: Line[] }

const isPoint = (line: Line) =>
  line.list !== null ||
  hasBullet(line.text) ||
  hasDash(line.text) ||
  /^\s*(?:\(?(?:\d{1,2}|[a-z])[.)]\s+|(?:principe|uitgangspunt)\s*\d)/i.test(line.text)

const asPrinciple = (line: Line) =>
  line.text
    .replace(MARK, '')
    .replace(/^\s*(?:principe|uitgangspunt)\s*\d{1,2}\s*[:.\-–—]\s*/i, '')
    .trim()

/** The principles in the lines below their heading; what introduces or explains them stands apart. */
export function readPrinciples(lines: readonly Line[]): { principles: Principle[]; others: Line[] } {
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
