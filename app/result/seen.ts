import { type Result, type ResultTrouble, resultKey } from './result.ts'

const FIRST_ROOM = 1024

/** Which texts were there already, in little memory: a number of 53 bits for each, up to some millions. */
export class Seen {
  /** 0 is an empty place. */
  #places = new Float64Array(FIRST_ROOM)
  /** How many different ones there are. */
  count = 0

  /** Whether it was there already; from now on it is. */
  isAgain(text: string): boolean {
    if (!this.#lay(numberOf(text) || 1)) return true
    this.count += 1
    if (this.count * 2 > this.#places.length) this.#grow()
    return false
  }

  /** Lays a number in the first free place from its own on; false when it lies there. */
  #lay(number: number): boolean {
    const { length } = this.#places
    let at = number % length
    for (;;) {
      const there = this.#places[at]
      if (there === number) return false
      if (there === 0) break
      at = (at + 1) % length
    }
    this.#places[at] = number
    return true
  }

  #grow() {
    const before = this.#places
    this.#places = new Float64Array(before.length * 2)
    for (const number of before) if (number !== 0) this.#lay(number)
  }
}

/** Of one file: a result that stood in it already is none. */
export class SeenResults {
  readonly #seen = new Seen()

  orTwice(read: Result | ResultTrouble): Result | ResultTrouble {
    return typeof read !== 'string' && this.#seen.isAgain(resultKey(read)) ? 'twice' : read
  }
}

/** cyrb53: of a million different texts two have the same number once in some ten thousand files. */
function numberOf(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
