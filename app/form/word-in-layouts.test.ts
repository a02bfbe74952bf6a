import { describe, expect, test } from 'vitest'
import { add, emptyScore, total } from '../../test/word/compare.ts'
import { LAYOUTS } from '../../test/word/layouts.ts'
import { measure } from '../../test/word/measure.ts'

const SEEDS = [1, 2, 3]

describe('plans of schools that do not exist, in every layout that schools use', () => {
  const sum = emptyScore()
  for (const layout of LAYOUTS) {
    test(layout.name, async () => {
      const score = await measure(layout, SEEDS)
      add(sum, score, layout.name)
      const { faults } = score
      const enough = score.right / total(score) >= 0.97
      const honest = (score.wrong + score.invented) / total(score) < 0.01
      expect({ enough, honest, lost: score.lost, faults: enough && honest ? [] : faults }).toEqual({
        enough: true,
        honest: true,
        lost: [],
        faults: [],
      })
    })
  }

  test('all together: 97 % right, less than 1 % wrong or invented', () => {
    expect(total(sum)).toBeGreaterThan(LAYOUTS.length * SEEDS.length * 70)
    expect(sum.right / total(sum)).toBeGreaterThanOrEqual(0.97)
    expect((sum.wrong + sum.invented) / total(sum)).toBeLessThan(0.01)
  })
})
