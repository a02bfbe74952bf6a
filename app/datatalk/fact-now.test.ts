import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { ShownFigure } from '../trend/series.ts'
import { type Fact, factKey, factKeys, factsOf, type Numbers } from './fact.ts'
import { isUnsaid } from './fact-now.ts'
import { sayFact, sayUnsaid } from './fact-text.ts'

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
  aims: [],
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
    for (const [language, subject] of [
      ['nl', 'Rekenen'],
      ['en', 'Arithmetic'],
    ] as const) {
      expect(sayUnsaid(language, FACT)).toContain(subject)
      expect(sayUnsaid(language, FACT)).not.toMatch(/190|200/)
    }
  })
})

describe('a fact that was laid in when less was said with it', () => {
  const years = ['2022-2023', '2023-2024', BEFORE, LAST] as SchoolYear[]
  const rising = numbers(...years.map((year, at) => figure(year, 20, 180 + 5 * at)))
  const [offered] = factsOf(rising, 'Rekenen')
  const about = FACT.about
  const run = { says: 'run', way: 'up', steps: 3 } as const
  const change = {
    says: 'change',
    measure: 'mean',
    way: 'up',
    from: seen(years[0] as SchoolYear, 20, 180),
    to: seen(LAST, 20, 195),
    chance: null,
  } as const

  it('is still so, says what it said, and is not offered beside itself', () => {
    if (!offered) throw new Error('nothing is offered')
    for (const statement of [run, change]) {
      const old: Fact = { about, statement, own: null, claim: null }
      expect(factKeys(offered)).toContain(factKey(old))
      expect(isUnsaid(rising, old)).toBe(false)
    }
    const before: Fact = { about, statement: run, own: null, claim: null }
    expect(sayFact('nl', before)).toBe('Rekenen, groep 6, midden, gemiddelde: drie jaar op rij omhoog.')
    expect(sayFact('nl', offered)).toBe(
      'Rekenen, groep 6, midden, gemiddelde: drie jaar op rij omhoog, van 180 in 2022–2023 naar 195 in 2025–2026.',
    )
  })

  it('of a run the numbers are no longer said either, when one of its years is of a few pupils more', () => {
    if (!offered) throw new Error('nothing is offered')
    const now = numbers(...years.map((year, at) => figure(year, at === 3 ? 22 : 20, 180 + 5 * at)))
    expect(isUnsaid(rising, offered)).toBe(false)
    expect(isUnsaid(now, offered)).toBe(true)
  })

  it('of few pupils says how few they are, and that it may be chance', () => {
    const few = numbers(figure(BEFORE, 30, 190), { ...figure(LAST, 12, 200) })
    expect(factsOf(few, 'Rekenen').map((one) => sayFact('nl', one))).toEqual([
      'Rekenen, groep 6, midden, gemiddelde: van 190 in 2024–2025 naar 200 in 2025–2026. Dat verschil kan toeval zijn. Weinig leerlingen: n 12 in 2025–2026.',
    ])
  })
})
