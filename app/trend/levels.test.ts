import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Level } from '../result/result.ts'
import { levelCounts } from '../result/tally.ts'
import { levelStatements, levelsIn, normOf } from './levels.ts'
import { say } from './sentence-text.ts'
import type { Kept, Levels, ShownFigure } from './series.ts'

const figureOf = (schoolYear: string, levels: Kept<Levels>): ShownFigure => ({
  schoolYear: schoolYear as SchoolYear,
  yearGroup: 6,
  moment: 'M',
  series: 1,
  subject: 'Rekenen',
  test: 'Rekenen-Wiskunde',
  supplier: 'fictief',
  norm: '',
  group: null,
  scores: null,
  levels,
  references: null,
})

const levelsOf = (counts: Partial<Record<Level, number>>): Levels => {
  const found = new Map(Object.entries(counts) as [Level, number][])
  const n = [...found.values()].reduce((sum, one) => sum + one, 0)
  return { n, caution: n < 15 ? 'few' : null, counts: levelCounts(found) }
}

const said = (levels: Kept<Levels>) =>
  levelStatements([figureOf('2025-2026', levels)]).map((one) => say('nl', one))

describe('the spread over levels', () => {
  it('stands beside what the maker of the scale meant', () => {
    expect(said(levelsOf({ I: 5, II: 6, III: 6, IV: 14, V: 10 }))).toEqual([
      'In 2025–2026 zit 41,5\u00a0% op niveau I, II of III (n 41). In de groep waarmee de toets is gemaakt, is dat 60\u00a0%. Zo’n verschil is zelden toeval.',
    ])
    expect(said(levelsOf({ A: 10, B: 9, C: 8, D: 5, E: 3 }))[0]).toBe(
      'In 2025–2026 zit 54,3\u00a0% op niveau A of B (n 35). In de groep waarmee de toets is gemaakt, is dat 50\u00a0%. Dat verschil kan toeval zijn.',
    )
  })

  it('says nothing of a norm where levels are used that stand outside it', () => {
    expect(normOf(['I', 'II', 'III', 'IV', 'V'])?.get('V')).toBe(20)
    expect(normOf(['A', 'B', 'C', 'D', 'E'])?.get('E')).toBe(10)
    expect(normOf(['I+', 'I', 'II', 'III', 'IV', 'V'])).toBeNull()
    expect(normOf([])).toBeNull()
    expect(said(levelsOf({ 'I+': 3, I: 5, II: 6, III: 6, IV: 14, V: 10 }))[0]).toBe(
      'In 2025–2026 zit 45,5\u00a0% op niveau I+, I, II of III (n 44).',
    )
  })

  it('says that they are few, and nothing of what is hidden', () => {
    expect(said(levelsOf({ I: 2, III: 5 }))).toHaveLength(2)
    expect(said(levelsOf({ I: 2, III: 5 }))[1]).toContain('weinig leerlingen (n 7)')
    expect(said('hidden')).toEqual([])
    const hiddenNow = [figureOf('2024-2025', levelsOf({ I: 20, V: 20 })), figureOf('2025-2026', 'hidden')]
    expect(levelsIn(hiddenNow)).toEqual(['I', 'II', 'III', 'IV', 'V'])
    expect(levelStatements(hiddenNow).map((one) => say('nl', one))[0]).toContain('In 2024–2025 zit 50')
  })

  it('calls no difference of few pupils seldom chance, and says once that it may be chance', () => {
    // Twelve pupils, eleven of them in the lowest two: Wilson alone would call that seldom chance.
    expect(said(levelsOf({ III: 1, IV: 5, V: 6 }))).toEqual([
      'In 2025–2026 zit 8,3\u00a0% op niveau I, II of III (n 12). In de groep waarmee de toets is gemaakt, is dat 60\u00a0%. Dat verschil kan toeval zijn.',
      'Het gaat om weinig leerlingen (n 12).',
    ])
    // As many as meant: there is no difference to speak of.
    expect(said(levelsOf({ I: 20, II: 20, III: 20, IV: 20, V: 20 }))[0]).toMatch(/is dat 60\u00a0%\.$/)
    const counts = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9))
    fc.assert(
      fc.property(counts, fc.constantFrom('nl' as const, 'en' as const), ([I, II, III, IV, V], language) => {
        const levels = levelsOf({ I, II, III, IV, V })
        fc.pre(levels.n > 0)
        const statements = levelStatements([figureOf('2025-2026', levels)])
        const words = statements.map((one) => say(language, one)).join(' ')
        expect(words.match(CHANCE)?.length ?? 0).toBeLessThanOrEqual(1)
        expect(levels.n < 15 && SELDOM.test(words)).toBe(false)
        expect(
          words.match(/kan dan toeval zijn|kan toeval zijn|may be chance/) && words.match(SELDOM),
        ).toBeNull()
      }),
    )
  })
})

const CHANCE = /toeval|chance/g
const SELDOM = /zelden toeval|seldom chance/
