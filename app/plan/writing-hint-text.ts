import { type Language, words } from '../kernel/language.ts'
import type { WritingHint } from './writing-hint.ts'

const text = words({
  nl: {
    together: (said: string, instead: string) =>
      `Je schrijft ‘${said}’. Past ‘${instead}’ ook? Dan doen jullie het samen.`,
    noDate: 'Wanneer kijk je terug? Met een dag erbij vergeet niemand het.',
  },
  en: {
    together: (said, instead) => `You write ‘${said}’. Would ‘${instead}’ fit too? Then you do it together.`,
    noDate: 'When do you look back? With a day nobody forgets.',
  },
})

/** A hint in one or two short sentences. */
export const hintSentence = (hint: WritingHint, language: Language): string =>
  hint.kind === 'no-date' ? text(language).noDate : text(language).together(hint.said, hint.instead)
