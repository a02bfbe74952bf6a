import { type Language, words } from '../kernel/language.ts'
import type { ItemSheet } from '../lookback/item-sheet.ts'
import type { MeetingItem, Purpose, Stage } from '../meeting/meeting.ts'
import { nowSentence, ruleSentence } from '../round/round-rule-text.ts'
import { type Board, showsSeal } from './board.ts'
import { sealedText } from './sealed-text.ts'

/** The words on the wall: short, to be read from the back row. */
export const boardText = words({
  nl: {
    title: (title: string, item: string | null) => (item === null ? title : `${item} · ${title}`),
    agenda: 'Agenda',
    before: (count: number) => (count === 1 ? '1 punt klaar' : `${count} punten klaar`),
    earlier: (count: number) => (count === 1 ? '1 punt ervoor' : `${count} punten ervoor`),
    after: (count: number) => `nog ${count}`,
    handled: 'klaar',
    carriedOn: 'schuift door',
    passedBy: 'overgeslagen',
    itemOf: (number: number, of: number) => `Punt ${number} van ${of}`,
    purpose: {
      informing: 'om te weten',
      opinion: 'om te bespreken',
      decision: 'om te besluiten',
    } satisfies Record<Purpose, string>,
    minutes: (count: number) => (count === 1 ? '1 minuut' : `${count} minuten`),
    spent: (spent: number | string, planned: number) => `${spent} van ${planned} minuten`,
    oClock: (time: string) => `${time} uur`,
    stages: 'Rondes',
    stage: { understanding: 'Vragen', reactions: 'Reacties', consent: 'Besluit' } satisfies Record<
      Stage,
      string
    >,
    stageSays: {
      understanding: 'Begrijpen we het voorstel? Stel je vraag hardop, of stuur hem met je telefoon.',
      reactions: 'Wat vind je ervan? We maken een ronde langs iedereen.',
      consent: 'Dit leggen we zo voor. Je antwoordt met je telefoon.',
    } satisfies Record<Stage, string>,
    purposeSays: {
      informing: 'Dit punt is om te weten.',
      opinion: 'Dit punt is om te bespreken. We besluiten nu niet.',
      decision: 'Dit punt is om te besluiten: eerst vragen, dan reacties, dan het besluit.',
    } satisfies Record<Purpose, string>,
    minutesSay: 'Dit punt is om de notulen vast te stellen. Klopt er iets niet? Zeg het nu.',
    questions: 'Vragen',
    reactions: 'Reacties',
    input: 'Inbreng van tevoren',
    noSays: {
      understanding: 'Er zijn nog geen vragen.',
      reactions: 'Er zijn nog geen reacties.',
    },
    talkedThrough: 'besproken',
    why: 'Waarom',
    text: 'De tekst waar het om gaat',
    stand: 'Stand van deze ronde',
    roundNumber: (number: number) => `Ronde ${number}`,
    newText: 'De tekst is aangepast. Rood onderstreept is nieuw.',
    answeredSoFar: (answered: number, of: number) =>
      answered === 1 ? `van de ${of} gaf antwoord` : `van de ${of} gaven antwoord`,
    hiddenUnnamed: 'Hoe er is gestemd, zien we pas als de stemming sluit. Wie wat stemde, nooit.',
    voteNow: 'De stemming is open. Stem met je telefoon.',
    hidden: 'Wat iemand antwoordde, zien we pas als de ronde sluit.',
    answerNow: 'De ronde is open. Geef je antwoord met je telefoon.',
    blank: 'Ik stem blanco',
    objection: (count: number) => (count === 1 ? 'Het bezwaar' : 'De bezwaren'),
    concerns: (count: number) => (count === 1 ? 'De zorg' : 'De zorgen'),
    thanks: (count: number) =>
      count === 1
        ? 'Dank voor dit bezwaar. Wat zou het wegnemen?'
        : 'Dank voor deze bezwaren. Wat zou ze wegnemen?',
    withdrawn: (count: number) =>
      count === 1 ? 'Eén bezwaar is ingetrokken.' : `${count} bezwaren zijn ingetrokken.`,
    stands: 'Het besluit staat. Dank jullie wel.',
    carries: 'Er is een meerderheid. Het besluit staat. Dank jullie wel.',
    handsCounted: 'Handen geteld in de zaal zijn meegeteld.',
    paperCounted: 'Papieren stemmen zijn geteld en meegeteld.',
    until: (day: string) => `Wie er niet was, kan tot en met ${day} nog een bezwaar inbrengen.`,
    poll: 'Peiling',
    pollOpen: 'Kies met je telefoon.',
    pollHidden: 'De uitkomst zien we als de peiling sluit.',
    dotsWord: 'stippen',
    timesWord: 'keer gekozen',
    readOn: 'Lees verder op je telefoon, of rol met de pijl omlaag.',
    join: 'Doe mee met je telefoon, of ga naar',
    joinLabel: (words: string) => `QR-code om mee te doen: ${words}`,
    code: 'Code',
    joinLater: 'De code om mee te doen verschijnt hier een uur voor het begin.',
    joinSide: 'Meedoen',
    here: (here: number, of: number) => `${here} van ${of}`,
    areHere: (here: number) => (here === 1 ? 'is er' : 'zijn er'),
    wereHere: (here: number) => (here === 1 ? 'was er' : 'waren er'),
    others: (count: number) => (count === 1 ? 'en 1 ander' : `en ${count} anderen`),
    welcome: 'Welkom',
    welcomeSays: 'Meld je aan met je telefoon. We beginnen als iedereen zit.',
    arrived: 'Al binnen',
    nobodyYet: 'Er is nog niemand aangemeld.',
    between: 'Wat hebben we nog?',
    betweenSays: (title: string) => `Zo verder met: ${title}`,
    through: 'De agenda is rond',
    throughSays: 'Alle punten zijn besproken. Is er nog iets?',
    over: 'Dank jullie wel',
    overSays: (title: string) => `${title} is afgelopen.`,
    decided: 'Dit staat',
    nothingDecided: 'In deze vergadering is geen besluit genomen.',
    moved: 'Dit schuift door naar een volgende keer',
    waits: (day: string) =>
      `Wie er niet was, kan tot en met ${day} met een bezwaar terugkomen. Daarna stelt de voorzitter het plan vast.`,
    notSealed: 'Staat alles, dan stelt de voorzitter het plan vast. Zo krijgt het zijn zegel.',
    cancelled: 'Deze vergadering gaat niet door.',
    keys: 'Toetsen',
    keysTitle: 'Toetsen op het digibord',
    keysNone: 'Geen toets neemt een besluit.',
    key: [
      ['Pijl rechts of spatie', 'Verder: eerst de rest van de tekst, dan het volgende stuk'],
      ['Pijl links', 'Terug: in de tekst, dan naar het stuk ervoor'],
      ['B', 'Scherm leeg, en weer terug'],
      ['F', 'Hele scherm'],
      ['+ en -', 'Grotere of kleinere letters'],
      ['?', 'Deze lijst'],
    ] as readonly (readonly [string, string])[],
    bigger: 'Grotere letters',
    smaller: 'Kleinere letters',
    fullScreen: 'Hele scherm',
    blankScreen: 'Scherm leeg',
    blankNote: 'Even geen beeld. Druk op B of tik op het scherm.',
    toPhone: 'Naar mijn telefoonbeeld',
    toDesk: 'Naar de tafel',
  },
  en: {
    title: (title, item) => (item === null ? title : `${item} · ${title}`),
    agenda: 'Agenda',
    before: (count) => (count === 1 ? '1 item done' : `${count} items done`),
    earlier: (count) => (count === 1 ? '1 item before' : `${count} items before`),
    after: (count) => `${count} more`,
    handled: 'done',
    carriedOn: 'moved on',
    passedBy: 'passed by',
    itemOf: (number, of) => `Item ${number} of ${of}`,
    purpose: {
      informing: 'to know',
      opinion: 'to talk through',
      decision: 'to decide',
    },
    minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
    spent: (spent, planned) => `${spent} of ${planned} minutes`,
    oClock: (time) => time,
    stages: 'Rounds',
    stage: { understanding: 'Questions', reactions: 'Reactions', consent: 'Decision' },
    stageSays: {
      understanding: 'Do we understand the proposal? Ask out loud, or send your question from your phone.',
      reactions: 'What do you think of it? We go round everybody.',
      consent: 'This is put to you in a moment. You answer on your phone.',
    },
    purposeSays: {
      informing: 'This item is to know.',
      opinion: 'This item is to talk through. We decide nothing now.',
      decision: 'This item is to decide: questions first, then reactions, then the decision.',
    },
    minutesSay: 'This item is to confirm the minutes. Is something not right? Say so now.',
    questions: 'Questions',
    reactions: 'Reactions',
    input: 'Input from beforehand',
    noSays: {
      understanding: 'No questions yet.',
      reactions: 'No reactions yet.',
    },
    talkedThrough: 'talked through',
    why: 'Why',
    text: 'The text that it is about',
    stand: 'How this round stands',
    roundNumber: (number) => `Round ${number}`,
    newText: 'The text was changed. What is underlined in red is new.',
    answeredSoFar: (answered, of) => `of ${of} ${answered === 1 ? 'has' : 'have'} answered`,
    hiddenUnnamed: 'How the vote goes we see when it closes. Who voted what, never.',
    voteNow: 'The vote is open. Vote on your phone.',
    hidden: 'What anybody answered we see when the round closes.',
    answerNow: 'The round is open. Answer on your phone.',
    blank: 'I vote blank',
    objection: (count) => (count === 1 ? 'The objection' : 'The objections'),
    concerns: (count) => (count === 1 ? 'The concern' : 'The concerns'),
    thanks: (count) =>
      count === 1
        ? 'Thank you for this objection. What would take it away?'
        : 'Thank you for these objections. What would take them away?',
    withdrawn: (count) =>
      count === 1 ? 'One objection was taken back.' : `${count} objections were taken back.`,
    stands: 'The decision stands. Thank you all.',
    carries: 'There is a majority. The decision stands. Thank you all.',
    handsCounted: 'Hands counted in the room are included.',
    paperCounted: 'Paper votes were counted and are included.',
    until: (day) => `Who was not there can still bring in an objection until ${day}.`,
    poll: 'Poll',
    pollOpen: 'Choose on your phone.',
    pollHidden: 'We see the outcome when the poll closes.',
    dotsWord: 'dots',
    timesWord: 'times chosen',
    readOn: 'Read on on your phone, or scroll with the down arrow.',
    join: 'Take part with your phone, or go to',
    joinLabel: (words) => `QR code to take part: ${words}`,
    code: 'Code',
    joinLater: 'The code to take part appears here an hour before the start.',
    joinSide: 'Take part',
    here: (here, of) => `${here} of ${of}`,
    areHere: (here) => (here === 1 ? 'is here' : 'are here'),
    wereHere: (here) => (here === 1 ? 'was here' : 'were here'),
    others: (count) => (count === 1 ? 'and 1 other' : `and ${count} others`),
    welcome: 'Welcome',
    welcomeSays: 'Sign in with your phone. We begin when everybody is seated.',
    arrived: 'Here already',
    nobodyYet: 'Nobody has signed in yet.',
    between: 'What is left?',
    betweenSays: (title) => `Next: ${title}`,
    through: 'The agenda is done',
    throughSays: 'Every item was talked through. Is there anything else?',
    over: 'Thank you all',
    overSays: (title) => `${title} is over.`,
    decided: 'This stands',
    nothingDecided: 'No decision was taken in this meeting.',
    moved: 'This moves on to a next time',
    waits: (day) =>
      `Who was not there can come back with an objection until the end of ${day}. After that the chair adopts the plan.`,
    notSealed: 'When everything stands, the chair adopts the plan. So it gets its seal.',
    cancelled: 'This meeting does not take place.',
    keys: 'Keys',
    keysTitle: 'Keys on the board',
    keysNone: 'No key takes a decision.',
    key: [
      ['Right arrow or space', 'On: first the rest of the text, then the next stage'],
      ['Left arrow', 'Back: in the text, then to the stage before'],
      ['B', 'Blank screen, and back again'],
      ['F', 'Full screen'],
      ['+ and -', 'Bigger or smaller letters'],
      ['?', 'This list'],
    ],
    bigger: 'Bigger letters',
    smaller: 'Smaller letters',
    fullScreen: 'Full screen',
    blankScreen: 'Blank screen',
    blankNote: 'No picture for a moment. Press B or tap the screen.',
    toPhone: 'To my phone view',
    toDesk: 'To the desk',
  },
})

