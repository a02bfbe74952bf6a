import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Figure, Growth } from '../result/figure.ts'
import { readResults } from '../result/results-in.ts'
import { Tallies } from '../result/tally.ts'
import { cohortStatements, cohortsOf } from './cohort.ts'
import { crossSection, figuresIn, sectionsIn } from './cross-section.ts'
import { shownGrowth } from './growth.ts'
import { say } from './sentence-text.ts'
import { isValue, type Stretch } from './series.ts'
import { shownFigures } from './suppress-figures.ts'

const FIXTURE = new URL('../../test/fixtures/trend/toetsresultaten-2021-2026', import.meta.url).pathname

type Counted = {
  schooljaar: SchoolYear
  vakgebied: string
  jaargroep: number
  moment: string
  n: number
  niveaus: Record<string, number>
  gemiddeldeScore: number
}

async function fixture() {
  const tallies = new Tallies()
  const take = tallies.add.bind(tallies)
  await readResults(`${FIXTURE}.csv`, { take, refuse: () => {}, leftOut: () => {} })
  const all = tallies.all()
  const tests = [...new Set(all.map(({ subject, test }) => `${subject} ${test}`))]
  const figures = all.map(
    (tally): Figure => ({
      ...tally,
      series: tests.indexOf(`${tally.subject} ${tally.test}`),
      supplier: 'fictief',
      norm: '',
      group: null,
      exempt: 0,
      median: null,
    }),
  )
  const { tellingen } = JSON.parse(readFileSync(`${FIXTURE}.expected.json`, 'utf8')) as {
    tellingen: Counted[]
  }
  return { figures, expected: tellingen }
}

/** As the fixture writes a mean. */
const hundredths = (value: number) => Math.round(100 * value + 1e-9) / 100

const valuesOf = (stretches: readonly Stretch[]) =>
  stretches.map(({ points }) => points.map(({ schoolYear, at }) => [schoolYear, isValue(at) ? at.value : at]))

describe('a year group over the years', () => {
  it('has the numbers of the fixture, with n, levels and mean', async () => {
    const { figures, expected } = await fixture()
    const shown = shownFigures(figures, 'team')
    expect(sectionsIn(shown)).toHaveLength(
      new Set(expected.map((one) => [one.vakgebied, one.jaargroep, one.moment].join())).size,
    )
    for (const section of sectionsIn(shown)) {
      const want = expected.filter(
        (one) =>
          one.vakgebied === section.subject &&
          one.jaargroep === section.yearGroup &&
          one.moment === section.moment,
      )
      const seen = figuresIn(shown, section).map(({ schoolYear, levels, scores }) =>
        levels && levels !== 'hidden' && scores && scores !== 'hidden'
          ? [schoolYear, levels.n, Object.fromEntries(levels.counts), hundredths(scores.mean)]
          : [schoolYear, 'not shown'],
      )
      const inOrder = want.toSorted((one, other) => (one.schooljaar < other.schooljaar ? -1 : 1))
      expect(seen).toEqual(inOrder.map((one) => [one.schooljaar, one.n, one.niveaus, one.gemiddeldeScore]))
      expect(
        valuesOf(crossSection(shown, section, 'mean')).map((line) =>
          line.map(([year, mean]) => [year, hundredths(Number(mean))]),
        ),
      ).toEqual([inOrder.map((one) => [one.schooljaar, one.gemiddeldeScore])])
    }
  })

  it('names sections in the order of the school year', async () => {
    const { figures } = await fixture()
    const arithmetic = sectionsIn(shownFigures(figures, 'team')).filter(
      ({ subject }) => subject === 'Rekenen',
    )
    expect(arithmetic.slice(0, 4).map(({ yearGroup, moment }) => `${moment}${yearGroup}`)).toEqual([
      'M3',
      'E3',
      'M4',
      'E4',
    ])
  })

  it('breaks where the test or its norms change, and at a year that is missing or too small', () => {
    const figures = [
      figure('2019-2020', { scored: 20 }),
      figure('2020-2021', { scored: 4 }),
      figure('2021-2022', { scored: 20 }),
      figure('2023-2024', { scored: 20 }),
      figure('2023-2024', { scored: 20, series: 2, norm: '2023' }),
      figure('2024-2025', { scored: 20, series: 2, norm: '2023' }),
    ]
    const section = { subject: 'Rekenen', yearGroup: 5, moment: 'M' } as const
    const lines = crossSection(shownFigures(figures, 'team'), section, 'mean')
    expect(lines.map(({ norm }) => norm)).toEqual(['', '2023'])
    expect(valuesOf(lines)[0]).toEqual([
      ['2019-2020', 100],
      ['2020-2021', 'hidden'],
      ['2021-2022', 100],
      ['2022-2023', 'none'],
      // In this year the test stands twice: that with the newest norms counts.
      ['2023-2024', 'hidden'],
    ])
    expect(valuesOf(lines)[1]).toEqual([
      ['2023-2024', 100],
      ['2024-2025', 100],
    ])
    const open = crossSection(shownFigures(figures, 'coordinator'), section, 'mean')[0]?.points[1]?.at
    expect(open).toMatchObject({ value: 100, n: 4, caution: 'very-few' })
    expect(crossSection(shownFigures(figures, 'coordinator'), section, 'median')).toEqual([])
  })

  it('gives a share with its band, counted by who has a level', () => {
    const given = { references: new Map([['1F', 8] as const, ['1S', 12] as const]), n: 23, exempt: 3 }
    const shown = shownFigures([figure('2024-2025', given)], 'team')
    const at = crossSection(shown, { subject: 'Rekenen', yearGroup: 5, moment: 'M' }, 'target')[0]?.points[0]
      ?.at
    expect(at).toMatchObject({ value: 60, n: 20, caution: null })
    expect(typeof at === 'object' && at.band?.low).toBeCloseTo(38.66, 1)
  })
})

