import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { previousYear, type SchoolYear } from '../kernel/school-year.ts'
import type { Figure, LevelPupils } from '../result/figure.ts'
import { readResults } from '../result/results-in.ts'
import { Tallies } from '../result/tally.ts'
import { referenceLines } from './reference-line.ts'
import { ReferenceYears } from './reference-years.ts'
import { type Seen, spanOf, standingStatements } from './sentence.ts'
import { say, titleText } from './sentence-text.ts'
import { standingsOf } from './standing.ts'
import { standingChart, standingTable } from './standing-chart-view.ts'
import { standingSheet } from './standing-sheet.ts'
import { maybeChance } from './wilson.ts'

const FIXTURE = new URL('../../test/fixtures/trend/doorstroomtoets-2024-2026', import.meta.url).pathname

type Expected = {
  schoolweging: number
  perJaar: { schooljaar: SchoolYear; leerlingen: number; pct1F: number; pct1S2F: number }[]
  gepoold: {
    niveaus: number
    minstens1F: number
    streef: number
    pct1F: number
    pct1S2F: number
    signaleringswaarde1F: number
    signaleringswaarde1S2F: number
    uitkomst1F: 'boven' | 'onder'
    uitkomst1S2F: 'boven' | 'onder'
  }
}

async function fixture() {
  const tallies = new Tallies()
  const years = new ReferenceYears()
  await readResults(`${FIXTURE}.csv`, {
    take: (result) => {
      tallies.add(result)
      years.add(result)
    },
    refuse: ({ why }) => expect(why).toBeNull(),
    leftOut: () => {},
  })
  const subjects = ['Lezen', 'Rekenen', 'Taalverzorging']
  const figures = tallies.all().map(
    (tally): Figure => ({
      ...tally,
      series: subjects.indexOf(tally.subject),
      supplier: 'fictief',
      norm: '',
      group: null,
      exempt: 0,
      median: null,
    }),
  )
  const pupils = years.all().map(({ schoolYear, ...year }) => ({
    schoolYear,
    yearGroup: 8,
    moment: 'D' as const,
    pupils: year.pupils,
    exempt: year.exempt,
  }))
  const expected = JSON.parse(readFileSync(`${FIXTURE}.expected.json`, 'utf8')) as Expected
  return { figures, pupils, expected }
}

const LAST = '2025-2026' as SchoolYear
const tenth = (value: number | undefined) => Math.round(100 * (value ?? 0)) / 100

describe('where the school stands', () => {
  it('is what the fixture expects: year by year, and three years counted together', async () => {
    const { figures, pupils, expected } = await fixture()
    const weightings = new Map([[LAST, expected.schoolweging]])
    for (const audience of ['team', 'coordinator'] as const) {
      const standings = standingsOf(figures, pupils, weightings, audience)
      expect(
        standings.map(({ until, alone }) => {
          if (typeof alone !== 'object' || alone === null) throw new Error(String(alone))
          return [until, alone.pupils, tenth(alone.at1F.value), tenth(alone.target.value)]
        }),
      ).toEqual(expected.perJaar.map((year) => [year.schooljaar, year.leerlingen, year.pct1F, year.pct1S2F]))
      const { gepoold } = expected
      const verdict = { boven: 'above', onder: 'below' }
      expect(standings.at(-1)?.together).toMatchObject({
        at1F: { reached: gepoold.minstens1F, all: gepoold.niveaus },
        target: { reached: gepoold.streef, all: gepoold.niveaus },
        signal: {
          table: '2024-2025',
          verdict1F: verdict[gepoold.uitkomst1F],
          verdictTarget: verdict[gepoold.uitkomst1S2F],
        },
      })
      expect(standings.slice(0, 2).map(({ together }) => together)).toEqual([null, null])
    }
  })

  it('stands beside four lines that are kept apart', async () => {
    const { expected } = await fixture()
    const weightings = new Map([['2023-2024' as SchoolYear, expected.schoolweging]])
    const ambition = { share: 'target', value: 60, by: '2027-2028' as SchoolYear } as const
    const years = ['2022-2023', '2024-2025', LAST] as SchoolYear[]
    const lines = referenceLines(years, 'target', weightings, ambition)
    expect(lines.map(({ kind, points }) => [kind, ...points.map(({ value }) => value)])).toEqual([
      ['signal', 47.1, 47.1],
      ['comparable', 57.3, 57.3],
      ['national', 57.5, 57.5],
      ['ambition', 60, 60, 60],
    ])
    expect(lines[0]?.points.at(-1)?.table).toBe('2024-2025')
    const at1F = referenceLines(years, 'at1F', new Map(), ambition)
    expect(at1F.map(({ kind, points }) => [kind, points[0]?.value])).toEqual([
      ['signal', 85],
      ['national', 96.3],
    ])
  })

  it('is said in words', async () => {
    const { figures, pupils, expected } = await fixture()
    const weightings = new Map([[LAST, expected.schoolweging]])
    const standings = standingsOf(figures, pupils, weightings, 'team')
    const lines = referenceLines([LAST], 'target', weightings, null)
    const statements = standingStatements(standings, 'target', lines)
    expect(statements.map((one) => say('nl', one))).toEqual([
      'Boven de signaleringswaarde (47,1\u00a0%).',
      'Onder het gemiddelde van vergelijkbare scholen (57,3\u00a0%). Dat verschil kan toeval zijn.',
      'Onder het landelijk gemiddelde (57,5\u00a0%). Dat verschil kan toeval zijn.',
    ])
    expect(titleText('nl', 'target', statements)).toBe('Waar staan we met 1S/2F?')
  })
})

