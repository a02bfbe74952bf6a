import { LEAST, type Piece, type Sum } from '../app/trend/suppress.ts'

/** How many of the rows say something of their own: by exact elimination in whole numbers. */
export function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => row.map(BigInt))
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = left.findIndex((row, index) => index >= rank && row[column] !== 0n)
    if (at < 0) continue
    const [pivot] = left.splice(at, 1) as [bigint[]]
    left.splice(rank, 0, pivot)
    for (const row of left.slice(rank + 1)) {
      const times = row[column] ?? 0n
      for (const index of row.keys())
        row[index] = (row[index] ?? 0n) * (pivot[column] ?? 0n) - times * (pivot[index] ?? 0n)
    }
    rank += 1
  }
  return rank
}

/** Every set of pieces that holds fewer than five pupils, who did several subjects counted once. */
function fewPupils(pieces: ReadonlyMap<string, Piece>): string[][] {
  const small = [...pieces].filter(([, { pupils }]) => pupils > 0 && pupils < LEAST).map(([name]) => name)
  let sets: string[][] = [[]]
  for (const name of small) sets = sets.flatMap((set) => [set, [...set, name]])
  return sets.filter((set) => set.length > 0 && pupilsOf(set, pieces) < LEAST)
}

function pupilsOf(names: readonly string[], pieces: ReadonlyMap<string, Piece>): number {
  const most = new Map<string, number>()
  for (const name of names) {
    const { who, pupils } = pieces.get(name) as Piece
    most.set(who, Math.max(most.get(who) ?? 0, pupils))
  }
  return [...most.values()].reduce((sum, one) => sum + one, 0)
}

/** The sets of few pupils of whom something can be solved from these sums, whatever is added and subtracted. */
export function solved(sums: readonly Sum[], pieces: ReadonlyMap<string, Piece>, some = pieces): string[][] {
  const names = [...pieces].filter(([, { pupils }]) => pupils > 0).map(([name]) => name)
  const rows = (over: readonly string[]) =>
    sums.map(({ of }) => over.map((name) => (of.includes(name) ? 1 : 0)))
  const all = rankOf(rows(names))
  return fewPupils(some).filter((set) => rankOf(rows(names.filter((name) => !set.includes(name)))) < all)
}
