import { describe, expect, it } from 'vitest'
import type { SchoolYear } from '../kernel/school-year.ts'
import { type DemoCohort, demoScores } from './demo-scores.ts'

const LAST = '2025-2026' as SchoolYear

/** Pupils who leave in 2026 and the years after it. */
const cohorts = [0, 1, 2, 3, 4, 5].map(
  (later): DemoCohort => ({
    leaves: `${2025 + later}-${2026 + later}` as SchoolYear,
    pupils: 38,
    firstPupil: 10_000 + 100 * later,
  }),
)

describe('the scores of the demo school', () => {
  const made = demoScores(LAST, cohorts)
  const results = made.flatMap(({ norm, results: some }) => some.map((one) => ({ norm, ...one })))

  it('are the same whenever they are made, each of a pupil once', () => {
    expect(demoScores(LAST, cohorts)).toEqual(made)
    const keys = results.map(({ pupil, subject, schoolYear, moment }) =>
      [pupil, subject, schoolYear, moment].join(),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('get newer norms for arithmetic three years back, and for nothing else', () => {
    const normsOf = (subject: string, schoolYear: string) => [
      ...new Set(
        results
          .filter((one) => one.subject === subject && one.schoolYear === schoolYear)
          .map(({ norm }) => norm),
      ),
    ]
    expect(normsOf('Rekenen', '2022-2023')).toEqual(['normering 2019'])
    expect(normsOf('Rekenen', '2023-2024')).toEqual(['normering 2023'])
    expect(normsOf('Spelling', '2025-2026')).toEqual(['normering 2019'])
  })

  it('sag for arithmetic in group 6, where the tables should be known', () => {
    const lowIn = (yearGroup: number) => {
      const some = results.filter(
        (one) => one.subject === 'Rekenen' && one.yearGroup === yearGroup && one.schoolYear === LAST,
      )
      return some.filter(({ level }) => level === 'IV' || level === 'V').length / some.length
    }
    expect(lowIn(6)).toBeGreaterThan(lowIn(4))
    expect(lowIn(6)).toBeGreaterThan(0.45)
  })
})
