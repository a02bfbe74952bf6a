import { describe, expect, it } from 'vitest'
import { AT_TARGET, GROUP_FIVE, schoolYear } from '../../test/ambition-room.ts'
import { type SentAmbition, tickAfter } from './ambition-form.ts'
import { ambitionNo } from './ambition-no-text.ts'
import type { YearOf } from './measured.ts'
import { unlikely } from './unlikely.ts'

/** What it was in the years until 2025-2026, the last one at the end. */
const yearsOf = (...values: (number | 'hidden')[]): YearOf[] =>
  values.map((value, at) => {
    const from = 2026 - values.length + at
    const year = schoolYear(`${from}-${from + 1}`)
    if (value === 'hidden') return { schoolYear: year, at: value }
    return { schoolYear: year, at: { schoolYear: year, value, n: 24, caution: null, reached: null } }
  })

const MEAN = GROUP_FIVE
const asked = (to: number, about: Parameters<typeof unlikely>[1], ...values: (number | 'hidden')[]) =>
  unlikely(to, about, yearsOf(...values))?.is ?? null

describe('a height that looks like a slip of the pen', () => {
  it('is one that lies below where the group stands, however little', () => {
    for (const to of [1, 15.8, 157.9]) expect(asked(to, MEAN, 158)).toBe('lower')
    expect(asked(48, AT_TARGET, 50)).toBe('lower')
    // Below now, though it was lower still before.
    expect(asked(150, MEAN, 140, 158)).toBe('lower')
  })

  it('is not one that holds on, or goes up as groups do', () => {
    for (const to of [158, 160, 170, 189.6]) expect(asked(to, MEAN, 158)).toBeNull()
    for (const to of [50, 60, 75]) expect(asked(to, AT_TARGET, 50)).toBeNull()
    // As it is shown: 157.96 reads 158.
    expect(asked(158, MEAN, 157.96)).toBeNull()
    expect(asked(158, MEAN, 158.04)).toBeNull()
  })

  it('is one far above the best year: by more than a fifth of a score, or a quarter of the pupils', () => {
    for (const to of [189.7, 208, 518, 1580]) expect(asked(to, MEAN, 158)).toBe('far-above')
    for (const to of [75.1, 90, 100]) expect(asked(to, AT_TARGET, 50)).toBe('far-above')
    // What was reached once can be wanted again.
    expect(asked(210, MEAN, 180, 158)).toBeNull()
    expect(asked(90, AT_TARGET, 70, 50)).toBeNull()
  })

  it('is laid beside what the team sees alone', () => {
    expect(asked(1, MEAN)).toBeNull()
    expect(asked(1, MEAN, 'hidden')).toBeNull()
    // A year that is hidden tells nothing, by being asked about neither.
    expect(asked(150, MEAN, 158, 'hidden')).toBe('lower')
    expect(asked(150, MEAN, 140, 'hidden')).toBeNull()
  })

  it('is asked with the number beside it, in both languages', () => {
    const says = (to: number, ...values: number[]) => {
      const asks = unlikely(to, MEAN, yearsOf(...values))
      if (asks === null) throw new Error('nothing is asked')
      const no = { refused: 'to-asked', field: 'to', asks } as const
      return [ambitionNo(no, 'nl'), ambitionNo(no, 'en')]
    }
    expect(says(1, 158)).toEqual([
      'Nu is het 158 (2025–2026) en 1 is lager. Bedoel je dat? Zet dan hieronder een vinkje.',
      'It is 158 now (2025–2026) and 1 is lower. Do you mean that? Then tick the box below.',
    ])
    expect(says(518, 158)[0]).toMatch(/^Nu is het 158 \(2025–2026\) en 518 is veel hoger\./)
    expect(says(518, 160.5, 158)).toEqual([
      'Het hoogste was 160,5 (2024–2025) en 518 is veel hoger. Bedoel je dat? Zet dan hieronder een vinkje.',
      'The highest was 160.5 (2024–2025) and 518 is much higher. Do you mean that? Then tick the box below.',
    ])
  })
})

describe('the tick that says it is meant', () => {
  const sent = (to: string, sure?: string): SentAmbition => ({
    'ambition-to': to,
    'ambition-by': '2027-2028',
    ...(sure === undefined ? {} : { 'ambition-sure': sure }),
  })
  const other = { refused: 'there-already' } as const

  it('stays as it was sent when something else is the matter, for its own number alone', () => {
    expect(tickAfter(sent('1', '1'), other)).toEqual({ value: '1', isSet: true })
    expect(tickAfter(sent('1,50', '1.5'), other)).toEqual({ value: '1.5', isSet: true })
    for (const odd of [undefined, '', 'yes', '2', '1.0', '"><b>'])
      expect(tickAfter(sent('1', odd), other)).toBeNull()
    expect(tickAfter(sent('veel', 'veel'), other)).toBeNull()
  })
})
