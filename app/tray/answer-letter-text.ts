import { words } from '../kernel/language.ts'

/** Letters around an answer: who, and where to look; never a word of the question or of the answer. */
export const answerLetterText = words({
  nl: {
    hello: (name: string) => `Dag ${name},`,
    subject: { answered: 'Er is een antwoord op je vraag', 'not-yet': 'Een vraag ligt weer bij jou' },
    says: {
      answered: (name: string) => `${name} heeft geantwoord op een vraag van jou. De vraag blijft van jou.`,
      'not-yet': (name: string) => `${name} laat weten dat het nog niet lukt. De vraag ligt weer bij jou.`,
    },
    look: (url: string) => `Kijk wanneer het jou uitkomt: ${url}`,
  },
  en: {
    hello: (name: string) => `Dear ${name},`,
    subject: { answered: 'There is an answer to your question', 'not-yet': 'A question lies with you again' },
    says: {
      answered: (name: string) => `${name} answered a question of yours. The question stays yours.`,
      'not-yet': (name: string) =>
        `${name} lets know that it does not work yet. The question lies with you again.`,
    },
    look: (url: string) => `Have a look when it suits you: ${url}`,
  },
})
