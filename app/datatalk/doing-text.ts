import { type Day, longDay } from '../kernel/day.ts'
import { words } from '../kernel/language.ts'
import type { ProposedLine } from './doing.ts'

type Why = ProposedLine['because']

/** The words with which a talk becomes a goal, and of what hangs on it. */
export const doingText = words({
  nl: {
    goal: {
      title: 'Maak er een doel van',
      fits: 'past bij',
      name: 'Het doel',
      situation: 'Waar we nu staan',
      approach: 'Aanpak',
      line: 'Hangt aan',
      noLine: 'Kies een zin van de visie',
      why: {
        'track-of-team': 'Een voorstel: daar hangt het traject van jullie leerteam ook aan.',
        'same-words': 'Een voorstel, om de woorden die jullie gebruikten.',
        'goals-hang-there': 'Een voorstel: daar hangen dit jaar de meeste doelen aan.',
      } satisfies Record<Why, string>,
      day: 'We kijken terug op',
      dayHint: (to: Day) => `Een voorstel: de toetsen zijn klaar op ${longDay(to, 'nl')}.`,
      noTest: 'In de jaarcirkel staan geen toetsen meer. Kies zelf een dag, of laat het leeg.',
      draft: (year: string) => `Zet in het plan ${year}`,
      amend: (year: string) => `Stel voor in het plan ${year}`,
      draftNote: 'Het komt als concept in het plan. Daar schrijven jullie verder.',
      amendNote: 'Het plan staat vast. Het team beslist over dit doel.',
      readsNote: 'Wat hier staat, leest het hele team.',
      noPlace: 'In het plan kan nu geen doel bij. Zet het gesprek op de agenda.',
      waits: (coordinator: string) =>
        `De ${coordinator} zet een doel in het plan. Zet het gesprek op de agenda, of vraag het.`,
    },
    situation: (facts: string, today: Day) => `${facts} (cijfers van ${longDay(today, 'nl')})`,
    tie: { title: 'Of hang het aan wat er al is', label: 'Doel of traject', button: 'Hang eraan' },
    made: {
      goal: 'Hier hangt dit gesprek aan:',
      proposed: 'voorgesteld, het team beslist nog',
      toGoal: 'Bekijk in het plan',
      toAmendment: 'Bekijk het voorstel',
      gone: 'Het doel van dit gesprek staat niet meer in het plan.',
      untie: 'Maak los',
    },
    step: {
      make: 'Maak er een stap van',
      isStep: 'is een stap',
      later: 'Stappen kunnen erbij zodra het doel in het plan staat.',
    },
    evaluation: {
      add: (day: Day) => `Kijk terug op ${longDay(day, 'nl')}`,
      note: 'Dan zijn de volgende toetsen klaar.',
      has: (days: string) => `We kijken terug op ${days}.`,
    },
    agenda: {
      title: 'Op de agenda',
      put: (when: string) => `Zet op de agenda van ${when}`,
      on: 'Staat op de agenda.',
      none: 'Er staat nog geen vergadering gepland.',
      share: (when: string) => `Deel met het team en zet op de agenda van ${when}`,
      shareNote:
        'De vergadering kan pas over het gesprek praten als iedereen het kan lezen. Namen staan er niet bij.',
      onNotShared: 'Dit gesprek is niet met het team gedeeld. In de vergadering zien jullie alleen de naam.',
    },
    meeting: {
      title: (name: string) => `Datagesprek: ${name}`,
      seen: 'Wat we zien',
      wanted: 'Wat we willen',
      done: 'Wat we doen',
      nothing: 'In dit gesprek staat nog niets.',
      notShared: 'Dit gesprek is nu niet met het team gedeeld.',
      toTalk: 'Naar het datagesprek',
    },
    ambition: {
      title: 'Onze ambitie',
      make: 'Kies een ambitie',
      more: 'Nog een ambitie',
      none: 'Nog geen ambitie: van welk getal naar welk getal, en wanneer?',
    },
  },
  en: {
    goal: {
      title: 'Make a goal of it',
      fits: 'goes with',
      name: 'The goal',
      situation: 'Where we stand now',
      approach: 'Approach',
      line: 'Hangs on',
      noLine: 'Choose a sentence of the vision',
      why: {
        'track-of-team': 'A proposal: the track of your learning team hangs there too.',
        'same-words': 'A proposal, for the words that you used.',
        'goals-hang-there': 'A proposal: most goals of this year hang there.',
      },
      day: 'We look back on',
      dayHint: (to) => `A proposal: the tests are done on ${longDay(to, 'en')}.`,
      noTest: 'The year circle has no more tests. Choose a day yourself, or leave it empty.',
      draft: (year) => `Put in the plan ${year}`,
      amend: (year) => `Propose in the plan ${year}`,
      draftNote: 'It comes into the plan as a draft. There you write on.',
      amendNote: 'The plan is adopted. The team decides on this goal.',
      readsNote: 'What stands here is read by the whole team.',
      noPlace: 'The plan takes no goal now. Put the talk on the agenda.',
      waits: (coordinator) =>
        `The ${coordinator} puts a goal in the plan. Put the talk on the agenda, or ask.`,
    },
    situation: (facts, today) => `${facts} (figures of ${longDay(today, 'en')})`,
    tie: { title: 'Or hang it on what is there', label: 'Goal or track', button: 'Hang it there' },
    made: {
      goal: 'This talk hangs on:',
      proposed: 'proposed, the team has yet to decide',
      toGoal: 'See in the plan',
      toAmendment: 'See the proposal',
      gone: 'The goal of this talk is no longer in the plan.',
      untie: 'Untie',
    },
    step: {
      make: 'Make it a step',
      isStep: 'is a step',
      later: 'Steps come once the goal stands in the plan.',
    },
    evaluation: {
      add: (day) => `Look back on ${longDay(day, 'en')}`,
      note: 'The next tests are done then.',
      has: (days) => `We look back on ${days}.`,
    },
    agenda: {
      title: 'On the agenda',
      put: (when) => `Put on the agenda of ${when}`,
      on: 'Is on the agenda.',
      none: 'No meeting is planned yet.',
      share: (when) => `Share with the team and put on the agenda of ${when}`,
      shareNote: 'The meeting can speak of the talk once everybody can read it. Names are left out.',
      onNotShared: 'This talk is not shared with the team. In the meeting you will see its name alone.',
    },
    meeting: {
      title: (name) => `Data talk: ${name}`,
      seen: 'What we see',
      wanted: 'What we want',
      done: 'What we do',
      nothing: 'Nothing stands in this talk yet.',
      notShared: 'This talk is not shared with the team now.',
      toTalk: 'To the data talk',
    },
    ambition: {
      title: 'Our ambition',
      make: 'Choose an ambition',
      more: 'One more ambition',
      none: 'No ambition yet: from which number to which, and when?',
    },
  },
})
