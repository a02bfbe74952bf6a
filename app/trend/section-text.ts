import { type Language, words } from '../kernel/language.ts'
import { subjectName } from '../result/subject-name.ts'
import type { FirstLook } from './first-look.ts'
import { say } from './sentence-text.ts'
import type { Measure, Place } from './series.ts'

const sectionWords = words({
  nl: {
    group: (subject: string, yearGroup: number) => `${subject}, groep ${yearGroup}`,
    moment: { B: 'begin', M: 'midden', E: 'eind', D: 'doorstroomtoets' },
    measure: { target: 'op 1S/2F', at1F: 'op 1F of hoger', mean: 'gemiddelde', median: 'middelste' },
    groups: (list: string) => `groep ${list}`,
    toGroup: (first: number, last: number) => `groep ${first} tot en met ${last}`,
    figuresOf: (groups: string) => `cijfers van ${groups}.`,
  },
  en: {
    group: (subject, yearGroup) => `${subject}, year group ${yearGroup}`,
    moment: { B: 'start of the year', M: 'middle of the year', E: 'end of the year', D: 'doorstroomtoets' },
    measure: { target: 'at 1S/2F', at1F: 'at 1F or higher', mean: 'mean', median: 'median' },
    groups: (list) => `year group ${list}`,
    toGroup: (first, last) => `year groups ${first} to ${last}`,
    figuresOf: (groups) => `figures for ${groups}.`,
  },
})

type OfSection = Pick<Place, 'yearGroup' | 'moment'> & {
  readonly subject: string
  readonly measure: Measure
}

/** What numbers are of, where a sentence stands alone: 'Rekenen, groep 8, doorstroomtoets, op 1S/2F'. */
export function sectionText(language: Language, { subject, yearGroup, moment, measure }: OfSection): string {
  const text = sectionWords(language)
  return `${text.group(subjectName(language, subject), yearGroup)}, ${text.moment[moment]}, ${text.measure[measure]}`
}

/** What is seen first of a subject, without its name: 'groep 3 tot en met 7, midden: in 2025–2026 zit ...'. */
export function lookText(language: Language, { yearGroups, said }: Omit<FirstLook, 'subject'>): string {
  const text = sectionWords(language)
  const groups = groupsText(language, yearGroups)
  if (said === null) return text.figuresOf(groups)
  const { statement, moment, measure } = said
  const what = [groups, text.moment[moment], ...(measure === null ? [] : [text.measure[measure]])].join(', ')
  return `${what}: ${lowered(say(language, statement, 'bare'))}`
}

function groupsText(language: Language, yearGroups: readonly number[]): string {
  const { groups, toGroup } = sectionWords(language)
  const [first, last] = [yearGroups[0] ?? 0, yearGroups.at(-1) ?? 0]
  const isRow = yearGroups.length > 2 && last - first === yearGroups.length - 1
  return isRow ? toGroup(first, last) : groups(yearGroups.join(', '))
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
