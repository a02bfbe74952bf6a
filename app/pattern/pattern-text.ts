import { words } from '../kernel/language.ts'
import { capital, inWords } from '../kernel/sentence.ts'
import type { TermNumber } from './term.ts'
import { topicInside } from './topic-inside.ts'

const nl = (number: number) => inWords(number, 'nl')
const en = (number: number) => inWords(number, 'en')

/** The words of questions that come back. */
export const patternText = words({
  nl: {
    title: 'Wat vaker terugkomt',
    under:
      'Vragen die vaker terugkomen zijn van het hele team. Hier staan onderwerpen en aantallen, en een zin als wie hem schreef dat goed vindt. Nooit wie iets vroeg.',
    since: {
      1: 'sinds de zomervakantie',
      2: 'sinds de kerstvakantie',
      3: 'sinds de meivakantie',
    } satisfies Record<TermNumber, string>,
    between: {
      1: 'tussen zomer en kerst',
      2: 'tussen kerst en meivakantie',
      3: 'tussen meivakantie en zomer',
    } satisfies Record<TermNumber, string>,
    count: (number: number, topic: string) => `${capital(nl(number))} vragen over ${topicInside(topic)}`,
    rise: 'Dat is duidelijk meer dan vorig jaar in dezelfde periode.',
    before: (number: number) => `Vorig jaar in deze hele periode: ${nl(number)}.`,
    previousTerm: 'Er is nog niets mee gedaan.',
    nothing: 'Er kwam deze periode nog geen onderwerp vaak terug.',
    nothingHow: 'Vanaf vijf vragen over hetzelfde onderwerp zie je dat hier.',
    patterns: 'Hier kan het team iets mee',
    thisTerm: 'Deze periode',
    proposal: 'Zo’n vraag kun je samen voor zijn. Maak er een teamdoel van, of praat er eerst over.',
    draftIn: (year: string) => `Maak er een teamdoel van in het plan ${year}`,
    draftNote: 'Het komt als concept in het plan. Het hangt nog nergens aan: daar staat het als los eindje.',
    amendIn: (year: string) => `Stel een teamdoel voor in het plan ${year}`,
    amendNote: 'Het plan is vastgesteld. Het wordt een voorstel waarover het team beslist.',
    waits: (terms: { coordinator: string }) =>
      `Je ${terms.coordinator} kan er een teamdoel van maken. Je kunt het ook op de agenda zetten.`,
    noPlace: 'In het plan kan nu geen doel bij. Bewaar dit voor het volgende plan, of zet het op de agenda.',
    keep: 'Bewaar voor het volgende plan',
    unkeep: 'Niet meer bewaren',
    isKept: 'Bewaard voor het volgende plan.',
    keptHead: 'Bewaard voor het volgende plan',
    agenda: 'Zet op de agenda',
    whichMeeting: 'Van welke vergadering?',
    agendaOf: (when: string) => `Zet op de agenda van ${when}`,
    onAgenda: 'Staat op de agenda.',
    toMeeting: 'Naar die vergadering',
    noMeeting: 'Er staat nog geen vergadering gepland.',
    toMeetings: 'Naar de vergaderingen',
    rest: 'Laat dit deze periode rusten',
    unrest: 'Haal terug',
    resting: (number: number) =>
      number === 1 ? 'Eén onderwerp rust' : `${capital(nl(number))} onderwerpen rusten`,
    goalMade: 'Hier is een teamdoel van gemaakt.',
    toGoal: 'Naar het doel',
    toAmendment: 'Naar het voorstel',
    more: 'Meer mogelijkheden',
    texts: {
      head: 'Zinnen die erbij mogen',
      note: 'Wie dit vroeg, vindt het goed dat de zin hier staat. Er staat geen naam bij.',
      ask: 'Vraag of een zin erbij mag',
      askNote:
        'Iedereen die dit vroeg krijgt één regel op Vandaag. Niemand ziet wie ja of nee zegt, of niets.',
      asked: (number: number) =>
        number === 1 ? 'Aan één vraag is het gevraagd.' : `Bij ${nl(number)} vragen is het gevraagd.`,
      own: 'Mag jouw zin erbij?',
      ownNote:
        'Je vroeg iets dat vaker terugkomt. Je zin mag hier staan, zonder je naam. Collega’s kunnen hem soms toch herkennen. Nee zeggen of niets doen is even goed.',
      about: (topic: string) => `Over ${topicInside(topic)}`,
      yes: 'Ja, dat mag',
      no: 'Liever niet',
      takeBack: 'Haal mijn zin weg',
      isYes: 'Deze zin staat erbij.',
      isNo: 'Deze zin staat er niet bij.',
      changed: 'Je hebt je vraag veranderd. De zin staat er niet meer bij, tot je weer ja zegt.',
    },
    others: 'Dit werd ook vaker gevraagd',
    othersNote: 'Wat één of twee collega’s vroegen, staat hier niet.',
    piece: {
      head: 'Dit komt vaker terug',
      look: 'Kijk wat ermee kan',
    },
  },
  en: {
    title: 'What comes back',
    under:
      'Questions that come back belong to the whole team. Here you find topics and numbers, and a sentence when its writer agrees. Never who asked.',
    since: {
      1: 'since the summer holiday',
      2: 'since the Christmas holiday',
      3: 'since the May holiday',
    },
    between: {
      1: 'between summer and Christmas',
      2: 'between Christmas and the May holiday',
      3: 'between the May holiday and summer',
    },
    count: (number, topic) => `${capital(en(number))} questions about ${topicInside(topic)}`,
    rise: 'That is clearly more than last year in the same term.',
    before: (number) => `Last year in this whole term: ${en(number)}.`,
    previousTerm: 'Nothing has been done with it yet.',
    nothing: 'No topic has come back often this term.',
    nothingHow: 'From five questions on the same topic you see it here.',
    patterns: 'The team can do something with this',
    thisTerm: 'This term',
    proposal:
      'Together you can be ahead of questions like these. Make a team goal of it, or talk about it first.',
    draftIn: (year) => `Make a team goal of it in the plan ${year}`,
    draftNote: 'It comes into the plan as a draft. It hangs on nothing yet: there it stands as a loose end.',
    amendIn: (year) => `Suggest a team goal in the plan ${year}`,
    amendNote: 'The plan has been adopted. It becomes a proposal on which the team decides.',
    waits: (terms) =>
      `Your ${terms.coordinator} can make a team goal of it. You can also put it on the agenda.`,
    noPlace: 'No goal can be added to the plan now. Keep this for the next plan, or put it on the agenda.',
    keep: 'Keep for the next plan',
    unkeep: 'No longer keep',
    isKept: 'Kept for the next plan.',
    keptHead: 'Kept for the next plan',
    agenda: 'Put on the agenda',
    whichMeeting: 'Of which meeting?',
    agendaOf: (when) => `Put on the agenda of ${when}`,
    onAgenda: 'On the agenda.',
    toMeeting: 'To that meeting',
    noMeeting: 'No meeting has been planned yet.',
    toMeetings: 'To the meetings',
    rest: 'Let this rest for this term',
    unrest: 'Bring back',
    resting: (number) => (number === 1 ? 'One topic rests' : `${capital(en(number))} topics rest`),
    goalMade: 'A team goal has been made of this.',
    toGoal: 'To the goal',
    toAmendment: 'To the proposal',
    more: 'More you can do',
    texts: {
      head: 'Sentences that may stand here',
      note: 'Who asked this agrees to the sentence standing here. There is no name with it.',
      ask: 'Ask whether a sentence may stand here',
      askNote: 'Everybody who asked this gets one line on Today. Nobody sees who says yes or no, or nothing.',
      asked: (number) => (number === 1 ? 'Asked for one question.' : `Asked for ${en(number)} questions.`),
      own: 'May your sentence stand here?',
      ownNote:
        'You asked something that comes back. Your sentence may stand here, without your name. Colleagues may still recognise it. Saying no or doing nothing is just as good.',
      about: (topic) => `About ${topicInside(topic)}`,
      yes: 'Yes, it may',
      no: 'Rather not',
      takeBack: 'Take my sentence away',
      isYes: 'This sentence stands there.',
      isNo: 'This sentence does not stand there.',
      changed: 'You changed your question. The sentence no longer stands there, until you say yes again.',
    },
    others: 'This was asked more often too',
    othersNote: 'What one or two colleagues asked does not stand here.',
    piece: {
      head: 'This comes back',
      look: 'See what can be done',
    },
  },
})
