import type { Language, Terms } from '../kernel/language.ts'
import { words } from '../kernel/language.ts'
import { KNOWN_AIMS } from './aim.ts'

type Known = (typeof KNOWN_AIMS)[number]

/** The aim: how much of the coordinator's time goes to preventing. */
export const aimText = words({
  nl: {
    fractions: {
      25: 'een kwart',
      33: 'een derde',
      40: 'twee vijfde',
      50: 'de helft',
      60: 'drie vijfde',
      67: 'twee derde',
      75: 'drie kwart',
      80: 'vier vijfde',
    } satisfies Record<Known, string> as Readonly<Record<number, string>>,
    percent: (percent: number) => `${percent} procent`,
    title: 'Voorkomen',
    sentence: (share: string, terms: Terms) =>
      `We spreken af: ${share} van de tijd van de ${terms.coordinator} gaat naar voorkomen. De rest is voor herstellen.`,
    none: 'Nog geen afspraak over voorkomen en herstellen.',
    noneAgreed: 'Over voorkomen en herstellen is dit jaar niets afgesproken.',
    before: (share: string) => `Eerst: ${share}.`,
    legend: 'Hoeveel van de tijd gaat naar voorkomen?',
    hint: 'Voorkomen is werken met leraren en team, zodat minder kinderen vastlopen. Herstellen is helpen waar het al vastliep. Het team stelt deze afspraak vast met het plan.',
    noAim: 'We spreken hierover niets af',
    own: 'Een ander deel',
    ownLabel: 'Procent voor voorkomen',
    ownHint: 'Van 5 tot en met 95.',
    save: 'Bewaar de afspraak',
    closed: 'Deze afspraak hoort bij het plan. Je verandert hem als het plan weer open staat voor inbreng.',
    change: 'Verander',
    set: 'Spreek een deel af',
    added: (share: string) => `De afspraak over voorkomen is nieuw: ${share}.`,
    changed: (from: string, to: string) => `De afspraak over voorkomen ging van ${from} naar ${to}.`,
    gone: (share: string) => `De afspraak over voorkomen is weg: ${share}.`,
    fact: 'Voorkomen',
    ofTime: (share: string) => `${share} van de tijd`,
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
    title: 'Preventing',
    sentence: (share, terms) =>
      `We agree: ${share} of the ${terms.coordinator}’s time goes to preventing. The rest is for repairing.`,
    none: 'No agreement yet on preventing and repairing.',
    noneAgreed: 'Nothing was agreed this year on preventing and repairing.',
    before: (share) => `Before: ${share}.`,
    legend: 'How much of the time goes to preventing?',
    hint: 'Preventing is working with teachers and team, so that fewer children get stuck. Repairing is helping where they did. The team adopts this agreement with the plan.',
    noAim: 'We agree nothing about this',
    own: 'Another share',
    ownLabel: 'Per cent for preventing',
    ownHint: 'From 5 to 95.',
    save: 'Save the agreement',
    closed: 'This agreement is part of the plan. You change it when the plan is open for input again.',
    change: 'Change',
    set: 'Agree on a share',
    added: (share) => `The agreement on preventing is new: ${share}.`,
    changed: (from, to) => `The agreement on preventing went from ${from} to ${to}.`,
    gone: (share) => `The agreement on preventing is gone: ${share}.`,
    fact: 'Preventing',
    ofTime: (share) => `${share} of the time`,
  },
})

/** 'twee derde', or '55 procent' where there is no word for it. */
export function aimWords(percent: number, language: Language): string {
  const text = aimText(language)
  return text.fractions[percent] ?? text.percent(percent)
}

/** The agreement as one sentence of the plan. */
export const aimSentence = (percent: number, language: Language, terms: Terms) =>
  aimText(language).sentence(aimWords(percent, language), terms)
