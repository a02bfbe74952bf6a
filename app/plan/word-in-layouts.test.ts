import { describe, expect, test } from 'vitest'
import { add, emptyScore, total } from '../../test/word/compare.ts'
import { QUIRKS } from '../../test/word/layouts-quirks.ts'
import { RUNNING } from '../../test/word/layouts-running.ts'
import { TABLES } from '../../test/word/layouts-tables.ts'
import { measure } from '../../test/word/measure.ts'

const LAYOUTS = [...RUNNING, ...TABLES, ...QUIRKS]
const SEEDS = [1, 2, 3, 4]

describe('plans of schools that do not exist, in every layout that schools use', () => {
  const sum = emptyScore()
  for (const layout of LAYOUTS) {
    test(layout.name, async () => {
      const score = await measure(layout, SEEDS)
      add(sum, score, layout.name)
      expect(score.right / total(score), score.faults.join('\n')).toBeGreaterThanOrEqual(0.97)
      expect((score.wrong + score.invented) / total(score), score.faults.join('\n')).toBeLessThan(0.01)
      expect(score.lost).toEqual([])
    })
  }

  test('all together: 97 % right, less than 1 % wrong or invented', () => {
    expect(total(sum)).toBeGreaterThan(LAYOUTS.length * SEEDS.length * 70)
    expect(sum.right / total(sum)).toBeGreaterThanOrEqual(0.97)
    expect((sum.wrong + sum.invented) / total(sum)).toBeLessThan(0.01)
  })
})
