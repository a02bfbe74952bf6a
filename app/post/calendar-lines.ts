/** One property of an iCalendar file: its name in capitals, its parameters, its value as it stands there. */
export type CalendarLine = {
  readonly name: string
  readonly params: ReadonlyMap<string, string>
  readonly value: string
}

/** An event or a time zone with its properties; what lies deeper (alarms) is left out. */
export type CalendarPart = {
  readonly name: 'VEVENT' | 'VTIMEZONE'
  readonly lines: readonly CalendarLine[]
}

export type CalendarParts = {
  readonly parts: readonly CalendarPart[]
  /** Properties of the calendar itself, such as its name. */
  readonly about: readonly CalendarLine[]
  /** Parts that began and never ended. */
  readonly unended: number
}

/** What one property may hold; a picture inside a file is longer, and nobody needs it here. */
const LONGEST_LINE = 8_000
const NAMED = /^[A-Za-z0-9-]{1,60}[;:]/

/**
 * The lines of a file, unfolded. A line that begins with no name was broken off by a careless program and belongs to
 * the line before it.
 */
export function unfolded(text: string): string[] {
  const lines: string[] = []
  let pieces: string[] = []
  let length = 0
  for (const physical of text.split(/\r\n|\n|\r/)) {
    const isFolded = /^[ \t]/.test(physical)
    if (!isFolded && NAMED.test(physical)) {
      if (pieces.length > 0) lines.push(pieces.join(''))
      pieces = [physical.slice(0, LONGEST_LINE)]
      length = physical.length
    } else if (pieces.length > 0 && length < LONGEST_LINE) {
      const piece = isFolded ? physical.slice(1) : physical
      pieces.push(piece.slice(0, LONGEST_LINE - length))
      length += piece.length
    }
  }
  if (pieces.length > 0) lines.push(pieces.join(''))
  return lines
}

const PARAMETER = /;([A-Za-z0-9-]{1,60})=("[^"]*"|[^";:]*)((?:,(?:"[^"]*"|[^";:,]*))*)/y

/** A line as name, parameters and value; null when it is none. */
export function parseLine(line: string): CalendarLine | null {
  const name = /^[A-Za-z0-9-]+/.exec(line)?.[0]
  if (!name) return null
  const params = new Map<string, string>()
  let at = name.length
  while (line[at] === ';') {
    PARAMETER.lastIndex = at
    const found = PARAMETER.exec(line)
    if (!found) break
    params.set((found[1] ?? '').toUpperCase(), (found[2] ?? '').replace(/^"|"$/g, ''))
    at = PARAMETER.lastIndex
  }
  if (line[at] !== ':') return null
  return { name: name.toUpperCase(), params, value: line.slice(at + 1) }
}

/** Whether there is a calendar in it at all. */
export const isCalendar = (text: string) => /^\uFEFF?\s*BEGIN:VCALENDAR\s*$/im.test(text.slice(0, 4_000))

/** The events and time zones of a file, of all calendars that are in it. */
export function partsOf(text: string): CalendarParts {
  const reader = new PartReader()
  for (const line of unfolded(text)) {
    const parsed = parseLine(line)
    if (parsed) reader.take(parsed)
  }
  return reader.done()
}

/** Nobody lays parts this deep in each other. */
const DEEPEST = 20

class PartReader {
  readonly #inside: string[] = []
  readonly #parts: CalendarPart[] = []
  readonly #about: CalendarLine[] = []
  #lines: CalendarLine[] = []
  #unended = 0

  take(line: CalendarLine) {
    if (line.name === 'BEGIN') this.#begin(line.value.trim().toUpperCase())
    else if (line.name === 'END') this.#end(line.value.trim().toUpperCase())
    else this.#put(line)
  }

  done(): CalendarParts {
    this.#leave(0)
    return { parts: this.#parts, about: this.#about, unended: this.#unended }
  }

  #begin(name: string) {
    // An event lies in no other: one that is there already was never ended.
    const already = name === 'VEVENT' || name === 'VCALENDAR' ? this.#inside.indexOf(name) : -1
    if (already >= 0) this.#leave(already)
    if (this.#inside.length < DEEPEST) this.#inside.push(name)
    if (name === 'VEVENT' || name === 'VTIMEZONE') this.#lines = []
  }

  #end(name: string) {
    const at = this.#inside.lastIndexOf(name)
    if (at < 0) return
    const closes = this.#inside.length - 1 === at
    if ((name === 'VEVENT' || name === 'VTIMEZONE') && closes) this.#parts.push({ name, lines: this.#lines })
    else if (!closes) this.#leave(at + 1)
    this.#inside.length = at
  }

  #leave(depth: number) {
    this.#unended += this.#inside.slice(depth).filter((name) => name === 'VEVENT').length
    this.#inside.length = depth
  }

  #put(line: CalendarLine) {
    const inside = this.#inside.at(-1)
    const isOfZone = inside === 'STANDARD' || inside === 'DAYLIGHT'
    if (inside === 'VEVENT' || inside === 'VTIMEZONE') this.#lines.push(line)
    else if (isOfZone && this.#inside.at(-2) === 'VTIMEZONE')
      this.#lines.push({ ...line, name: `${inside}-${line.name}` })
    else if (inside === 'VCALENDAR') this.#about.push(line)
  }
}

/** A text value without the signs that the format lays before breaks, commas and semicolons. */
export const textOfValue = (value: string) =>
  value.replace(/\\([\\;,nN])/g, (_whole, sign: string) => (/n/i.test(sign) ? '\n' : sign))
