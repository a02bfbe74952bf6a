import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aimPlace, fits, NARROW_BARS, partsOf, roomIn, tintOf, WIDE_BARS } from './chart-bars.ts'

describe('bars of shares', () => {
  it('fill the whole width, part after part, whatever is counted', () => {
    const counts = fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 13 })
    fc.assert(
      fc.property(counts, (some) => {
        const all = some.reduce((sum, one) => sum + one, 0)
        const parts = partsOf(some, NARROW_BARS)
        expect(parts).toHaveLength(all === 0 ? 0 : some.length)
        if (all === 0) return
        expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100, 6)
        expect(parts[0]?.x).toBe(NARROW_BARS.left)
        for (const [at, { x, width }] of parts.entries()) {
          const next = parts[at + 1]?.x ?? NARROW_BARS.right
          expect(Math.abs(x + width - next)).toBeLessThanOrEqual(0.1 + 1e-6)
        }
      }),
    )
  })

  it('can be told apart without colour: no two parts beside each other have one tint', () => {
    for (const parts of [2, 3, 5, 6, 7]) {
      const tints = Array.from({ length: parts }, (_, part) => tintOf(part, parts))
      expect(new Set(tints).size).toBe(parts)
      expect([tints[0], tints.at(-1)]).toEqual([1, 7])
    }
  })

  it('leave words out that would stand in the next part', () => {
    expect(fits('III', '24', 100)).toBe('both')
    expect(fits('III', '24', 40)).toBe('name')
    expect(fits('III', '24', 12)).toBe('nothing')
    expect(partsOf([1, 0, 3], WIDE_BARS)[1]?.width).toBe(0)
  })

  it('keep their words off the line of an aim: they stand in the wider side of it', () => {
    const part = { x: 100, width: 60, share: 20 }
    expect(roomIn(part, null)).toEqual({ x: 100, width: 60 })
    expect(roomIn(part, 100)).toEqual({ x: 100, width: 60 })
    expect(roomIn(part, 115)).toEqual({ x: 115, width: 45 })
    expect(roomIn(part, 150)).toEqual({ x: 100, width: 50 })
    expect(aimPlace(0, NARROW_BARS)).toBe(NARROW_BARS.left)
    expect(aimPlace(100, WIDE_BARS)).toBe(WIDE_BARS.right)
  })
})
