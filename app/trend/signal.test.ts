import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { previousYear, type SchoolYear } from '../kernel/school-year.ts'
import { type Signal, signalOf, tableFor, type YearLevels } from './signal.ts'
import { classOf } from './signal-table.ts'

const LAST = '2024-2025' as SchoolYear
const YEARS = [previousYear(previousYear(LAST)), previousYear(LAST), LAST]
const year = (schoolYear: SchoolYear, levels: number, at1F: number, atTarget: number): YearLevels => ({
  schoolYear,
  pupils: levels / 3,
  levels,
  at1F,
  atTarget,
})
const three = (...numbers: [number, number, number][]) =>
  numbers.map(([levels, at1F, atTarget], place) => year(YEARS[place] ?? LAST, levels, at1F, atTarget))
const judged = (outcome: ReturnType<typeof signalOf>): Signal => {
  if ('why' in outcome) throw new Error(outcome.why)
  return outcome
}

describe('the signal values', () => {
  it('count all levels of three years together, so that a large year weighs more', () => {
    const signal = judged(signalOf(LAST, three([300, 300, 300], [30, 0, 0], [30, 0, 0]), 25))
    expect(signal).toMatchObject({ pupils: 120, value1F: 85, valueTarget: 53.8 })
    expect(signal.pct1F).toBeCloseTo((100 * 300) / 360)
  })

  it('call exactly equal above, and one level less below', () => {
    const equal = judged(signalOf(LAST, three([100, 85, 50], [100, 85, 50], [100, 85, 50]), 20))
    expect(equal).toMatchObject({ pct1F: 85, verdict1F: 'above', verdictTarget: 'below' })
    expect(judged(signalOf(LAST, three([100, 84, 50], [100, 85, 50], [100, 85, 50]), 20)).verdict1F).toBe(
      'below',
    )
    const atTarget = three([1000, 1000, 683], [1000, 1000, 683], [1000, 1000, 683])
    expect(judged(signalOf(LAST, atTarget, 20)).verdictTarget).toBe('above')
  })

  it('take a class from its lower bound on; the highest weighting belongs to the last class', () => {
    const table = tableFor(LAST)!
    expect(classOf(table, 30)).toMatchObject({ from: 30, target: 45.5 })
    expect(classOf(table, 29.99)).toMatchObject({ from: 29, target: 47.1 })
    expect(classOf(table, 40)).toMatchObject({ from: 39, target: 30.3 })
    for (const odd of [19.99, 40.01, Number.NaN, -1]) expect(classOf(table, odd)).toBeNull()
  })

  it('look at a small school over five years, and say so when they are not there', () => {
    const few = YEARS.map((schoolYear) => year(schoolYear, 12, 12, 6))
    expect(signalOf(LAST, few, 30)).toEqual({ why: 'five-years-needed' })
    const earlier = [previousYear(YEARS[0]!), previousYear(previousYear(YEARS[0]!))]
    const five = [...few, ...earlier.map((schoolYear) => year(schoolYear, 12, 0, 0))]
    expect(judged(signalOf(LAST, five, 30))).toMatchObject({ pupils: 20, pct1F: 60 })
    const fewest = [...YEARS, ...earlier].map((schoolYear) => year(schoolYear, 6, 6, 6))
    expect(signalOf(LAST, fewest, 30)).toEqual({ why: 'too-few' })
  })

  it('say nothing over a year that is missing, and nothing before the first table', () => {
    expect(signalOf(LAST, three([90, 90, 90], [90, 90, 90]), 30)).toEqual({ why: 'year-missing' })
    expect(signalOf('2019-2020' as SchoolYear, [], 30)).toEqual({ why: 'no-table' })
    expect(tableFor('2026-2027' as SchoolYear)?.schoolYear).toBe(LAST)
  })

  it('without a weighting say what is the same for every weighting, and else nothing', () => {
    const good = three([90, 90, 80], [90, 90, 80], [90, 90, 80])
    expect(judged(signalOf(LAST, good, null))).toMatchObject({ valueTarget: null, verdictTarget: 'above' })
    const middling = three([90, 90, 40], [90, 90, 40], [90, 90, 40])
    expect(judged(signalOf(LAST, middling, null))).toMatchObject({ verdict1F: 'above', verdictTarget: null })
  })

  it('do not depend on the order of the years, nor on levels being split over several pieces', () => {
    const counts = fc
      .record({ pupils: fc.integer({ min: 5, max: 80 }), reached: fc.nat(100), target: fc.nat(100) })
      .map(({ pupils, reached, target }): [number, number, number] => {
        const levels = pupils * 3
        const at1F = Math.round((levels * reached) / 100)
        return [levels, at1F, Math.round((at1F * target) / 100)]
      })
    fc.assert(
      fc.property(
        fc.tuple(counts, counts, counts),
        fc.double({ min: 20, max: 40, noNaN: true }),
        (years, weighting) => {
          const known = three(...years)
          const signal = judged(signalOf(LAST, known, weighting))
          expect(signalOf(LAST, known.toReversed(), weighting)).toEqual(signal)
          const levels = years.reduce((sum, [all]) => sum + all, 0)
          const at1F = years.reduce((sum, [, reached]) => sum + reached, 0)
          expect(signal.verdict1F).toBe(at1F * 100 >= 85 * levels ? 'above' : 'below')
        },
      ),
    )
  })
})
