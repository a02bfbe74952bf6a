import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../kernel/day.ts'
import {
  lbboHours,
  parseBrin,
  parseFrames,
  parseRetention,
  parseSchoolFacts,
  yearsToChoose,
} from './school.ts'

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

describe('the school', () => {
  it.each([
    ['12AB', '12AB'],
    [' 12ab ', '12AB'],
    ['12 AB 00', '12AB00'],
    ['12AB-01', '12AB01'],
    ['', null],
  ])('has BRIN %j as %j', (given, brin) => expect(parseBrin(given)).toBe(brin))

  it.each(['1AB', '12ABC', 'AB12', '12AB0', '12AB001', '１２AB', '=12AB'])(
    'does not take %j for a BRIN',
    (given) => expect(parseBrin(given)).toMatchObject({ refused: 'brin-shape', field: 'brin' }),
  )

  it('is told of everything at once', () => {
    expect(parseSchoolFacts(form({ name: ' ', brin: 'x' }))).toMatchObject([
      { refused: 'school-name-empty' },
      { refused: 'brin-shape' },
    ])
    expect(parseSchoolFacts(form({ name: 'x'.repeat(81) }))).toMatchObject([{ refused: 'school-name-odd' }])
  })

  it('counts 25 hours a week for 200 pupils, in proportion', () => {
    expect(lbboHours(200)).toBe(25)
    expect(lbboHours(304)).toBe(38)
    expect(lbboHours(90)).toBe(11.5)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (pupils) => {
        expect(Math.abs(lbboHours(pupils) - pupils / 8)).toBeLessThanOrEqual(0.25)
      }),
    )
  })

  it('has room as it is written in both languages, or none', () => {
    expect(parseFrames(form({ hours: '12,5', pupils: '304' }))).toEqual({ hoursAWeek: 12.5, pupils: 304 })
    expect(parseFrames(form({ hours: '12.5', pupils: '' }))).toEqual({ hoursAWeek: 12.5, pupils: null })
  })

  it.each([
    ['-1', '-304'],
    ['0', '0'],
    ['1e3', 'NaN'],
    ['201', '5001'],
    ['veel', '30,5'],
    ['Infinity', '0x10'],
  ])('does not count %j hours and %j pupils', (hours, pupils) =>
    expect(parseFrames(form({ hours, pupils }))).toMatchObject([
      { refused: 'hours-range' },
      { refused: 'pupils-range' },
    ]),
  )

  it('keeps texts of who left for 1 to 10 years', () => {
    expect(parseRetention('2')).toBe(2)
    for (const years of ['0', '11', '', '1,5', 'x'])
      expect(parseRetention(years)).toMatchObject({ refused: 'retention-range' })
  })

  it('proposes the next year from May on', () => {
    expect(yearsToChoose('2026-11-19' as Day)).toEqual(['2026-2027', '2027-2028'])
    expect(yearsToChoose('2027-05-01' as Day)).toEqual(['2027-2028', '2026-2027'])
    expect(yearsToChoose('2027-08-01' as Day)).toEqual(['2027-2028', '2028-2029'])
  })
})
