import { columnsFrom, type SavedColumns, savedFor } from './columns.ts'
import type { MessageLook, SheetLook } from './file-look.ts'
import type { Given } from './incoming.ts'
import { COLUMN_KINDS, type Columns } from './result-columns.ts'
import { supplierIn } from './supplier.ts'

/** What is proposed of a file: as it was chosen last time for such a file, or else what the file itself says. */
export function proposedFor(
  look: SheetLook | MessageLook,
  fileName: string,
  saved: readonly SavedColumns[],
): Given {
  const before = look.kind === 'sheet' ? savedFor(look, saved) : null
  if (look.kind === 'sheet' && before !== null)
    return { supplier: before.supplier, norm: before.norm, columns: columnsFrom(look, before) }
  const supplier = supplierIn([fileName, ...wordsOf(look)]) ?? ''
  const norm = saved.find((one) => one.supplier === supplier)?.norm ?? ''
  return { supplier, norm, columns: look.kind === 'sheet' ? withoutPersonal(look) : null }
}

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
