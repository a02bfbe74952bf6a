import type { Knot, KnotOf, Thread } from './thread.ts'

/** A row of the drawing: a track, or somebody without one, with the days on which is looked back. */
export type Row = {
  readonly of: KnotOf<'track'> | KnotOf<'place'>
  readonly evaluation: KnotOf<'evaluation'> | null
}
/** A goal with its rows; goal null: rows that hang on a line straight away. */
export type Group = {
  readonly goal: KnotOf<'goal'> | null
  readonly evaluation: KnotOf<'evaluation'> | null
  readonly rows: readonly Row[]
}
/** A vision line with what is drawn under it. */
export type Block = { readonly line: KnotOf<'line'>; readonly groups: readonly Group[] }
/** Everything by where it is drawn; every knot stands in exactly one place. */
export type Blocks = {
  readonly blocks: readonly Block[]
  readonly bareLines: readonly KnotOf<'line'>[]
  readonly looseGoals: readonly Group[]
  readonly looseRows: readonly Row[]
}

/** Lays every knot under the first thing that it hangs on. */
export function blocksOf({ knots }: Thread): Blocks {
  const looks = new Map(knots.filter(isEvaluation).map((knot) => [knot.entry.id, knot]))
  const under = Map.groupBy(
    knots.filter((knot) => knot.kind !== 'evaluation'),
    (knot) => knot.on[0] ?? null,
  )
  const of = (key: string | null) => under.get(key) ?? []
  const evaluationOf = (knot: Knot) => ('entry' in knot ? (looks.get(knot.entry.id) ?? null) : null)
  const row = (knot: Row['of']): Row => ({ of: knot, evaluation: evaluationOf(knot) })
  const rowsIn = (key: string | null) => of(key).filter(isRow).map(row)
  const groupsIn = (key: string | null): Group[] =>
    of(key)
      .filter(isGoalKnot)
      .map((goal) => ({ goal, evaluation: evaluationOf(goal), rows: rowsIn(goal.key) }))
  const direct = (key: string): Group[] => {
    const rows = rowsIn(key)
    return rows.length === 0 ? [] : [{ goal: null, evaluation: null, rows }]
  }
  const lines = knots.filter(isLine)
  return {
    blocks: lines
      .filter(({ loose }) => !loose)
      .map((line) => ({ line, groups: [...groupsIn(line.key), ...direct(line.key)] })),
    bareLines: lines.filter(({ loose }) => loose),
    looseGoals: groupsIn(null),
    looseRows: rowsIn(null),
  }
}

const isLine = (knot: Knot): knot is KnotOf<'line'> => knot.kind === 'line'
const isEvaluation = (knot: Knot): knot is KnotOf<'evaluation'> => knot.kind === 'evaluation'
const isRow = (knot: Knot): knot is Row['of'] => knot.kind === 'track' || knot.kind === 'place'
const isGoalKnot = (knot: Knot): knot is KnotOf<'goal'> => knot.kind === 'goal'
