import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SchoolYear } from '../kernel/school-year.ts'
import {
  lowestSubject,
  mainStatement,
  type Span,
  type Statement,
  shown,
  spanOf,
  stretchStatements,
  warnings,
} from './sentence.ts'
import { chartText, say } from './sentence-text.ts'
import type { Point, Stretch, Value } from './series.ts'
import { wilson } from './wilson.ts'

const place = (at: number) => ({
  schoolYear: `${2018 + at}-${2019 + at}` as SchoolYear,
  yearGroup: 8,
  moment: 'D' as const,
})
const value = (given: number, n = 40): Value => ({
  value: given,
  n,
  caution: n < 5 ? 'very-few' : n < 15 ? 'few' : null,
  band: wilson(given / 100, n),
})
const stretch = (...ats: (number | Point['at'])[]): Stretch => ({
  series: 1,
  subject: 'Rekenen',
  test: 'Doorstroomtoets',
  supplier: 'fictief',
  norm: '',
  points: ats.map((at, index) => ({ ...place(index), at: typeof at === 'number' ? value(at) : at })),
})
const said = (language: 'nl' | 'en', statements: readonly Statement[]) =>
  statements.map((one) => say(language, one))
const runOf = (statements: readonly Statement[]) => statements.find((one) => one.says === 'run')

