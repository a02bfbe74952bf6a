import { parseSchoolYear } from '../kernel/school-year.ts'
import { fieldHandler } from '../paper/xml-fields.ts'
import { type Attribute, XmlStopped, xmlPieces } from '../paper/xml-in.ts'
import {
  type EdexGroup,
  type Edexml,
  type EdexPerson,
  type EdexRefusal,
  type EdexWarning,
  MOST_EDEX,
  nameFrom,
} from './edexml.ts'

/** Thrown when the file is none, or can't be read. */
export class CannotReadEdexml extends Error {
  readonly why: EdexRefusal
  constructor(why: EdexRefusal) {
    super(why)
    this.why = why
  }
}

const MOST_XML = { depth: 40, tags: 2_000_000, text: 40_000_000 }
/** Fields of a pupil that are looked at; everything else of a pupil is left out while reading. */
const OF_PUPIL: ReadonlySet<string> = new Set([
  'jaargroep',
  'groep',
  'samengestelde_groep',
  'samengestelde_groepen',
])
const OF_PERSON: ReadonlySet<string> = new Set(['achternaam', 'voorvoegsel', 'roepnaam', 'emailadres'])

/**
 * Reads an EDEXML file as it streams in, leniently: any year, any version, prefixes, fields in any order. Of pupils
 * nothing is kept but how many a group and a year have.
 * @throws CannotReadEdexml
 */
export async function readEdexml(pieces: AsyncIterable<Uint8Array>): Promise<Edexml> {
  const reading = new EdexReading()
  const handler = fieldHandler({
    open: (name, attribute, above) => reading.open(name, attribute, above),
    close: (name, text, above) => reading.close(name, text, above),
  })
  try {
    for await (const _ of xmlPieces(pieces, handler, MOST_XML));
  } catch (error) {
    if (error instanceof XmlStopped) throw new CannotReadEdexml(error.reason)
    throw error
  }
  return reading.result()
}

type Fields = Map<string, string>
type Pupil = { year: string; groups: Set<string> }
type Person = { key: string; fields: Fields; roles: string[]; groups: string[] }

class EdexReading {
  #school: Fields = new Map()
  #groups = new Map<string, { name: string; yearGroup: string | null; isComposed: boolean }>()
  #staff = new Map<string, EdexPerson>()
  #pupils = 0
  #byYear = new Map<string, number>()
  #byGroup = new Map<string, number>()
  #leftOut = new Set<string>()
  #warnings = new Map<EdexWarning['why'], number>()
  #group: { key: string; fields: Fields; isComposed: boolean } | null = null
  #pupil: Pupil | null = null
  #person: Person | null = null

  open(name: string, attribute: Attribute, above: readonly string[]) {
    if (above.length === 0 && name.toUpperCase() !== 'EDEX') throw new CannotReadEdexml('not-edexml')
    const parent = above.at(-1)
    const isGroup = name === 'groep' || name === 'samengestelde_groep'
    const key = attribute('key') ?? ''
    if (above.length === 2 && parent === 'groepen' && isGroup)
      this.#group = { key, fields: new Map(), isComposed: name !== 'groep' }
    else if (isGroup) this.#inGroup(key)
    else if (name === 'leerling') this.#pupil = { year: '', groups: new Set() }
    else if (name === 'leerkracht') this.#person = { key, fields: new Map(), roles: [], groups: [] }
    if (name === 'leerling' && attribute('eckid') !== undefined) this.#leftOut.add('eckid')
  }

