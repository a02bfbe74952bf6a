import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FigureCounts } from './figure-count.ts'
import { LEVELS, REFERENCES } from './result.ts'
import type { Packed } from './result-pack.ts'

const anyRow: fc.Arbitrary<Packed> = fc.record({
  series: fc.constantFrom(3, 8, 2_000_000_000),
  year: fc.integer({ min: 2022, max: 2025 }),
  yearGroup: fc.integer({ min: 5, max: 7 }),
  moment: fc.integer({ min: 0, max: 3 }),
  // Two of them share their lowest 32 bits.
  pupil: fc.constantFrom(7, 8, 7 + 2 ** 32, 2 ** 51 + 5, 2 ** 51 + 6),
  group: fc.integer({ min: 0, max: 2 }),
  score: fc.oneof(fc.constant(Number.NaN), fc.integer({ min: -500, max: 4_000_000 })),
  level: fc.integer({ min: -1, max: LEVELS.length - 1 }),
  reference: fc.integer({ min: -1, max: REFERENCES.length - 1 }),
  exempt: fc.integer({ min: 0, max: 1 }),
})

const keyOf = ({ series, pupil, year, moment, yearGroup }: Packed) =>
  [series, pupil, year, moment, yearGroup].join()
const someRows = fc
  .array(anyRow, { minLength: 1, maxLength: 120 })
  .map((rows) => [...new Map(rows.map((row) => [keyOf(row), row])).values()])

function counted(rows: readonly Packed[]) {
  const counts = new FigureCounts()
  for (const row of rows) counts.add(row)
  const sorted = (all: Iterable<object>) => [...all].map((one) => JSON.stringify(one)).sort()
  return { figures: sorted(counts.figures()), growth: sorted(counts.growth()) }
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)
const scoresOf = (rows: readonly Packed[]) =>
  rows.map(({ score }) => score).filter((score) => !Number.isNaN(score))

/** Figures as they are said to be, worked out for each by itself. */
function plainFigures(rows: readonly Packed[]) {
  const wholes = Map.groupBy(rows, ({ series, year, yearGroup, moment }) =>
    [series, year, yearGroup, moment].join(),
  )
  return [...wholes.values()].flatMap((whole) => {
    const groups = Map.groupBy(whole, ({ group }) => group)
    return [
      plainFigure(whole, 0),
      ...[...groups].flatMap(([group, some]) => (group > 0 ? [plainFigure(some, group)] : [])),
    ]
  })
}

function plainFigure(rows: readonly Packed[], group: number) {
  const { series, year, yearGroup, moment } = rows[0] as Packed
  const scores = scoresOf(rows).sort((one, other) => one - other)
  const at = (place: number) => scores[place] ?? Number.NaN
  const half = scores.length / 2
  return {
    series,
    year,
    yearGroup,
    moment,
    group,
    n: rows.length,
    exempt: rows.filter(({ exempt }) => exempt === 1).length,
    scored: scores.length,
    scoreSum: total(scores),
    medianTwice: scores.length === 0 ? null : at(Math.ceil(half) - 1) + at(Math.floor(half)),
    levels: LEVELS.map((_, place) => rows.filter(({ level }) => level === place).length),
    references: REFERENCES.map(
      (_, place) => rows.filter(({ reference, exempt }) => reference === place && exempt === 0).length,
    ),
  }
}

function plainGrowth(rows: readonly Packed[]) {
  const at = ({ year, moment }: Packed) => year * 4 + moment
  const pairs = rows.flatMap((later) =>
    rows
      .filter(({ series, pupil }) => series === later.series && pupil === later.pupil)
      .filter((before) => at(later) - at(before) >= 1 && at(later) - at(before) <= 4)
      .flatMap((before) => [
        { later, before, group: 0 },
        ...(later.group > 0 ? [{ later, before, group: later.group }] : []),
      ]),
  )
  const nameOf = ({ later, before, group }: (typeof pairs)[number]) =>
    [keyOf({ ...later, pupil: 0 }), group, at(before), before.yearGroup].join()
  return [...Map.groupBy(pairs, nameOf).values()].map((some) => {
    const [{ later, before, group }] = some as [(typeof pairs)[number]]
    const grown = some.map((one) => one.later.score - one.before.score).filter((one) => !Number.isNaN(one))
    return {
      series: later.series,
      year: later.year,
      yearGroup: later.yearGroup,
      moment: later.moment,
      group,
      since: { year: before.year, yearGroup: before.yearGroup, moment: before.moment },
      same: some.length,
      grown: grown.length,
      growthSum: total(grown),
    }
  })
}

const sorted = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).sort()

describe('figures that are counted', () => {
  it('are what each of them is said to be', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        expect(counted(rows)).toEqual({
          figures: sorted(plainFigures(rows)),
          growth: sorted(plainGrowth(rows)),
        })
      }),
      { numRuns: 200 },
    )
  })

  it('are the same in whatever order results come', () => {
    const mixed = someRows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    )
    fc.assert(
      fc.property(mixed, ([rows, other]) => {
        expect(counted(other)).toEqual(counted(rows))
      }),
    )
  })

  it('hold more results than there was room for in the beginning', () => {
    const rows = Array.from({ length: 20_000 }, (_, place): Packed => {
      const [year, moment] = [2021 + (place % 5), place % 2]
      const reached = { score: place % 101, level: place % 13, reference: place % 4, exempt: 0 }
      return {
        series: 1,
        year,
        yearGroup: 1 + (place % 5),
        moment,
        pupil: place % 2000,
        group: place % 90,
        ...reached,
      }
    })
    const once = [...new Map(rows.map((row) => [keyOf(row), row])).values()]
    expect(once.length).toBeGreaterThan(1900)
    expect(counted(once).figures).toEqual(sorted(plainFigures(once)))
    expect(counted(once).growth).toEqual(sorted(plainGrowth(once)))
  })
})
