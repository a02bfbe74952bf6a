import { describe, expect, it } from 'vitest'
import type { SchoolYear } from '../kernel/school-year.ts'
import { hintsFor, type Written } from './writing-hint.ts'
import { hintSentence } from './writing-hint-text.ts'

const hints = (text: string, more: Partial<Written> = {}) =>
  hintsFor({ field: 'support', text, schoolYear: '2026-2027' as SchoolYear, hasMoments: false, ...more })

describe('the writing hint', () => {
  it.each([
    ['Karin maakt een overzicht voor de leraar.', 'voor de leraar', 'met de leraar'],
    ['Voor de leerkracht lessen voorbereiden.', 'Voor de leerkracht', 'Met de leerkracht'],
    ['Analyse maken **voor de leraren** van de bovenbouw', 'voor de leraren', 'met de leraren'],
    ['- groepsplan schrijven voor leerkrachten', 'voor leerkrachten', 'met leerkrachten'],
    ['Gesprek voeren voor juf Petra', 'voor juf Petra', 'met juf Petra'],
    ['Karin prepares the lesson for the teacher.', 'for the teacher', 'with the teacher'],
  ])('turns work for the teacher into work with the teacher: %s', (text, said, instead) => {
    expect(hints(text)).toEqual([{ kind: 'together', said, instead }])
  })

  it.each([
    'Karin bereidt de les voor met de leraar.',
    'Dit geeft ruimte voor de leraar.',
    'Voor de leraar is dit nieuw.',
    'Een uur voor de klas, voor de leerlingen.',
    'Uitleg voor de leraar die dit nog niet kent',
    'vooral de leraar',
    'Voor de lerarenkamer komt een bord.',
    'niet voor de leraar, maar met de leraar',
  ])('leaves other words alone: %s', (text) => {
    expect(hints(text)).toEqual([])
  })

  it('is about texts that say who does what', () => {
    expect(hints('Rust brengen voor de leraar', { field: 'goal' })).toEqual([])
  })

  it('asks for a day where an evaluation has none', () => {
    const evaluation = (text: string, hasMoments = false) => hints(text, { field: 'evaluation', hasMoments })
    expect(evaluation('In de teamvergadering van juni.')).toEqual([{ kind: 'no-date' }])
    expect(evaluation('In de teamvergadering van juni.', true)).toEqual([])
    expect(evaluation('In de teamvergadering van **24 juni**.')).toEqual([])
    expect(evaluation('- op 12-3\n- op 24 juni')).toEqual([])
    expect(evaluation('')).toEqual([])
  })

  it('is said in a friendly sentence, in both languages', () => {
    const [hint] = hints('Iets doen voor de leraar')
    if (!hint) throw new Error('no hint')
    expect(hintSentence(hint, 'nl')).toBe(
      'Je schrijft ‘voor de leraar’. Past ‘met de leraar’ ook? Dan doen jullie het samen.',
    )
    expect(hintSentence({ kind: 'no-date' }, 'en')).toContain('When')
  })

  it('stays quick on a text of one long row of such words', () => {
    expect(hints('voor de '.repeat(12_000))).toEqual([])
    expect(hints(`${'voor '.repeat(20_000)}de leraar`)).toHaveLength(1)
  })
})
