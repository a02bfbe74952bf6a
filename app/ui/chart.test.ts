import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LineChart, WIDE } from './chart.ts'
import { axisOf, piecesOf, placing, spread } from './chart-place.ts'

const chartOf = (values: readonly (number | null)[], percent = true): LineChart => ({
  id: 'c',
  title: 'Rekenen',
  told: 'Lijngrafiek',
  steps: values.map((_, at) => ({ label: String(2020 + at), under: '' })),
  lines: [{ name: 'Onze school', values, bands: values.map(() => null) }],
  behind: [],
  references: [],
  marks: [],
  percent,
  number: String,
})

describe('a line chart', () => {
  it('keeps every value within its axis, and the axis of shares within 0 and 100', () => {
    const shares = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(shares, (values) => {
        const chart = chartOf(values)
        const axis = axisOf(chart)
        expect(axis.length).toBeGreaterThan(1)
        expect(axis.every((line) => line >= 0 && line <= 100)).toBe(true)
        const { y } = placing(chart, WIDE, axis)
        for (const value of values) {
          expect(y(value)).toBeGreaterThanOrEqual(WIDE.top - 0.1)
          expect(y(value)).toBeLessThanOrEqual(WIDE.bottom + 0.1)
        }
      }),
    )
  })

  it('is not drawn through a year without a number', () => {
    const placeOf = (x: number, y: number) => ({ x, y })
    expect(piecesOf([1, 2, null, 3], placeOf).map((piece) => piece.length)).toEqual([2, 1])
    expect(piecesOf([null, null], placeOf)).toEqual([])
  })

  it('names its lines without one name over another, in the order of the lines', () => {
    const heights = fc.array(fc.integer({ min: 34, max: 398 }), { maxLength: 6 })
    fc.assert(
      fc.property(heights, (wished) => {
        const placed = spread(wished, 22, 398)
        const sorted = placed.toSorted((one, other) => one - other)
        for (const [at, height] of sorted.entries())
          if (at > 0) expect(height - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(22)
        for (const [at, wish] of wished.entries())
          for (const [to, other] of wished.entries())
            if (wish < other) expect(placed[at]).toBeLessThan(placed[to] ?? 0)
      }),
    )
  })
})
