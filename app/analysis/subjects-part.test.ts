import { describe, expect, it } from 'vitest'
import { schoolYear } from '../../test/ambition-room.ts'
import type { ShownFigure } from '../trend/series.ts'
import { subjectsPart } from './subjects-part-view.ts'

const YEAR = schoolYear('2025-2026')

/** Thirty pupils of a year group, with a mean and with reference levels. */
const figure = (yearGroup: number, moment: 'M' | 'D', atTarget: number): ShownFigure => ({
  schoolYear: YEAR,
  yearGroup,
  moment,
  series: 1,
  subject: 'Rekenen',
  test: 'Rekenen',
  supplier: 'Cito',
  norm: '',
  group: null,
  scores: { n: 30, caution: null, mean: 100 + yearGroup, median: 100 },
  levels: null,
  references: { n: 30, caution: null, counts: new Map(), at1F: 30, atTarget, exempt: 0 },
})

describe('subject by subject in an analysis', () => {
  const part = subjectsPart(
    [figure(7, 'M', 15), figure(8, 'M', 18), figure(8, 'D', 20)],
    { lowest: [], runs: [] },
    { schoolYear: YEAR, moments: ['M', 'D'] },
    'nl',
  )

  it('says of which year group a share is, unless it is of the doorstroomtoets', () => {
    const [levels, , transition] = part.tables
    expect(levels?.rows.map(({ name }) => name)).toEqual(['Rekenen, groep 7', 'Rekenen, groep 8'])
    expect(transition?.rows.map(({ name }) => name)).toEqual(['Rekenen'])
  })

  it('says of what runs on what is measured, when, from where to where, and that few pupils are few', () => {
    const place = { schoolYear: YEAR, yearGroup: 6, moment: 'M' } as const
    const before = { ...place, schoolYear: schoolYear('2023-2024') }
    const over = {
      measure: 'mean',
      from: { place: before, value: 131.6, n: 30 },
      to: { place, value: 138, n: 12 },
      chance: true,
    } as const
    const run = { says: 'run', way: 'up', steps: 2, over } as const
    const section = { subject: 'Rekenen', yearGroup: 6, moment: 'M' } as const
    const runs = [{ section, measure: 'mean', run }] as const
    const told = (language: 'nl' | 'en') =>
      subjectsPart([], { lowest: [], runs }, { schoolYear: YEAR, moments: ['M'] }, language).sentences
    expect(told('nl')).toEqual([
      'Rekenen, groep 6, midden, gemiddelde: twee jaar op rij omhoog, van 131,6 in 2023–2024 naar 138 in 2025–2026. Dat verschil kan toeval zijn. Weinig leerlingen: n 12 in 2025–2026.',
    ])
    expect(told('en')[0]).toContain(
      'Arithmetic, year group 6, middle of the year, mean: up two years in a row, from 131.6 in',
    )
  })

  it('has the means of a year group that has reference levels as well', () => {
    const means = part.tables[1]
    expect(means?.head).toEqual(['Vak', 'Groep 7', 'Groep 8'])
    expect(means?.rows[0]?.cells.map((cell) => cell?.text)).toEqual(['107', '108'])
  })
})
