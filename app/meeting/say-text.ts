import { words } from '../kernel/language.ts'
import type { AttendRefusal } from './attendance.ts'
import type { MeetingBecause } from './meeting-may.ts'
import type { SayRefusal } from './say.ts'

export type TakingPartNo =
  | AttendRefusal
  | SayRefusal
  | MeetingBecause
  | 'person-unknown'
  | 'other-round'
  | 'not-understood'

/** Taking part: what could not be said, or written down of being there, and what to do now. */
export const takingPartText = words({
  nl: {
    'not-open-yet': 'De vergadering is nog niet open. Een uur van tevoren kun je zeggen dat je er bent.',
    'meeting-over': 'De vergadering is afgelopen.',
    'not-here': 'Je stond nog niet op de lijst van wie er is.',
    'already-here': 'Je bent er al. Ga je weg, kies dan ‘Ik ga nu weg’.',
    'only-minute-taker': 'Dat schrijft de notulist op.',
    'presence-unknown': 'Kies een van de knoppen.',
    'person-unknown': 'Deze collega staat niet (meer) in de lijst.',
    'say-missing': 'Er staat nog niets. Schrijf één zin.',
    'say-too-long': 'Dit is te lang voor het bord. Kort het in tot 600 tekens.',
    'say-kind-unknown': 'Dat kon Rode Draad niet plaatsen. Probeer het nog eens.',
    'said-enough': 'Je schreef hier al heel veel op. Haal eerst iets terug.',
    'item-gone': 'Dit punt staat niet meer op de agenda.',
    'item-not-now': 'Dit punt is nu niet aan de beurt. Zeg het hardop, of bewaar je tekst.',
    'item-over': 'Dit punt is al besproken. Zeg het hardop, of bewaar je tekst.',
    'guest-watches': 'Een gast kijkt mee en schrijft niets op.',
    'say-gone': 'Dit is al besproken of teruggehaald.',
    'other-round': 'Intussen begon een nieuwe ronde. Lees de tekst nog eens en geef je antwoord opnieuw.',
    'not-understood':
      'Dat kon Rode Draad niet plaatsen. Kijk wat er nu gevraagd wordt en probeer het opnieuw.',
    'of-the-school': 'Dat kan nu niet.',
    'plans-meetings': 'Dat kan nu niet.',
    'only-who-plans': 'Dat kan alleen wie vergaderingen plant.',
    'leads-the-meeting': 'Dat kan nu niet.',
    'only-who-leads': 'Dat kan alleen wie de vergadering leidt.',
    'takes-the-minutes': 'Dat kan nu niet.',
    'has-voice': 'Dat kan nu niet.',
    'no-voice': 'In deze ronde heb je geen stem.',
    'not-running': 'De vergadering loopt nu niet.',
  } satisfies Record<TakingPartNo, string>,
  en: {
    'not-open-yet': 'The meeting is not open yet. From an hour before you can say that you are there.',
    'meeting-over': 'The meeting is over.',
    'not-here': 'You were not yet on the list of who is there.',
    'already-here': 'You are there already. If you leave, choose ‘I am leaving now’.',
    'only-minute-taker': 'The minute-taker writes that down.',
    'presence-unknown': 'Choose one of the buttons.',
    'person-unknown': 'This colleague is not (or no longer) in the list.',
    'say-missing': 'There is nothing yet. Write one sentence.',
    'say-too-long': 'This is too long for the big screen. Shorten it to 600 characters.',
    'say-kind-unknown': 'Rode Draad could not place that. Try once more.',
    'said-enough': 'You wrote very much here already. Take something back first.',
    'item-gone': 'This item is no longer on the agenda.',
    'item-not-now': 'This item does not have its turn now. Say it aloud, or keep your text.',
    'item-over': 'This item has been talked through. Say it aloud, or keep your text.',
    'guest-watches': 'A guest watches and writes nothing.',
    'say-gone': 'This was talked through or taken back already.',
    'other-round': 'Meanwhile a new round began. Read the text once more and give your answer again.',
    'not-understood': 'Rode Draad could not place that. See what is asked now and try again.',
    'of-the-school': 'That is not possible now.',
    'plans-meetings': 'That is not possible now.',
    'only-who-plans': 'Only who plans meetings can do that.',
    'leads-the-meeting': 'That is not possible now.',
    'only-who-leads': 'Only who leads the meeting can do that.',
    'takes-the-minutes': 'That is not possible now.',
    'has-voice': 'That is not possible now.',
    'no-voice': 'You have no voice in this round.',
    'not-running': 'The meeting is not under way now.',
  },
})
