import { words } from '../kernel/language.ts'

/** The letter to who is let in: who lets them in, and where to look. Never what the question is. */
export const questionLetterText = words({
  nl: {
    hello: (name: string) => `Dag ${name},`,
    subject: 'Een collega laat je meelezen',
    says: (name: string) => `${name} laat je meelezen met een vraag. Je hoeft er niets mee te doen.`,
    look: (address: string) => `Kijk hier:\n${address}`,
  },
  en: {
    hello: (name: string) => `Dear ${name},`,
    subject: 'A colleague lets you read along',
    says: (name: string) => `${name} lets you read along with a question. There is nothing that you must do.`,
    look: (address: string) => `Look here:\n${address}`,
  },
})
