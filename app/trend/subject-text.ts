import { words } from '../kernel/language.ts'

/** The words of trends subject by subject. */
export const subjectText = words({
  nl: {
    back: 'Terug naar de trends',
    on: 'Wat doen we ermee?',
    under: {
      years: 'Steeds dezelfde jaargroep, dus elk jaar andere leerlingen.',
      pupils:
        'Een jaargroep die verdergaat, elk half jaar. Er komen leerlingen bij en er gaan leerlingen weg: in de tabel staat hoeveel er de vorige keer ook bij waren.',
      growth:
        'Hoeveel dezelfde leerlingen erbij leerden tussen twee toetsen. Alleen wie beide keren meedeed, telt.',
    },
    show: {
      label: 'Wat wil je zien?',
      years: 'Hoe doet elke jaargroep het?',
      pupils: 'Hoe gaat een jaargroep verder?',
      growth: 'Hoeveel groeien ze?',
    },
    filter: {
      yearGroup: 'Jaargroep',
      moment: 'Moment',
      measure: 'Maat',
      leaves: 'Van school in',
      group: 'Groep (ziet het team niet)',
      all: 'Alle',
      whole: 'Hele school',
      own: 'Wat de toets meet',
    },
    section: (yearGroup: number, moment: string) => `Groep ${yearGroup}, ${moment}`,
    groupShort: (yearGroup: number) => `Groep ${yearGroup}`,
    cohort: (year: string, yearGroup: number) =>
      yearGroup === 8 ? `Wie in ${year} van school ging` : `Wie in ${year} van school gaat`,
    growth: (since: string, until: string) => `Van ${since} naar ${until}`,
    meanGrowth: 'gemiddelde groei in punten',
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
    spread: {
      levels: 'verdeling over de niveaus',
      references: 'verdeling over de referentieniveaus',
      parts: ['1S/2F', '1F', '<1F'],
      meant: 'Bedoeld',
      title: {
        levels: 'Over de niveaus',
        earlier: 'Over de niveaus van eerder, op een andere schaal',
        references: 'Over de referentieniveaus',
      },
      levelsNote:
        'In procenten, het hoogste niveau links. De onderste balk is hoe de maker van de toets de niveaus bedoelde.',
      plainNote: 'In procenten, het hoogste niveau links.',
      aim: (year: string, share: string, level: string) =>
        `Onze ambitie voor ${year}: minstens ${share} op niveau ${level} of hoger.`,
      aimName: (share: string, level: string) => `Onze ambitie: ${share} op ${level} of hoger`,
      few: (where: string) => `Weinig leerlingen: ${where}. Daar kan een verschil toeval zijn.`,
      veryFew: (where: string) =>
        `Minder dan vijf leerlingen: ${where}. Het team ziet dit niet: ga er voorzichtig mee om.`,
    },
    mark: { from: (what: string) => `vanaf hier ${what}`, short: 'nieuw' },
    /** As the supplier calls them. */
    norms: (norm: string) => norm,
    note: 'n is het aantal leerlingen. De schaal van elke toets blijft zoals die is: de lijn stopt waar een andere toets of normering begint.',
    ownScale:
      'Elke kleine grafiek heeft een eigen schaal. Kies er een om hem groot te zien, met alle getallen.',
    behind: 'De dunne lijnen zijn de andere leerjaren, op dezelfde toets.',
    caption: (section: string) => `${section}: alle getallen`,
    spreadCaption: (section: string) => `${section}: de niveaus`,
    empty: 'Hier zijn geen cijfers van. Kies iets anders.',
    allHidden:
      'Dit tonen we niet: het gaat over minder dan vijf leerlingen, of je zou dat kunnen uitrekenen.',
    growthWhy:
      'Niet elke stap staat er. Vaak komen of gaan er tussen twee toetsen maar een paar leerlingen, en dan zou je kunnen uitrekenen hoe één leerling scoorde. Die stappen laten we weg.',
    growthHidden: 'Deze stap tonen we niet.',
    picture: 'Bewaar als plaatje',
    spreadPicture: 'Bewaar de niveaus als plaatje',
    column: {
      what: 'Wat',
      subject: 'Vak',
      year: 'Jaar',
      moment: 'Moment',
      test: 'Toets',
      n: 'n',
      nScore: 'n (score)',
      nLevel: 'n (niveau)',
      at1F: '1F of hoger',
      target: '1S/2F',
      mean: 'Gemiddeld',
      median: 'Middelste',
      growth: 'Groei',
      same: 'Ook de vorige keer',
    },
  },
  en: {
    back: 'Back to trends',
    on: 'What do we do with it?',
    under: {
      years: 'Always the same year group, so other pupils each year.',
      pupils:
        'One group of pupils on their way through the school, half a year further each time. Pupils come and leave: the table says how many were there the time before too.',
      growth:
        'How much the same pupils learned between two tests. Only those who took both of them are counted.',
    },
    show: {
      label: 'What do you want to see?',
      years: 'How does each year group do?',
      pupils: 'How do the same pupils develop?',
      growth: 'How much do they grow?',
    },
    filter: {
      yearGroup: 'Year group',
      moment: 'Moment',
      measure: 'Measure',
      leaves: 'Leaving in',
      group: 'Group (not for the team)',
      all: 'All',
      whole: 'Whole school',
      own: 'What the test measures',
    },
    section: (yearGroup, moment) => `Year group ${yearGroup}, ${moment}`,
    groupShort: (yearGroup) => `Group ${yearGroup}`,
    cohort: (year, yearGroup) =>
      yearGroup === 8 ? `Pupils who left in ${year}` : `Pupils who leave in ${year}`,
    growth: (since, until) => `From ${since} to ${until}`,
    meanGrowth: 'average growth in points',
    moment: {
      B: 'start of the year',
      M: 'middle of the year',
      E: 'end of the year',
      D: 'doorstroomtoets (end of primary school)',
    },
    measure: {
      target: 'share at 1S/2F',
      at1F: 'share at 1F or higher',
      mean: 'mean score',
      median: 'median score',
    },
    spread: {
      levels: 'spread over the levels',
      references: 'spread over the reference levels',
      parts: ['1S/2F', '1F', '<1F'],
      meant: 'As intended',
      title: {
        levels: 'Over the levels',
        earlier: 'Over the earlier levels, on another scale',
        references: 'Over the reference levels',
      },
      levelsNote:
        'In per cent, the highest level on the left. The bottom bar is how the makers of the test intended the levels to be spread.',
      plainNote: 'In per cent, the highest level on the left.',
      aim: (year, share, level) => `Our ambition for ${year}: at least ${share} at level ${level} or better.`,
      aimName: (share, level) => `Our ambition: ${share} at ${level} or better`,
      few: (where) => `Few pupils: ${where}. There a difference may be chance.`,
      veryFew: (where) =>
        `Fewer than five pupils: ${where}. The team does not see this: handle it with care.`,
    },
    mark: { from: (what) => `${what} from here`, short: 'new' },
    norms: (norm) => norm.replace(/^normering\b/i, 'norms'),
    note: 'n is the number of pupils. The scale of each test stays as it is: the line stops where another test or other norms start.',
    ownScale: 'Each small chart has a scale of its own. Choose one to see it large, with all its numbers.',
    behind: 'The thin lines are the pupils of other years, on the same test.',
    caption: (section) => `${section}: all numbers`,
    spreadCaption: (section) => `${section}: the levels`,
    empty: 'There are no figures for this. Choose something else.',
    allHidden:
      'We do not show this: it is about fewer than five pupils, or they could be worked out from it.',
    growthWhy:
      'Not every step is here. Often only a few pupils come or leave between two tests, and the score of one pupil could then be worked out. Those steps are left out.',
    growthHidden: 'This step is not shown.',
    picture: 'Save as a picture',
    spreadPicture: 'Save the levels as a picture',
    column: {
      what: 'What',
      subject: 'Subject',
      year: 'Year',
      moment: 'Moment',
      test: 'Test',
      n: 'n',
      nScore: 'n (score)',
      nLevel: 'n (level)',
      at1F: '1F or higher',
      target: '1S/2F',
      mean: 'Mean',
      median: 'Median',
      growth: 'Growth',
      same: 'There before too',
    },
  },
})
