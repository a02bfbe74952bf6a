import { words } from '../kernel/language.ts'
import type { PollRefusal } from './poll.ts'

/** What is said of an unnamed poll that asks more answers than it has. */
export const pollText = words({
  nl: {
    needed: (count: number) =>
      `Nog ${count} ${count === 1 ? 'antwoord' : 'antwoorden'} nodig. Sluit je nu, dan tellen ze niet.`,
    closeUncounted: 'Sluit zonder te tellen',
    uncounted: 'Er kwamen minder dan vijf antwoorden. Ze zijn niet geteld en weggedaan.',
    mineUncounted:
      'Er kwamen minder dan vijf antwoorden. Daarom is jouw antwoord niet geteld. Het is weggedaan.',
  },
  en: {
    needed: (count) =>
      `${count} more ${count === 1 ? 'answer is' : 'answers are'} needed. If you close now, they do not count.`,
    closeUncounted: 'Close without counting',
    uncounted: 'Fewer than five answers came in. They were not counted and have been removed.',
    mineUncounted: 'Fewer than five answers came in. So your answer was not counted. It has been removed.',
  },
})

/** What could not be done in a poll, and what to do now. */
export const pollRefusalText = words({
  nl: {
    'poll-closed': 'Deze vraag is gesloten. Wat je ervoor koos, telt.',
    'poll-open': 'Deze vraag staat al open.',
    'few-answers': 'Nog niet gesloten: er zijn minder dan vijf antwoorden. Sluit je nu, dan tellen ze niet.',
    'no-voice': 'Bij deze vraag heb je geen stem.',
    'already-answered': 'Je keuze is binnen en telt. Je hoeft niets meer te doen.',
    'choice-missing': 'Kies er minstens één.',
    'choice-unknown': 'Deze keuze hoort niet bij de vraag. Kies uit wat er staat.',
    'too-many-dots': 'Je hebt meer stippen gezet dan je er hebt. Haal er een paar weg.',
    'too-many-on-one': 'Je zet veel stippen bij één keuze. Verdeel ze iets meer.',
    'question-missing': 'Schrijf wat je vraagt.',
    'text-too-long': 'De vraag of een keuze is te lang. Kort hem in.',
    'options-unknown': 'Geef minstens twee verschillende keuzes, elk met een eigen naam.',
    'dots-unknown': 'Geef ieder 1 tot en met 10 stippen.',
    'voters-missing': 'Er is nog niemand die kan kiezen. Zet eerst wie er is op aanwezig.',
    'unnamed-too-few':
      'Zonder namen kan vanaf vijf collega’s. Met minder is te zien wie wat koos. Doe het met namen.',
  } satisfies Record<PollRefusal, string>,
  en: {
    'poll-closed': 'This question has closed. What you chose before counts.',
    'poll-open': 'This question is open already.',
    'few-answers': 'Not closed yet: there are fewer than five answers. If you close now, they do not count.',
    'no-voice': 'You have no voice in this question.',
    'already-answered': 'Your choice is in and counts. There is nothing more to do.',
    'choice-missing': 'Choose at least one.',
    'choice-unknown': 'This choice is not one of the question. Choose from what is there.',
    'too-many-dots': 'You have put more dots than you have. Take a few away.',
    'too-many-on-one': 'You put many dots on one choice. Spread them a little more.',
    'question-missing': 'Write what you ask.',
    'text-too-long': 'The question or a choice is too long. Shorten it.',
    'options-unknown': 'Give at least two different choices, each with a name of its own.',
    'dots-unknown': 'Give everyone 1 to 10 dots.',
    'voters-missing': 'There is nobody yet who can choose. Mark first who is present.',
    'unnamed-too-few':
      'Without names it takes five colleagues or more. With fewer one can see who chose what. Do it by name.',
  },
})
