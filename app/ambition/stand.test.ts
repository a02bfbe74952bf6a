import { describe, expect, it } from 'vitest'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Level } from '../result/result.ts'
import type { ShownFigure } from '../trend/series.ts'
import type { Standing, Together } from '../trend/standing.ts'
import type { AboutSection, Ambition, AmbitionAbout } from './ambition.ts'
import type { AmbitionSheet } from './ambition-sheet.ts'
import { choicesIn } from './choice.ts'
import { heightNo, parseHeight, yearsAhead } from './height.ts'
import { beganAt, nowOf } from './measured.ts'
import { stands } from './stand.ts'
import { ambitionTitle, standText } from './stand-text.ts'

const year = (text: string) => text as SchoolYear

const FIGURE: ShownFigure = {
  schoolYear: year('2025-2026'),
  yearGroup: 5,
  moment: 'M',
  series: 1,
  subject: 'Rekenen',
  test: 'Rekenen-Wiskunde',
  supplier: 'Cito',
  norm: '2024',
  group: null,
  scores: null,
  levels: null,
  references: null,
}

const scored = (schoolYear: string, mean: number, n = 24): ShownFigure => ({
  ...FIGURE,
  schoolYear: year(schoolYear),
  scores: { n, caution: n < 15 ? 'few' : null, mean, median: mean },
})

const levelled = (schoolYear: string, counts: Partial<Record<Level, number>>): ShownFigure => {
  const all = Object.entries(counts) as [Level, number][]
  const n = all.reduce((sum, [, pupils]) => sum + pupils, 0)
  return {
    ...FIGURE,
    schoolYear: year(schoolYear),
    levels: { n, caution: null, counts: new Map(all) },
  }
}

const MEAN: AboutSection = {
  of: 'section',
  subject: 'Rekenen',
  yearGroup: 5,
  moment: 'M',
  measure: 'mean',
  level: null,
  test: 'Rekenen-Wiskunde',
  supplier: 'Cito',
  norm: '2024',
}

const STANDING: AmbitionAbout = { of: 'standing', share: 'target' }

const standing = (until: string, reached: number, all: number, pupils = 40): Standing => {
  const part = { reached, all, value: (100 * reached) / all, band: null }
  const together: Together = { years: [year(until)], pupils, caution: null, at1F: part, target: part }
  return {
    until: year(until),
    together: { ...together, signal: { why: 'no-table' } },
    alone: together,
  }
}

type Wanted = Pick<Ambition, 'about' | 'from' | 'to' | 'by'>
const wanted = (given: Partial<Wanted> = {}): Wanted => ({
  about: MEAN,
  from: { schoolYear: year('2025-2026'), value: 76, n: 25 },
  to: 78,
  by: year('2027-2028'),
  ...given,
})

const said = (ambition: Wanted, stand: AmbitionSheet['stand'], from = ambition.from) =>
  standText('nl', { ambition: ambition as Ambition, stand, from })

