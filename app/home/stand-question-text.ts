import { type Terms, words } from '../kernel/language.ts'

/** Who writes and who reads what has to do with questions, profiles and learning from each other. */
export const questionStandText = words({
  nl: {
    question: {
      title: () => 'Een vraag op de ladder, en wat je probeerde en zag',
      writes: () => 'Jij. De vraag blijft van jou, ook als iemand meedenkt of antwoordt.',
      reads: (terms: Terms) =>
        `Jij, wie jij vraagt (zegt die nee, dan niet meer) en wie jij laat meelezen. De ${terms.coordinator} vanaf trede 3, of als het te zwaar is; daarvoor alleen hoeveel vragen er lopen. De schoolleider alleen als jij die laat meelezen. Nooit in een export, de zoekbalk, een programma of een brief.`,
    },
    heavy: {
      title: () => '‘Het is nu te zwaar’',
      writes: () => 'Eén tik van jou. Waarom vraagt niemand, ook later niet.',
      reads: (terms: Terms) =>
        `Jij en de ${terms.coordinator}. Wie waarneemt, als het aan die is doorgegeven of als jij dat zelf kiest: alleen dat jij vraagt of er iemand komt, nooit een tekst.`,
    },
    answer: {
      title: (terms: Terms) => `Wat de ${terms.coordinator} antwoordt, en wat je terugzegt`,
      writes: (terms: Terms) =>
        `De ${terms.coordinator}. Het is een aanbod: een stap, een collega of een moment kies jij zelf.`,
      reads: (terms: Terms) =>
        `Het antwoord: wie de vraag leest. Jouw zin terug: jij en de ${terms.coordinator}.`,
    },
    patterns: {
      title: () => 'Vragen die vaker terugkomen',
      writes: () => 'Niemand: het zijn aantallen per onderwerp, nadat een mens dat onderwerp bevestigde.',
      reads: () =>
        'Iedereen van het team, vanaf drie vragen van drie collega’s. Nooit wie iets vroeg, en geen tijden. Jouw zin staat er alleen bij als jij ja zegt.',
    },
    small: {
      title: (terms: Terms) => `Wat er bij de ${terms.coordinator} even tussendoor kwam`,
      writes: (terms: Terms) =>
        `De ${terms.coordinator}, in twee tikken: een soort en wat die zei. Geen naam.`,
      reads: (terms: Terms) => `Alleen de ${terms.coordinator} die het opschreef.`,
    },
    appointment: {
      title: () => 'Een afspraak in het spreekuur, en de dagen dat je er bent',
      writes: () => 'Wie afspreekt. Je dagen zet je zelf; waarom je er niet bent, staat nergens.',
      reads: () =>
        'De afspraak: jullie tweeën. Welke dagen je er bent, en wie waarneemt: iedereen van het team.',
    },
    profile: {
      title: () => 'Jouw profiel',
      writes: () => 'Jij alleen. Niemand vult het in voor een ander.',
      reads: () =>
        'Iedereen van het team, ook de schoolleider. Het telt niet mee in een beoordeling, en leeg laten mag.',
    },
    map: {
      title: () => 'Van wie jij leert, op de kaart van het team',
      writes: () =>
        'Het plan: wie jou ondersteunt en met wie je een traject deelt. Bezoeken en vragen komen er alleen op als jullie dat allebei aanzetten; een vraag pas als hij klaar is.',
      reads: () => 'Wie het traject leest; en wat jullie allebei aanzetten, iedereen van het team.',
    },
    peers: {
      title: () => 'Samen leren in een tweetal of drietal',
      writes: () => 'Jullie zelf. Wat het jou bracht, schrijf je voor jezelf.',
      reads: (terms: Terms) =>
        `Alleen jullie; wat het jou bracht alleen jij. De ${terms.coordinator} ziet dat jullie samen leren en tot wanneer. Het team ziet dat alleen als jullie het allemaal aanzetten.`,
    },
  },
  en: {
    question: {
      title: () => 'A question on the ladder, and what you tried and saw',
      writes: () => 'You. The question stays yours, also when somebody thinks along or answers.',
      reads: (terms: Terms) =>
        `You, whom you ask (no longer after a no) and whom you let read along. The ${terms.coordinator} from rung 3 on, or when it is too heavy; before that only how many questions run. The principal only when you let them read along. Never in an export, the search, a program or a letter.`,
    },
    heavy: {
      title: () => '‘It is too much now’',
      writes: () => 'One tap of yours. Nobody asks why, not later either.',
      reads: (terms: Terms) =>
        `You and the ${terms.coordinator}. Who stands in, when it was handed on or when you choose so yourself: only that you ask somebody to come, never a text.`,
    },
    answer: {
      title: (terms: Terms) => `What the ${terms.coordinator} answers, and what you say back`,
      writes: (terms: Terms) =>
        `The ${terms.coordinator}. It is an offer: a step, a colleague or a moment you choose yourself.`,
      reads: (terms: Terms) =>
        `The answer: who reads the question. Your line back: you and the ${terms.coordinator}.`,
    },
    patterns: {
      title: () => 'Questions that come back',
      writes: () => 'Nobody: they are numbers by topic, after a person confirmed that topic.',
      reads: () =>
        'Everyone of the team, from three questions of three colleagues up. Never who asked, and no times. Your sentence stands there only when you say yes.',
    },
    small: {
      title: (terms: Terms) => `What came to the ${terms.coordinator} in between`,
      writes: (terms: Terms) => `The ${terms.coordinator}, in two taps: a kind and what was said. No name.`,
      reads: (terms: Terms) => `Only the ${terms.coordinator} who wrote it down.`,
    },
    appointment: {
      title: () => 'An appointment in office hours, and the days on which you are in',
      writes: () => 'Who makes it. Your days you set yourself; why you are not in stands nowhere.',
      reads: () =>
        'The appointment: you two. On which days you are in, and who stands in: everyone of the team.',
    },
    profile: {
      title: () => 'Your profile',
      writes: () => 'Only you. Nobody fills it in for somebody else.',
      reads: () =>
        'Everyone of the team, the principal too. It does not count in any appraisal, and it may stay empty.',
    },
    map: {
      title: () => 'From whom you learn, on the map of the team',
      writes: () =>
        'The plan: who supports you and with whom you share a track. Visits and questions come on it only when you both switch that on; a question only once it is finished.',
      reads: () => 'Who reads the track; and what you both switched on, everyone of the team.',
    },
    peers: {
      title: () => 'Learning together in a pair or triad',
      writes: () => 'You yourselves. What it brought you, you write for yourself.',
      reads: (terms: Terms) =>
        `Only you together; what it brought you only you. The ${terms.coordinator} sees that you learn together and until when. The team sees that only when all of you switch it on.`,
    },
  },
})
