import { type Terms, words } from '../kernel/language.ts'
import type { LookField, TeamLookRefusal } from './team-look.ts'
import type { TeamLookBecause } from './team-look-may.ts'

export const teamLookText = words({
  nl: {
    title: 'Samen teruggekeken',
    sharedTime: 'Waar de tijd heen ging',
    sharedMore: 'Over welke tijd dit gaat',
    none: 'Dit vult zich als het team samen terugkijkt.',
    field: {
      coordinatorPart: 'Wat hebben we aan elkaar gehad?',
      planItself: 'Heeft het plan ons geholpen?',
      conditions: 'Onder welke voorwaarden?',
      conditionsAnswer: 'De schoolleider antwoordt',
    } satisfies Record<LookField, string>,
    under: {
      coordinatorPart: (terms: Terms) =>
        `Het team over wat de ${terms.coordinator} deed, en wat het anders nodig heeft. In woorden, opgeschreven in de vergadering.`,
      planItself: () => 'Wat doen we anders als we het plan maken?',
      conditions: (terms: Terms) => `Tijd, steun en ruimte, zoals de ${terms.coordinator} het zag.`,
      conditionsAnswer: () => 'Wat er kan, en wat niet.',
    } satisfies Record<LookField, (terms: Terms) => string>,
    label: {
      coordinatorPart: 'Wat hebben we aan elkaar gehad?',
      planItself: 'Wat doen we anders als we het plan maken?',
      conditions: 'Wat had je nodig, en wat is er volgend jaar nodig?',
      conditionsAnswer: 'Jouw antwoord',
    } satisfies Record<LookField, string>,
    hint: {
      coordinatorPart: 'In woorden, geen cijfer. Wat hielp? Wat is er anders nodig?',
      planItself: 'In woorden. Het helpt wie het volgende plan begint.',
      conditions: 'Tijd, steun, ruimte. Het team en de schoolleider lezen dit.',
      conditionsAnswer: 'Het team leest dit.',
    } satisfies Record<LookField, string>,
    hours: (planned: number, available: number | null) =>
      available === null
        ? `In het plan: ${planned} uur.`
        : `In het plan: ${planned} uur. Beschikbaar volgens de school: ${available} uur.`,
    dropped: 'Deze principes laten we los',
    becameGoals: 'Deze thema’s worden een doel',
    noted: 'Dit ligt bij de schoolleider.',
    write: 'Schrijf dit',
    writeOn: 'Schrijf verder',
    save: 'Bewaar',
    because: {
      'said-in-the-room': () => 'Het team zegt dit samen.',
      'only-in-the-room': () => 'Dit schrijft het team op in de vergadering. Wie leidt, legt het vast.',
      'coordinator-writes': (terms: Terms) => `De ${terms.coordinator} schrijft dit.`,
      'only-coordinator': (terms: Terms) => `Dit schrijft de ${terms.coordinator}.`,
      'principal-answers': () => 'De schoolleider antwoordt hier.',
      'only-principal': () => 'Hier antwoordt de schoolleider.',
      'not-adopted-yet': () => 'Terugkijken kan als het plan is vastgesteld.',
      archived: () => 'Dit plan is afgerond. Je kunt het nog wel lezen.',
    } satisfies Record<TeamLookBecause, (terms: Terms) => string>,
    refusal: {
      'no-such-field': 'Dit veld is er niet. Laad de bladzijde opnieuw.',
      'choice-unknown': 'Kies een van de mogelijkheden.',
      'text-missing': 'Schrijf eerst een paar woorden.',
      stale: 'Het plan is intussen een stap verder. Laad de bladzijde opnieuw.',
      'text-too-long': 'Deze tekst is te lang om te bewaren. Kort hem in.',
    } satisfies Record<TeamLookRefusal | 'text-too-long', string>,
    clash: 'Iemand anders schreef hier intussen ook. Dit staat er nu:',
    asks: {
      entry: {
        title: (of: string) => `Terugkijken op ${of}`,
        own: 'Terugkijken op je traject',
        note: 'Wat zag je, wat leerde je, hoe verder? Een paar woorden zijn genoeg.',
        act: 'Schrijf de terugblik',
      },
      conditions: {
        title: 'De voorwaarden van dit jaar',
        note: 'Tijd, steun, ruimte: wat was er nodig, en wat is er volgend jaar nodig?',
        act: 'Schrijf ze op',
      },
      answer: {
        title: 'De voorwaarden liggen bij jou',
        note: 'Lees wat er nodig is, en antwoord het team.',
        act: 'Lees en antwoord',
      },
    },
    stillAsked: 'Nog terug te kijken voor deze vergadering',
    stillAskedNote: 'Wat er niet is opgeschreven, kan ook in de vergadering worden verteld.',
    nothingAsked: 'Van jou wordt vooraf niets meer gevraagd.',
    yours: 'Van jou',
    gathered: 'Hier wordt nog aan geschreven',
  },
  en: {
    title: 'Looked back together',
    sharedTime: 'Where the time went',
    sharedMore: 'About which time this is',
    none: 'This fills as the team looks back together.',
    field: {
      coordinatorPart: 'What did we have of each other?',
      planItself: 'Did the plan help us?',
      conditions: 'Under which conditions?',
      conditionsAnswer: 'The principal answers',
    },
    under: {
      coordinatorPart: (terms) =>
        `The team about what the ${terms.coordinator} did, and what it needs otherwise. In words, written down in the meeting.`,
      planItself: () => 'What do we do otherwise when we make the plan?',
      conditions: (terms) => `Time, support and space, as the ${terms.coordinator} saw it.`,
      conditionsAnswer: () => 'What can be done, and what can’t.',
    },
    label: {
      coordinatorPart: 'What did we have of each other?',
      planItself: 'What do we do otherwise when we make the plan?',
      conditions: 'What did you need, and what is needed next year?',
      conditionsAnswer: 'Your answer',
    },
    hint: {
      coordinatorPart: 'In words, no mark. What helped? What is needed otherwise?',
      planItself: 'In words. It helps whoever begins the next plan.',
      conditions: 'Time, support, space. The team and the principal read this.',
      conditionsAnswer: 'The team reads this.',
    },
    hours: (planned, available) =>
      available === null
        ? `In the plan: ${planned} hours.`
        : `In the plan: ${planned} hours. Available, says the school: ${available} hours.`,
    dropped: 'These principles we let go',
    becameGoals: 'These themes become a goal',
    noted: 'This lies before the principal.',
    write: 'Write this',
    writeOn: 'Write on',
    save: 'Save',
    because: {
      'said-in-the-room': () => 'The team says this together.',
      'only-in-the-room': () => 'The team writes this down in its meeting, by who leads.',
      'coordinator-writes': (terms) => `The ${terms.coordinator} writes this.`,
      'only-coordinator': (terms) => `The ${terms.coordinator} writes this.`,
      'principal-answers': () => 'The principal answers here.',
      'only-principal': () => 'The principal answers here.',
      'not-adopted-yet': () => 'You can look back once the plan has been adopted.',
      archived: () => 'This plan is finished. You can still read it.',
    },
    refusal: {
      'no-such-field': 'This field is not there. Load the page again.',
      'choice-unknown': 'Choose one of the possibilities.',
      'text-missing': 'Write a few words first.',
      stale: 'The plan has moved on meanwhile. Load the page again.',
      'text-too-long': 'This text is too long to keep. Shorten it.',
    },
    clash: 'Somebody else wrote here meanwhile. This stands there now:',
    asks: {
      entry: {
        title: (of) => `Looking back on ${of}`,
        own: 'Looking back on your track',
        note: 'What did you see, what did you learn, what next? A few words will do.',
        act: 'Write the evaluation',
      },
      conditions: {
        title: 'The conditions of this year',
        note: 'Time, support, space: what was needed, and what is needed next year?',
        act: 'Write them down',
      },
      answer: {
        title: 'The conditions lie before you',
        note: 'Read what is needed, and answer the team.',
        act: 'Read and answer',
      },
    },
    stillAsked: 'Still to look back on for this meeting',
    stillAskedNote: 'What is not written down can be told in the meeting too.',
    nothingAsked: 'Nothing more is asked of you beforehand.',
    yours: 'Yours',
    gathered: 'Still being written',
  },
})
