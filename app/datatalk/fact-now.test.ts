import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { ShownFigure } from '../trend/series.ts'
import type { Fact, Numbers } from './fact.ts'
import { isUnsaid } from './fact-now.ts'
import { sayUnsaid } from './fact-text.ts'

const [BEFORE, LAST] = ['2024-2025', '2025-2026'] as [SchoolYear, SchoolYear]

const figure = (schoolYear: SchoolYear, n: number, mean: number): ShownFigure => ({
  schoolYear,
  yearGroup: 6,
  moment: 'M',
  group: null,
  subject: 'Rekenen',
  test: 'Rekenen',
  series: 1,
  supplier: 'fictief',
  norm: '',
  levels: null,
  references: null,
  scores: n < 5 ? 'hidden' : { n, caution: null, mean, median: null },
})

const numbers = (...shown: ShownFigure[]): Numbers => ({
  shown,
  standings: [],
  lines: { target: [], at1F: [] },
})

const seen = (schoolYear: SchoolYear, n: number, value: number) => ({
  place: { schoolYear, moment: 'M' as const, yearGroup: 6 },
  value,
  n,
})

const FACT: Fact = {
  about: { of: 'section', subject: 'Rekenen', yearGroup: 6, moment: 'M', measure: 'mean' },
  statement: {
    says: 'change',
    measure: 'mean',
    way: 'up',
    from: seen(BEFORE, 24, 190),
    to: seen(LAST, 20, 200),
    chance: null,
  },
  own: null,
  claim: null,
}

describe('a fact that was laid in a data talk', () => {
  const before = figure(BEFORE, 24, 190)

  it('keeps its numbers while those years are as they were, also when a new year came', () => {
    const next = figure('2026-2027' as SchoolYear, 22, 210)
    expect(isUnsaid(numbers(before, figure(LAST, 20, 200), next), FACT)).toBe(false)
  })

  it('no longer says them when a year is not shown any more', () => {
    expect(isUnsaid(numbers(before, figure(LAST, 4, 200)), FACT)).toBe(true)
    expect(isUnsaid(numbers(before), FACT)).toBe(true)
  })

  it('never stands beside numbers of one to four pupils more or fewer, or others of as many', () => {
    const anyNumbers = fc.tuple(fc.integer({ min: 5, max: 40 }), fc.integer({ min: 190, max: 210 }))
    fc.assert(
      fc.property(anyNumbers, ([n, mean]) => {
        const isSame = n === 20 && mean === 200
        const isNear = !isSame && Math.abs(n - 20) < 5
        expect(isUnsaid(numbers(before, figure(LAST, n, mean)), FACT)).toBe(isNear)
      }),
    )
  })

  it('then says what it was about, without a number of then', () => {
    for (const language of ['nl', 'en'] as const) {
      expect(sayUnsaid(language, FACT)).toContain('Rekenen')
      expect(sayUnsaid(language, FACT)).not.toMatch(/190|200/)
    }
  })
})