/** A year in which so many pupils did all three subjects, and so many levels reached 1S or 2F. */
function year(
  schoolYear: SchoolYear,
  pupils: number,
  target: number,
): { figures: Figure[]; pupils: LevelPupils } {
  const figures = ['Lezen', 'Rekenen', 'Taalverzorging'].map((subject, series): Figure => {
    const reached = Math.floor((target + series) / 3)
    return {
      schoolYear,
      subject,
      test: 'Doorstroomtoets',
      yearGroup: 8,
      moment: 'D',
      n: pupils,
      levels: new Map(),
      references: new Map([
        [subject === 'Rekenen' ? '1S' : '2F', reached],
        ['1F', pupils - reached],
      ]),
      scored: 0,
      scoreSum: 0,
      series,
      supplier: 'fictief',
      norm: '',
      group: null,
      exempt: 0,
      median: null,
    }
  })
  return { figures, pupils: { schoolYear, yearGroup: 8, moment: 'D', pupils, exempt: 0 } }
}

function school(...years: [pupils: number, target: number][]) {
  let schoolYear = LAST
  const made = years.toReversed().map(([pupils, target]) => {
    const one = year(schoolYear, pupils, target)
    schoolYear = previousYear(schoolYear)
    return one
  })
  return { figures: made.flatMap(({ figures }) => figures), pupils: made.map((one) => one.pupils) }
}

const CHANCE = /kan toeval zijn|may be chance/
const SELDOM = /zelden toeval|seldom chance/
const NEUTRAL = /^(Waar staan we|Where do we stand)/
const yearOf = ({ place }: Seen) => Number(place.schoolYear.slice(0, 4))

