import { type Terms, words } from '../kernel/language.ts'

/** The words of the page where a plan begins. */
export const planNewText = words({
  nl: {
    title: 'Een nieuw plan',
    empty: 'Nog een leeg vel. Begin met jullie visie, of neem het plan van vorig jaar mee.',
    next: 'Waarmee begin je?',
    waits: (terms: Terms) =>
      `Er is nog geen plan. De ${terms.coordinator} begint ermee; daarna schrijf je mee.`,
    year: 'Schooljaar',
    begin: 'Begin met een leeg plan',
    beginNote: 'Visie, principes, doelen en een plek voor iedereen. Je schrijft het samen.',
    word: 'Lees het Word-plan van vorig jaar in',
    wordNote: 'Je ziet per veld wat er herkend is. Niets van de tekst raakt kwijt.',
    carry: 'Neem een eerder plan mee',
    carryNote: 'Wat doorgaat, gaat mee. De evaluatie staat ernaast.',
    carryFrom: (year: string) => `Neem het plan van ${year} mee`,
    vision: 'Kijk eerst naar de visie',
    plans: 'Eerdere plannen',
    open: (year: string) => `Open het plan van ${year}`,
    why: 'Nieuw plan',
  },
  en: {
    title: 'A new plan',
    empty: 'Still an empty sheet. Begin with your vision, or take last year’s plan along.',
    next: 'What do you begin with?',
    waits: (terms) => `There is no plan yet. The ${terms.coordinator} begins it; after that you write along.`,
    year: 'School year',
    begin: 'Begin with an empty plan',
    beginNote: 'Vision, principles, goals and a place for everyone. You write it together.',
    word: 'Read in last year’s Word plan',
    wordNote: 'You see field by field what was recognised. Nothing of the text gets lost.',
    carry: 'Take an earlier plan along',
    carryNote: 'What goes on comes along. The evaluation stands beside it.',
    carryFrom: (year) => `Take the plan of ${year} along`,
    vision: 'Look at the vision first',
    plans: 'Earlier plans',
    open: (year) => `Open the plan of ${year}`,
    why: 'New plan',
  },
})
