import { words } from '../kernel/language.ts'
import type { TestMoment } from './result.ts'
import type { Measure } from './wide.ts'
import type { WideNo } from './wide-choice.ts'

/** What is said of a file with a row for each pupil and a column for each test. */
export const wideText = words({
  nl: {
    under: (name: string) => `In ${name} heeft elke toets een eigen kolom. Kijk of we het goed lezen.`,
    todoUnder: (name: string) => `In ${name} heeft elke toets een eigen kolom. Vul aan wat we niet weten.`,
    year: 'Uit welk schooljaar zijn deze toetsen?',
    yearHint: 'Heeft het bestand een kolom met de datum of het schooljaar? Dan gaat die voor.',
    yearNone: 'Kies',
    tests: 'Wat staat in de kolommen met toetsen?',
    testsHint: 'Een lege cel slaan we over. Score en niveau van dezelfde toets worden samen één resultaat.',
    column: (letter: string, heading: string) =>
      heading === '' ? `kolom ${letter}` : `${letter} · ${heading}`,
    what: 'Wat staat erin?',
    skip: 'niet innemen',
    measure: {
      score: 'score',
      level: 'niveau (I–V of A–E)',
      reference: 'referentieniveau',
    } satisfies Record<Measure, string>,
    short: { score: 'score', level: 'niveau', reference: 'referentieniveau' } satisfies Record<
      Measure,
      string
    >,
    name: 'Toets of vakgebied',
    nameHint: 'Schrijf het bij een score en een niveau van dezelfde toets precies hetzelfde.',
    when: 'Moment',
    whenNone: 'zoals in de kolom Moment',
    ofPupil: (moment: string) => `${moment}, jaargroep van de leerling`,
    ofGroup: (moment: string, group: number) => `${moment} groep ${group}`,
    moment: { B: 'Begin', M: 'Midden', E: 'Eind', D: 'Doorstroomtoets' } satisfies Record<TestMoment, string>,
    ago: 'Schooljaar',
    agoNone: 'dat van het bestand',
    agoOne: 'één jaar eerder',
    agoMore: (years: number) => `${years} jaar eerder`,
    cells: (cells: string) => `Bijvoorbeeld: ${cells}`,
    more: (places: string) => `Deze lijst heeft meer kolommen. Hier staan er ${places}.`,
    toWide: 'Elke toets heeft een eigen kolom',
    toLong: 'Elke rij is één toets',
    level: 'Niveau',
    preview: 'Dit worden de eerste resultaten',
    previewNote: 'Leerlingnummers zijn afgedekt.',
    previewNone: 'In de eerste rijen staat geen resultaat.',
    no: {
      'no-tests': 'Zeg van minstens één kolom welke toets het is.',
      'year-unsaid': 'Kies het schooljaar van deze toetsen.',
      'test-unnamed': 'Schrijf welke toets of welk vakgebied dit is.',
      'when-unsaid': 'Kies het moment en de jaargroep.',
      'test-twice': 'Dit koos je al bij een andere kolom. Kies iets anders, of neem één van de twee niet in.',
    } satisfies Record<WideNo, string>,
    refused: (count: string) => `${count} resultaten kunnen we niet lezen`,
    refusedOne: 'Eén resultaat kunnen we niet lezen',
    refusedColumn: 'Kolom',
    refusedHead: 'rij;kolom;reden',
  },
  en: {
    under: (name) => `In ${name} each test has a column of its own. See whether we read it well.`,
    todoUnder: (name) => `In ${name} each test has a column of its own. Fill in what we do not know.`,
    year: 'Of which school year are these tests?',
    yearHint: 'Does the file have a column with the day or the school year? Then that comes first.',
    yearNone: 'Choose',
    tests: 'What do the columns with tests hold?',
    testsHint: 'An empty cell is left out. The score and the level of one test become one result.',
    column: (letter, heading) => (heading === '' ? `column ${letter}` : `${letter} · ${heading}`),
    what: 'What does it hold?',
    skip: 'do not take in',
    measure: { score: 'score', level: 'level (I–V or A–E)', reference: 'reference level' },
    short: { score: 'score', level: 'level', reference: 'reference level' },
    name: 'Test or subject',
    nameHint: 'Write it exactly the same for a score and a level of one test.',
    when: 'Moment',
    whenNone: 'as in the column Moment',
    ofPupil: (moment) => `${moment}, year group of the pupil`,
    ofGroup: (moment, group) => `${moment} of group ${group}`,
    moment: { B: 'Start', M: 'Middle', E: 'End', D: 'Doorstroomtoets' },
    ago: 'School year',
    agoNone: 'that of the file',
    agoOne: 'one year before',
    agoMore: (years) => `${years} years before`,
    cells: (cells) => `For example: ${cells}`,
    more: (places) => `This list has more columns. Here are ${places}.`,
    toWide: 'Each test has a column of its own',
    toLong: 'Each row is one test',
    level: 'Level',
    preview: 'These will be the first results',
    previewNote: 'Pupil numbers are covered.',
    previewNone: 'The first rows hold no result.',
    no: {
      'no-tests': 'Say of one column at least which test it is.',
      'year-unsaid': 'Choose the school year of these tests.',
      'test-unnamed': 'Write which test or subject this is.',
      'when-unsaid': 'Choose the moment and the year group.',
      'test-twice':
        'You chose this for another column already. Choose something else, or leave one of the two out.',
    },
    refused: (count) => `We can’t read ${count} results`,
    refusedOne: 'We can’t read one result',
    refusedColumn: 'Column',
    refusedHead: 'row;column;reason',
  },
})

/** 'D · Spelling M5': a column as a spreadsheet names it, with its heading. */
export function columnName(headings: readonly string[], at: number, language: 'nl' | 'en'): string {
  return wideText(language).column(letterOf(at), headings[at] ?? '')
}

/** As a spreadsheet counts columns: A to Z, AA and on. */
export const letterOf = (at: number): string =>
  (at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))
