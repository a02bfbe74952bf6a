import { words } from '../kernel/language.ts'

/** The words around a conversation page. */
export const talkPageText = words({
  nl: {
    about: (what: string) => `In gesprek over ${what}`,
    principles: 'de principes',
    yours: 'jouw traject',
    trackOf: (name: string) => `het traject van ${name}`,
    lead: {
      team: 'Het hele team leest mee. Wie de pen vasthoudt, kiest wat er met een voorstel gebeurt.',
      few: 'Hier wordt nog aan geschreven. Alleen wie de tekst nu leest, leest ook dit gesprek.',
    },
    back: 'Terug naar het plan',
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
    principles: 'the principles',
    yours: 'your track',
    trackOf: (name) => `the track of ${name}`,
    lead: {
      team: 'The whole team reads this. Whoever holds the pen chooses what happens with a proposal.',
      few: 'This is still being written. Only who reads the text now reads this talk.',
    },
    back: 'Back to the plan',
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
