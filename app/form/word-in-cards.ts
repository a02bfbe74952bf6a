import { filled, type Grid, labelText, type Seen } from './word-in-grid.ts'
import { labelOf } from './word-in-labels.ts'
import { isAllBold, type Line } from './word-in-lines.ts'

/** A label with its text below it in the same cell. */
export const isCard = (cell: Seen | undefined) => {
  const lines = cell?.lines.filter((line) => line.text.trim()) ?? []
  const first = lines[0] && labelOf(labelText(lines[0].text))
  return lines.length > 1 && Boolean(first) && (!first?.weak || isAllBold(lines[0] as Line))
}

/** 'Leraar' and 'Afspraken' above names and cells that hold labels of their own. */
export function isAboveCards(grid: Grid, index: number): boolean {
  const [first, ...others] = grid.rows[index] ?? []
  const next = grid.rows[index + 1]
  if (!first?.label || !['name', 'teamName', 'goal', 'title'].includes(first.label.field)) return false
  if (others.length !== 1 || others[0]?.label || (others[0]?.text.length ?? 0) > 30) return false
  if (!next || next[0]?.label || !next[0]?.text) return false
  return next.slice(1).some((cell) => isCard(cell) || holdsLabels(cell))
}

/** Two lines or more that start with a label and a colon. */
const holdsLabels = (cell: Seen) =>
  cell.lines.filter((line) => line.text.includes(':') && labelOf(line.text.split(':')[0] ?? '')).length >= 2

/** Most cells start with a label and a colon: then one with only that has no text. */
export const startsLabelled = (grid: Grid) => {
  const cells = grid.rows.flatMap(filled)
  const own = cells.filter(
    (cell) => /^[^:]{3,45}:\s*\S/.test(cell.text) && labelOf(cell.text.split(':')[0] ?? ''),
  )
  return own.length >= 3 && own.length * 2 > cells.length
}

/** Among cells that hold their own labels, one with only a label has no text. */
export const inCards = (row: readonly Seen[], cell: Seen) => row.some((one) => one !== cell && isCard(one))
