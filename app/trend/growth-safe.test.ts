import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextYear, type SchoolYear } from '../kernel/school-year.ts'
import type { Figure, Growth } from '../result/figure.ts'
import { shownGrowth } from './growth.ts'
import type { Place } from './series.ts'
import { shownFigures } from './suppress-figures.ts'

/** Where a class is tested, from M5 until M7. */
const PLACES: readonly Place[] = [0, 1, 2, 3, 4].map((half) => {
  const years = Math.floor(half / 2)
  let schoolYear = '2021-2022' as SchoolYear
  for (let year = 0; year < years; year += 1) schoolYear = nextYear(schoolYear)
  return { schoolYear, yearGroup: 5 + years, moment: half % 2 === 0 ? 'M' : 'E' }
})

/** Pupils who were tested at the same places: so many of them, and at which. */
type Fellows = { readonly pupils: number; readonly at: readonly boolean[] }

const pupilsAt = (all: readonly Fellows[], ...places: readonly number[]) =>
  all.filter(({ at }) => places.every((place) => at[place])).reduce((sum, { pupils }) => sum + pupils, 0)

const figuresFor = (all: readonly Fellows[]): Figure[] =>
  PLACES.flatMap((place, half) => {
    const scored = pupilsAt(all, half)
    if (scored === 0) return []
    const kept = { levels: new Map(), references: new Map(), exempt: 0, median: null, group: null }
    const series = { series: 1, supplier: 'fictief', norm: '', subject: 'Rekenen', test: 'Rekenen' }
    return [{ ...place, ...series, ...kept, n: scored, scored, scoreSum: scored * 100 }]
  })

/** Of all places that lie a year apart at most, as the store keeps it. */
const growthFor = (all: readonly Fellows[]): Growth[] =>
  PLACES.flatMap((place, half) =>
    [half - 1, half - 2].flatMap((before) => {
      const since = PLACES[before]
      const grown = pupilsAt(all, half, before)
      if (!since || grown === 0) return []
      return [{ ...place, series: 1, group: null, since, same: grown, grown, growthSum: grown * 100 }]
    }),
  )

const halfOf = (place: Place) =>
  PLACES.findIndex((one) => one.schoolYear === place.schoolYear && one.moment === place.moment)

const shownSteps = (all: readonly Fellows[]) =>
  shownGrowth(growthFor(all), figuresFor(all), 'team')
    .filter(({ growth }) => typeof growth === 'object')
    .map((step) => [halfOf(step.since), halfOf(step)] as const)

/** What the team sees, each as a sum of the scores that fellows have at a place. */
function sumsSeen(all: readonly Fellows[]): number[][] {
  const column = (fellows: number, half: number) => fellows * PLACES.length + half
  const sum = (...terms: readonly (readonly [number, (at: readonly boolean[]) => boolean, number])[]) => {
    const row = Array.from({ length: all.length * PLACES.length }, () => 0)
    for (const [half, who, times] of terms)
      for (const [at, fellows] of all.entries())
        if (fellows.pupils > 0 && who(fellows.at)) row[column(at, half)] = times
    return row
  }
  const means = shownFigures(figuresFor(all), 'team').flatMap((figure) => {
    const half = halfOf(figure)
    return typeof figure.scores === 'object' ? [sum([half, (at) => at[half] === true, 1])] : []
  })
  const steps = shownSteps(all).map(([from, to]) => {
    const both = (at: readonly boolean[]) => at[from] === true && at[to] === true
    return sum([to, both, 1], [from, both, -1])
  })
  return [...means, ...steps]
}

const PRIME = 7919

/** How many of the sums don't follow from the others, looking at some of the columns. */
function rankOf(rows: readonly (readonly number[])[], columns: readonly number[]): number {
  const left = rows.map((row) => columns.map((column) => ((row[column] ?? 0) + PRIME) % PRIME))
  let rank = 0
  for (const [at] of columns.entries()) {
    const pivot = left.findIndex((row, place) => place >= rank && row[at] !== 0)
    const row = left[pivot]
    if (!row) continue
    left.splice(pivot, 1)
    left.splice(rank, 0, row)
    rank += 1
    for (const other of left.slice(rank)) {
      const [mine, its] = [row[at] ?? 0, other[at] ?? 0]
      if (its === 0) continue
      for (const [place, value] of other.entries())
        other[place] = (((value * mine - (row[place] ?? 0) * its) % PRIME) + PRIME) % PRIME
    }
  }
  return rank
}

