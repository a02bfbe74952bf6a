import { filled, type Grid, type Seen } from './word-in-grid.ts'
import type { Cellpair, Item } from './word-in-items.ts'

/**
 * Three columns: a name or a goal once, beside it a row for each label, and behind that its text. Null for a table of
 * another shape.
 */
export function stackedEntries({ rows }: Grid): Item[] | null {
  const body = rows.filter(isStacked)
  const start = rows.findIndex(isStacked)
  const head = rows.slice(0, start)
  if (body.length < 4 || head.length > 1 || start + body.length !== rows.length) return null
  const groups = groupsOf(body)
  if (groups.length * 3 > body.length || groups.some((group) => (group[0]?.[0]?.text.length ?? 0) > 160))
    return null
  const names = head[0]?.map((cell) => cell.text) ?? []
  return [
    ...head.map((row): Item => ({ kind: 'header', lines: row.flatMap((cell) => cell.lines) })),
    ...groups.map((group): Item => entryOf(group, names)),
  ]
}

/** A name or nothing, a label, and a text that is no label. */
const isStacked = (row: readonly Seen[]) =>
  row.length >= 3 && !row[0]?.label && Boolean(row[1]?.label) && (!row[2]?.label || row[2].label.weak)

/** Rows that hang on the same first cell: merged downward, left empty, or said again. */
function groupsOf(rows: readonly Seen[][]): Seen[][][] {
  const groups: Seen[][][] = []
  for (const row of rows) {
    const before = groups.at(-1)
    const first = row[0] as Seen
    const same = first.text === '' || first.merged === 'goes-on' || first.text === before?.[0]?.[0]?.text
    if (before && same) before.push(row)
    else groups.push([row])
  }
  return groups
}

function entryOf(group: readonly Seen[][], names: readonly string[]): Item {
  const pairs = group.flatMap((row): Cellpair[] => {
    const [, label, value, ...others] = row
    const first = {
      label: label?.text ?? '',
      meaning: label?.label ?? null,
      value: value?.lines ?? [],
      labelLines: [],
    }
    const more = filled(others).map((cell) => ({
      label: names[row.indexOf(cell)] ?? '',
      meaning: null,
      value: cell.lines,
      labelLines: [],
    }))
    return [first, ...more]
  })
  return { kind: 'entry', head: group[0]?.[0]?.lines ?? [], pairs }
}