function figure(schoolYear: string, given: Partial<Figure> = {}): Figure {
  const scored = given.scored ?? 0
  return {
    schoolYear: schoolYear as SchoolYear,
    subject: 'Rekenen',
    test: 'Rekenen-Wiskunde',
    yearGroup: 5,
    moment: 'M',
    n: scored,
    levels: new Map(),
    references: new Map(),
    scored,
    scoreSum: scored * 100 * 10_000,
    series: 1,
    supplier: 'fictief',
    norm: '',
    group: null,
    exempt: 0,
    median: null,
    ...given,
  }
}

function growth(now: Figure, since: Figure, given: Partial<Growth> = {}): Growth {
  const { series, schoolYear, yearGroup, moment, group } = now
  const grown = Math.min(now.scored, since.scored)
  return {
    series,
    schoolYear,
    yearGroup,
    moment,
    group,
    since,
    same: grown,
    grown,
    growthSum: grown * 125_000,
    ...given,
  }
}

const [M5, E5, M6] = [
  figure('2023-2024', { scored: 30 }),
  figure('2023-2024', { moment: 'E', scored: 30, scoreSum: 30 * 1_100_000 }),
  figure('2024-2025', { yearGroup: 6, scored: 30, scoreSum: 30 * 1_250_000 }),
]

