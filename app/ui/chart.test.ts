import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LineChart, NARROW, SMALL, WIDE } from './chart.ts'
import { isOver, labelledSteps, panesOf, piecesOf, placing, spread } from './chart-place.ts'

const chartOf = (values: readonly (number | null)[], scale: LineChart['scale'] = 'share'): LineChart => ({
  id: 'c',
  title: 'Rekenen',
  told: 'Lijngrafiek',
  steps: values.map((_, at) => ({ label: String(2020 + at), under: '' })),
  lines: [{ name: 'Onze school', values, bands: values.map(() => null), few: values.map(() => false) }],
  behind: [],
  references: [],
  marks: [],
  scale,
  number: String,
})

describe('a line chart', () => {
  it('keeps every value within its axis, and the axis of shares within 0 and 100', () => {
    const shares = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(shares, (values) => {
        const chart = chartOf(values)
        const panes = panesOf(chart)
        const [{ axis }] = panes as [(typeof panes)[number]]
        expect(axis.length).toBeGreaterThan(1)
        expect(axis.every((line) => line >= 0 && line <= 100)).toBe(true)
        const { y } = placing(chart, WIDE, panes)
        for (const [step, value] of values.entries()) {
          expect(y(value, step)).toBeGreaterThanOrEqual(WIDE.top - 0.1)
          expect(y(value, step)).toBeLessThanOrEqual(WIDE.bottom + 0.1)
        }
      }),
    )
  })

  it('gives each test a scale of its own, and shares one scale', () => {
    const mark = { before: 2, text: 'vanaf hier normering 2023', short: 'nieuw' }
    const scores = { ...chartOf([190, 193, 85, 84], 'score'), marks: [mark] }
    const panes = panesOf(scores)
    expect(panes.map(({ from, until }) => [from, until])).toEqual([
      [0, 2],
      [2, 4],
    ])
    const [old, now] = panes.map(({ axis }) => axis)
    expect(Math.min(...(old ?? []))).toBeGreaterThan(Math.max(...(now ?? [])))
    const { y } = placing(scores, WIDE, panes)
    expect(Math.abs(y(85, 2) - y(190, 0))).toBeLessThan((WIDE.bottom - WIDE.top) / 2)
    expect(panesOf({ ...chartOf([50, 52, 53, 54]), marks: [mark] })).toHaveLength(1)
  })

  it('does not blow up what hardly differs, and sees growth from nought', () => {
    const [scores] = panesOf(chartOf([85.5, 84.2], 'score'))
    expect((scores?.axis.at(-1) ?? 0) - (scores?.axis[0] ?? 0)).toBeGreaterThanOrEqual(0.2 * 84)
    const [shares] = panesOf(chartOf([52, 52.1]))
    expect((shares?.axis.at(-1) ?? 0) - (shares?.axis[0] ?? 0)).toBeGreaterThanOrEqual(20)
    expect(panesOf(chartOf([7.2, 6.4], 'growth'))[0]?.axis[0]).toBe(0)
    expect(panesOf(chartOf([-2, 3], 'growth'))[0]?.axis[0]).toBeLessThanOrEqual(-2)
  })

  it('has a number at every dot that there is room for, always at the last', () => {
    const chart = chartOf([1, 2, null, 4, 5, 6], 'score')
    const [line] = chart.lines as [(typeof chart.lines)[number]]
    expect([...labelledSteps(chart, line, WIDE, 100)]).toEqual([0, 1, 3, 4, 5])
    expect([...labelledSteps(chart, line, NARROW, 24)]).toEqual([1, 3, 5])
    expect([...labelledSteps(chart, line, SMALL, 40)]).toEqual([0, 5])
    expect([...labelledSteps(chart, line, SMALL, 4)]).toEqual([5])
  })

  it('is not drawn through a year without a number', () => {
    const placeOf = (x: number, y: number) => ({ x, y })
    expect(piecesOf([1, 2, null, 3], placeOf).map((piece) => piece.length)).toEqual([2, 1])
    expect(piecesOf([null, null], placeOf)).toEqual([])
  })

  it('keeps the name of another line off its last dot, and off the number there', () => {
    const end = [{ dot: 100, number: 128 }]
    expect([94, 100, 108, 120].map((height) => isOver(height, end))).toEqual([true, true, true, true])
    expect([80, 87, 146, 160].map((height) => isOver(height, end))).toEqual([false, false, false, false])
    expect(isOver(100, [])).toBe(false)
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