describe('what is said of a line', () => {
  it('says five years in a row up only after five rises', () => {
    expect(said('nl', stretchStatements([stretch(40, 41, 42, 43, 44, 45)], 'target'))[0]).toBe(
      'Het deel op 1S/2F ging vijf jaar op rij omhoog, van 40\u00a0% in 2019 naar 45\u00a0% in 2024. Dat verschil kan toeval zijn.',
    )
    expect(said('en', stretchStatements([stretch(40, 41, 42, 43, 44)], 'mean'))).toEqual([
      'The mean went up four years in a row, from 40 in 2019 to 44 in 2023.',
    ])
    // What goes up year after year, and from the first to the last: each with its own numbers.
    expect(said('nl', stretchStatements([stretch(50, 41, 42, 43)], 'median'))).toEqual([
      'De middelste score ging twee jaar op rij omhoog, van 41 in 2020 naar 43 in 2022.',
      'De middelste score ging van 50 in 2019 naar 43 in 2022.',
    ])
    expect(runOf(stretchStatements([stretch(40, 41, 42, 43, 43)], 'target'))).toBeUndefined()
    expect(runOf(stretchStatements([stretch(40, 41, 42, 'hidden', 43)], 'target'))).toBeUndefined()
    expect(said('nl', stretchStatements([stretch(50, 49, 48)], 'at1F'))[0]).toMatch(
      /^Het deel op 1F of hoger ging twee jaar op rij omlaag, van 50\s% in 2019 naar 48\s% in 2021\./,
    )
  })

  it('never says a rise that the shown numbers don’t show', () => {
    expect(runOf(stretchStatements([stretch(40.01, 40.02, 40.04)], 'target'))).toBeUndefined()
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.nat(60)), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('target' as const, 'mean' as const),
        (tenths, measure) => {
          const values = tenths.map((one) => (one === null ? null : 40 + one / 20))
          const run = runOf(stretchStatements([stretch(...values.map((one) => one ?? 'hidden'))], measure))
          if (run?.says !== 'run') return
          const seen = values.map((one) => (one === null ? null : shown(one)))
          while (seen.at(-1) === null) seen.pop()
          const last = seen.slice(-1 - run.steps)
          expect(last).toHaveLength(run.steps + 1)
          for (const [at, now] of last.slice(1).entries()) {
            const before = last[at]
            if (before == null || now == null) throw new Error('a run goes over a year that is not shown')
            expect(run.way === 'up' ? now > before : now < before).toBe(true)
          }
        },
      ),
    )
  })

  it('says what may be chance, and what seldom is', () => {
    expect(said('nl', stretchStatements([stretch(45, 52)], 'target'))).toEqual([
      'Het deel op 1S/2F ging van 45\u00a0% in 2019 naar 52\u00a0% in 2020. Dat verschil kan toeval zijn.',
    ])
    expect(said('en', stretchStatements([stretch(20.5, 70)], 'target'))).toEqual([
      'The share at 1S/2F went from 20.5% in 2019 to 70% in 2020. Such a difference is seldom chance.',
    ])
    expect(said('nl', stretchStatements([stretch(145.25, 152)], 'mean'))).toEqual([
      'Het gemiddelde ging van 145,3 in 2019 naar 152 in 2020.',
    ])
    expect(said('nl', stretchStatements([stretch(145, 152)], 'median'))[0]).toContain('De middelste score')
    expect(said('nl', stretchStatements([stretch(45, 45.04)], 'target'))).toEqual([
      'Het deel op 1S/2F was in 2019 en 2020 gelijk: 45\u00a0%.',
    ])
  })

  it('warns of few pupils, of what is not shown, and of another test', () => {
    expect(said('nl', stretchStatements([stretch('hidden', value(50, 12))], 'target'))).toEqual([
      'Het gaat om weinig leerlingen (n 12). Een verschil kan dan toeval zijn.',
      'Dit gaat over minder dan vijf leerlingen, of je zou dat kunnen uitrekenen. We tonen het niet.',
    ])
    expect(said('nl', stretchStatements([stretch(value(50, 3))], 'target'))[0]).toContain(
      'Het team ziet dit niet',
    )
    const later = { ...stretch(50, 51), points: stretch(0, 0, 50, 51).points.slice(2), series: 2 }
    expect(said('nl', stretchStatements([stretch(60, 61), later], 'target'))).toContain(
      'In 2021 begint een andere toets of normering. Getallen van ervoor en erna zijn niet te vergelijken.',
    )
    expect(stretchStatements([], 'target')).toEqual([])
  })

  it('says one thing of chance, and never that a difference of few pupils is seldom chance', () => {
    expect(said('nl', stretchStatements([stretch(value(10, 60), value(90, 12))], 'target'))).toEqual([
      'Het deel op 1S/2F ging van 10\u00a0% in 2019 naar 90\u00a0% in 2020. Dat verschil kan toeval zijn.',
      'Het gaat om weinig leerlingen (n 12).',
    ])
    expect(said('nl', stretchStatements([stretch(value(10, 12), value(90, 60))], 'target'))).toEqual([
      'Het deel op 1S/2F ging van 10\u00a0% in 2019 naar 90\u00a0% in 2020. Dat verschil kan toeval zijn.',
    ])
    const point = fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 60 }))
    const measures = fc.constantFrom('target' as const, 'at1F' as const, 'mean' as const)
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 5 }), measures, (points, measure) => {
        const line = stretch(...points.map(([share, n]) => value(share, n)))
        const words = said('nl', stretchStatements([line], measure)).join(' ')
        const ends = [points[0], points.at(-1)].map((one) => one?.[1] ?? 0)
        const told = stretchStatements([line], measure).filter((one) => spanOf(one) !== null)
        expect(words.match(/toeval/g)?.length ?? 0).toBeLessThanOrEqual(Math.max(1, told.length))
        for (const one of told) {
          const { from, to } = spanOf(one) as Span
          if (Math.min(from.n, to.n) < 15) expect(say('nl', one)).toMatch(/kan toeval zijn/)
        }
        if ((ends[1] ?? 0) < 15) expect(words).toMatch(/toeval zijn|minder dan vijf/)
      }),
    )
  })

  it('has nothing to say first of what is hidden, only what must be said', () => {
    const hidden = stretchStatements([stretch('hidden', 'hidden')], 'growth')
    expect(hidden).toHaveLength(1)
    expect(mainStatement(hidden)).toBeUndefined()
    expect(warnings(hidden)).toEqual(hidden)
  })

  it('says of hidden growth that a few came or left, not that the pupils are few', () => {
    const growth = said('nl', stretchStatements([stretch(value(7, 38), 'hidden', value(8, 38))], 'growth'))
    expect(growth.at(-1)).toMatch(/^Niet elk jaar staat er\. Kwamen of gingen er maar een paar leerlingen/)
    expect(growth.join(' ')).not.toContain('minder dan vijf leerlingen')
  })

  it('names the subject that stays behind, with the others beside it', () => {
    const subjects = [
      { subject: 'Lezen', at: value(59, 120) },
      { subject: 'Rekenen', at: value(41, 120) },
      { subject: 'Taalverzorging', at: value(58, 120) },
    ]
    expect(said('nl', lowestSubject(subjects, 'target'))).toEqual([
      'Rekenen blijft achter op 1S/2F: 41\u00a0%. Taalverzorging 58\u00a0%, lezen 59\u00a0%.',
    ])
    const of = { schoolYear: '2025-2026' as SchoolYear, yearGroup: 8, moment: 'D' } as const
    expect(said('nl', lowestSubject(subjects, 'at1F', of))[0]).toMatch(
      /^Rekenen blijft achter op minstens 1F \(groep 8, 2026\): 41\s%\./,
    )
    const few = subjects.map(({ subject, at }) => ({ subject, at: value(at.value, 20) }))
    expect(said('nl', lowestSubject(few, 'target'))[0]).toContain('Dat verschil kan toeval zijn.')
    expect(lowestSubject([subjects[0]!, { subject: 'Rekenen', at: value(59, 120) }], 'target')).toEqual([])
  })

  it('says of the same pupils how much they grew, also when it is less than nothing', () => {
    const at = (moment: 'M' | 'E') => ({ ...place(6), yearGroup: 6, moment })
    const grew = (points: number): Statement => ({
      says: 'grew',
      since: at('M'),
      place: at('E'),
      value: points,
      n: 41,
    })
    expect(said('nl', [grew(7), grew(-2.5), grew(0)])).toEqual([
      'Van M6 naar E6 (2024–2025) gingen dezelfde leerlingen gemiddeld 7 punten vooruit (n 41).',
      'In E6 (2024–2025) scoorden dezelfde leerlingen gemiddeld 2,5 punten lager dan in M6 (n 41).',
      'In E6 (2024–2025) scoorden dezelfde leerlingen gemiddeld evenveel als in M6 (n 41).',
    ])
    expect(said('en', [grew(-2.5)])[0]).toContain('2.5 points lower on average than at M6')
  })

  it('tells a chart to who doesn’t see it', () => {
    expect(chartText('nl', 'De Regenboog', stretchStatements([stretch(45.1, 52.6)], 'target'))).toBe(
      'Lijngrafiek: De Regenboog. Het deel op 1S/2F ging van 45,1\u00a0% in 2019 naar 52,6\u00a0% in 2020. Dat verschil kan toeval zijn. De tabel eronder geeft alle getallen.',
    )
  })
})
