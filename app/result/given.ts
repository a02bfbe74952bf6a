import { columnsFrom, type SavedColumns, savedFor } from './columns.ts'
import type { MessageLook, SheetLook } from './file-look.ts'
import type { Given } from './incoming.ts'
import { COLUMN_KINDS, type Columns } from './result-columns.ts'
import { supplierIn } from './supplier.ts'
import { MOST_TESTS, type Wide, yearIn } from './wide.ts'
import { pupilColumns, testsFrom } from './wide-choice.ts'

/** What is proposed of a file: as it was chosen last time for such a file, or else what the file itself says. */
export function proposedFor(
  look: SheetLook | MessageLook,
  fileName: string,
  saved: readonly SavedColumns[],
): Given {
  const before = look.kind === 'sheet' ? savedFor(look, saved) : null
  if (look.kind === 'sheet' && before !== null) return asBefore(look, fileName, before)
  const supplier = supplierIn([fileName, ...wordsOf(look)]) ?? ''
  const norm = saved.find((one) => one.supplier === supplier)?.norm ?? ''
  if (look.kind === 'uwlr') return { supplier, norm, columns: null, wide: null }
  const columns = withoutPersonal(look)
  if (!look.isWide) return { supplier, norm, columns, wide: null }
  return { supplier, norm, columns: pupilColumns(columns), wide: wideFor(look, fileName) }
}

function asBefore(look: SheetLook, fileName: string, before: SavedColumns): Given {
  const { supplier, norm, tests } = before
  const columns = columnsFrom(look, before)
  if (tests.length === 0) return { supplier, norm, columns, wide: null }
  const { year } = wideFor(look, fileName)
  return { supplier, norm, columns, wide: { year, tests: testsFrom(look, columns, tests) } }
}

/** The same file as the other kind of table: what was chosen of pupils stays, and the rest is what it says itself. */
export function asTable(
  { look, fileName }: { look: SheetLook | MessageLook; fileName: string },
  given: Given,
  kind: 'wide' | 'long',
): Given {
  if (look.kind === 'uwlr') return given
  const columns = given.columns ?? {}
  if (kind === 'wide') return { ...given, columns: pupilColumns(columns), wide: wideFor(look, fileName) }
  return { ...given, columns: { ...withoutPersonal(look), ...columns }, wide: null }
}

/** What the file says by itself of a column for each test, and of its school year. */
const wideFor = ({ guess }: SheetLook, fileName: string): Wide => ({
  year: guess.year ?? yearIn(fileName),
  tests: guess.tests.slice(0, MOST_TESTS),
})

/** Where a supplier may be named: headings and names of tests. */
function wordsOf(look: SheetLook | MessageLook): string[] {
  if (look.kind === 'uwlr') return [...look.tests]
  const { test } = look.columns
  return [...look.headings, ...(test === undefined ? [] : look.rows.map(({ cells }) => cells[test] ?? ''))]
}

function withoutPersonal({ columns, personal }: SheetLook): Columns {
  return Object.fromEntries(
    COLUMN_KINDS.flatMap((kind) => {
      const at = columns[kind]
      return at === undefined || personal.includes(at) ? [] : [[kind, at]]
    }),
  )
}
