import { type Language, words } from '../kernel/language.ts'
import type { Measure, Place } from './series.ts'

const sectionWords = words({
  nl: {
    group: (subject: string, yearGroup: number) => `${subject}, groep ${yearGroup}`,
    moment: { B: 'begin', M: 'midden', E: 'eind', D: 'doorstroomtoets' },
    measure: { target: 'op 1S/2F', at1F: 'op 1F of hoger', mean: 'gemiddelde', median: 'middelste' },
  },
  en: {
    group: (subject, yearGroup) => `${subject}, year group ${yearGroup}`,
    moment: { B: 'begin', M: 'middle', E: 'end', D: 'doorstroomtoets' },
    measure: { target: 'at 1S/2F', at1F: 'at 1F or higher', mean: 'mean', median: 'middle score' },
  },
})

type OfSection = Pick<Place, 'yearGroup' | 'moment'> & {
  readonly subject: string
  readonly measure: Measure
}

/** What numbers are of, where a sentence stands alone: 'Rekenen, groep 8, doorstroomtoets, op 1S/2F'. */
export function sectionText(language: Language, { subject, yearGroup, moment, measure }: OfSection): string {
  const text = sectionWords(language)
  return `${text.group(subject, yearGroup)}, ${text.moment[moment]}, ${text.measure[measure]}`
}
