import { type Language, words } from '../kernel/language.ts'
import type { RuleSubject } from '../result/rule-subject.ts'
import type { YearGap } from './rule-test.ts'
import { yearText } from './sentence-text.ts'
import type { Standing } from './standing.ts'

/** What is said of years of the doorstroomtoets that lack a subject, or hold one twice. */
export const ruleText = words({
  nl: {
    subject: { reading: 'lezen', language: 'taalverzorging', arithmetic: 'rekenen' },
    lacks: (years: string, there: string, one: boolean, none: string) =>
      `Van ${years} ${one ? 'staat' : 'staan'} alleen ${there} erin. Met ${none} erbij rekenen we het getal uit.`,
    fewer: (years: string, fewer: string, one: boolean) =>
      `Van ${years} ${one ? 'heeft' : 'hebben'} ${fewer} nog maar een deel van de leerlingen. Komt de rest erbij, dan rekenen we het getal uit.`,
    twice: (years: string, subjects: string, one: boolean) =>
      `Van ${years} ${one ? 'staat' : 'staan'} ${subjects} er meer dan één keer in. Eén ervan telt mee: de nieuwste die compleet is.`,
    undo: 'Hoort er één niet bij? Wie de cijfers inleest, kan dat bestand bij Inlezen terugdraaien.',
    toImports: 'Naar Inlezen',
    column: 'Opmerking',
  },
  en: {
    subject: { reading: 'reading', language: 'language', arithmetic: 'arithmetic' },
    lacks: (years, there, _one, none) =>
      `For ${years} there is only ${there}. Once ${none} is there too, we work the number out.`,
    fewer: (years, fewer, one) =>
      `For ${years}, ${fewer} ${one ? 'has' : 'have'} only some of the pupils so far. Once the others are there, we work the number out.`,
    twice: (years, subjects, one) =>
      `For ${years}, ${subjects} ${one ? 'is' : 'are'} there more than once. One of them counts: the newest that is complete.`,
    undo: 'Does one of them not belong? Whoever imports the figures can undo that file under Import.',
    toImports: 'To Import',
    column: 'Remark',
  },
})

const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const
const listed = (language: Language, names: readonly string[]) =>
  new Intl.ListFormat(LOCALE[language], { type: 'conjunction' }).format(names)

/** Why years are not worked out, those with the same reason in one sentence; the oldest first. */
export function gapSentences(language: Language, standings: readonly Standing[]): string[] {
  const gaps = standings.flatMap(({ until, gap }) => (gap ? [{ until, gap }] : []))
  return [...Map.groupBy(gaps, ({ gap }) => JSON.stringify(gap)).values()].map((some) =>
    sayGap(language, (some[0] as (typeof gaps)[number]).gap, yearsIn(language, some)),
  )
}

function sayGap(language: Language, { there, none, fewer }: YearGap, years: string): string {
  const text = ruleText(language)
  const names = (subjects: readonly RuleSubject[]) => subjectsIn(language, subjects)
  return none.length > 0
    ? text.lacks(years, names(there), there.length === 1, names(none))
    : text.fewer(years, names(fewer), fewer.length === 1)
}

/** Which subjects stand twice, and what counts of them. */
export function twiceSentences(language: Language, standings: readonly Standing[]): string[] {
  const twofold = standings.flatMap(({ until, twice }) => (twice?.length ? [{ until, twice }] : []))
  return [...Map.groupBy(twofold, ({ twice }) => twice.join()).values()].map((some) => {
    const { twice } = some[0] as (typeof twofold)[number]
    return ruleText(language).twice(yearsIn(language, some), subjectsIn(language, twice), twice.length === 1)
  })
}

/** All that is to be said of these years; nothing of a year that is as it should be. */
export const ruleSentences = (language: Language, standings: readonly Standing[]): string[] => [
  ...gapSentences(language, standings),
  ...twiceSentences(language, standings),
]

const subjectsIn = (language: Language, subjects: readonly RuleSubject[]) =>
  listed(
    language,
    subjects.map((one) => ruleText(language).subject[one]),
  )

const yearsIn = (language: Language, some: readonly { readonly until: Standing['until'] }[]) =>
  listed(
    language,
    some.map(({ until }) => yearText({ schoolYear: until, moment: 'D' })),
  )