describe('where an ambition stands', () => {
  const before = scored('2025-2026', 76)

  it('is not measured as long as no new figure came', () => {
    const stand = stands(wanted(), [scored('2024-2025', 90), before], [])
    expect(stand).toEqual({ is: 'not-measured' })
    expect(said(wanted(), stand)).toBe(
      'Begonnen bij 76 in 2025–2026 (n\u00a025). Sindsdien nog niet gemeten.',
    )
    expect(stands(wanted({ from: null }), [], [])).toEqual({ is: 'not-measured' })
  })

  it('is on the way, up or down, and says so without blaming anybody', () => {
    const up = stands(wanted(), [before, scored('2026-2027', 77.2)], [])
    expect(up).toMatchObject({ is: 'on-the-way', way: 'up', chance: null, more: null })
    expect(said(wanted(), up)).toBe('Onderweg: van 76 naar 77,2 in 2026–2027 (n\u00a024).')
    const down = stands(wanted(), [before, scored('2026-2027', 75)], [])
    expect(said(wanted(), down)).toBe(
      'In 2026–2027 75 (n\u00a024), bij het begin 76. Kijk samen wat er speelde.',
    )
    const same = stands(wanted(), [before, scored('2026-2027', 76.04)], [])
    expect(same).toMatchObject({ is: 'on-the-way', way: 'same' })
  })

  it('is reached when it is exactly as high, also before its test', () => {
    expect(stands(wanted(), [scored('2026-2027', 78)], [])).toMatchObject({ is: 'reached', isDue: false })
    const due = stands(wanted(), [scored('2026-2027', 77), scored('2027-2028', 78.5)], [])
    expect(due).toMatchObject({ is: 'reached', isDue: true })
    expect(said(wanted(), due)).toBe('Gehaald: 78,5 in 2027–2028 (n\u00a024).')
    expect(stands(wanted(), [scored('2026-2027', 77.99)], [])).toMatchObject({ is: 'on-the-way' })
  })

  it('came to another number at its own test, and what comes later is not looked at', () => {
    const figures = [before, scored('2027-2028', 77), scored('2028-2029', 80)]
    const stand = stands(wanted(), figures, [])
    expect(stand).toMatchObject({ is: 'came-to', way: 'up' })
    expect(said(wanted(), stand)).toBe(
      'Het ging van 76 naar 77 in 2027–2028 (n\u00a024). Bespreek wat hielp en wat jullie nu willen.',
    )
  })

  it('tells that it is about few pupils', () => {
    const stand = stands(wanted(), [scored('2026-2027', 77, 9)], [])
    expect(said(wanted(), stand)).toContain('Het gaat om weinig leerlingen (n 9).')
  })

  it('shows nothing that the team may not see, nor how it moved since', () => {
    const hidden = { ...FIGURE, schoolYear: year('2026-2027'), scores: 'hidden' as const }
    const stand = stands(wanted(), [before, hidden], [])
    expect(stand).toEqual({ is: 'hidden' })
    expect(said(wanted(), stand)).not.toMatch(/\d/)
    // The figure with which it began became one that would give a small group away.
    const gone = { ...FIGURE, scores: 'hidden' as const }
    const now = stands(wanted(), [gone, scored('2026-2027', 77)], [])
    expect(now).toMatchObject({ is: 'on-the-way', way: null })
    expect(said(wanted(), now, null)).toBe('In 2026–2027 77 (n\u00a024).')
  })

  it('tells of where it began with the figure as it is today, for two of them would tell of who came later', () => {
    const ambition = wanted({ from: { schoolYear: year('2025-2026'), value: 76, n: 23 } })
    const began = beganAt(ambition.from!, MEAN, [scored('2025-2026', 77.5, 25)], [])
    expect(began).toEqual({ schoolYear: '2025-2026', value: 77.5, n: 25 })
    const figures = [scored('2025-2026', 77.5, 25), scored('2026-2027', 77)]
    expect(stands(ambition, figures, [])).toMatchObject({ is: 'on-the-way', way: 'down' })
    expect(beganAt(ambition.from!, MEAN, [], [])).toEqual(ambition.from)
  })

  it('compares nothing with another test or norm', () => {
    const other = { ...scored('2026-2027', 310), series: 2, norm: '2026' }
    const stand = stands(wanted(), [before, other], [])
    expect(stand).toEqual({ is: 'broken', schoolYear: '2026-2027' })
    expect(said(wanted(), stand)).toBe(
      'In 2026–2027 begint een andere toets of normering. Getallen van ervoor en erna zijn niet te vergelijken. Kies samen een nieuwe ambitie op de nieuwe schaal.',
    )
    // The own test went on: the other one stands beside it.
    expect(stands(wanted(), [before, other, scored('2026-2027', 77)], [])).toMatchObject({ is: 'on-the-way' })
    // It was taken beside it all along.
    const beside = { ...scored('2024-2025', 300), series: 2, norm: '2026' }
    expect(stands(wanted(), [beside, before, other], [])).toEqual({ is: 'not-measured' })
  })

  it('counts pupils at a level or better, on its own scale alone', () => {
    const about: AboutSection = { ...MEAN, measure: 'level', level: 'III' }
    const from = { schoolYear: year('2025-2026'), value: 50, n: 20 }
    const counts = { I: 4, II: 4, III: 5, IV: 4, V: 3 }
    const ambition = wanted({ about, from, to: 70 })
    const stand = stands(ambition, [levelled('2026-2027', counts)], [])
    expect(stand).toMatchObject({ is: 'on-the-way', at: { value: 65, n: 20 }, chance: true, more: 1 })
    expect(said(ambition, stand)).toBe(
      'Onderweg: van 50\u00a0% naar 65\u00a0% in 2026–2027 (n\u00a020). Dat verschil kan toeval zijn. Eén leerling meer, en het was gehaald.',
    )
    const letters = levelled('2026-2027', { A: 10, B: 5, C: 5 })
    expect(stands(ambition, [letters], [])).toEqual({ is: 'not-measured' })
  })

  it('follows where the school stands in whole levels', () => {
    const from = { schoolYear: year('2025-2026'), value: 45, n: 100 }
    const ambition = wanted({ about: STANDING, from, to: 48.2 })
    // 48.15 looks like 48.2, and is below it.
    expect(stands(ambition, [], [standing('2026-2027', 9630, 20_000)])).toMatchObject({ is: 'on-the-way' })
    const close = stands(ambition, [], [standing('2026-2027', 57, 120)])
    expect(close).toMatchObject({ is: 'on-the-way', chance: null, more: 1 })
    expect(said(ambition, close)).toContain(
      'Eén leerling meer met dit niveau bij één vak, en het was gehaald.',
    )
    expect(stands(ambition, [], [standing('2026-2027', 241, 500)])).toMatchObject({ is: 'reached' })
    const hidden = { ...standing('2026-2027', 1, 2), together: 'hidden' as const }
    expect(stands(ambition, [], [hidden])).toEqual({ is: 'hidden' })
    const missing = { ...standing('2026-2027', 1, 2), together: null }
    expect(stands(ambition, [], [missing])).toEqual({ is: 'not-measured' })
  })
})

