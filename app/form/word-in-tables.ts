import type { Table } from '../paper/word-document.ts'
import { inCards, isAboveCards, isCard, startsLabelled } from './word-in-cards.ts'
import { covers, filled, type Grid, gridOf, type Inside, labelText, type Seen } from './word-in-grid.ts'
import { personHead } from './word-in-heads.ts'
import type { Cellpair, Counter, Item } from './word-in-items.ts'
import { isOwnLabel, type Label, labelOf, plainLabel } from './word-in-labels.ts'
import { isBlank, type Line } from './word-in-lines.ts'
import { sectionOf } from './word-in-sections.ts'
import { stackedEntries } from './word-in-tables-stacked.ts'

/**
 * A table as items: rows under a header, columns beside labels, or label and text side by side.
 * @param inside the items of a cell that holds more than paragraphs
 */
export function tableItems(table: Table, count: Counter, inside: Inside): Item[] {
  const grid = gridOf(table, count, inside)
  const items = stackedEntries(grid) ?? columnEntries(grid) ?? rowEntries(grid)
  return [...items, { kind: 'close' }]
}

/** Words above columns: mostly labels, two of them side by side. */
function isHeader(grid: Grid, index: number): boolean {
  const row = grid.rows[index] ?? []
  const next = grid.rows[index + 1]
  const cells = filled(row)
  if (!next || cells.length < 2 || cells.some((cell) => cell.text.length > 60)) return false
  if (row.some(isCard) || next.some(isCard) || (row.length === 2 && next[0]?.label && !next[0].label.weak))
    return false
  const labels = cells.filter(isColumnWord)
  const beside = row.some(
    (cell, at) => isColumnWord(cell) && row[at + 1] && isColumnWord(row[at + 1] as Seen),
  )
  const below = filled(next).filter((cell) => cell.label && !cell.label.weak).length
  return (
    labels.length >= 2 &&
    beside &&
    labels.length * 2 >= cells.length &&
    (below < 2 || isSecondHeader(row, next))
  )
}

const isColumnWord = (cell: Seen) => cell.label !== null || (isInzet(cell) && cell.span > 1)
const isInzet = (cell: Seen) => plainLabel(cell.text) === 'inzet'

/** A second row of column words, under a word that spans them: 'Inzet' above 'leraar', 'IB', 'derden'. */
function isSecondHeader(row: readonly Seen[], next: readonly Seen[]): boolean {
  const wide = row.filter((cell) => cell.span > 1 && cell.text)
  const under = wide.flatMap((top) =>
    filled(next)
      .filter((cell) => covers(top, cell))
      .map((cell) => labelOf(`${top.text} ${cell.text}`)),
  )
  return under.length >= 2 && under.every((label) => label !== null)
}

type Column = { cell: Seen; name: string; label: Label | null }

function headerColumns(row: readonly Seen[], second: readonly Seen[] | null): Column[] {
  const single = row.map((cell) => ({ cell, name: cell.text, label: cell.label }))
  if (!second) return single
  return single.flatMap((column) => {
    const under = filled(second).filter((cell) => covers(column.cell, cell))
    if (!under.length || column.cell.span < 2) return [column]
    return under.map((cell) => {
      const name = `${column.name} ${cell.text}`.trim()
      return { cell, name, label: labelOf(name) ?? cell.label }
    })
  })
}

/** Rows from top to bottom; below a header each row gives its texts to the words above. */
function rowEntries(grid: Grid): Item[] {
  const items: Item[] = []
  let columns: Column[] | null = null
  let below = 0
  for (let index = 0; index < grid.rows.length; index++) {
    const row = grid.rows[index] ?? []
    below += 1
    if (isAboveCards(grid, index)) items.push({ kind: 'header', lines: row.flatMap((cell) => cell.lines) })
    else if (isHeader(grid, index) || (columns && below === 2 && isLoneLabel(row))) {
      below = 0
      const next = grid.rows[index + 1] ?? []
      const two = isSecondHeader(row, next)
      columns = headerColumns(row, two ? next : null)
      items.push({ kind: 'header', lines: [...row, ...(two ? next : [])].flatMap((cell) => cell.lines) })
      if (two) index += 1
    } else if (columns && isWidePair(row, columns)) items.push(...plainRow(grid, index))
    else if (columns && filled(row).length > 1) items.push(underHeader(row, columns))
    else if (columns && filled(row).length === 1 && row.length > 1 && filled(row)[0]?.span === 1)
      items.push(underHeader(row, columns))
    else items.push(...plainRow(grid, index))
  }
  return items
}

