import { describe, expect, it } from 'vitest'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Growth } from '../result/figure.ts'
import { readResults } from '../result/results-in.ts'
import { meanOf, Tallies } from '../result/tally.ts'
import { shownGrowth } from './growth.ts'
import { shown } from './sentence.ts'
import { numberText } from './sentence-text.ts'
import type { ShownFigure } from './series.ts'
import { shownFigures } from './suppress-figures.ts'

/** Half upwards in whole numbers, as one does it on paper: the tenths of a sum in ten-thousandths, over so many. */
const tenthsOf = (sum: number, of: number) => {
  const [twice, parts] = [2n * BigInt(sum) + 1000n * BigInt(of), 2000n * BigInt(of)]
  return Number(twice / parts - (twice % parts < 0n ? 1n : 0n))
}
const written = (tenths: number) => {
  const [whole, rest] = [Math.trunc(Math.abs(tenths) / 10), Math.abs(tenths) % 10]
  return `${tenths < 0 ? '-' : ''}${whole}${rest === 0 ? '' : `,${rest}`}`
}

async function tallies() {
  const found = new Tallies()
  await readResults('test/fixtures/trend/toetsresultaten-2021-2026.csv', {
    take: (one) => found.add(one),
    refuse: () => undefined,
    leftOut: () => undefined,
  })
  return found.all().filter(({ scored }) => scored > 0)
}

describe('a mean is rounded once', () => {
  it('in every section of five years of tests, from its own sum', async () => {
    const all = await tallies()
    expect(all).toHaveLength(215)
    const figures = all.map((tally, series) => ({
      ...tally,
      series,
      supplier: '',
      norm: '',
      group: null,
      exempt: 0,
      median: null,
    }))
    const told = shownFigures(figures, 'coordinator').map(({ scores }: ShownFigure) =>
      scores && scores !== 'hidden' ? numberText('nl', scores.mean, 'mean') : '',
    )
    expect(told).toEqual(all.map(({ scored, scoreSum }) => written(tenthsOf(scoreSum, scored))))
  })

  it('half upwards, and never to -0', () => {
    expect(numberText('nl', meanOf({ scored: 37, scoreSum: 35_537_000 }) ?? 0, 'mean')).toBe('96')
    for (const tenths of Array.from({ length: 2000 }, (_, at) => at)) {
      const half = meanOf({ scored: 2, scoreSum: 2 * (1000 * tenths + 500) }) ?? 0
      expect(shown(half)).toBe((tenths + 1) / 10)
      expect(shown(meanOf({ scored: 3, scoreSum: 3 * (1000 * tenths + 500) - 1 }) ?? 0)).toBe(tenths / 10)
    }
    for (const little of [-0.05, -0.04, -0.001, -0, 0, 0.04]) {
      expect(Object.is(shown(little), 0)).toBe(true)
      expect(numberText('nl', little, 'growth')).toBe('0')
    }
    expect(numberText('en', -0.06, 'growth')).toBe('-0.1')
  })

  it('of growth too', () => {
    const place = { schoolYear: '2023-2024' as SchoolYear, yearGroup: 6, moment: 'E' } as const
    const since = { ...place, moment: 'M' } as const
    const step = { ...place, series: 1, group: null, since, same: 38, grown: 38 }
    const series = {
      series: 1,
      subject: 'Begrijpend lezen',
      test: 'Begrijpend lezen',
      supplier: '',
      norm: '',
    }
    const figure = {
      ...place,
      ...series,
      group: null,
      n: 38,
      scored: 38,
      scoreSum: 0,
      median: null,
      exempt: 0,
    }
    const told = (growthSum: number) => {
      const growth = [{ ...step, growthSum }] satisfies Growth[]
      const figures = [{ ...figure, levels: new Map(), references: new Map() }]
      const [found] = shownGrowth(growth, figures, 'coordinator')
      return found?.growth && found.growth !== 'hidden' ? numberText('nl', found.growth.mean, 'growth') : ''
    }
    for (let sum = -2_000_000; sum < 2_000_000; sum += 997) expect(told(sum)).toBe(written(tenthsOf(sum, 38)))
    expect(told(1_347_860)).toBe('3,5')
  })
})
