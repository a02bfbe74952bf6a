import {
  type Cell,
  NUMBER_PARTS,
  type NumberPart,
  type Report,
  type ReportTable,
  type Story,
} from './report.ts'

/** What a part says otherwise now than on its day. */
export type Difference = { readonly part: NumberPart } & (
  | {
      /** One number of a table: what it was then, and is now; null where it was not there. */
      readonly is: 'number'
      readonly table: string
      readonly row: string
      readonly column: string
      readonly was: string | null
      readonly now: string | null
    }
  | {
      /**
       * Told without numbers, with which one could work out those of a few. `few`: a few pupils more or fewer; `changed`:
       * of as many pupils, so perhaps one of them; `before`: the number of the year before that stands with it.
       */
      readonly is: 'few' | 'changed' | 'before'
      readonly table: string
      readonly row: string
      readonly column: string
    }
  | { readonly is: 'table-new' | 'table-gone'; readonly title: string }
  | { readonly is: 'story-new' | 'story-gone' | 'story-other'; readonly title: string }
)

/** Of fewer pupils nothing is told. */
const LEAST = 5

/** What differs between the numbers of a day and those of now, both in one language, in the order of the report. */
export const differences = (then: Report, now: Report): Difference[] =>
  NUMBER_PARTS.flatMap((part) => [
    ...tablesDiffer(then[part].tables, now[part].tables).map((one): Difference => ({ part, ...one })),
    ...storiesDiffer(part, then[part].stories, now[part].stories).map(
      (one): Difference => ({ part, ...one }),
    ),
  ])

type Bare<Of> = Of extends Difference ? Omit<Of, 'part'> : never
type Found = Bare<Difference>

function tablesDiffer(then: readonly ReportTable[], now: readonly ReportTable[]): Found[] {
  const same = (one: ReportTable, other: ReportTable) => one.caption === other.caption
  return [
    ...then.flatMap((table): Found[] => {
      const found = now.find((one) => same(one, table))
      return found ? cellsDiffer(table, found) : [{ is: 'table-gone', title: table.caption }]
    }),
    ...now
      .filter((table) => !then.some((one) => same(one, table)))
      .map((table): Found => ({ is: 'table-new', title: table.caption })),
  ]
}

function cellsDiffer(then: ReportTable, now: ReportTable): Found[] {
  const columns = [...new Set([...then.head.slice(1), ...now.head.slice(1)])]
  const rows = [...new Set([...then.rows, ...now.rows].map(({ name }) => name))]
  return rows.flatMap((row) =>
    columns.flatMap((column) =>
      cellDiffers(cellAt(then, row, column), cellAt(now, row, column), { table: now.caption, row, column }),
    ),
  )
}

function cellAt({ head, rows }: ReportTable, row: string, column: string): Cell | null {
  const place = head.indexOf(column) - 1
  return rows.find(({ name }) => name === row)?.cells[place] ?? null
}

type Place = { readonly table: string; readonly row: string; readonly column: string }

function cellDiffers(then: Cell | null, now: Cell | null, place: Place): Found[] {
  const before: Found[] = then && now && then.was !== now.was ? [{ is: 'before', ...place }] : []
  if (then?.text === now?.text && then?.n === now?.n) return before
  return [numberDiffers(then, now, place), ...before]
}

function numberDiffers(then: Cell | null, now: Cell | null, place: Place): Found {
  const apart = then === null || now === null || then.n === null || now.n === null ? null : then.n - now.n
  if (apart === 0) return { is: 'changed', ...place }
  if (apart !== null && Math.abs(apart) < LEAST) return { is: 'few', ...place }
  return { is: 'number', ...place, was: toldOf(then), now: toldOf(now) }
}

const toldOf = (cell: Cell | null) => cell && (cell.n === null ? cell.text : `${cell.text} (n ${cell.n})`)

function storiesDiffer(part: NumberPart, then: readonly Story[], now: readonly Story[]): Found[] {
  // What was said in a talk is read from the talk: it is always that of now.
  const toldIn = ({ title, under, lines }: Story) =>
    JSON.stringify(part === 'talks' ? [title, under] : [title, under, lines])
  const pairs = pairsOf(then, now)
  const known = new Set(pairs.values())
  return [
    ...then.flatMap((story): Found[] => {
      const found = pairs.get(story)
      if (!found) return [{ is: 'story-gone', title: story.title }]
      return toldIn(found) === toldIn(story) ? [] : [{ is: 'story-other', title: found.title }]
    }),
    ...now
      .filter((story) => !known.has(story))
      .map((story): Found => ({ is: 'story-new', title: story.title })),
  ]
}

const isSamePage = (one: Story, other: Story) => one.href !== null && one.href === other.href
const isSameName = (one: Story, other: Story) => one.title === other.title

/** Which of now goes on from which of then: by its page, else by its name, for a proposal that became a goal has moved. */
function pairsOf(then: readonly Story[], now: readonly Story[]): ReadonlyMap<Story, Story> {
  const pairs = new Map<Story, Story>()
  const left = new Set(now)
  for (const isSame of [isSamePage, isSameName])
    for (const story of then.filter((one) => !pairs.has(one))) {
      const found = [...left].find((one) => isSame(one, story))
      if (!found) continue
      pairs.set(story, found)
      left.delete(found)
    }
  return pairs
}
