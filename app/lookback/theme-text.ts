import { words } from '../kernel/language.ts'

/** Grouping what was brought in, and asking the room by dots and checks. */
export const themeText = words({
  nl: {
    save: 'Leg vast',
    notes: (count: number) => (count === 1 ? '1 keer inbreng' : `${count} keer inbreng`),
    noNotes: 'Nog niets ingebracht.',
    loose: 'Nog niet bij een thema',
    themes: 'Thema’s',
    newTheme: 'Nieuw thema',
    addTheme: 'Maak dit thema',
    themeOf: (text: string) => `Bij welk thema hoort: ${text}`,
    noTheme: 'Geen thema',
    place: 'Leg zo bij elkaar',
    rename: 'Andere naam',
    removeTheme: 'Haal dit thema weg',
    removeNote: 'De inbreng blijft staan.',
    suggested: 'Deze woorden komen vaker voor',
    suggestedNote: 'Een eerste idee. Neem het over of laat het.',
    take: (title: string) => `Maak thema ‘${title}’`,
    dots: 'Waar praten we over door?',
    dotsNote: (count: number) => (count === 1 ? 'Ieder heeft 1 stip.' : `Ieder heeft ${count} stippen.`),
    openDots: 'Laat stippen geven',
    closeDots: 'Sluit het stippen',
    dotsOpen: (answered: number, voters: number) => `${answered} van ${voters} gaven stippen.`,
    here: (voters: number) =>
      voters === 1 ? 'Er is nu 1 collega met een stem.' : `Er zijn nu ${voters} collega’s met een stem.`,
    named:
      'Met minder dan vijf gaat het op naam: de keuze wordt met de naam bewaard. Het bord en de notulen tonen alleen aantallen.',
    unnamed: 'Het gaat zonder naam. Minstens vijf moeten antwoorden, anders tellen de antwoorden niet.',
    asks: (question: string) => `We vragen: ${question}`,
    dot: (count: number) => (count === 1 ? '1 stip' : `${count} stippen`),
    saidOf: 'Wat zeggen we hierover?',
    becomesGoal: 'Dit wordt een doel voor volgend jaar',
    becomesGoalNote: 'Het komt als conceptdoel in het nieuwe plan. Jullie hangen het daar aan de visie.',
    goalNextYear: 'Wordt een doel voor volgend jaar',
    openCheck: 'Open de peiling',
    closeCheck: 'Sluit de peiling',
    checkOpen: (answered: number, voters: number) => `${answered} van ${voters} gaven antwoord.`,
    checkFew:
      'Een peiling hierover gaat zonder namen, en dat kan vanaf vijf. Praat er samen over, of breng in op naam.',
    checks: {
      'coordinator-part': {
        question: 'Wat hebben we aan elkaar gehad?',
        options: [
          'Dit helpt. Ga zo door.',
          'Dit helpt, en ik heb ook iets anders nodig.',
          'Ik heb iets anders nodig.',
          'Ik praat er liever over.',
        ],
      },
      'plan-itself': {
        question: 'Heeft het plan ons geholpen?',
        options: [
          'Ja, het gaf richting.',
          'Soms. Het kan helpender.',
          'Weinig. We maken het anders.',
          'Ik praat er liever over.',
        ],
      },
    },
  },
  en: {
    save: 'Write down',
    notes: (count) => (count === 1 ? '1 note' : `${count} notes`),
    noNotes: 'Nothing brought in yet.',
    loose: 'In no theme yet',
    themes: 'Themes',
    newTheme: 'New theme',
    addTheme: 'Make this theme',
    themeOf: (text) => `To which theme belongs: ${text}`,
    noTheme: 'No theme',
    place: 'Lay them together so',
    rename: 'Other name',
    removeTheme: 'Take this theme away',
    removeNote: 'What was brought in stays.',
    suggested: 'These words come up more often',
    suggestedNote: 'A first idea. Take it or leave it.',
    take: (title) => `Make theme ‘${title}’`,
    dots: 'What do we talk about?',
    dotsNote: (count) => (count === 1 ? 'Everybody has 1 dot.' : `Everybody has ${count} dots.`),
    openDots: 'Let dots be given',
    closeDots: 'Close the dots',
    dotsOpen: (answered, voters) => `${answered} of ${voters} gave their dots.`,
    here: (voters) =>
      voters === 1
        ? '1 colleague with a voice is here now.'
        : `${voters} colleagues with a voice are here now.`,
    named:
      'With fewer than five it goes by name: the choice is kept with the name. The board and the minutes show numbers only.',
    unnamed: 'It goes without names. At least five must answer, or the answers do not count.',
    asks: (question) => `We ask: ${question}`,
    dot: (count) => (count === 1 ? '1 dot' : `${count} dots`),
    saidOf: 'What do we say of it?',
    becomesGoal: 'This becomes a goal for next year',
    becomesGoalNote: 'It comes into the new plan as a draft goal. There you tie it to the vision.',
    goalNextYear: 'Becomes a goal for next year',
    openCheck: 'Open the poll',
    closeCheck: 'Close the poll',
    checkOpen: (answered, voters) => `${answered} of ${voters} answered.`,
    checkFew:
      'A poll about this goes without names, and that takes five. Talk about it together, or bring it in by name.',
    checks: {
      'coordinator-part': {
        question: 'What did we have of each other?',
        options: [
          'This helps. Go on like this.',
          'This helps, and I need something else too.',
          'I need something else.',
          'I would rather talk about it.',
        ],
      },
      'plan-itself': {
        question: 'Did the plan help us?',
        options: [
          'Yes, it gave direction.',
          'Sometimes. It could help more.',
          'Little. We make it otherwise.',
          'I would rather talk about it.',
        ],
      },
    },
  },
})
