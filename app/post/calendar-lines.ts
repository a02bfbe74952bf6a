/** The lines of an event or of a time zone in a file, by themselves a text that a parser takes. */
export type CalendarChunk = { readonly name: 'VEVENT' | 'VTIMEZONE'; readonly text: string }

export type CalendarChunks = {
  readonly chunks: readonly CalendarChunk[]
  /** Properties of the calendar itself, such as its name, by their names in capitals. */
  readonly about: ReadonlyMap<string, string>
  /** Events that began and never ended. */
  readonly unended: number
}

/** What one line may hold; a picture inside a file is longer, and nobody needs it here. */
const LONGEST_LINE = 8_000
const LONGEST_ZONE = 400
const NAMED = /^[A-Za-z0-9-]{1,60}[;:]/

/** What is read of an event; a mistake in anything else does no harm. */
const WANTED =
  /^(?:UID|SEQUENCE|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|SUMMARY|LOCATION|STATUS|TRANSP|X-MICROSOFT-CDO-(?:ALLDAYEVENT|BUSYSTATUS))[;:]/i

/** Whether there is a calendar in it at all. */
export const isCalendar = (text: string) => /^\uFEFF?\s*BEGIN:VCALENDAR\s*$/im.test(text.slice(0, 4_000))

/**
 * The lines of a file, unfolded. A line that begins with no name was broken off by a careless program and belongs to
 * the line before it; a parser would refuse the whole file for it.
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

/** The events and time zones of all calendars in a file, each apart: one that is wrong leaves the others whole. */
export function chunksOf(text: string): CalendarChunks {
  const cutter = new Cutter()
  for (const line of unfolded(text)) cutter.take(line)
  return cutter.done()
}

class Cutter {
  readonly #chunks: CalendarChunk[] = []
  readonly #about = new Map<string, string>()
  #name: CalendarChunk['name'] | null = null
  #lines: string[] = []
  /** How deep in parts of a part: alarms, summer and winter. */
  #depth = 0
  #unended = 0

  take(line: string) {
    const [, edge, name = ''] = /^(BEGIN|END):\s*([A-Z-]+)\s*$/i.exec(line) ?? []
    const part = name.toUpperCase()
    if (edge?.toUpperCase() === 'BEGIN') this.#begin(part, line)
    else if (edge) this.#end(part, line)
    else this.#put(line)
  }

  done(): CalendarChunks {
    this.#leave()
    return { chunks: this.#chunks, about: this.#about, unended: this.#unended }
  }

  #begin(part: string, line: string) {
    if (part === 'VEVENT' || part === 'VTIMEZONE' || part === 'VCALENDAR') {
      this.#leave()
      this.#name = part === 'VCALENDAR' ? null : part
      this.#lines = [line]
    } else {
      this.#depth += 1
      if (this.#name === 'VTIMEZONE') this.#lines.push(line)
    }
  }

  #end(part: string, line: string) {
    if (part === this.#name) {
      this.#chunks.push({ name: part, text: [...this.#lines, line].join('\r\n') })
      this.#name = null
      this.#depth = 0
    } else if (part === 'VCALENDAR') {
      this.#leave()
    } else {
      this.#depth = Math.max(0, this.#depth - 1)
      if (this.#name === 'VTIMEZONE') this.#lines.push(line)
    }
  }

  /** An event lies in no other: one that is there still was never ended. */
  #leave() {
    if (this.#name === 'VEVENT') this.#unended += 1
    this.#name = null
    this.#depth = 0
  }

  #put(line: string) {
    if (this.#name === 'VTIMEZONE' && this.#lines.length < LONGEST_ZONE) this.#lines.push(line)
    else if (this.#name === 'VEVENT' && this.#depth === 0 && WANTED.test(line)) this.#lines.push(line)
    else if (this.#name === null && this.#depth === 0)
      this.#about.set(line.slice(0, line.search(/[;:]/)).toUpperCase(), line.slice(line.indexOf(':') + 1))
  }
}
