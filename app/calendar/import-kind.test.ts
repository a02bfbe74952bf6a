import { describe, expect, it } from 'vitest'
import { becomesBy, becomesValue, parseBecomes } from './import-kind.ts'

const by = (title: string) => {
  const becomes = becomesBy(title)
  return becomes && becomesValue(becomes)
}

describe('what a title says that it is', () => {
  it.each([
    ['Studiedag (kinderen vrij)', 'item-study-day'],
    ['Studiemiddag team', 'item-study-day'],
    ['Herfstvakantie', 'free-autumn'],
    ['Kerstvakantie 19 dec t/m 3 jan', 'free-christmas'],
    ['Voorjaarsvakantie', 'free-spring'],
    ['Meivakantie', 'free-may'],
    ['Zomer vakantie', 'free-summer'],
    ['2e Paasdag', 'free-easter-monday'],
    ['Hemelvaartsdag en vrijdag erna', 'free-ascension'],
    ['Koningsdag', 'free-kings-day'],
    ['Tweede Pinksterdag', 'free-whit-monday'],
    ['Alle leerlingen vrij', 'free-own'],
    ['Lesvrije dag', 'free-own'],
    ['M-toetsen groep 3 t/m 8', 'item-tests'],
    ['Toetsweek', 'item-tests'],
    ['Doorstroomtoets groep 8', 'item-transition-test'],
    ['Rapport 1 mee', 'item-reports'],
    ['Groepsbesprekingen', 'item-group-review'],
    ['Trendbespreking', 'item-trend-talk'],
    ['10-minutengesprekken', 'item-parents'],
    ['Informatieavond ouders', 'item-parents'],
    ['MR-vergadering', 'item-council'],
    ['Startvergadering', 'item-start'],
    ['Inleveren groepsplannen', 'item-deadline'],
  ])('%s', (title, expected) => {
    expect(by(title)).toBe(expected)
  })

  it.each([
    'Schoolfoto',
    'Taart voor Ada',
    'Overleg wethouder',
    'Mrs. Jones',
    'Vrijdag pannenkoeken',
    '',
    'Teamvergadering',
  ])('%s: nothing that we know', (title) => {
    expect(by(title)).toBeNull()
  })

  it('a form says the same again, and nothing else', () => {
    for (const value of ['item-tests', 'free-autumn', 'free-own'])
      expect(becomesValue(parseBecomes(value)!)).toBe(value)
    for (const value of ['', 'tests', 'item-evaluation', 'item-__proto__', 'free-x', null, 3, ['item-tests']])
      expect(parseBecomes(value)).toBeNull()
  })
})
