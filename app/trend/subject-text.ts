import { words } from '../kernel/language.ts'

/** The words of trends subject by subject. */
export const subjectText = words({
  nl: {
    bySubject: 'Per vak',
    under: (subject: string) =>
      `${subject}: steeds dezelfde jaargroep, dus elk jaar andere leerlingen. De schaal van elke toets blijft zoals die is.`,
    back: 'Terug naar de trends',
    section: (yearGroup: number, moment: string) => `Groep ${yearGroup}, ${moment}`,
    moment: {
      B: 'begin van het jaar',
      M: 'midden van het jaar',
      E: 'eind van het jaar',
      D: 'doorstroomtoets',
    },
    measure: {
      target: 'aandeel op 1S/2F',
      at1F: 'aandeel op 1F of hoger',
      mean: 'gemiddelde score',
      median: 'middelste score',
    },
    note: 'n is het aantal leerlingen. De lijn stopt waar een andere toets of normering begint.',
    caption: (section: string) => `${section}: alle getallen`,
    column: {
      year: 'Jaar',
      test: 'Toets',
      n: 'n',
      at1F: '1F of hoger',
      target: '1S/2F',
      mean: 'Gemiddeld',
      median: 'Middelste',
    },
  },
  en: {
    bySubject: 'Subject by subject',
    under: (subject) =>
      `${subject}: always the same year group, so other pupils each year. The scale of each test stays as it is.`,
    back: 'Back to trends',
    section: (yearGroup, moment) => `Year group ${yearGroup}, ${moment}`,
    moment: {
      B: 'begin of the year',
      M: 'middle of the year',
      E: 'end of the year',
      D: 'doorstroomtoets (end of primary school)',
    },
    measure: {
      target: 'share at 1S/2F',
      at1F: 'share at 1F or higher',
      mean: 'mean score',
      median: 'middle score',
    },
    note: 'n is the number of pupils. The line stops where another test or other norms begin.',
    caption: (section) => `${section}: all numbers`,
    column: {
      year: 'Year',
      test: 'Test',
      n: 'n',
      at1F: '1F or higher',
      target: '1S/2F',
      mean: 'Mean',
      median: 'Middle',
    },
  },
})