/** Where the current item is, in a sentence: what is asked now, or the rule of the decision and whether it stands. */
export function stateOfItem(
  { scene, polls, words: { language } }: Pick<Board, 'scene' | 'polls' | 'words'>,
  item: MeetingItem,
  { decision, confirmed, people }: Pick<ItemSheet, 'decision' | 'confirmed' | 'people'>,
): { rule: string; now: string } {
  const text = boardText(language)
  if (confirmed) return { rule: '', now: sealedText(language).minutes(people[0] ?? null) }
  if (polls.some(({ isOpen }) => isOpen)) return { rule: '', now: text.pollOpen }
  if (item.stage === null && item.kind === 'minutes') return { rule: text.minutesSay, now: '' }
  if (item.stage === null) return { rule: text.purposeSays[item.purpose], now: '' }
  if (item.stage !== 'consent') return { rule: text.stageSays[item.stage], now: '' }
  if (decision !== null)
    return { rule: ruleSentence(decision.standing, language), now: nowSentence(decision.standing, language) }
  return { rule: plannedRule(scene, language), now: text.stageSays.consent }
}

/** The rule of this meeting, before a round on the item is open. */
function plannedRule({ meeting }: Pick<Board['scene'], 'meeting'>, language: Language) {
  const { rule, quorum, voters } = meeting.deciding
  return voters.length === 0 ? '' : ruleSentence({ rule, quorum, voters: voters.length }, language)
}

/** What a screen reader says when it changes: where the meeting is, without the count that rises with every voice. */
export function saidOfBoard(board: Board): string {
  const { scene, item, sheet, words, sealed } = board
  const { language } = words
  const text = boardText(language)
  if (sealed !== null && showsSeal(board)) return sealedText(language).adopted(sealed.year, sealed.number)
  if (scene.meeting.phase === 'closed') return text.overSays(scene.meeting.title)
  if (scene.meeting.phase === 'prepare') return text.welcomeSays
  if (item === null) return text.between
  const stage = item.stage === null ? '' : `: ${text.stage[item.stage]}`
  return `${item.title}${stage}. ${saidOfRound(sheet, language)}`.trim()
}

function saidOfRound(sheet: ItemSheet | null, language: Language) {
  const standing = sheet?.decision?.standing
  if (!standing) return ''
  return standing.now.is === 'open' ? boardText(language).answerNow : nowSentence(standing, language)
}
