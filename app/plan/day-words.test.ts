import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SchoolYear } from '../kernel/school-year.ts'
import { daysIn, momentsIn } from './day-words.ts'

const YEAR = '2026-2027' as SchoolYear

describe('days that a text names outright', () => {
  test.each([
    ['24 juni', ['2027-06-24']],
    ['op 26 november 2026', ['2026-11-26']],
    ['12-3', ['2027-03-12']],
    ['Op 12-3 en 4-6.', ['2027-03-12', '2027-06-04']],
    ['12-03-2027', ['2027-03-12']],
    ['12/3/2027', ['2027-03-12']],
    ['12.3.2027', ['2027-03-12']],
    ['do. 26 nov.', ['2026-11-26']],
    ['Tussenstand op 20 november en 18 december.', ['2026-11-20', '2026-12-18']],
    ['eindgesprek op 18 mei om 15:30 uur', ['2027-05-18']],
    ['op 3, 10 en 17 maart', ['2027-03-03', '2027-03-10', '2027-03-17']],
    ['Bouwoverleg van 12 januari', ['2027-01-12']],
    ['24e juni ’27', ['2027-06-24']],
    ['1 augustus, en 31 juli', ['2026-08-01', '2027-07-31']],
    ['24 juni; nog eens 24 juni', ['2027-06-24']],
  ])('%s', (text, days) => expect(daysIn(text, YEAR)).toEqual(days))
})

describe('what is no day gives nothing', () => {
  test.each([
    'januari',
    'Februari (M-toetsen) en juni (E-toetsen)',
    'week 3',
    'in de week van 3 maart',
    'vóór 1 mei',
    'voor 1 mei',
    'na 24 juni',
    'uiterlijk 24 juni',
    'vanaf 1 maart',
    'tussen 3 en 7 maart',
    '3 t/m 7 maart',
    '1 maart t/m 5 april',
    'van 1 maart tot 5 april',
    '3-7 maart',
    'rond 12-3',
    'groep 3-4',
    '2-3 keer',
    'groep 7/8',
    '7/8 samen',
    'blok 2, 4 en 6',
    'elke 6-8 weken',
    'in 2-3 lessen',
    'na blok 3 en 6 in mei',
    'versie 3.2',
    '31 juni',
    '29 februari',
    '30-2',
    'op 13-13',
    '26 november 2024',
    '12-3-2019',
    'op 12-3 leerlingen',
    '2 mei-metingen',
    '15:30 uur',
    '',
  ])('%s', (text) => expect(daysIn(text, YEAR)).toEqual([]))
})

test('29 February is a day in a year that has one', () => {
  expect(daysIn('29 februari', '2027-2028' as SchoolYear)).toEqual(['2028-02-29'])
})

test('half-way and end where the words say so', () => {
  expect(momentsIn('tussentijds op 20 november, eindgesprek 18 mei; studiedag 9 april', YEAR)).toEqual([
    { onDay: '2026-11-20', occasion: 'mid' },
    { onDay: '2027-04-09', occasion: 'other' },
    { onDay: '2027-05-18', occasion: 'end' },
  ])
  expect(momentsIn('24 juni', YEAR)).toEqual([{ onDay: '2027-06-24', occasion: 'end' }])
})

test('no text at all gives a day outside the year, or takes long', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9a-z .,/-]{0,80}$/), (text) =>
      daysIn(text, YEAR).every((day) => day >= '2026-08-01' && day <= '2027-07-31'),
    ),
  )
  expect(daysIn(`${'1, '.repeat(20_000)}2 mei`, YEAR).length).toBeLessThanOrEqual(6)
})
