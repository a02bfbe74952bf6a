import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankOf } from '../../test/solve-sums.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Figure, Growth } from '../result/figure.ts'
import type { Level, Reference, TestMoment } from '../result/result.ts'
import { shownGrowth } from './growth.ts'
import { standingsOf } from './standing.ts'
import { LEAST } from './suppress.ts'
import { shownFigures } from './suppress-figures.ts'

const YEAR = '2025-2026' as SchoolYear

/** Scores of the pupils who are in it, each ten more than the one before; two levels. */
function figure(pupils: readonly number[], given: Partial<Figure> = {}): Figure {
  const n = pupils.length
  const high = pupils.filter((pupil) => pupil % 2 === 0).length
  return {
    schoolYear: YEAR,
    subject: 'Rekenen',
    test: 'Rekenen-Wiskunde',
    yearGroup: 6,
    moment: 'M',
    n,
    levels: new Map<Level, number>([
      ['II', high],
      ['IV', n - high],
    ]),
    references: new Map<Reference, number>(),
    scored: n,
    scoreSum: pupils.reduce((sum, pupil) => sum + (100 + pupil) * 10_000, 0),
    series: 1,
    supplier: 'Cito',
    norm: '2019',
    group: null,
    exempt: 0,
    median: 100,
    ...given,
  }
}

const class6 = (pupils: number) => Array.from({ length: pupils }, (_, pupil) => pupil)
const LATER = { series: 2, norm: '2023' } as const

const seen = (figures: readonly Figure[], audience: 'team' | 'coordinator' = 'team') =>
  shownFigures(figures, audience).map(({ scores, levels }) => [scores, levels].map((one) => typeof one))

describe('a test that stands twice', () => {
  it('is shown once to the team: the second file less the first would be the one pupil who came later', () => {
    const figures = [figure(class6(23)), figure(class6(24), LATER)]
    expect(seen(figures)).toEqual([
      ['string', 'string'],
      ['object', 'object'],
    ])
    expect(seen(figures.toReversed())).toEqual([
      ['object', 'object'],
      ['string', 'string'],
    ])
    expect(seen(figures, 'coordinator').flat()).toEqual(['object', 'object', 'object', 'object'])
  })

  it('is the same under another name of the supplier; a small part does not take its place', () => {
    const again = { series: 2, supplier: 'Cito LiB', norm: '' }
    expect(seen([figure(class6(23)), figure(class6(24), again)])[0]).toEqual(['string', 'string'])
    expect(seen([figure(class6(24)), figure(class6(7), again)])).toEqual([
      ['object', 'object'],
      ['string', 'string'],
    ])
  })

  it('stands beside another test of the same subject, whose scale is another one', () => {
    const other = { series: 2, supplier: 'IEP', norm: '' }
    const otherTest = figure(class6(23), { ...other, test: 'Rekenen' })
    expect(seen([figure(class6(24)), otherTest]).flat()).not.toContain('string')
    // Named alike, but on a scale that lies far from it: nothing of one can be taken from the other.
    const far = figure(class6(23), other)
    expect(seen([figure(class6(24)), { ...far, scoreSum: far.scoreSum * 3 }]).flat()).not.toContain('string')
    // Another year group, another moment.
    const late = figure(class6(23), { ...LATER, moment: 'E' })
    expect(seen([figure(class6(24)), late]).flat()).not.toContain('string')
  })

  it('counts in where the school stands as it is shown subject by subject', () => {
    const test = (subject: string, pupils: number, given: Partial<Figure> = {}) =>
      figure(class6(pupils), {
        subject,
        test: 'Doorstroomtoets',
        yearGroup: 8,
        moment: 'D',
        scored: 0,
        scoreSum: 0,
        levels: new Map(),
        references: new Map<Reference, number>([['1F', pupils]]),
        ...given,
      })
    const subjects = ['Lezen', 'Rekenen', 'Taalverzorging']
    const twice = [
      ...subjects.map((subject, at) => test(subject, 20, { series: at + 1 })),
      // Of another maker, under another name: a pupil does it once all the same.
      test('Rekenen', 21, { series: 4, test: 'Route 8', supplier: 'A-VISION' }),
    ]
    const shown = shownFigures(twice, 'team')
    expect(shown.map(({ series, references }) => [series, typeof references])).toEqual([
      [1, 'object'],
      [2, 'string'],
      [3, 'object'],
      [4, 'object'],
    ])
    const [standing] = standingsOf(twice, [], new Map(), 'team')
    expect(standing?.alone).toMatchObject({ at1F: { all: 61, reached: 61 } })
  })

  it('tells nothing of fewer than five pupils, whatever is added, subtracted and grown', () => {
    const among = fc.array(fc.boolean(), { minLength: PUPILS, maxLength: PUPILS })
    const files = fc.array(fc.tuple(among, among), { minLength: 2, maxLength: 3 })
    let told = 0
    fc.assert(
      fc.property(files, fc.integer({ min: 0, max: 3 }), (drawn, missing) => {
        // Nearly all pupils in all files, or any.
        const all = drawn.map((file) => file.map((one) => one.map((is, at) => is || at >= 2 + missing)))
        const { figures, growth } = schoolOf(all)
        const rows = sumsSeen(all, figures, growth)
        told += rows.length
        expect(fewTold(rows)).toEqual([])
      }),
      { numRuns: 150 },
    )
    expect(told).toBeGreaterThan(150)
  })
})

