import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maybeChance, wilson, wouldTurn } from './wilson.ts'

describe('how sure a share is', () => {
  it('is the band of Wilson', () => {
    const band = wilson(0.5, 10)
    expect(band?.low).toBeCloseTo(23.66, 2)
    expect(band?.high).toBeCloseTo(76.34, 2)
    expect(wilson(0, 20)).toMatchObject({ low: 0 })
    expect(wilson(0, 20)?.high).toBeCloseTo(16.11, 2)
    expect(wilson(1, 0)).toBeNull()
  })

  it('holds the share, stays within 0 and 100, and is narrower with more pupils', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (pupils, some) => {
        const share = Math.min(some, pupils) / pupils
        const band = wilson(share, pupils)!
        const narrower = wilson(share, 2 * pupils)!
        expect(band.low).toBeGreaterThanOrEqual(0)
        expect(band.high).toBeLessThanOrEqual(100)
        expect(band.low).toBeLessThanOrEqual(100 * share + 1e-9)
        expect(band.high).toBeGreaterThanOrEqual(100 * share - 1e-9)
        expect(narrower.high - narrower.low).toBeLessThan(band.high - band.low)
      }),
    )
  })

  it('calls a difference chance with few pupils, and no longer with many', () => {
    expect(maybeChance({ value: 45, n: 20 }, { value: 55, n: 20 })).toBe(true)
    expect(maybeChance({ value: 45, n: 2000 }, { value: 55, n: 2000 })).toBe(false)
    expect(maybeChance({ value: 40, n: 0 }, { value: 90, n: 50 })).toBe(true)
  })

  it('does not depend on which of two comes first', () => {
    const one = fc.record({ value: fc.nat(100), n: fc.integer({ min: 1, max: 300 }) })
    fc.assert(
      fc.property(one, one, (a, b) => {
        expect(maybeChance(a, b)).toBe(maybeChance(b, a))
      }),
    )
  })

  it('finds the least number that turns it, exactly', () => {
    expect(wouldTurn(155, 360, 43.5)).toBe(2)
    expect(wouldTurn(85, 100, 85)).toBe(-1)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.nat(900), fc.nat(1000), (all, some, tenths) => {
        const reached = Math.min(some, all)
        const turn = wouldTurn(reached, all, tenths / 10)
        const isAbove = (count: number) => 1000 * count >= tenths * all
        expect(isAbove(reached + turn)).toBe(!isAbove(reached))
        expect(isAbove(reached + turn - Math.sign(turn))).toBe(isAbove(reached))
      }),
    )
  })
})
