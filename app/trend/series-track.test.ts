import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Level } from '../result/result.ts'
import { levelCounts } from '../result/tally.ts'
import { scalesIn } from './levels.ts'
import { groupsNow } from './school-sheet.ts'
import type { Series, ShownFigure } from './series.ts'
import { tracksOf } from './series-track.ts'
import { withTrack } from './years-chart-view.ts'

type One = Series & { readonly year: number; readonly isShown: boolean }

const one = (series: number, year: number, given: Partial<One> = {}): One => ({
  series,
  subject: 'Rekenen',
  test: 'Rekenen-Wiskunde',
  supplier: 'Cito',
  norm: '',
  year,
  isShown: true,
  ...given,
})
const tracks = (all: readonly One[]) =>
  tracksOf(all, ({ year, isShown }) => ({ when: String(year), isShown }))
const seriesIn = (all: readonly One[]) =>
  tracks(all).map((some) => some.map(({ series, year }) => `${series}@${year}`))

const IEP = { test: 'Rekenen IEP', supplier: 'IEP' }

describe('tests beside each other', () => {
  it('go on where another has ended, and stand apart in the same year', () => {
    const norms = [one(1, 2022), one(1, 2023), one(2, 2024, { norm: '2023' }), one(2, 2025, { norm: '2023' })]
    expect(tracks(norms)).toHaveLength(1)
    expect(seriesIn([...norms, one(3, 2024, IEP), one(3, 2025, IEP)])).toEqual([
      ['1@2022', '1@2023', '2@2024', '2@2025'],
      ['3@2024', '3@2025'],
    ])
    // The next norms go on from their own test, not from the one beside it.
    const both = [one(1, 2022), one(3, 2022, IEP), one(2, 2023, { norm: '2023' })]
    expect(seriesIn(both)).toEqual([['1@2022', '2@2023'], ['3@2022']])
  })

  it('are not kept apart by what is hidden', () => {
    expect(tracks([one(1, 2022), one(1, 2023, { isShown: false }), one(2, 2023)])).toHaveLength(1)
  })

  it('never have two numbers of one year in one track, and lose none', () => {
    const drawn = fc.array(
      fc.record({ series: fc.integer({ min: 1, max: 4 }), year: fc.integer({ min: 2020, max: 2026 }) }),
      { maxLength: 16 },
    )
    fc.assert(
      fc.property(drawn, (all) => {
        const each = [...new Map(all.map((given) => [`${given.series}@${given.year}`, given])).values()]
        const found = tracks(each.map(({ series, year }) => one(series, year)))
        expect(found.flat()).toHaveLength(each.length)
        for (const track of found) expect(new Set(track.map(({ year }) => year)).size).toBe(track.length)
      }),
    )
  })

  it('are named by supplier, test and norms', () => {
    const title = 'Groep 6, midden van het jaar'
    const track = [one(1, 2022, { norm: 'normering 2019' }), one(2, 2023, { norm: 'normering 2023' })]
    expect(withTrack(title, track)).toBe(`${title} · Cito, Rekenen-Wiskunde, normering 2019 / normering 2023`)
    expect(withTrack(title, [one(3, 2022, IEP)])).toBe(`${title} · IEP, Rekenen IEP`)
    expect(withTrack(title, null)).toBe(title)
  })
})

describe('levels of two scales', () => {
  const figure = (schoolYear: string, level: Level): ShownFigure => ({
    ...one(1, 0),
    schoolYear: schoolYear as ShownFigure['schoolYear'],
    yearGroup: 6,
    moment: 'M',
    group: null,
    scores: null,
    references: null,
    levels: { n: 20, caution: null, counts: levelCounts(new Map([[level, 20]])) },
  })
  const years = (all: readonly ShownFigure[]) =>
    scalesIn(all).map((some) => some.map(({ schoolYear }) => schoolYear))

  it('stand in bars of their own, the last used first; what is hidden with those', () => {
    const before = [figure('2022-2023', 'A'), figure('2023-2024', 'B')]
    const now = [figure('2024-2025', 'III'), figure('2025-2026', 'I+')]
    const hidden: ShownFigure = { ...figure('2026-2027', 'I'), levels: 'hidden' }
    expect(years([...before, ...now, hidden])).toEqual([
      ['2024-2025', '2025-2026', '2026-2027'],
      ['2022-2023', '2023-2024'],
    ])
    expect(years(now)).toEqual([['2024-2025', '2025-2026']])
    expect(scalesIn([])).toEqual([[]])
  })

  it('are not counted together where year groups stand beside each other', () => {
    const at = (yearGroup: number, level: Level, series = 1) => ({
      ...figure('2025-2026', level),
      yearGroup,
      series,
    })
    const [rekenen] = groupsNow([at(6, 'B', 2), at(4, 'II'), at(5, 'III'), at(6, 'IV')])
    expect(rekenen?.figures.map(({ yearGroup, series }) => [yearGroup, series])).toEqual([
      [4, 1],
      [5, 1],
      [6, 1],
    ])
  })
})
