import { words } from '../kernel/language.ts'

/** The first page: two doors, one thread, four promises. */
export const welcomeText = words({
  nl: {
    title: 'Wat je dit jaar doet, hangt ergens aan',
    opening: 'Wat je dit jaar doet, hangt ergens aan.',
    intro:
      'Rode Draad is het begeleidingsplan van de school: een werkcontract tussen de intern begeleider en het team. Je schrijft het samen, stelt het samen vast en kijkt samen terug.',
    demo: {
      title: 'Bekijk de voorbeeldschool',
      intro: 'Basisschool De Regenboog, met zestien leraren en een plan dat loopt. Bij wie kijk je mee?',
      note: 'Je kunt niets stukmaken. Iedereen op deze school is verzonnen.',
    },
    cast: {
      karin: {
        role: 'intern begeleider',
        does: 'Houdt het plan bij elkaar en schrijft op wat bij haar hoort.',
      },
      anouk: { role: 'leraar, groep 3', does: 'Schrijft haar eigen traject en vraagt Youssef om raad.' },
      bram: { role: 'leerteam Rekenen', does: 'Maakt van cijfers een doel voor elke dag.' },
      paul: { role: 'schoolleider', does: 'Bewaakt tijd en rust. Leest wat het team leest.' },
    },
    own: {
      title: 'Richt je eigen school in',
      intro: 'In vijf minuten staat je team klaar. Daarna schrijf je verder wanneer het past.',
      begin: 'Begin met je school',
      note: 'Alles blijft op de server van jullie school of bestuur.',
    },
    steps: {
      team: { title: 'Je school en je team', note: 'Plak een lijst met namen. Meer is niet nodig.' },
      vision: { title: 'Jullie visie, in drie tot negen zinnen', note: 'Daar hangt straks alles aan.' },
      plan: { title: 'Het plan van vorig jaar', note: 'Heb je een Word-bestand? Dan lezen we het in.' },
    },
    thread: {
      title: 'Zo loopt één draad',
      vision: { label: 'onze visie', text: 'Elk kind krijgt elke dag goede instructie.' },
      goal: { label: 'doel van het team', text: 'We geven instructie in vaste, duidelijke stappen.' },
      track: { label: 'traject van Anouk', text: 'In elke les zie ik van elk kind of het mee kan.' },
      back: {
        label: '1 december, met Youssef en Karin',
        text: 'We kijken terug. Wat zag je, en wie heeft er nog meer wat aan?',
      },
    },
    promisesTitle: 'Wat je van Rode Draad mag verwachten',
    promises: {
      place: {
        title: 'Iedereen een plek',
        text: 'Elke leraar leert dit jaar iets. Dat mag groot zijn, of klein.',
      },
      pen: {
        title: 'De leraar houdt de pen vast',
        text: 'De intern begeleider denkt mee. Niemand schrijft over je heen.',
      },
      together: {
        title: 'Samen vastgesteld',
        text: 'Het team besluit. Een bezwaar telt, en maakt de tekst beter.',
      },
      never: {
        title: 'Nooit een beoordeling',
        text: 'Geen scores, geen ranglijst, geen overzicht per leraar.',
      },
    },
  },
  en: {
    title: 'What you do this year hangs on something',
    opening: 'What you do this year hangs on something.',
    intro:
      'Rode Draad (red thread) is the school’s guidance plan: a work contract between the support coordinator and the team. You write it together, adopt it together and look back together.',
    demo: {
      title: 'Look around the example school',
      intro:
        'Primary school De Regenboog, with sixteen teachers and a plan under way. Whose view do you take?',
      note: 'You cannot break anything. Everyone at this school is made up.',
    },
    cast: {
      karin: {
        role: 'support coordinator',
        does: 'Keeps the plan together and writes down what is hers to do.',
      },
      anouk: { role: 'teacher, year group 3', does: 'Writes her own track and asks Youssef for advice.' },
      bram: { role: 'learning team Arithmetic', does: 'Turns figures into a goal for every day.' },
      paul: { role: 'principal', does: 'Guards time and calm. Reads what the team reads.' },
    },
    own: {
      title: 'Set up your own school',
      intro: 'Your team is ready in five minutes. After that you write on whenever it suits you.',
      begin: 'Start with your school',
      note: 'Everything stays on the server of your school or board.',
    },
    steps: {
      team: { title: 'Your school and your team', note: 'Paste a list of names. No more is needed.' },
      vision: { title: 'Your vision, in three to nine sentences', note: 'Everything will hang on these.' },
      plan: { title: 'Last year’s plan', note: 'Do you have a Word file? Then we read it in.' },
    },
    thread: {
      title: 'How one thread runs',
      vision: { label: 'our vision', text: 'Every child gets good instruction every day.' },
      goal: { label: 'goal of the team', text: 'We teach in fixed, clear steps.' },
      track: { label: 'Anouk’s track', text: 'In every lesson I see of each child whether it can keep up.' },
      back: {
        label: '1 December, with Youssef and Karin',
        text: 'We look back. What did you see, and who else can use it?',
      },
    },
    promisesTitle: 'What you may expect of Rode Draad',
    promises: {
      place: {
        title: 'Everyone has a place',
        text: 'Every teacher learns something this year. It may be big, or small.',
      },
      pen: {
        title: 'The teacher holds the pen',
        text: 'The support coordinator thinks along. Nobody writes over you.',
      },
      together: {
        title: 'Adopted together',
        text: 'The team decides. An objection counts, and makes the text better.',
      },
      never: { title: 'Never an appraisal', text: 'No scores, no ranking, no overview per teacher.' },
    },
  },
})
