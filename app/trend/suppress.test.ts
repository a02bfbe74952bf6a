import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solved } from '../../test/solve-sums.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Figure } from '../result/figure.ts'
import type { Level, Reference } from '../result/result.ts'
import type { ShownFigure } from './series.ts'
import { standingsOf } from './standing.ts'
import { LEAST, type Piece, type Sum, safeSums } from './suppress.ts'
import { shownFigures } from './suppress-figures.ts'

const piecesOf = (pupils: Record<string, number>) =>
  new Map(Object.entries(pupils).map(([name, count]) => [name, { who: name, pupils: count }]))
const sumsOf = (...names: string[]): Sum[] => names.map((name) => ({ name, of: [...name] }))

describe('what may be shown together', () => {
  it('is found by who solves for it: the whole less one group tells of the other', () => {
    const pieces = piecesOf({ a: 20, b: 3 })
    expect(solved(sumsOf('ab', 'a'), pieces)).toEqual([['b']])
    expect(solved(sumsOf('ab'), pieces)).toEqual([])
  })

  it('leaves out a large group that would give a small one away', () => {
    expect(safeSums(sumsOf('ab', 'a', 'b'), piecesOf({ a: 20, b: 3 }))).toEqual(new Set(['ab']))
    expect(safeSums(sumsOf('abc', 'a', 'b', 'c'), piecesOf({ a: 20, b: 21, c: 4 }))).toEqual(
      new Set(['abc', 'a']),
    )
  })

  it('shows all of it when nobody is in a small group, and of five pupils exactly', () => {
    const sums = sumsOf('abc', 'a', 'b', 'c')
    expect(safeSums(sums, piecesOf({ a: 5, b: 5, c: 9 })).size).toBe(4)
    expect(safeSums(sums, piecesOf({ a: 5, b: 4, c: 9 })).has('b')).toBe(false)
  })

  it('sees through three sums of several years that leave one', () => {
    const years = piecesOf({ p: 6, q: 6, r: 6, s: 3, t: 3, u: 3 })
    const sums = sumsOf('pqr', 'pqrst', 'stu')
    expect(solved(sums, years)).toContainEqual(['u'])
    const safe = safeSums(sums, years)
    expect(safe).toEqual(new Set(['pqr', 'pqrst']))
    expect(
      solved(
        sums.filter(({ name }) => safe.has(name)),
        years,
      ),
    ).toEqual([])
  })

  it('counts pupils once who did several subjects', () => {
    const pieces = new Map<string, Piece>([
      ['r', { who: '2026', pupils: 4 }],
      ['l', { who: '2026', pupils: 4 }],
      ['x', { who: '2025', pupils: 30 }],
    ])
    expect(safeSums(sumsOf('rl', 'rlx', 'x'), pieces)).toEqual(new Set(['rlx']))
  })

  it('with more small groups than can be worked out shows no sum that holds one', () => {
    const many = 'abcdefghijklmnop'
    const pieces = piecesOf({ ...Object.fromEntries([...many].map((name) => [name, 1])), z: 40 })
    expect(safeSums(sumsOf(many, `${many}z`, 'z'), pieces)).toEqual(new Set(['z']))
  })

  it('can’t be undone by adding and subtracting', () => {
    const school = fc.record({
      pupils: fc.array(fc.nat(12), { minLength: 2, maxLength: 7 }),
      whos: fc.array(fc.nat(3), { minLength: 7, maxLength: 7 }),
      sums: fc.array(fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 9 }),
    })
    fc.assert(
      fc.property(school, ({ pupils, whos, sums }) => {
        const pieces = new Map(
          pupils.map((count, at) => [String(at), { who: String(whos[at]), pupils: count }]),
        )
        const asked = sums.map((holds, at) => ({
          name: String(at),
          of: [...pieces.keys()].filter((name) => holds[Number(name)]),
        }))
        const safe = safeSums(asked, pieces)
        expect(
          solved(
            asked.filter(({ name }) => safe.has(name)),
            pieces,
          ),
        ).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

const YEARS = ['2019-2020', '2020-2021', '2021-2022', '2022-2023', '2023-2024', '2024-2025'] as SchoolYear[]
const SUBJECTS = ['Lezen', 'Rekenen', 'Taalverzorging']

function figure(given: Partial<Figure>): Figure {
  const n = given.n ?? 0
  return {
    schoolYear: YEARS[0] as SchoolYear,
    subject: 'Rekenen',
    test: 'Doorstroomtoets',
    yearGroup: 8,
    moment: 'D',
    n,
    levels: new Map<Level, number>([['III', n]]),
    references: new Map<Reference, number>([['1F', n]]),
    scored: n,
    scoreSum: n * 100 * 10_000,
    series: 1,
    supplier: 'Cito',
    norm: '',
    group: null,
    exempt: 0,
    median: n === 0 ? null : 100,
    ...given,
  }
}

/** A school year: pupils of each subject in two groups, and without a group. */
const yearCounts = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(2)), { minLength: 3, maxLength: 3 })

function figuresOfYears(years: readonly (readonly (readonly [number, number, number])[])[], groups: boolean) {
  const pieces = new Map<string, Piece>()
  const figures = years.flatMap((subjects, at) =>
    subjects.flatMap(([one, other, none], series) => {
      const schoolYear = YEARS[at] as SchoolYear
      const place = { schoolYear, subject: SUBJECTS[series] as string, series }
      const parts = [
        ['8a', one],
        ['8b', other],
        ['', none],
      ] as const
      for (const [group, pupils] of parts)
        pieces.set(`${schoolYear} ${series} ${group}`, { who: `${schoolYear} ${group}`, pupils })
      const whole = figure({ ...place, n: one + other + none })
      return groups
        ? [whole, figure({ ...place, n: one, group: '8a' }), figure({ ...place, n: other, group: '8b' })]
        : [whole]
    }),
  )
  return { figures: figures.filter(({ n }) => n > 0), pieces }
}

/** Everything that the team can read: each number as the sum of the pieces that it is of. */
function readByTeam(
  figures: readonly Figure[],
  part: 'scores' | 'levels' | 'references',
  pieces: ReadonlyMap<string, Piece>,
) {
  const seen = shownFigures(figures, 'team').filter(
    (one) => typeof one[part] === 'object' && one[part] !== null,
  )
  const ofFigure = ({ schoolYear, series, group }: ShownFigure) =>
    [...pieces.keys()].filter((name) =>
      group === null
        ? name.startsWith(`${schoolYear} ${series}`)
        : name === `${schoolYear} ${series} ${group}`,
    )
  const sums = seen.map((one, at) => ({ name: `figure ${at}`, of: ofFigure(one) }))
  return part === 'references' ? [...sums, ...standingSums(figures, pieces)] : sums
}

function standingSums(figures: readonly Figure[], pieces: ReadonlyMap<string, Piece>): Sum[] {
  const pupils = YEARS.map((schoolYear) => ({
    schoolYear,
    yearGroup: 8,
    moment: 'D' as const,
    pupils: Math.max(0, ...figures.filter((one) => one.schoolYear === schoolYear).map(({ n }) => n)),
    exempt: 0,
  }))
  return standingsOf(figures, pupils, new Map(), 'team').flatMap(({ until, together, alone }) =>
    [together, alone].flatMap((one) => {
      if (one === null || one === 'hidden') return []
      const of = [...pieces.keys()].filter((name) => one.years.some((year) => name.startsWith(year)))
      return [{ name: `until ${until} of ${one.years.length}`, of }]
    }),
  )
}

describe('what the team reads of a school', () => {
  it('can’t be solved for fewer than five pupils: groups, subjects, years and years together', () => {
    fc.assert(
      fc.property(
        fc.array(yearCounts, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        fc.constantFrom('scores' as const, 'levels' as const, 'references' as const),
        (years, groups, part) => {
          const { figures, pieces } = figuresOfYears(years, groups)
          const sums = readByTeam(figures, part, pieces)
          const small = [...pieces].filter(([, { pupils }]) => pupils > 0 && pupils < LEAST)
          // Solving for every set of few pupils takes long with many of them: then those of one subject are enough.
          const some = small.length <= 12 ? pieces : alone(pieces)
          expect(solved(sums, pieces, some)).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is the same in whatever order the figures come', () => {
    fc.assert(
      fc.property(fc.array(yearCounts, { minLength: 1, maxLength: 5 }), fc.nat(), (years, seed) => {
        const { figures } = figuresOfYears(years, true)
        const mixed = figures.toSorted(
          (one, other) => ((one.n * 7 + seed) % 11) - ((other.n * 7 + seed) % 11),
        )
        const hiddenIn = (some: readonly Figure[]) =>
          shownFigures(some, 'team')
            .filter(({ references }) => references === 'hidden')
            .map(({ schoolYear, series, group }) => `${schoolYear} ${series} ${group}`)
            .sort()
        expect(hiddenIn(mixed)).toEqual(hiddenIn(figures))
      }),
    )
  })

  it('could be solved if only the small ones were left out', () => {
    const { figures, pieces } = figuresOfYears(
      [
        [
          [9, 3, 0],
          [9, 9, 0],
          [9, 9, 0],
        ],
      ],
      true,
    )
    const naive = figures
      .filter(({ n }) => n >= LEAST)
      .map(({ schoolYear, series, group }, at) => ({
        name: String(at),
        of: [...pieces.keys()].filter((name) => name.startsWith(`${schoolYear} ${series} ${group ?? ''}`)),
      }))
    expect(solved(naive, pieces)).toContainEqual([`${YEARS[0]} 0 8b`])
  })

  it('keeps the years together of a small school, for that is its result by rule', () => {
    const { figures, pieces } = figuresOfYears(
      [4, 6, 7].map((pupils) => SUBJECTS.map(() => [pupils, 0, 0] as const)),
      false,
    )
    const names = readByTeam(figures, 'references', pieces).map(({ name }) => name)
    expect(names).toContain(`until ${YEARS[2]} of 3`)
    expect(names).not.toContain(`until ${YEARS[0]} of 1`)
    expect(solved(readByTeam(figures, 'references', pieces), pieces)).toEqual([])
  })

  it('is whole for a school of ordinary size, and everything is there for its coordinator', () => {
    const { figures } = figuresOfYears(
      YEARS.map(() => SUBJECTS.map(() => [20, 18, 0] as const)),
      true,
    )
    expect(shownFigures(figures, 'team').every(({ references }) => references !== 'hidden')).toBe(true)
    const small = shownFigures([figure({ n: 3 })], 'coordinator')[0]
    expect(small?.references).toMatchObject({ n: 3, caution: 'very-few' })
    expect(shownFigures([figure({ n: 3 })], 'team')[0]).toMatchObject({
      references: 'hidden',
      scores: 'hidden',
    })
  })

  it('does not tell how few have an exemption', () => {
    const shownBy = (exempt: number) => shownFigures([figure({ n: 30, exempt })], 'team')[0]?.references
    expect(shownBy(2)).toMatchObject({ exempt: null })
    expect(shownBy(6)).toMatchObject({ exempt: 6 })
    expect(shownBy(0)).toMatchObject({ exempt: 0 })
  })

  it('never lets scores or levels less reference levels tell how few have an exemption', () => {
    const count = fc.integer({ min: 0, max: 12 })
    const counts = fc.record({
      exempt: count,
      without: count,
      scored: count,
      others: fc.integer({ min: 5, max: 30 }),
    })
    fc.assert(
      fc.property(counts, ({ exempt, without, scored, others }) => {
        const some = figure({
          n: others + without + exempt,
          exempt,
          scored: others + scored,
          scoreSum: (others + scored) * 100,
          levels: new Map<Level, number>([['I', others + exempt]]),
          references: new Map<Reference, number>([['1F', others]]),
        })
        const [shown] = shownFigures([some], 'team')
        const apart = [shown?.scores, shown?.levels].flatMap((part) =>
          typeof part === 'object' && part ? [part.n - others] : [],
        )
        expect(shown?.references).toMatchObject({ n: others })
        if (exempt > 0 && exempt < LEAST) expect(apart.filter((one) => one > 0 && one < LEAST)).toEqual([])
        else expect(apart).toEqual([scored, exempt])
        const [all] = shownFigures([some], 'coordinator')
        expect(all?.scores).toMatchObject({ n: others + scored })
      }),
    )
  })
})

const alone = (pieces: ReadonlyMap<string, Piece>) =>
  new Map([...pieces].filter(([name]) => name.includes(' 0 ')))
