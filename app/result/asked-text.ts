import { words } from '../kernel/language.ts'
import type { TestMoment } from './result.ts'

/** What is asked of a file before it goes in. Numbers and lists come as text. */
export const askedText = words({
  nl: {
    ours: (others: string, own: string) =>
      `Dit bestand is van school ${others}; jullie school is ${own}. Is dit jullie bestand?`,
    oursToo: (others: string, own: string) =>
      `In dit bestand staan ook resultaten van school ${others}; jullie school is ${own}. Horen die bij jullie?`,
    oursTake: 'Ja, dit zijn onze leerlingen',
    oursTakeNote: 'Bijvoorbeeld na een fusie, of met een nieuw BRIN.',
    leave: 'Nee, neem niets op',
    oursMissing: 'Kies of dit jullie bestand is. Er is nog niets opgenomen.',
    place: (test: string, moment: string, yearGroup: number, year: string) =>
      `${test}, ${moment} groep ${yearGroup}, ${year}`,
    moment: { B: 'begin', M: 'midden', E: 'eind', D: 'doorstroomtoets' } satisfies Record<TestMoment, string>,
    others: (place: string, pupils: string, isOne: boolean, isNobody: boolean) =>
      `Van ${place} ${isOne ? 'staat er al 1 leerling' : `staan er al ${pupils} leerlingen`}, en in dit bestand zit ${isNobody ? 'niemand' : 'bijna niemand'} van hen. Gebruikt dit bestand andere leerlingnummers?`,
    othersLeave: 'Ja, neem niets op',
    othersLeaveNote:
      'Anders telt elk kind dubbel. Maak de export opnieuw met de leerlingnummers van de vorige keer, of maak eerst het eerdere inlezen ongedaan.',
    othersTake: 'Nee, dit zijn andere leerlingen van onze school',
    othersTakeNote: 'Bijvoorbeeld een tweede groep. Dan tellen ze samen.',
    othersMissing: 'Kies of dit bestand andere leerlingnummers gebruikt. Er is nog niets opgenomen.',
    problems: 'Eerst nog één antwoord',
  },
  en: {
    ours: (others, own) => `This file is of school ${others}; your school is ${own}. Is this your file?`,
    oursToo: (others, own) =>
      `This file also holds results of school ${others}; your school is ${own}. Do they belong to you?`,
    oursTake: 'Yes, these are our pupils',
    oursTakeNote: 'For example after a merger, or with a new BRIN.',
    leave: 'No, import nothing',
    oursMissing: 'Choose whether this is your file. Nothing has been imported yet.',
    place: (test, moment, yearGroup, year) => `${test}, year group ${yearGroup}, ${moment}, ${year}`,
    moment: { B: 'start of the year', M: 'middle of the year', E: 'end of the year', D: 'doorstroomtoets' },
    others: (place, pupils, isOne, isNobody) =>
      `For ${place} there ${isOne ? 'is 1 pupil' : `are ${pupils} pupils`} already, and this file holds ${isNobody ? 'none' : 'hardly any'} of them. Does this file use other pupil numbers?`,
    othersLeave: 'Yes, import nothing',
    othersLeaveNote:
      'Otherwise each child counts twice. Make the export again with the pupil numbers of last time, or first undo the earlier import.',
    othersTake: 'No, these are other pupils of our school',
    othersTakeNote: 'For example a second group. They then count together.',
    othersMissing: 'Choose whether this file uses other pupil numbers. Nothing has been imported yet.',
    problems: 'One answer first',
  },
})