describe('growth', () => {
  it('is that since the moment just before, of pupils who went up with their group', () => {
    const stayed = figure('2022-2023', { yearGroup: 6, scored: 30 })
    const steps = [growth(M6, M5), growth(M6, E5), growth(E5, M5), growth(M6, stayed, { grown: 6, same: 6 })]
    const shown = shownGrowth(steps, [M5, E5, M6, stayed], 'team')
    expect(shown.map(({ moment, since, growth: found }) => [moment, since.moment, found])).toEqual([
      ['M', 'E', { n: 30, caution: null, mean: 12.5, same: 30 }],
      ['E', 'M', { n: 30, caution: null, mean: 12.5, same: 30 }],
    ])
    expect(shown[0]).toMatchObject({ subject: 'Rekenen', test: 'Rekenen-Wiskunde', yearGroup: 6 })
  })

  it('is not shown when the two means would leave over who came or left', () => {
    const later = { ...E5, scored: 31, n: 31 }
    const growthOf = (one: Growth, ...figures: Figure[]) => shownGrowth([one], figures, 'team')[0]?.growth
    expect(growthOf(growth(later, M5), M5, later)).toBe('hidden')
    const many = { ...E5, scored: 35, n: 35 }
    expect(growthOf(growth(many, M5), M5, many)).toMatchObject({ n: 30 })
    expect(growthOf(growth(E5, M5, { grown: 4, same: 4 }), M5, E5)).toBe('hidden')
    expect(shownGrowth([growth(later, M5)], [M5, later], 'coordinator')[0]?.growth).toMatchObject({ n: 30 })
  })

  it('of a group is for the coordinator alone, and nothing without scores', () => {
    const [before, now] = [M5, E5].map((one) => ({ ...one, group: '5a' })) as [Figure, Figure]
    const one = growth(now, before)
    expect(shownGrowth([one], [M5, E5, before, now], 'team')).toEqual([])
    expect(shownGrowth([one], [M5, E5, before, now], 'coordinator')).toHaveLength(1)
    expect(shownGrowth([growth(E5, M5, { grown: 0, growthSum: 0 })], [M5, E5], 'coordinator')).toEqual([])
  })
})

describe('a cohort', () => {
  it('goes through the school: M5, E5, M6, with how many are the same', () => {
    const others = figure('2024-2025', { scored: 20 })
    const figures = [M6, M5, others, E5]
    const shown = shownFigures(figures, 'team')
    const steps = shownGrowth(
      [growth(E5, M5), growth(M6, E5, { same: 28, grown: 28 })],
      figures,
      'coordinator',
    )
    const [first, second] = cohortsOf(shown, steps, 'Rekenen', 'mean')
    expect(first).toMatchObject({ leaves: '2026-2027', yearGroup: 6 })
    expect(first?.stretches[0]?.points.map((one) => [one.moment, one.yearGroup, one.same])).toEqual([
      ['M', 5, null],
      ['E', 5, 30],
      ['M', 6, 28],
    ])
    expect(second).toMatchObject({ leaves: '2027-2028', yearGroup: 5 })
  })

  it('of which none are the same is not followed from one moment to the next, and that is said', () => {
    const figures = [M5, E5, M6]
    const shown = shownFigures(figures, 'team')
    const saidOf = (...steps: Growth[]) => {
      const [cohort] = cohortsOf(shown, shownGrowth(steps, figures, 'coordinator'), 'Rekenen', 'mean')
      return cohort ? cohortStatements(cohort, 'mean').map((one) => say('nl', one)) : []
    }
    expect(saidOf(growth(E5, M5))[0]).toBe(
      'Bij M6 zijn het voor het grootste deel andere leerlingen dan de keer ervoor. Die getallen vergelijken we niet.',
    )
    expect(saidOf(growth(E5, M5), growth(M6, E5, { same: 28, grown: 28 }))[0]).toMatch(
      /^Van gemiddeld [\d,]+ in M5 naar 125 in M6\. Bij M6 waren 28 leerlingen er de keer ervoor ook\.$/,
    )
  })

  it('of the fixture follows every class of the five years', async () => {
    const { figures } = await fixture()
    const cohorts = cohortsOf(shownFigures(figures, 'team'), [], 'Rekenen', 'mean')
    expect(cohorts.map(({ leaves }) => leaves)).toEqual(
      ['2021', '2022', '2023', '2024', '2025', '2026', '2027', '2028', '2029', '2030'].map(
        (year) => `${year}-${Number(year) + 1}`,
      ),
    )
    const whole = cohorts.find(({ leaves }) => leaves === '2026-2027')
    expect(
      whole?.stretches.flatMap(({ points }) => points).map((one) => `${one.moment}${one.yearGroup}`),
    ).toEqual(['M3', 'E3', 'M4', 'E4', 'M5', 'E5', 'M6', 'E6', 'M7', 'E7'])
  })
})
