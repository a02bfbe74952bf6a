import type { Language } from './language.ts'

const NUMBERS = {
  nl: 'geen één twee drie vier vijf zes zeven acht negen tien elf twaalf'.split(' '),
  en: 'no one two three four five six seven eight nine ten eleven twelve'.split(' '),
}

/** A number as people say it, up to twelve. */
export const inWords = (number: number, language: Language): string =>
  NUMBERS[language][number] ?? String(number)

/** As a sentence begins: 'één' with one accent less. */
export const capital = (text: string) =>
  text.startsWith('één') ? `E${text.slice(1)}` : text.charAt(0).toUpperCase() + text.slice(1)
