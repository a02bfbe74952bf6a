import type { SheetLook } from './file-look.ts'
import {
  COLUMN_KINDS,
  type ColumnKind,
  type Columns,
  looksLikeHeading,
  plainHeading,
} from './result-columns.ts'
import type { Wide } from './wide.ts'
import type { SavedTest } from './wide-choice.ts'

/** How the columns of a supplier's files are read, as it was chosen last time: headings, not places. */
export type SavedColumns = {
  readonly supplier: string
  readonly norm: string
  readonly headings: readonly (readonly [kind: ColumnKind, heading: string])[]
  /** Of files with a column for each test, which of those hold what; else empty. */
  readonly tests: readonly SavedTest[]
}

/** Why columns can't be read so; the field is a kind of column. */
export type ColumnsNo =
  | 'pupil-not-chosen'
  | 'test-not-chosen'
  | 'when-not-chosen'
  | 'reached-not-chosen'
  | 'column-twice'
  | 'column-personal'

export type ColumnsTrouble = { readonly why: ColumnsNo; readonly kind: ColumnKind }

/** The last choice of which all headings stand in this file; the newest first in `saved`. */
export function savedFor(look: SheetLook, saved: readonly SavedColumns[]): SavedColumns | null {
  const names = namesOf(look)
  const has = (heading: string) => names.includes(plainHeading(heading))
  const fits = ({ headings, tests }: SavedColumns) =>
    headings.length > 0 &&
    headings.every(([, heading]) => has(heading)) &&
    // Next time other tests stand in it: what it says itself is enough.
    (tests.length === 0 || look.isWide || tests.some(({ heading }) => has(heading)))
  return saved.find(fits) ?? null
}

const namesOf = ({ headings }: SheetLook) => headings.map(plainHeading)

/** The columns as they were chosen for a file with these headings. */
export function columnsFrom(look: SheetLook, { headings }: SavedColumns): Columns {
  const names = namesOf(look)
  return Object.fromEntries(headings.map(([kind, heading]) => [kind, names.indexOf(plainHeading(heading))]))
}

/** What is kept of a choice: headings alone. Null when they don't look like headings. */
export function headingsOf(look: SheetLook, columns: Columns): SavedColumns['headings'] | null {
  const headings = COLUMN_KINDS.flatMap((kind) => {
    const at = columns[kind]
    return at === undefined ? [] : [[kind, look.headings[at] ?? ''] as const]
  })
  return headings.every(([, heading]) => looksLikeHeading(heading)) ? headings : null
}

/** What is still to be done before a file can be read so; empty: nothing. With a column for each test, see also there. */
export function troublesOf(look: SheetLook, columns: Columns, wide: Wide | null = null): ColumnsTrouble[] {
  const has = (kind: ColumnKind) => columns[kind] !== undefined
  const troubles: ColumnsTrouble[] = []
  if (!has('pupil')) troubles.push({ why: 'pupil-not-chosen', kind: 'pupil' })
  if (wide !== null) return [...troubles, ...badPlaces(look, columns)]
  if (!has('test') && !has('subject')) troubles.push({ why: 'test-not-chosen', kind: 'test' })
  if (!has('takenOn') && !has('schoolYear')) troubles.push({ why: 'when-not-chosen', kind: 'takenOn' })
  if (!has('score') && !has('level') && !has('reference'))
    troubles.push({ why: 'reached-not-chosen', kind: 'score' })
  return [...troubles, ...badPlaces(look, columns)]
}

function badPlaces({ personal }: SheetLook, columns: Columns): ColumnsTrouble[] {
  const taken = new Set<number>()
  return COLUMN_KINDS.flatMap((kind): ColumnsTrouble[] => {
    const at = columns[kind]
    if (at === undefined) return []
    if (personal.includes(at)) return [{ why: 'column-personal', kind }]
    if (taken.has(at)) return [{ why: 'column-twice', kind }]
    taken.add(at)
    return []
  })
}

/** A cell as it may be shown beforehand: a pupil's number covered, and of a column that isn't read its shape alone. */
export function shownCell(cell: string, kind: ColumnKind | null): string {
  if (cell === '') return ''
  if (kind === 'pupil') return cell.length > 4 ? `••••${cell.slice(-2)}` : '••••'
  return kind === null ? cell.replace(/\p{L}/gu, 'x').replace(/\d/g, '9') : cell
}
