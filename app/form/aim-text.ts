import { type Language, type Terms, words } from '../kernel/language.ts'

const IN_DUTCH: Readonly<Record<number, string>> = {
  25: 'een kwart',
  33: 'een derde',
  40: 'twee vijfde',
  50: 'de helft',
  60: 'drie vijfde',
  67: 'twee derde',
  75: 'drie kwart',
  80: 'vier vijfde',
}

/** The share for preventing in words, on paper and on the screen: shares that have a word of their own first. */
const text = words({
  nl: {
    fractions: IN_DUTCH,
    percent: (percent: number) => `${percent} procent`,
    sentence: (share: string, terms: Terms) =>
      `We spreken af: ${share} van de tijd van de ${terms.coordinator} gaat naar voorkomen. De rest is voor herstellen.`,
  },
  en: {
    fractions: {
      25: 'a quarter',
      33: 'a third',
      40: 'two fifths',
      50: 'half',
      60: 'three fifths',
      67: 'two thirds',
      75: 'three quarters',
      80: 'four fifths',
    },
    percent: (percent) => `${percent} per cent`,
    sentence: (share, terms) =>
      `We agree: ${share} of the ${terms.coordinator}’s time goes to preventing. The rest is for repairing.`,
  },
})

/** 'twee derde', or '55 procent' where there is no word for it. */
export function aimWords(percent: number, language: Language): string {
  const { fractions, percent: inPercent } = text(language)
  return fractions[percent] ?? inPercent(percent)
}

/** The agreement as one sentence of the plan. */
export const aimSentence = (percent: number, language: Language, terms: Terms) =>
  text(language).sentence(aimWords(percent, language), terms)