/** A label with one wide text beside it, below columns: it stands by itself. */
const isWidePair = (row: readonly Seen[], columns: readonly Column[]) =>
  row.length === 2 &&
  columns.length > 2 &&
  row[0]?.label?.weak === false &&
  !row[1]?.label &&
  (row[1]?.span ?? 1) >= columns.length - 1

/** In a table of words and texts by turns, the last word may stand alone. */
const isLoneLabel = (row: readonly Seen[]) =>
  filled(row).length === 1 && row[0]?.label !== null && row[0]?.label?.weak === false

/** A row below column words. The cell below a word that is no label is its head when it comes first. */
function underHeader(row: readonly Seen[], columns: readonly Column[]): Item {
  const pairs: Cellpair[] = []
  const head: Line[] = []
  for (const cell of row) {
    const column = columns.find((one) => covers(one.cell, cell))
    const firstUnnamed = !column?.label && cell === row[0]
    if (firstUnnamed && !isOwnLabel(column?.name ?? '')) head.push(...cell.lines)
    else
      pairs.push({
        label: column?.name ?? '',
        meaning: column?.label ?? null,
        value: cell.lines,
        labelLines: [],
      })
  }
  return { kind: 'entry', head, pairs }
}

/** Labels down the first column and a person or goal above every other: each column is an entry. */
function columnEntries(grid: Grid): Item[] | null {
  const width = Math.max(...grid.rows.map((row) => row.length), 0)
  const labelled = grid.rows.filter((row) => row[0]?.label)
  const others = labelled.flatMap((row) => row.slice(1)).filter((cell) => cell.label && !cell.label.weak)
  if (width < 3 || labelled.length < 3 || labelled.length * 2 < grid.rows.length || others.length) return null
  const at = grid.rows.findIndex((row) => filled(row.slice(1)).length >= 2)
  const heads = grid.rows[at]
  if (!heads || !isHeads(heads) || !standBelow(labelled, heads)) return null
  if (at > grid.rows.findIndex((row) => row[0]?.label && row.length > 1)) return null
  const items = grid.rows.slice(0, at).flatMap((_, index) => plainRow(grid, index))
  const below = grid.rows.slice(at + 1)
  const labelLines = [...(heads[0]?.lines ?? []), ...below.flatMap((row) => row[0]?.lines ?? [])]
  items.push({ kind: 'header', lines: labelLines })
  const columns = heads.slice(1).map((head) => {
    const pairs = below.map((row) => columnPair(row, head)).filter((pair) => pair !== null)
    return { head: head.lines, pairs }
  })
  return [...items, { kind: 'columns', columns }]
}

/** Most rows have a text of their own below every head; a row of particulars above one text is no row of heads. */
const standBelow = (labelled: readonly (readonly Seen[])[], heads: readonly Seen[]) =>
  labelled.filter((row) => row.length >= heads.length).length * 2 > labelled.length

const isHeads = (row: readonly Seen[]) =>
  (!row[0]?.label || ['name', 'teamName', 'goal'].includes(row[0].label.field)) &&
  row.slice(1).every((cell) => cell.text.length <= 160)

function columnPair(row: readonly Seen[], head: Seen): Cellpair | null {
  const [label] = row
  const cell = row.slice(1).find((one) => covers(one, head))
  if (!label || !cell) return null
  return { label: label.text, meaning: label.label, value: cell.lines, labelLines: [] }
}

/** A row without column words: label and text side by side, or just text. */
function plainRow(grid: Grid, index: number): Item[] {
  const row = grid.rows[index] ?? []
  const full = filled(row)
  if (full.length === 0) return []
  if (row.length === 1) return cellItems(row[0] as Seen, grid)
  const items: Item[] = []
  for (let at = 0; at < row.length; at++) {
    const cell = row[at] as Seen
    const next = row[at + 1]
    if (cell.text === '' && next && continues(grid, index, at)) {
      items.push({ kind: 'more', value: next.lines })
      at += 1
      continue
    }
    if (cell.text === '') continue
    const paired = pairAt(grid, index, at)
    if (paired) items.push(...paired.items)
    else items.push({ kind: 'close' }, ...cellItems(cell, grid, isBeside(row, at)), { kind: 'close' })
    at += paired?.taken ?? 0
  }
  return items
}

