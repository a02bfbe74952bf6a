import { words } from '../kernel/language.ts'
import type { MeetingBecause } from '../meeting/meeting-may.ts'
import type { RunRefusal } from '../meeting/run.ts'
import type { DecideRefusal } from './decide.ts'

type Own = DecideRefusal | 'text-changed-meanwhile' | Exclude<RunRefusal, 'not-running' | 'nothing-to-decide'>

/** What is said when something is decided in the room, and when that can't be done. */
export const decideText = words({
  nl: {
    again: 'In de ronde ervoor gaven te weinig collega’s antwoord. De tekst is dezelfde.',
    adopted: (version: string, title: string) =>
      `Vastgesteld in de vergadering ‘${title}’, als versie ${version}.`,
    refusal: {
      'not-running': 'De vergadering is niet open. Een ronde houd je zolang de vergadering loopt.',
      'item-gone': 'Dit punt staat niet meer op de agenda. Kijk de agenda nog eens na.',
      'not-current': 'Jullie zijn nu bij een ander punt. Ga eerst naar dit punt en open dan de ronde.',
      'nothing-to-decide':
        'Dit punt is om te weten of te bespreken. Een ronde hoort bij een punt om te besluiten.',
      'nobody-decides':
        'In deze vergadering heeft niemand een stem. Bespreek het punt, en kies voor een volgende vergadering wie besluit.',
      'nothing-proposed-yet':
        'Er ligt nog geen voorstel. Leg eerst vast wat je voorstelt: verder, bijstellen of stoppen.',
      'no-round': 'Op dit punt is nog geen ronde gehouden.',
      'no-plan': 'Bij deze vergadering hoort geen plan.',
      'not-typed-here': 'Deze tekst verander je niet hier, maar in het plan zelf.',
      'only-own-text': 'Dit is de tekst van een collega. Alleen die collega zelf past hem aan.',
      'text-changed-meanwhile':
        'Iemand anders heeft deze tekst intussen veranderd. Je eigen tekst staat er nog; er is niets bewaard. Kies wat blijft.',
      'whole-not-here': 'Over het plan als geheel is in deze vergadering nog niet besloten.',
      'only-chair-adopts':
        'Vaststellen doet de voorzitter van deze vergadering, of wie het plan coördineert.',
      'day-unknown': 'Kies een dag, of laat het vak leeg.',
      'moved-on': 'De vergadering is intussen verder. Kijk waar jullie nu zijn.',
      'already-open': 'De vergadering is al open.',
      'meeting-cancelled': 'Deze vergadering gaat niet door.',
      'round-still-open': 'Er is nog een ronde open. Sluit die eerst.',
      'poll-still-open': 'Er is nog een peiling open. Sluit die eerst.',
      'no-such-item': 'Dit punt staat niet meer op de agenda.',
      'no-item-before': 'Dit is het eerste punt.',
      'stage-unknown': 'Die stap hoort niet bij dit punt.',
      'not-closed': 'De vergadering loopt nog.',
      'hour-is-over': 'Het uur na het sluiten is voorbij.',
      'only-chair-reopens': 'Alleen de voorzitter opent de vergadering weer.',
    } satisfies Record<Own, string>,
    because: {
      'only-who-leads': 'Dit doet wie de vergadering leidt: de voorzitter of de notulist.',
      'only-minute-taker': 'Dit doet wie de vergadering leidt: de voorzitter of de notulist.',
      'guest-watches': 'Als gast kijk je mee.',
    } satisfies Partial<Record<MeetingBecause, string>>,
    sorry: 'Dat lukt nu niet. Kijk waar de vergadering is en probeer het nog eens.',
  },
  en: {
    again: 'In the round before too few colleagues answered. The text is the same.',
    adopted: (version, title) => `Adopted in the meeting ‘${title}’, as version ${version}.`,
    refusal: {
      'not-running': 'The meeting is not open. A round is held while the meeting runs.',
      'item-gone': 'This item is no longer on the agenda. Look at the agenda again.',
      'not-current': 'You are at another item now. Go to this item first, then open the round.',
      'nothing-to-decide': 'This item is to know or to discuss. A round belongs to an item to decide.',
      'nobody-decides':
        'Nobody has a voice in this meeting. Talk it through, and choose for a next meeting who decides.',
      'nothing-proposed-yet':
        'There is no proposal yet. Put down first what you propose: go on, adjust or stop.',
      'no-round': 'No round has been held on this item yet.',
      'no-plan': 'No plan belongs to this meeting.',
      'not-typed-here': 'You do not change this text here, but in the plan itself.',
      'only-own-text': 'This is a colleague’s text. Only that colleague changes it.',
      'text-changed-meanwhile':
        'Somebody else changed this text in the meantime. Your own text is still there; nothing was saved. Choose what stays.',
      'whole-not-here': 'This meeting has not decided on the plan as a whole yet.',
      'only-chair-adopts': 'The chair of this meeting adopts, or who coordinates the plan.',
      'day-unknown': 'Choose a day, or leave the field empty.',
      'moved-on': 'The meeting has moved on. See where you are now.',
      'already-open': 'The meeting is open already.',
      'meeting-cancelled': 'This meeting does not take place.',
      'round-still-open': 'A round is still open. Close it first.',
      'poll-still-open': 'A poll is still open. Close it first.',
      'no-such-item': 'This item is no longer on the agenda.',
      'no-item-before': 'This is the first item.',
      'stage-unknown': 'That step does not belong to this item.',
      'not-closed': 'The meeting is still running.',
      'hour-is-over': 'The hour after closing is over.',
      'only-chair-reopens': 'Only the chair opens the meeting again.',
    },
    because: {
      'only-who-leads': 'This is done by who leads the meeting: the chair or the minute-taker.',
      'only-minute-taker': 'This is done by who leads the meeting: the chair or the minute-taker.',
      'guest-watches': 'As a guest you watch.',
    },
    sorry: 'That can’t be done now. See where the meeting is and try again.',
  },
})
