import { parseSchoolYear } from '../kernel/school-year.ts'
import type { MessageLook, SheetLook } from './file-look.ts'
import type { Given } from './incoming.ts'
import { MOMENTS } from './result.ts'
import { COLUMN_KINDS, type Columns } from './result-columns.ts'
import { LONGEST_NORM, LONGEST_SUPPLIER } from './supplier.ts'
import { LONGEST_TEST, MEASURES, MOST_TESTS, type TestColumn, type Wide } from './wide.ts'
import { pupilColumns } from './wide-choice.ts'

/** The value of a supplier that is not in the list. */
export const OTHER = '-'

/**
 * What a form says of a file; what it can't mean counts as not chosen.
 *
 * @param isWide the form is that of a table with a column for each test
 */
export function givenFrom(form: FormData, look: SheetLook | MessageLook, isWide = false): Given {
  const chosen = lineIn(form, 'supplier', LONGEST_SUPPLIER)
  const columns = look.kind === 'sheet' ? columnsIn(form, look) : null
  const ofPupils = isWide && look.kind === 'sheet'
  return {
    supplier: chosen === OTHER ? lineIn(form, 'supplier-other', LONGEST_SUPPLIER) : chosen,
    norm: lineIn(form, 'norm', LONGEST_NORM),
    columns: ofPupils && columns ? pupilColumns(columns) : columns,
    wide: ofPupils ? wideIn(form, look) : null,
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

/** A column that isn't said to hold anything of a test is not taken in, nor one of personal data. */
function wideIn(form: FormData, { headings, personal }: SheetLook): Wide {
  const tests = [...headings.keys()].flatMap((at): TestColumn[] => {
    const said = (field: string) => form.get(`test-${at}-${field}`)
    const measure = MEASURES.find((one) => one === said('what'))
    if (measure === undefined || personal.includes(at)) return []
    const when = whenFrom(said('when'))
    const yearsAgo = Number(/^[0-7]$/.exec(String(said('ago')))?.[0] ?? 0)
    return [{ at, measure, test: lineIn(form, `test-${at}-name`, LONGEST_TEST), ...when, yearsAgo }]
  })
  return { year: parseSchoolYear(form.get('year')), tests: tests.slice(0, MOST_TESTS) }
}

/** 'M5', 'M', or nothing that means anything. */
export function whenFrom(value: unknown): Pick<TestColumn, 'moment' | 'yearGroup'> {
  const [, letter, group] = (typeof value === 'string' && /^([BMED])([1-8])?$/.exec(value)) || []
  return {
    moment: MOMENTS.find((one) => one === letter) ?? null,
    yearGroup: group === undefined ? null : Number(group),
  }
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