const PUPILS = 9
const MOMENTS: readonly TestMoment[] = ['M', 'E']
/** Per file: who is in it in the middle and at the end of the year. */
type Files = readonly (readonly (readonly boolean[])[])[]

const inIt = (who: readonly boolean[] = []) => who.flatMap((is, pupil) => (is ? [pupil] : []))

function schoolOf(files: Files): { figures: Figure[]; growth: Growth[] } {
  const figures = files.flatMap((file, at) =>
    MOMENTS.map((moment, half) =>
      figure(inIt(file[half]), { series: at + 1, norm: String(at), moment, supplier: 'Cito' }),
    ),
  )
  const growth = files.map(([middle = [], end = []], at): Growth => {
    const both = inIt(middle.map((is, pupil) => is && end[pupil] === true)).length
    const place = { schoolYear: YEAR, yearGroup: 6 }
    const since = { ...place, moment: 'M' as const }
    return {
      ...place,
      moment: 'E',
      since,
      series: at + 1,
      group: null,
      same: both,
      grown: both,
      growthSum: both,
    }
  })
  return { figures, growth }
}

/** What the team sees, each as a sum of what pupils scored in the middle and at the end of the year. */
function sumsSeen(files: Files, figures: readonly Figure[], growth: readonly Growth[]): number[][] {
  const means = shownFigures(figures, 'team').flatMap(({ series, moment, scores }) => {
    const half = MOMENTS.indexOf(moment)
    const who = files[series - 1]?.[half] ?? []
    const row = MOMENTS.flatMap((_, at) => who.map((is) => (is && at === half ? 1 : 0)))
    return scores !== null && scores !== 'hidden' ? [row] : []
  })
  const steps = shownGrowth(growth, figures, 'team').flatMap(({ series, growth: seenGrowth }) => {
    const [middle = [], end = []] = files[series - 1] ?? []
    const both = middle.map((is, pupil) => is && end[pupil] === true)
    const row = [-1, 1].flatMap((sign) => both.map((is) => (is ? sign : 0)))
    return seenGrowth !== null && seenGrowth !== 'hidden' ? [row] : []
  })
  return [...means, ...steps]
}

/** Every choice of one to four pupils of whom something can be worked out. */
function fewTold(rows: readonly number[][]): number[][] {
  if (rows.length === 0) return []
  const rank = rankOf(rows)
  let choices: number[][] = [[]]
  for (let pupil = 0; pupil < PUPILS; pupil += 1)
    choices = choices.flatMap((some) => (some.length < LEAST - 1 ? [some, [...some, pupil]] : [some]))
  return choices
    .filter((some) => some.length > 0)
    .filter((some) => rankOf(rows.map((row) => row.filter((_, at) => !some.includes(at % PUPILS)))) < rank)
}
