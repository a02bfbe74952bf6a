import { words } from '../kernel/language.ts'

/** What was adopted or confirmed just now: the same sentence on the wall and on every phone. */
export const sealedText = words({
  nl: {
    adopted: (year: string, number: string) =>
      `Het begeleidingsplan ${year} is vastgesteld. Versie ${number}.`,
    thanksAll: 'Dank jullie wel. Dit is nu ons plan.',
    thanks: 'Dank je wel. Dit is nu ons plan.',
    minutes: (name: string | null) =>
      `De notulen zijn vastgesteld.${name === null ? '' : ` Dank je, ${name}.`}`,
    read: (number: string) => `Lees versie ${number}`,
  },
  en: {
    adopted: (year, number) => `The guidance plan ${year} is adopted. Version ${number}.`,
    thanksAll: 'Thank you all. This is our plan now.',
    thanks: 'Thank you. This is our plan now.',
    minutes: (name) => `The minutes are confirmed.${name === null ? '' : ` Thank you, ${name}.`}`,
    read: (number) => `Read version ${number}`,
  },
})
