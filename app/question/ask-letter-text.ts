import { words } from '../kernel/language.ts'

/** Letters about asking a colleague: who, and where to look. Never what the question is, nor what was answered. */
export const askLetterText = words({
  nl: {
    hello: (name: string) => `Dag ${name},`,
    subject: {
      asked: 'Een collega vraagt of je meedenkt',
      answered: 'Een collega heeft je geantwoord',
      withdrawn: 'Meedenken hoeft niet meer',
    },
    says: {
      asked: (name: string) =>
        `${name} vraagt of je meedenkt over een vraag. Jij beslist: ja, nu even niet, of iemand anders noemen. Je hoeft niet te zeggen waarom.`,
      answered: (name: string) => `${name} heeft geantwoord op wat je vroeg.`,
      left: 'Een collega die je vroeg, kan niet meer meedenken. Vraag gerust iemand anders.',
      withdrawn: (name: string) =>
        `${name} had je gevraagd om mee te denken. Dat hoeft niet meer. Je hoeft niets te doen.`,
    },
    look: (address: string) => `Kijk hier:\n${address}`,
  },
  en: {
    hello: (name: string) => `Dear ${name},`,
    subject: {
      asked: 'A colleague asks whether you think along',
      answered: 'A colleague has answered you',
      withdrawn: 'You need not think along any more',
    },
    says: {
      asked: (name: string) =>
        `${name} asks whether you think along about a question. It is up to you: yes, not now, or somebody else’s name. You need not say why.`,
      answered: (name: string) => `${name} has answered what you asked.`,
      left: 'A colleague whom you asked can’t think along any more. Do ask somebody else.',
      withdrawn: (name: string) =>
        `${name} had asked you to think along. That is no longer needed. There is nothing for you to do.`,
    },
    look: (address: string) => `Look here:\n${address}`,
  },
})