/** More text beside a label cell that was merged downward, or left empty on the rows below the label. */
function continues(grid: Grid, index: number, at: number): boolean {
  if (at !== 0 || grid.rows[index]?.length !== 2) return false
  for (let up = index - 1; up >= 0; up--) {
    const [left, right] = grid.rows[up] ?? []
    if (!left || !right) return false
    if (left.text) return left.label !== null
  }
  return false
}

function pairAt(grid: Grid, index: number, at: number): { items: Item[]; taken: number } | null {
  const row = grid.rows[index] ?? []
  const cell = row[at] as Seen
  const next = row[at + 1]
  const group = groupWord(grid, index, at)
  if (group && cell.text && labelOf(`${group} ${cell.text}`)) {
    return pairOf(cell, next, labelOf(`${group} ${cell.text}`))
  }
  if (isInzet(cell) && next && labelOf(`${cell.text} ${next.text}`)) {
    return { items: [{ kind: 'header', lines: cell.lines }], taken: 0 }
  }
  if (isInzet(cell) && next) {
    const efforts = effortsInside(next, grid)
    if (efforts) return { items: [{ kind: 'header', lines: cell.lines }, ...efforts], taken: 1 }
  }
  if (cell.label)
    return pairOf(
      cell,
      (next?.label && !next.label.weak) || isCard(next) || inCards(row, cell) || startsLabelled(grid)
        ? undefined
        : next,
      cell.label,
    )
  if (!next || !isOwnLabelCell(grid, index, at)) return null
  return pairOf(cell, next, null)
}

/** A small table beside 'Inzet', of labels and texts alone. */
function effortsInside(cell: Seen, grid: Grid): Item[] | null {
  if (!cell.blocks.some((block) => block.kind === 'table')) return null
  const items = grid
    .inside(cell.blocks)
    .filter((item) => item.kind !== 'close' && !(item.kind === 'line' && isBlank(item.line)))
  const pairs = items.flatMap((item) => {
    if (item.kind !== 'pair') return []
    const own = /^inzet\b/i.test(item.label) ? null : labelOf(`inzet ${item.label}`)
    return [{ ...item, meaning: own ?? item.meaning }]
  })
  const known = pairs.filter((pair) => pair.meaning?.field.endsWith('Effort'))
  return pairs.length === items.length && known.length >= 2 ? [...pairs, { kind: 'close' }] : null
}

/** 'Inzet' in a cell of its own, with 'leraar' and 'IB' beside it on this row and the rows below. */
function groupWord(grid: Grid, index: number, at: number): string | null {
  if (at === 0) return null
  for (let up = index; up >= 0; up--) {
    const left = grid.rows[up]?.[at - 1]
    if (!left) return null
    if (left.text) return isInzet(left) ? left.text : null
  }
  return null
}

function pairOf(cell: Seen, next: Seen | undefined, meaning: Label | null): { items: Item[]; taken: number } {
  if (!next) return { items: cell.lines.map((line) => ({ kind: 'line', line, boxed: false })), taken: 0 }
  const label = labelText(cell.text)
  return { items: [{ kind: 'pair', label, meaning, value: next.lines, labelLines: cell.lines }], taken: 1 }
}

/** A label that the school added itself, between labels that we know. */
function isOwnLabelCell(grid: Grid, index: number, at: number): boolean {
  const cell = grid.rows[index]?.[at]
  if (!cell || cell.text.length > 60 || personHead(cell.text) || isCard(cell)) return false
  if (isOwnLabel(cell.text)) return true
  if (!grid.rows[index]?.[at + 1]?.text) return false
  const column = grid.rows
    .map((row) => row.find((one) => one.column === cell.column))
    .filter((one) => one?.text)
  const labels = column.filter((one) => one?.label).length
  return at === 0 && labels >= 2 && labels * 2 > column.length
}

function cellItems(cell: Seen, grid: Grid, beside = false): Item[] {
  if (cell.blocks.some((block) => block.kind !== 'paragraph')) return grid.inside(cell.blocks)
  return cell.lines.map((line) => ({ kind: 'line', line, boxed: false, beside }))
}

/** Another cell of this row already says something, other than a number. */
const isBeside = (row: readonly Seen[], at: number) =>
  row.slice(0, at).some((cell) => /\p{L}/u.test(cell.text) && sectionOf(cell.text, true) !== 'principles')