/** Every choice of fellows who are one to four pupils together. */
function fewOf(all: readonly Fellows[]): number[][] {
  let choices: { readonly who: number[]; readonly pupils: number }[] = [{ who: [], pupils: 0 }]
  for (const [at, { pupils }] of all.entries())
    if (pupils > 0)
      choices = choices.flatMap((one) =>
        one.pupils + pupils < 5 ? [one, { who: [...one.who, at], pupils: one.pupils + pupils }] : [one],
      )
  return choices.filter(({ pupils }) => pupils > 0).map(({ who }) => who)
}

/** Whether what is seen, added and subtracted in whatever way, tells something of one to four pupils. */
function tellsOfFew(all: readonly Fellows[]): boolean {
  const rows = sumsSeen(all)
  const columns = Array.from({ length: all.length * PLACES.length }, (_, at) => at)
  const rank = rankOf(rows, columns)
  return fewOf(all).some((who) => {
    const others = columns.filter((column) => !who.includes(Math.floor(column / PLACES.length)))
    return rankOf(rows, others) < rank
  })
}

const fellows = (pupils: number, at: string): Fellows => ({
  pupils,
  at: PLACES.map((_, half) => at[half] === 'x'),
})

describe('growth of a class that is shown to the team', () => {
  it('gives no pupil away by two steps one after the other', () => {
    const class6 = [fellows(19, 'xxx'), fellows(1, 'xx.'), fellows(5, '.x.')]
    expect(shownSteps(class6)).toHaveLength(1)
    expect(tellsOfFew(class6)).toBe(false)
  })

  it('gives no pupils away by three steps, of whom some missed a test', () => {
    const missed = [fellows(12, 'xxxx'), fellows(5, 'x.xx'), fellows(2, '..xx'), fellows(3, '..x.')]
    expect(tellsOfFew(missed)).toBe(false)
  })

  it('is of every step while nobody comes or leaves', () => {
    expect(shownSteps([fellows(24, 'xxxxx')])).toEqual(
      [
        [3, 4],
        [2, 3],
        [1, 2],
        [0, 1],
      ].toReversed(),
    )
  })

  it('is of every step when many come at once, and stay', () => {
    expect(shownSteps([fellows(20, 'xxxxx'), fellows(6, '..xxx')])).toHaveLength(4)
  })

  it('stays what it was when another moment is added', () => {
    const before = [fellows(19, 'xx...'), fellows(1, 'xx...'), fellows(5, '.x...')]
    const after = [fellows(19, 'xxx..'), fellows(1, 'xx...'), fellows(5, '.x...')]
    expect(shownSteps(before)).toEqual([[0, 1]])
    expect(shownSteps(after)).toEqual([[0, 1]])
  })

  it('never tells anything of one to four pupils, with the means or with other steps', () => {
    const some = fc.record({
      pupils: fc.oneof(fc.constantFrom(0, 1, 2, 3, 5, 6), fc.integer({ min: 0, max: 20 })),
      at: fc.array(fc.boolean(), { minLength: PLACES.length, maxLength: PLACES.length }),
    })
    const staying = fc.record({
      pupils: fc.integer({ min: 5, max: 20 }),
      at: fc.constant(PLACES.map(() => true)),
    })
    const classes = fc
      .tuple(staying, fc.array(some, { maxLength: 7 }))
      .map(([one, others]) => [one, ...others])
    let steps = 0
    fc.assert(
      fc.property(fc.oneof(classes, fc.array(some, { maxLength: 9 })), (all) => {
        steps += shownSteps(all).length
        expect(tellsOfFew(all)).toBe(false)
      }),
      { numRuns: 2000 },
    )
    expect(steps).toBeGreaterThan(500)
  })
})
