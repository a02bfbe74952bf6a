/**
 * Who looks. Exports, the board and everybody of the team get the same; only the school's own coordinator sees small
 * groups as well, with a warning.
 */
export const AUDIENCES = ['team', 'coordinator'] as const
export type Audience = (typeof AUDIENCES)[number]

/** Of fewer pupils nothing is shown. */
export const LEAST = 5
/** Of fewer pupils it is said that they are few. */
const CAREFUL = 15

/** What to say beside a figure of few pupils; `very-few`: fewer than five, for the coordinator's eyes alone. */
export type Caution = 'few' | 'very-few' | null

export const cautionOf = (pupils: number): Caution =>
  pupils < LEAST ? 'very-few' : pupils < CAREFUL ? 'few' : null

/** The smallest pieces that figures are sums of. Pieces of the same pupils (their reading, their arithmetic) share `who`. */
export type Piece = { readonly who: string; readonly pupils: number }

/** A figure that might be shown: the sum of these pieces. */
export type Sum = { readonly name: string; readonly of: readonly string[] }

/** With more sets of small pieces than this nothing is worked out: no sum that holds one is shown. */
const MOST_SETS = 200

/**
 * The sums that may be shown together, by name. They are taken in the order given; one is left out when it, or it and
 * those before it, added and subtracted in whatever way, would tell something of fewer than five pupils. So what is
 * left out can be a large group: the one that would give a small group away.
 */
export function safeSums(sums: readonly Sum[], pieces: ReadonlyMap<string, Piece>): ReadonlySet<string> {
  const there = new Map([...pieces].filter(([, { pupils }]) => pupils > 0))
  const sets = smallSets(there)
  if (sets === null) return new Set(sums.filter((sum) => !holdsSmall(sum, there)).map(({ name }) => name))
  const ledgers = sets.map((set) => new Ledger(there, set))
  const safe = new Set<string>()
  for (const { name, of } of sums) {
    const rests = ledgers.map((ledger) => ledger.restOf(of))
    if (rests.some((rest) => rest === 'tells')) continue
    for (const [at, rest] of rests.entries()) ledgers[at]?.keep(rest)
    safe.add(name)
  }
  return safe
}

const holdsSmall = ({ of }: Sum, pieces: ReadonlyMap<string, Piece>) =>
  of.some((name) => (pieces.get(name)?.pupils ?? LEAST) < LEAST)

/** Every largest set of pieces that holds fewer than five pupils together; null when there are too many. */
function smallSets(pieces: ReadonlyMap<string, Piece>): ReadonlySet<string>[] | null {
  const small = [...pieces].filter(([, { pupils }]) => pupils < LEAST)
  const whos = [...new Set(small.map(([, { who }]) => who))]
  let sets: { readonly names: readonly string[]; readonly pupils: number }[] = [{ names: [], pupils: 0 }]
  for (const who of whos) {
    const own = small.filter(([, piece]) => piece.who === who)
    const sizes = [...new Set(own.map(([, { pupils }]) => pupils))]
    const choices = sizes.map((size) => ({
      names: own.filter(([, { pupils }]) => pupils <= size).map(([name]) => name),
      pupils: size,
    }))
    sets = sets.flatMap((set) => [
      set,
      ...choices
        .filter(({ pupils }) => set.pupils + pupils < LEAST)
        .map(({ names, pupils }) => ({ names: [...set.names, ...names], pupils: set.pupils + pupils })),
    ])
    if (sets.length > MOST_SETS) return null
  }
  return sets.filter(({ names }) => names.length > 0).map(({ names }) => new Set(names))
}

/** Counting in whole numbers below this prime keeps every product exact; it can only refuse too much, never too little. */
const PRIME = 67_108_859

type Row = Float64Array
/** What is left of a sum beside those that are kept: new, nothing new, or something of the small set alone. */
type Rest = Row | 'nothing' | 'tells'

/** Keeps the sums that are shown, worked out so that a combination of the small set alone comes to light. */
class Ledger {
  /** The small set stands last: what is left there when all else is taken away is told of it. */
  readonly #columns: ReadonlyMap<string, number>
  readonly #others: number
  readonly #rows = new Map<number, Row>()

  constructor(pieces: ReadonlyMap<string, Piece>, small: ReadonlySet<string>) {
    const names = [...pieces.keys()]
    const others = names.filter((name) => !small.has(name))
    this.#others = others.length
    this.#columns = new Map([...others, ...small].map((name, at) => [name, at]))
  }

  restOf(of: readonly string[]): Rest {
    const row = new Float64Array(this.#columns.size)
    for (const name of of) {
      const column = this.#columns.get(name)
      if (column !== undefined) row[column] = 1
    }
    for (const [pivot, kept] of this.#rows) takeAway(row, kept, row[pivot] ?? 0)
    const first = row.findIndex((value) => value !== 0)
    if (first < 0) return 'nothing'
    return first < this.#others ? row : 'tells'
  }

  keep(rest: Rest): void {
    if (typeof rest === 'string') return
    const pivot = rest.findIndex((value) => value !== 0)
    const inverse = inverseOf(rest[pivot] ?? 1)
    const row = rest.map((value) => (value * inverse) % PRIME)
    for (const kept of this.#rows.values()) takeAway(kept, row, kept[pivot] ?? 0)
    this.#rows.set(pivot, row)
  }
}

function takeAway(row: Row, kept: Row, times: number): void {
  if (times === 0) return
  for (const [column, value] of kept.entries())
    row[column] = ((row[column] ?? 0) + (PRIME - times) * value) % PRIME
}

/** By Fermat: to the power of the prime less two. */
function inverseOf(value: number): number {
  let result = 1
  let base = value
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME
    base = (base * base) % PRIME
  }
  return result
}
