import { describe, expect, test } from 'vitest'
import type { Day } from '../kernel/day.ts'
import { LANGUAGES, termsFor } from '../kernel/language.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { readWordFile } from '../paper/word-file.ts'
import { type PmrLetter, pmrLetterAsWord } from './pmr-letter-out.ts'

const letter = (changes: Partial<PmrLetter> = {}): PmrLetter => ({
  schoolName: 'Basisschool De Regenboog',
  language: 'nl',
  terms: termsFor('nl', 'kc', 'leerkracht'),
  day: '2026-11-19' as Day,
  coordinatorName: 'Karin',
  principalName: 'Paul',
  contact: 'karin@regenboog.example',
  reads: [{ what: 'Een voorstel', who: 'Jullie tweeën' }],
  retentionYears: 2,
  dataPlace: 'Op de server van de school.',
  ...changes,
})

async function read(changes: Partial<PmrLetter> = {}): Promise<string> {
  const document = await readWordFile(Buffer.from(await pmrLetterAsWord(letter(changes))))
  if (isRefusal(document)) throw new Error(document.refused)
  return JSON.stringify(document)
}

describe('the letter to the PMR', () => {
  test('is filled with the settings of the school', async () => {
    const text = await read()
    for (const said of [
      'De Regenboog',
      '19 november 2026',
      'kwaliteitscoördinator',
      'Elke leerkracht',
      'Karin',
      'Paul',
      'karin@regenboog.example',
      'Jullie tweeën',
      '2 jaar later',
      'Op de server van de school.',
    ]) {
      expect(text).toContain(said)
    }
  })

  test('answers what a PMR asks, and says that the law must be checked', async () => {
    const text = await read()
    for (const asked of [
      'beoordeling?',
      'ranglijst?',
      'Wie leest',
      'bestuur meelezen?',
      'verbeteren, intrekken of meenemen?',
      'bewaard?',
      'houdt het programma bij?',
    ]) {
      expect(text).toContain(asked)
    }
    expect(text).toContain('artikel 12, eerste lid')
    expect(text).toContain('Kijk daarom de tekst na die nu geldt.')
  })

  test('is complete in both languages, and without contact or principal', async () => {
    for (const language of LANGUAGES) {
      const text = await read({
        language,
        terms: termsFor(language, 'ib', 'leraar'),
        contact: null,
        principalName: null,
      })
      expect(text).not.toContain('undefined')
      expect(text).not.toContain('(null)')
    }
  })
})
