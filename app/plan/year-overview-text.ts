import { type Terms, words } from '../kernel/language.ts'

/** The words of the year overview. */
export const yearOverviewText = words({
  nl: {
    title: (year: string) => `Jaaroverzicht ${year}`,
    lead: (terms: Terms) =>
      `Wat de ${terms.coordinator} dit jaar doet met het team. Het volgt uit de doelen en trajecten en verandert vanzelf mee.`,
    none: 'Nog geen inzet beschreven. Schrijf bij een doel of traject wat je inzet is; dan staat het hier.',
    allYear: 'Het hele jaar, of nog zonder dag',
    forWhat: (what: string) => `bij ${what}`,
    hours: (hours: string) => `${hours} uur`,
    planned: (planned: string) => `Samen ${planned} uur gepland.`,
    ofAvailable: (planned: string, available: string) =>
      `Samen ${planned} uur gepland, van ${available} uur dit schooljaar.`,
    norm: (hours: string, pupils: string) =>
      `De LBBO noemt als norm ten minste ${hours} uur per week bij ${pupils} leerlingen. Dat is een vraag aan de schoolleider en het bestuur.`,
    toPlan: 'Terug naar het plan',
  },
  en: {
    title: (year) => `Year overview ${year}`,
    lead: (terms) =>
      `What the ${terms.coordinator} does with the team this year. It follows from goals and tracks and changes along.`,
    none: 'No effort described yet. Write with a goal or track what your effort is; then it stands here.',
    allYear: 'All year, or without a day yet',
    forWhat: (what) => `with ${what}`,
    hours: (hours) => `${hours} hours`,
    planned: (planned) => `${planned} hours planned in all.`,
    ofAvailable: (planned, available) =>
      `${planned} hours planned in all, of ${available} hours this school year.`,
    norm: (hours, pupils) =>
      `The LBBO names as its norm at least ${hours} hours a week with ${pupils} pupils. That is a question for the principal and the board.`,
    toPlan: 'Back to the plan',
  },
})
