import { parseSchoolYear } from '../kernel/school-year.ts'
import { fieldHandler } from '../paper/xml-fields.ts'
import { xmlPieces } from '../paper/xml-in.ts'
import { schoolIn } from './file-school.ts'

/** One result of a UWLR message, in the words of the standard; nothing has been understood yet. */
export type UwlrResult = {
  readonly pupil: string
  readonly test: string
  readonly takenOn: string
  readonly score: string
  readonly level: string
  readonly reference: string
}

export type UwlrTest = {
  readonly code: string
  readonly name: string
  readonly yearGroup: string
  readonly subject: string
}

export type Uwlr = {
  readonly schoolYear: string | null
  readonly brin: string | null
  /** Every school that the message names; there should be one. */
  readonly schools: readonly string[]
  /** Pupils who did a test. */
  readonly takings: number
  readonly results: readonly UwlrResult[]
  /** By the code that results name. */
  readonly tests: ReadonlyMap<string, UwlrTest>
  readonly leftOut: readonly string[]
}

/** Thrown when the XML is another message. */
export class NotUwlr extends Error {}
/** Thrown when there is more than one school sends. */
export class UwlrMany extends Error {}

const MOST_XML = { depth: 40, tags: 20_000_000, text: 400_000_000 }
const MOST_RESULTS = 500_000
const MOST_SCHOOLS = 20
const REFERENCE = /^(?:<\s*)?[12][FS]$/i

/**
 * Reads a message `leerresultaten_verzoek`, also in an envelope of SOAP, leniently: prefixes, a version that is not said.
 * The chain identity of a pupil is left out while reading.
 * @throws NotUwlr, UwlrMany, XmlStopped
 */
export async function readUwlr(pieces: AsyncIterable<Uint8Array>): Promise<Uwlr> {
  const reading = new UwlrReading()
  const handler = fieldHandler({
    open: (name) => reading.open(name),
    close: (name, text, above) => reading.close(name, text, above),
  })
  for await (const _ of xmlPieces(pieces, handler, MOST_XML));
  return reading.result()
}

class UwlrReading {
  #isMessage = false
  #school = new Map<string, string>()
  #schools = new Set<string>()
  #takings = 0
  #results: UwlrResult[] = []
  #tests = new Map<string, UwlrTest>()
  #leftOut = new Set<string>()
  #pupil = ''
  #fields = new Map<string, string>()

  open(name: string) {
    if (name === 'leerresultaten_verzoek') this.#isMessage = true
    if (name === 'resultaat' || name === 'toets') this.#fields = new Map()
    if (name === 'toetsafname') this.#pupil = ''
  }

  close(name: string, text: string, above: readonly string[]) {
    const parent = above.at(-1)
    if (parent === 'school') this.#school.set(name, text)
    else if (name === 'school') this.#endSchool()
    else if (name === 'leerlingid' || name === 'leerlingkey') this.#pupil = text
    else if (name === 'eckid') this.#leftOut.add(name)
    else if (name === 'resultaat') this.#endResult()
    else if (name === 'toets') this.#endTest()
    else if (name === 'toetsafname') this.#takings += 1
    else this.#field(name, text)
  }

  /** A value can be a level or a reference level: what it looks like tells. */
  #field(name: string, text: string) {
    if (name === 'waarde') this.#fields.set(REFERENCE.test(text) ? 'reference' : 'level', text)
    else if (name === 'vaardigheidsscore' || !this.#fields.has(name)) this.#fields.set(name, text)
  }

  #endSchool() {
    const said = schoolIn(this.#school.get('brincode') ?? '', this.#school.get('dependancecode'))
    if (said !== null && this.#schools.size < MOST_SCHOOLS) this.#schools.add(said)
  }

  #endResult() {
    if (this.#results.length >= MOST_RESULTS) throw new UwlrMany()
    const said = (name: string) => this.#fields.get(name) ?? ''
    this.#results.push({
      pupil: this.#pupil,
      test: said('toetscode'),
      takenOn: said('afnamedatum'),
      score: said('vaardigheidsscore') || said('score'),
      level: said('level'),
      reference: said('reference'),
    })
  }

  #endTest() {
    const said = (name: string) => this.#fields.get(name) ?? ''
    const code = said('toetscode')
    if (code === '') return
    this.#tests.set(code, {
      code,
      name: said('toetsnaam'),
      yearGroup: said('leerjaar'),
      subject: said('vakgebied'),
    })
  }

  result(): Uwlr {
    if (!this.#isMessage) throw new NotUwlr()
    return {
      schoolYear: parseSchoolYear(this.#school.get('schooljaar')),
      brin: this.#school.get('brincode') || null,
      schools: [...this.#schools],
      takings: this.#takings,
      results: this.#results,
      tests: this.#tests,
      leftOut: [...this.#leftOut],
    }
  }
}