  #inGroup(key: string) {
    this.#pupil?.groups.add(key)
    this.#person?.groups.push(key)
  }

  close(name: string, text: string, above: readonly string[]) {
    const parent = above.at(-1)
    if (parent === 'school') this.#school.set(name, text)
    else if (name === 'leerling' && parent === 'leerlingen') this.#endPupil()
    else if (name === 'leerkracht' && parent === 'leerkrachten') this.#endPerson()
    else if (above.length === 2 && parent === 'groepen') this.#endGroup()
    else if (this.#pupil) this.#ofPupil(name, text)
    else if (this.#person) this.#ofPerson(name, text)
    else this.#group?.fields.set(name, text)
  }

  #ofPupil(name: string, text: string) {
    if (name === 'jaargroep' && this.#pupil) this.#pupil.year = text
    else if (!OF_PUPIL.has(name)) this.#leftOut.add(name)
  }

  #ofPerson(name: string, text: string) {
    if (name === 'rol' && text !== '') this.#person?.roles.push(text.toUpperCase().slice(0, 20))
    else if (name === 'rolomschrijving' || OF_PERSON.has(name) || name.startsWith('voorletters'))
      this.#person?.fields.set(name, text)
  }

  #endGroup() {
    const group = this.#group
    this.#group = null
    if (!group) return
    const name = group.fields.get('naam') ?? ''
    if (name === '' || group.key === '') return this.#warn('group-without-name')
    if (this.#groups.has(group.key)) return this.#warn('key-twice')
    if (this.#groups.size >= MOST_EDEX.groups) throw new CannotReadEdexml('many')
    const yearGroup = group.isComposed ? null : group.fields.get('jaargroep') || null
    this.#groups.set(group.key, {
      name: name.slice(0, 80),
      yearGroup,
      isComposed: group.isComposed,
    })
  }

  #endPupil() {
    const pupil = this.#pupil
    this.#pupil = null
    if (!pupil) return
    this.#pupils += 1
    if (this.#pupils > MOST_EDEX.pupils) throw new CannotReadEdexml('many')
    const year = pupil.year.slice(0, 4)
    if (year !== '') this.#byYear.set(year, (this.#byYear.get(year) ?? 0) + 1)
    if (pupil.groups.size === 0) this.#warn('pupil-without-group')
    for (const key of pupil.groups) this.#byGroup.set(key, (this.#byGroup.get(key) ?? 0) + 1)
  }

  #endPerson() {
    const person = this.#person
    this.#person = null
    if (!person) return
    const said = (name: string) => (person.fields.get(name) ?? '').replace(/\s+/g, ' ').trim()
    const initials = [...person.fields].find(([name]) => name.startsWith('voorletters'))?.[1] ?? ''
    const names = { first: said('roepnaam'), infix: said('voorvoegsel'), last: said('achternaam'), initials }
    const name = nameFrom(names).slice(0, 80)
    if (name === '') return this.#warn('person-without-name')
    if (this.#staff.has(person.key)) return this.#warn('key-twice')
    if (this.#staff.size >= MOST_EDEX.staff) throw new CannotReadEdexml('many')
    this.#staff.set(person.key, {
      key: person.key,
      name,
      email: said('emailadres') || null,
      roles: person.roles,
      roleWords: said('rolomschrijving') || null,
      groups: person.groups,
    })
  }

  #warn(why: EdexWarning['why'], count = 1) {
    this.#warnings.set(why, (this.#warnings.get(why) ?? 0) + count)
  }

  result(): Edexml {
    const groups: EdexGroup[] = [...this.#groups].map(([key, group]) => ({
      key,
      ...group,
      pupils: this.#byGroup.get(key) ?? 0,
    }))
    // Groups may stand behind who is in them: only at the end is known which there are.
    const isKnown = (key: string) => this.#groups.has(key)
    for (const [key, count] of this.#byGroup) if (!isKnown(key)) this.#warn('group-unknown', count)
    return {
      schoolYear: parseSchoolYear(this.#school.get('schooljaar')),
      brin: this.#school.get('brincode') || null,
      dependance: this.#school.get('dependancecode') || null,
      groups,
      staff: [...this.#staff.values()].map((one) => ({ ...one, groups: one.groups.filter(isKnown) })),
      pupils: this.#pupils,
      pupilsByYear: this.#byYear,
      leftOut: [...this.#leftOut].sort(),
      warnings: [...this.#warnings].map(([why, count]) => ({ why, count })),
    }
  }
}
