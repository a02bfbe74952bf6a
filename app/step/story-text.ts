import { words } from '../kernel/language.ts'
import type { StoryKind } from './story.ts'

/** The words of the story of a goal or track. */
export const storyText = words({
  nl: {
    title: 'Het verhaal tot nu toe',
    titleOf: (year: string) => `Het verhaal van ${year}`,
    empty: 'Het verhaal begint met de eerste stap.',
    now: 'Vandaag',
    line: 'Het schooljaar op één lijn',
    lastYear: 'Het verhaal van vorig jaar',
    kind: { step: 'Stap', visit: 'Lesbezoek', evaluation: 'Terugkijken', text: 'Tekst' } satisfies Record<
      StoryKind,
      string
    >,
    letGo: (what: string) => `Losgelaten: ${what}`,
    open: 'nog open',
    written: (fields: string) => `Bijgewerkt: ${fields}`,
    writtenMany: (count: number, fields: string) => `Aan ${count} velden geschreven: ${fields}`,
    amended: (fields: string) => `Samen gewijzigd: ${fields}`,
    amendedDays: 'Samen gewijzigd',
    agreed: (names: string) => `${names} staat achter deze tekst`,
    adopted: 'Het team stelde het plan vast',
    looked: { mid: 'Halverwege teruggekeken', end: 'Teruggekeken op het jaar' },
    moment: {
      mid: 'Dag om halverwege terug te kijken',
      end: 'Dag om op het jaar terug te kijken',
      other: 'Dag om terug te kijken',
    },
  },
  en: {
    title: 'The story so far',
    titleOf: (year) => `The story of ${year}`,
    empty: 'The story begins with the first step.',
    now: 'Today',
    line: 'The school year on one line',
    lastYear: 'Last year’s story',
    kind: { step: 'Step', visit: 'Lesson visit', evaluation: 'Looking back', text: 'Text' },
    letGo: (what) => `Let go: ${what}`,
    open: 'still open',
    written: (fields) => `Updated: ${fields}`,
    writtenMany: (count, fields) => `Wrote in ${count} fields: ${fields}`,
    amended: (fields) => `Changed together: ${fields}`,
    amendedDays: 'Changed together',
    agreed: (names) => `${names} stands behind this text`,
    adopted: 'The team adopted the plan',
    looked: { mid: 'Looked back half-way', end: 'Looked back on the year' },
    moment: {
      mid: 'Day to look back half-way',
      end: 'Day to look back on the year',
      other: 'Day to look back',
    },
  },
})

export type StoryWords = ReturnType<typeof storyText>
