import { words } from '../kernel/language.ts'

/** The words of the pages with trends. */
export const trendText = words({
  nl: {
    title: 'Trends',
    empty: 'Nog geen cijfers. Lees een bestand in, of begin bij een vraag.',
    emptyForTeam: 'Nog geen cijfers. Wie intern begeleider is, leest ze in. Begin intussen bij een vraag.',
    import: 'Lees een bestand in',
    ask: 'Begin bij een vraag',
    question: { target: 'Hoeveel leerlingen halen 1S/2F?', at1F: 'Hoeveel leerlingen halen minstens 1F?' },
    mark: { from: (test: string) => `vanaf hier ${test}`, short: 'nieuwe toets' },
    small: {
      title: 'Groep 8, vak voor vak',
      groups: 'In de groepen',
      groupsForYou:
        'Dit overzicht zie jij alleen. Het team ziet elke jaargroep apart, bij het vak, over de jaren.',
      groupsApart: 'Elke jaargroep staat apart, over de jaren. Kies een vak.',
      groupsUnder: (moment: string, year: string) => `Verdeling over de niveaus, ${moment} ${year}`,
    },
    four: {
      title: 'Van cijfers naar doen',
      heads: { data: 'Data', meaning: 'Duiden', goals: 'Doelen', doing: 'Doen' },
      asks: {
        data: 'Wat zien we?',
        meaning: 'Wat denken we dat het betekent?',
        goals: 'Wat willen we bereiken?',
        doing: 'Wat gaan we doen, en waar hangt het aan?',
      },
      notYet: {
        meaning: 'Bedenk samen waar het aan kan liggen. Kies wat jullie kunnen veranderen.',
        goals: 'Spreek een ambitie af: wat, hoe hoog, en wanneer.',
        doing: 'Maak er een doel van in het plan.',
      },
      begin: 'Begin een datagesprek',
      now: {
        target: (value: string, year: string, n: number) =>
          `Groep 8, de drie vakken samen: ${value} op 1S/2F in ${year} (n ${n}).`,
        at1F: (value: string, year: string, n: number) =>
          `Groep 8, de drie vakken samen: ${value} op 1F of hoger in ${year} (n ${n}).`,
      },
    },
    places: {
      label: 'Meer over trends',
      talks: 'Datagesprekken',
      ambitions: 'Onze ambities',
      analyses: 'Analyses',
      school: 'Over onze school',
      import: 'Inlezen',
    },
    under: (years: readonly number[]) =>
      `Groep 8, lezen, taalverzorging en rekenen samen, ${
        years.length > 1
          ? 'drie of vijf jaren bij elkaar geteld. Bij elk punt staat hoeveel.'
          : `steeds ${years[0] === 5 ? 'vijf' : 'drie'} jaren bij elkaar geteld.`
      }`,
    nOver: (n: number, years: number) => `n ${n}, ${years} jaar`,
    school: 'Onze school',
    shareTitle: { target: 'Op 1S/2F', at1F: 'Op 1F of hoger', together: 'Drie vakken, jaren samen' },
    ofChart: {
      target: 'aandeel behaalde niveaus 1S/2F, groep 8',
      at1F: 'aandeel behaalde niveaus 1F of hoger, groep 8',
    },
    noTest:
      'Hoeveel leerlingen 1S/2F halen, staat hier nog niet. Daarvoor zijn van groep 8 de doorstroomtoetsen lezen, taalverzorging en rekenen nodig.',
    tooFewYears:
      'Voor deze lijn tellen we drie jaren bij elkaar, en die zijn er nog niet. In de tabel staat elk jaar apart.',
    note: 'n is het aantal leerlingen in die jaren samen. Het grijze vlak om een stip zegt tussen welke getallen het echte aandeel waarschijnlijk ligt. Een signaal is geen oordeel.',
    fromTable: (year: string) =>
      `De lijnen om mee te vergelijken komen uit de tabel van de Inspectie van het Onderwijs over ${year}. Van jaren ervoor kennen we ze niet.`,
    fewNote: 'Een open stip: minder dan vijftien leerlingen.',
    reference: {
      signal: 'Signaleringswaarde',
      comparable: 'Vergelijkbare scholen',
      national: 'Landelijk',
      ambition: 'Onze ambitie',
    },
    whatWeSee: 'Wat we zien',
    toTable: 'Bekijk de getallen in een tabel',
    caption: {
      target: 'Aandeel behaalde niveaus 1S/2F, per jaar en over de jaren samen',
      at1F: 'Aandeel behaalde niveaus 1F of hoger, per jaar en over de jaren samen',
    },
    column: {
      year: 'Jaar',
      together: 'Jaren samen',
      n: 'n',
      alone: 'Dit jaar alleen',
      nAlone: 'n dit jaar',
      years: 'Hoeveel jaren',
      note: 'Let op',
    },
    row: {
      few: 'weinig leerlingen: dit kan toeval zijn',
      alone: 'dit jaar alleen: weinig leerlingen, dit kan toeval zijn',
      'very-few': 'minder dan vijf leerlingen: het team ziet dit niet',
    },
    hidden: 'tonen we niet',
    none: '–',
    picture: 'Bewaar als plaatje',
    data: 'Bewaar de getallen',
    ofShare: { target: 'van 1S/2F', at1F: 'van 1F of hoger' },
    fileName: { target: 'trend-1s-2f', at1F: 'trend-1f' },
    smallForYou: 'Je ziet als coördinator ook kleine groepen. Het team en wat je bewaart laten die weg.',
  },
  en: {
    title: 'Trends',
    empty: 'No figures yet. Import a file, or begin with a question.',
    emptyForTeam: 'No figures yet. The coordinator imports them. Meanwhile, begin with a question.',
    import: 'Import a file',
    ask: 'Begin with a question',
    question: { target: 'How many pupils reach 1S/2F?', at1F: 'How many pupils reach at least 1F?' },
    mark: { from: (test) => `${test} from here`, short: 'new test' },
    small: {
      title: 'Year group 8, subject by subject',
      groups: 'In the year groups',
      groupsForYou:
        'Only you see this overview. The team sees each year group by itself, with its subject, over the years.',
      groupsApart: 'Each year group has its own chart, over the years. Choose a subject.',
      groupsUnder: (moment, year) => `Spread over the levels, ${moment} ${year}`,
    },
    four: {
      title: 'From figures to doing',
      heads: { data: 'Data', meaning: 'Meaning', goals: 'Goals', doing: 'Doing' },
      asks: {
        data: 'What do we see?',
        meaning: 'What do we think it means?',
        goals: 'What do we want to reach?',
        doing: 'What shall we do, and what does it hang on?',
      },
      notYet: {
        meaning: 'Think together of what may cause it. Choose what you can change.',
        goals: 'Agree on an ambition: what, how high, and by when.',
        doing: 'Make it a goal in the plan.',
      },
      begin: 'Begin a data talk',
      now: {
        target: (value, year, n) =>
          `Year group 8, the three subjects together: ${value} at 1S/2F in ${year} (n ${n}).`,
        at1F: (value, year, n) =>
          `Year group 8, the three subjects together: ${value} at 1F or higher in ${year} (n ${n}).`,
      },
    },
    places: {
      label: 'More on trends',
      talks: 'Data talks',
      ambitions: 'Our ambitions',
      analyses: 'Analyses',
      school: 'About our school',
      import: 'Import',
    },
    under: (years) =>
      `Year group 8, reading, language and arithmetic together, ${
        years.length > 1
          ? 'three or five years counted together. Each point says how many.'
          : `always with ${years[0] === 5 ? 'five' : 'three'} years counted together.`
      }`,
    nOver: (n, years) => `n ${n}, ${years} years`,
    school: 'Our school',
    shareTitle: { target: 'At 1S/2F', at1F: 'At 1F or higher', together: 'Three subjects, years together' },
    ofChart: {
      target: 'share of levels reached at 1S/2F, year group 8',
      at1F: 'share of levels reached at 1F or higher, year group 8',
    },
    noTest:
      'How many pupils reach 1S/2F is not here yet. That takes the doorstroomtoets of year group 8 in reading, language and arithmetic.',
    tooFewYears:
      'For this line we count three years together, and they are not here yet. The table has each year by itself.',
    note: 'n is the number of pupils in those years together. The grey band around a dot says between which numbers the real share probably lies. A signal is not a verdict.',
    fromTable: (year) =>
      `The lines to compare with come from the table of the Dutch Inspectorate of Education for ${year}. We do not know them for the years before.`,
    fewNote: 'An open dot: fewer than fifteen pupils.',
    reference: {
      signal: 'Signal value',
      comparable: 'Comparable schools',
      national: 'National',
      ambition: 'Our ambition',
    },
    whatWeSee: 'What we see',
    toTable: 'See the numbers in a table',
    caption: {
      target: 'Share of levels reached at 1S/2F, by year and over the years together',
      at1F: 'Share of levels reached at 1F or higher, by year and over the years together',
    },
    column: {
      year: 'Year',
      together: 'Years together',
      n: 'n',
      alone: 'This year alone',
      nAlone: 'n this year',
      years: 'How many years',
      note: 'Note',
    },
    row: {
      few: 'few pupils: this may be chance',
      alone: 'this year alone: few pupils, this may be chance',
      'very-few': 'fewer than five pupils: the team does not see this',
    },
    hidden: 'not shown',
    none: '–',
    picture: 'Save as a picture',
    data: 'Save the numbers',
    ofShare: { target: 'of 1S/2F', at1F: 'of 1F or higher' },
    fileName: { target: 'trend-1s-2f', at1F: 'trend-1f' },
    smallForYou:
      'As a coordinator you see small groups as well. The team, and what you save, leave them out.',
  },
})

/** Words as the name of a file: 'Begrijpend lezen, Groep 6' becomes 'trend-begrijpend-lezen-groep-6'. */
export const fileName = (name: string): string =>
  [
    'trend',
    ...name
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^a-z0-9]+/),
  ]
    .filter((part) => part !== '')
    .join('-')
    .slice(0, LONGEST_NAME)

const LONGEST_NAME = 80
