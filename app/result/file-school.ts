import { remembered } from './remembered.ts'
import { schoolColumnOf } from './result-columns.ts'

/** Of which school a file says it is. That is compared while the file is read, and kept nowhere. */

/**
 * A school as a file names it: its BRIN ('00AV'), with two digits more for a branch ('00AV01') when they say something. Null:
 * it names none.
 *
 * @param branch the number of the branch, where a file writes it apart; '00' is what systems write of themselves
 */
export function schoolIn(text: string, branch = ''): string | null {
  const said = /^(\d{2}[A-Z]{2})(\d{2})?$/.exec(text.replace(/[\s.-]/g, '').toUpperCase())
  if (!said) return null
  const [, brin = '', own = ''] = said
  return brin + (own || (/^(?!00)\d{2}$/.test(branch) ? branch : ''))
}

/** Those in the file that are not the school's own; none when the school's BRIN is not known. */
export function otherSchools(found: readonly string[], own: string | null): string[] {
  if (own === null) return []
  const others = found.filter((one) => !isSameSchool(one, own))
  return [...new Set(others.map((one) => (isSameBrin(one, own) ? one : one.slice(0, BRIN))))].sort()
}

const BRIN = 4
const isSameBrin = (one: string, other: string) => one.slice(0, BRIN) === other.slice(0, BRIN)
/** A branch counts only where both say one. */
const isSameSchool = (one: string, own: string) =>
  isSameBrin(one, own) && (one.length === BRIN || own.length === BRIN || one === own)

/** More schools than a board has need not be told apart. */
const MOST_SCHOOLS = 20

/** Which schools stand in the rows, where a column says so. */
export class FileSchools {
  #at: number | null = null
  readonly #known = new Set<string>()
  #fresh: string[] = []

  under(headings: readonly string[]) {
    this.#at = schoolColumnOf(headings)
  }

  of(cells: readonly string[]) {
    if (this.#at === null || this.#known.size >= MOST_SCHOOLS) return
    const school = schoolSaid(cells[this.#at] ?? '')
    if (school === null || this.#known.has(school)) return
    this.#known.add(school)
    this.#fresh.push(school)
  }

  /** Those since the last time; null: none. */
  fresh(): string[] | null {
    const fresh = this.#fresh
    this.#fresh = []
    return fresh.length > 0 ? fresh : null
  }
}

const schoolSaid = remembered((text) => schoolIn(text))
