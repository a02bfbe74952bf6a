import type { Time } from '../evaluation/evaluation.ts'
import { words } from '../kernel/language.ts'
import type { Subject } from './conversation.ts'

/** The words around a conversation page. */
export const talkPageText = words({
  nl: {
    about: (what: string) => `In gesprek over ${what}`,
    aboutAmendment: (what: string) => `In gesprek: ${what}`,
    aboutEvaluation: (what: string, time: Time) =>
      `In gesprek over ${time === 'mid' ? 'de terugblik halverwege' : 'de terugblik'} op ${what}`,
    principles: 'de principes',
    yours: 'jouw traject',
    trackOf: (name: string) => `het traject van ${name}`,
    lead: {
      team: 'Het hele team leest mee. Wie de pen vasthoudt, kiest wat er met een voorstel gebeurt.',
      few: 'Hier wordt nog aan geschreven. Alleen wie de tekst nu leest, leest ook dit gesprek.',
      shared: 'Het hele team leest mee. De terugblik zelf schrijft wie het traject heeft.',
      kept: 'Alleen wie deze terugblik leest, leest ook dit gesprek.',
    },
    backTo: {
      entry: 'Terug naar het plan',
      principles: 'Terug naar het plan',
      amendment: 'Terug naar de wijziging',
      evaluation: 'Terug naar de terugblik',
    } satisfies Record<Subject['kind'], string>,
    forYou: {
      title: (what: string) => `Lees mee: de terugblik op ${what}`,
      note: 'Een collega reageerde op de tekst, of stelt er iets bij voor.',
      act: 'Lees het gesprek',
    },
    wholes: 'Voorstellen voor het hele traject',
    proposeWhole: 'Stel meer velden tegelijk voor',
    nothing: 'Er staat nog niets.',
    wordsNotFound: 'Die woorden vonden we niet precies terug. Kies een zin uit de lijst, of de hele tekst.',
    theTalk: (number: number) => `Ons gesprek over principe ${number}`,
    principle: (number: number) => `Principe ${number}`,
    proposedBy: (name: string, when: string) => `Voorstel van ${name}, ${when}`,
    outcome: {
      accepted: (name: string, when: string) => `${name} nam dit over op ${when}.`,
      changed: (name: string, when: string) => `${name} paste dit aan en nam het over op ${when}.`,
      declined: (name: string, when: string) => `${name} nam dit niet over, op ${when}.`,
      withdrawn: (name: string, when: string) => `${name} trok dit voorstel in op ${when}.`,
    },
    earlierWholes: 'Eerdere voorstellen',
    fromBefore: 'de tekst van vorig jaar',
    stillEmpty: 'Velden die nog leeg zijn',
  },
  en: {
    about: (what) => `Talking about ${what}`,
    aboutAmendment: (what) => `Talking about: ${what}`,
    aboutEvaluation: (what, time) =>
      `Talking about ${time === 'mid' ? 'the half-way evaluation' : 'the evaluation'} of ${what}`,
    principles: 'the principles',
    yours: 'your track',
    trackOf: (name) => `the track of ${name}`,
    lead: {
      team: 'The whole team reads this. Whoever holds the pen chooses what happens with a proposal.',
      few: 'This is still being written. Only who reads the text now reads this talk.',
      shared: 'The whole team reads this. The evaluation itself is written by who has the track.',
      kept: 'Only who reads this evaluation reads this talk.',
    },
    backTo: {
      entry: 'Back to the plan',
      principles: 'Back to the plan',
      amendment: 'Back to the amendment',
      evaluation: 'Back to the evaluation',
    },
    forYou: {
      title: (what) => `Read along: the evaluation of ${what}`,
      note: 'A colleague commented on the text, or suggests something.',
      act: 'Read the talk',
    },
    wholes: 'Proposals for the whole track',
    proposeWhole: 'Propose several fields at once',
    nothing: 'There is nothing yet.',
    wordsNotFound: 'We did not find exactly those words. Choose a sentence from the list, or the whole text.',
    theTalk: (number) => `Our talk about principle ${number}`,
    principle: (number) => `Principle ${number}`,
    proposedBy: (name, when) => `Proposal of ${name}, ${when}`,
    outcome: {
      accepted: (name, when) => `${name} took this over on ${when}.`,
      changed: (name, when) => `${name} changed this and took it over on ${when}.`,
      declined: (name, when) => `${name} did not take this over, on ${when}.`,
      withdrawn: (name, when) => `${name} took this proposal back on ${when}.`,
    },
    earlierWholes: 'Earlier proposals',
    fromBefore: 'last year’s text',
    stillEmpty: 'Fields that are still empty',
  },
})
