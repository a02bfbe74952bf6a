import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsFrom, headingsOf, savedFor, shownCell, troublesOf } from './columns.ts'
import { FileCounts } from './file-check.ts'
import type { SheetLook } from './file-look.ts'
import { proposedFor } from './given.ts'
import type { Result } from './result.ts'
import { columnsOf } from './result-columns.ts'
import { Seen } from './seen.ts'
import { supplierIn } from './supplier.ts'
import { Turns } from './turns.ts'

const lookOf = (headings: string[], personal: number[] = []): SheetLook => ({
  kind: 'sheet',
  headings,
  personal,
  below: 1,
  columns: columnsOf(headings),
  isWide: false,
  guess: { year: null, tests: [], groupNow: null },
  rows: [],
})

describe('columns that were chosen before', () => {
  const look = lookOf(['Stamnr', 'Meting', 'Wanneer', 'Punten'])
  const columns = { pupil: 0, test: 1, takenOn: 2, score: 3 }
  const saved = { supplier: 'Onze toets', norm: '2', headings: headingsOf(look, columns) ?? [], tests: [] }

  it('are known again where they stand elsewhere and are written otherwise', () => {
    const next = lookOf(['Punten ', 'METING', 'extra', 'stam-nr', 'Wanneer'])
    expect(savedFor(next, [saved])).toBe(saved)
    expect(columnsFrom(next, saved)).toEqual({ pupil: 3, test: 1, takenOn: 4, score: 0 })
    expect(proposedFor(next, 'x.csv', [saved])).toMatchObject({ supplier: 'Onze toets', norm: '2' })
  })

  it('are not of a file that lacks one of them', () => {
    expect(savedFor(lookOf(['Stamnr', 'Meting', 'Wanneer']), [saved])).toBeNull()
  })

  it('are not kept when they are no headings but the first row', () => {
    const data = lookOf(['004795', 'Rekenen M5', '20-01-2026', '133,6'])
    expect(headingsOf(data, columns)).toBeNull()
    expect(headingsOf(lookOf(['A', 'Rekenen M5', 'B', '133,6']), columns)).toBeNull()
  })
})

describe('what is still to be done', () => {
  it('is named for each thing that is needed', () => {
    const none = troublesOf(lookOf(['a']), {})
    expect(none.map(({ why }) => why)).toEqual([
      'pupil-not-chosen',
      'test-not-chosen',
      'when-not-chosen',
      'reached-not-chosen',
    ])
  })

  it('is another column where one is personal or taken twice', () => {
    const look = lookOf(['BSN', 'Toets', 'Jaar', 'Score'], [0])
    const columns = { pupil: 0, test: 1, subject: 1, schoolYear: 2, score: 3 }
    expect(troublesOf(look, columns)).toEqual([
      { why: 'column-personal', kind: 'pupil' },
      { why: 'column-twice', kind: 'subject' },
    ])
  })
})

it('a cell is shown as far as it may be', () => {
  expect(shownCell('004795', 'pupil')).toBe('••••95')
  expect(shownCell('17', 'pupil')).toBe('••••')
  expect(shownCell('Fatima é. 111222333', null)).toBe('xxxxxx x. 999999999')
  expect(shownCell('133,6', 'score')).toBe('133,6')
})

it.each([
  ['leerling_in_beeld_2026.csv', 'Leerling in beeld (Cito)'],
  ['Ontwikkelscore', 'IEP (Bureau ICE)'],
  ['Diataal M5', 'Dia (Diataal)'],
  ['diagnose', null],
  ['Cito Spelling 3.0', 'Cito LVS'],
])('%s is of %s', (text, supplier) => {
  expect(supplierIn([text])).toBe(supplier)
})

describe('counting a file', () => {
  const result = (pupil: number, more: Partial<Result> = {}): Result => ({
    pupil: String(pupil),
    schoolYear: '2025-2026' as Result['schoolYear'],
    takenOn: null,
    group: '5',
    yearGroup: 5,
    test: 'Rekenen',
    subject: 'Rekenen',
    moment: 'M',
    score: 1,
    level: null,
    reference: null,
    exempt: false,
    ...more,
  })
  const many = (more: (at: number) => Partial<Result>) =>
    Array.from({ length: 40 }, (_, at) => result(at, more(at)))

  it('stops when nearly everybody has a test or a group alone', () => {
    const done = (results: Result[]) => {
      const counts = new FileCounts()
      expect(counts.add(results, [])).toBeNull()
      return counts.done()
    }
    expect(done(many((at) => ({ test: `Sanne ${at}` })))).toBe('tests-many')
    expect(done(many((at) => ({ group: `Sanne ${at}` })))).toBe('groups-many')
    expect(done(many((at) => ({ group: `groep ${at % 5}` })))).toMatchObject({
      good: 40,
      pupils: 40,
      groups: 5,
    })
  })

  it('keeps the first refused rows, and counts them all', () => {
    const counts = new FileCounts()
    const refused = Array.from({ length: 130 }, (_, at) => ({ row: at + 2, why: 'score-odd' as const }))
    for (let from = 0; from < 130; from += 20) counts.add([], refused.slice(from, from + 20))
    const check = counts.done()
    expect(check).toMatchObject({ refused: 130, whys: [{ why: 'score-odd', rows: 130 }] })
    expect(typeof check === 'object' && check.firstRefused).toEqual(refused.slice(0, 50))
  })
})

it('what was seen before is seen again, whatever it is', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (texts) => {
      const seen = new Seen()
      const known = new Set<string>()
      for (const text of texts) {
        expect(seen.isAgain(text)).toBe(known.has(text))
        known.add(text)
      }
      expect(seen.count).toBe(known.size)
    }),
  )
  const seen = new Seen()
  const times = (count: number) =>
    Array.from({ length: count }, (_, at) => seen.isAgain(`pupil ${at}`)).filter((again) => again).length
  expect([times(30_000), times(30_000), seen.count]).toEqual([0, 30_000, 30_000])
})

it('so many at a time, the others in turn, and who gives up makes room', async () => {
  const turns = new Turns(1)
  const { signal } = new AbortController()
  expect(await turns.take(signal)).toBe(true)
  const patience = new AbortController()
  const gaveUp = turns.take(patience.signal)
  const next = turns.take(signal)
  patience.abort()
  expect(await gaveUp).toBe(false)
  turns.leave()
  expect(await next).toBe(true)
  turns.leave()
  expect(await turns.take(AbortSignal.abort())).toBe(false)
  expect(await turns.take(signal)).toBe(true)
})