describe('what can be chosen', () => {
  it('is everything the team may see, with the figure of the last year', () => {
    const figures = [
      { ...scored('2024-2025', 75), series: 9, norm: '2020' },
      {
        ...levelled('2025-2026', { I: 5, II: 5, III: 5, IV: 5, V: 5 }),
        scores: { n: 25, caution: null, mean: 76, median: 77 },
      },
      { ...FIGURE, yearGroup: 6, scores: 'hidden' as const },
    ]
    const choices = choicesIn(figures, [standing('2025-2026', 50, 100)])
    const titles = choices.map(({ about }) => ambitionTitle('nl', { about, to: 60, by: year('2027-2028') }))
    expect(titles).toEqual([
      'Groep 8, drie vakken samen: minstens 60\u00a0% op 1S/2F in 2028',
      'Groep 8, drie vakken samen: minstens 60\u00a0% op 1F of hoger in 2028',
      'Rekenen, groep 5, midden van het jaar: gemiddeld minstens 60 in 2027–2028',
      'Rekenen, groep 5, midden van het jaar: de middelste score minstens 60 in 2027–2028',
      ...['I', 'II', 'III', 'IV'].map(
        (level) =>
          `Rekenen, groep 5, midden van het jaar: minstens 60\u00a0% op niveau ${level} of hoger in 2027–2028`,
      ),
    ])
    expect(new Set(choices.map(({ key }) => key)).size).toBe(choices.length)
    expect(nowOf(choices[2]!.about, figures, [])).toMatchObject({ value: 76, schoolYear: '2025-2026' })
  })
})

describe('how high', () => {
  it('is a number with one decimal, whoever writes it', () => {
    expect(['48', '48,5', ' 48.5 %', '48,44', '100'].map(parseHeight)).toEqual([48, 48.5, 48.5, 48.4, 100])
    expect(['', ' % '].map(parseHeight)).toEqual(['missing', 'missing'])
    expect(['-3', 'veel', '1e3', '48;drop', '99999', '4,8,1', '٤٨'].map(parseHeight)).toEqual(
      Array.from({ length: 7 }, () => 'odd'),
    )
  })

  it('stays within what can be reached, in a year to come', () => {
    const years = yearsAhead(year('2025-2026'), year('2026-2027'))
    expect(years).toEqual(['2026-2027', '2027-2028', '2028-2029', '2029-2030', '2030-2031'])
    expect(yearsAhead(year('2026-2027'), year('2026-2027'))[0]).toBe('2027-2028')
    expect(yearsAhead(null, year('2026-2027'))[0]).toBe('2026-2027')
    const height = { to: 60, by: year('2027-2028'), why: '' }
    expect(heightNo(height, STANDING, years)).toBeNull()
    expect(heightNo({ ...height, to: 100.1 }, STANDING, years)).toEqual({ refused: 'to-odd', field: 'to' })
    expect(heightNo({ ...height, to: 310 }, MEAN, years)).toBeNull()
    for (const to of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 48.55])
      expect(heightNo({ ...height, to }, MEAN, years)).toMatchObject({ refused: 'to-odd' })
    expect(heightNo({ ...height, by: year('2025-2026') }, MEAN, years)).toMatchObject({ refused: 'by-odd' })
    expect(heightNo({ ...height, why: 'x'.repeat(601) }, MEAN, years)).toMatchObject({ refused: 'why-long' })
  })
})
