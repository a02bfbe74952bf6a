import type { MessageLook, SheetLook } from './file-look.ts'
import type { Given } from './incoming.ts'
import { COLUMN_KINDS, type Columns } from './result-columns.ts'
import { LONGEST_NORM, LONGEST_SUPPLIER } from './supplier.ts'

/** The value of a supplier that is not in the list. */
export const OTHER = '-'

/** What a form says of a file; what it can't mean counts as not chosen. */
export function givenFrom(form: FormData, look: SheetLook | MessageLook): Given {
  const chosen = lineIn(form, 'supplier', LONGEST_SUPPLIER)
  return {
    supplier: chosen === OTHER ? lineIn(form, 'supplier-other', LONGEST_SUPPLIER) : chosen,
    norm: lineIn(form, 'norm', LONGEST_NORM),
    columns: look.kind === 'sheet' ? columnsIn(form, look) : null,
  }
}

function lineIn(form: FormData, name: string, longest: number): string {
  const value = form.get(name)
  if (typeof value !== 'string') return ''
  const line = value
    .toWellFormed()
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  // A sign can be two halves: of half a one a database makes something else.
  return line
    .slice(0, longest)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trim()
}

function columnsIn(form: FormData, { headings }: SheetLook): Columns {
  return Object.fromEntries(
    COLUMN_KINDS.flatMap((kind) => {
      const value = form.get(`column-${kind}`)
      const place = typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : -1
      return place >= 0 && place < headings.length ? [[kind, place]] : []
    }),
  )
}