describe('what is said of where the school stands', () => {
  const weightings = new Map([['2019-2020' as SchoolYear, 31.5]])
  const statementsOf = (...years: [number, number][]) => {
    const { figures, pupils } = school(...years)
    const standings = standingsOf(figures, pupils, weightings, 'team')
    const lines = referenceLines(
      standings.map(({ until }) => until),
      'target',
      weightings,
      null,
    )
    return standingStatements(standings, 'target', lines)
  }
  const saidOf = (...years: [number, number][]) => statementsOf(...years).map((one) => say('nl', one))

  it('counts four rises as four in a row, and never one more', () => {
    const rising = statementsOf([40, 48], [40, 50], [40, 53], [40, 56], [40, 59], [40, 62], [40, 66])
    expect(say('nl', rising[0]!)).toBe(
      'Het deel op 1S/2F ging vier jaar op rij omhoog, van 41,9\u00a0% in 2022 naar 51,9\u00a0% in 2026. Dat verschil kan toeval zijn.',
    )
    expect(say('en', rising[0]!)).toContain('The share at 1S/2F went up four years in a row, from 41.9')
    const many = statementsOf([80, 60], [80, 80], [80, 100], [80, 130], [80, 150], [80, 170], [80, 190])
    expect(say('nl', many[0]!)).toMatch(/ging vier jaar op rij omhoog.* Zo’n verschil is zelden toeval\.$/)
    expect(titleText('nl', 'target', many)).toBe('Een steeds groter deel haalt 1S/2F')
    const bent = statementsOf([40, 48], [40, 50], [40, 53], [40, 20], [40, 59], [40, 62], [40, 66])
    expect(titleText('nl', 'target', bent)).not.toContain('steeds')
  })

  it('claims nothing in a title that can be chance, and says that years together overlap', () => {
    const rising = statementsOf([40, 48], [40, 50], [40, 53], [40, 56], [40, 59], [40, 62], [40, 66])
    expect(titleText('nl', 'target', rising)).toBe('Waar staan we met 1S/2F?')
    const near = saidOf([80, 10], [80, 20], [80, 60], [80, 230])
    expect(near[0]).toMatch(
      /^Het deel op 1S\/2F ging van .* Die twee getallen tellen voor een deel dezelfde jaren\.$/,
    )
    const years = fc.array(fc.tuple(fc.integer({ min: 6, max: 90 }), fc.nat(100)), {
      minLength: 3,
      maxLength: 8,
    })
    fc.assert(
      fc.property(years, fc.constantFrom('nl' as const, 'en' as const), (some, language) => {
        const made = some.map(([pupils, share]): [number, number] => [
          pupils,
          Math.round((share * 3 * pupils) / 100),
        ])
        const statements = statementsOf(...made)
        const spans = statements.flatMap((one) => {
          const span = spanOf(one)
          return span ? [{ span, said: say(language, one) }] : []
        })
        for (const { span, said } of spans) {
          const [mayBe, ...others] = [0, 0.1, -0.1].map((more) =>
            maybeChance({ ...span.from, value: span.from.value + more }, span.to),
          )
          // So near that rounding to one decimal decides.
          if (others.some((one) => one !== mayBe)) continue
          const isApart = Number(span.to.place.schoolYear.slice(0, 4)) - yearOf(span.from) >= 3
          expect(CHANCE.test(said)).toBe(mayBe)
          expect(SELDOM.test(said)).toBe(!mayBe && isApart)
          if (!isApart) expect(said).toMatch(/voor een deel dezelfde jaren|some of the same years/)
        }
        const title = titleText(language, 'target', statements)
        if (!NEUTRAL.test(title)) expect(spans.some(({ said }) => SELDOM.test(said))).toBe(true)
        if (spans.every(({ said }) => CHANCE.test(said))) expect(title).toMatch(NEUTRAL)
      }),
    )
  })

  it('says how few pupils would make the difference', () => {
    expect(saidOf([40, 52], [40, 52], [40, 51])).toContain(
      'Twee leerlingen meer met 1S/2F bij één vak zouden voor de signaleringswaarde het verschil maken.',
    )
    expect(saidOf([40, 52], [40, 52], [40, 51])).toContain(
      'Onder de signaleringswaarde (43,5\u00a0%). Een signaal is geen oordeel.'.replace('Net onder', 'Onder'),
    )
    expect(saidOf([40, 60], [40, 60], [40, 60]).join(' ')).not.toContain('het verschil maken')
  })

  it('says of a small school that it may be chance, and names five years when it needs them', () => {
    const { figures, pupils } = school([4, 3], [4, 3], [5, 3])
    const [last] = standingsOf(figures, pupils, weightings, 'coordinator').slice(-1)
    expect(last?.together).toMatchObject({ pupils: 13, caution: 'few', signal: { why: 'five-years-needed' } })
    expect(saidOf([4, 3], [4, 3], [5, 3])).toContain(
      'Het gaat om weinig leerlingen (n 13). Een verschil kan dan toeval zijn.',
    )
    const five = school([4, 3], [4, 3], [4, 3], [4, 3], [5, 3])
    const standing = standingsOf(five.figures, five.pupils, weightings, 'team').at(-1)
    expect(standing?.together).toMatchObject({ pupils: 21, signal: { verdictTarget: 'below' } })
  })

  it('compares only points of as many years: not three with five, for no eyes', () => {
    const small = school([4, 1], [4, 2], [4, 3], [4, 4], [4, 2])
    for (const audience of ['team', 'coordinator'] as const) {
      const standings = standingsOf(small.figures, small.pupils, weightings, audience)
      const statements = standingStatements(standings, 'target', [])
      expect(standings.flatMap(({ together }) => (together ? [together] : []))).toHaveLength(3)
      expect(statements.filter(({ says }) => says === 'run' || says === 'change')).toEqual([])
      expect(titleText('nl', 'target', statements)).toBe('Waar staan we met 1S/2F?')
      expect(titleText('en', 'target', statements)).toBe('Where do we stand with 1S/2F?')
    }
    const standings = standingsOf(small.figures, small.pupils, weightings, 'coordinator')
    expect(standingStatements(standings, 'target', []).map((one) => say('nl', one))).toContain(
      'Niet elk punt telt evenveel jaren bij elkaar: 2024 drie, 2025 drie, 2026 vijf. Alleen punten met evenveel jaren vergelijken we.',
    )
    const sheet = standingSheet(standings, 'target', weightings)
    expect(standingChart(sheet, 'nl').steps.map(({ under }) => under)).toEqual([
      'n 12, 3 jaar',
      'n 12, 3 jaar',
      'n 20, 5 jaar',
    ])
    expect(standingTable(sheet, 'nl', 'file').rows.at(-1)).toContain('5')
  })

  it('compares the last points again as soon as they count as many years', () => {
    const small = school([4, 1], [4, 2], [4, 3], [4, 4], [4, 2], [4, 4], [4, 4])
    const standings = standingsOf(small.figures, small.pupils, weightings, 'coordinator')
    const change = standingStatements(standings, 'target', []).find(({ says }) => says === 'change')
    expect(change).toMatchObject({ from: { n: 20 }, to: { n: 20 } })
  })
})
