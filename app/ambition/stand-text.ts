import { type Language, words } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { capital, inWords } from '../kernel/sentence.ts'
import { subjectName } from '../result/subject-name.ts'
import { numberText, say, yearText } from '../trend/sentence-text.ts'
import { type AmbitionAbout, type AmbitionFigure, isShareMeasure, measureOf, momentIn } from './ambition.ts'
import type { AmbitionSheet } from './ambition-sheet.ts'
import type { Measured } from './measured.ts'

/** What is said of where an ambition stands: what is there, never whose fault it is. */
const standWords = words({
  nl: {
    place: (group: number, moment: string) => `groep ${group}${moment}`,
    moment: { B: ', begin van het jaar', M: ', midden van het jaar', E: ', eind van het jaar', D: '' },
    standing: 'Groep 8, drie vakken samen',
    aim: {
      at1F: (to: string) => `minstens ${to} op 1F of hoger`,
      target: (to: string) => `minstens ${to} op 1S/2F`,
      mean: (to: string) => `gemiddeld minstens ${to}`,
      median: (to: string) => `de middelste score minstens ${to}`,
      level: (to: string, level: string) => `minstens ${to} op niveau ${level} of hoger`,
    },
    title: (where: string, aim: string, year: string) => `${where}: ${aim} in ${year}`,
    from: (value: string, year: string, n: number) => `Begonnen bij ${value} in ${year} (n\u00a0${n}).`,
    reachedDue: (value: string, year: string, n: number) => `Gehaald: ${value} in ${year} (n\u00a0${n}).`,
    reachedEarly: (value: string, year: string, n: number) =>
      `Nu al zo ver: ${value} in ${year} (n\u00a0${n}).`,
    now: (value: string, year: string, n: number) => `In ${year} ${value} (n\u00a0${n}).`,
    way: {
      up: (value: string, year: string, n: number, from: string) =>
        `Onderweg: van ${from} naar ${value} in ${year} (n\u00a0${n}).`,
      same: (value: string, year: string, n: number) => `In ${year} gelijk gebleven: ${value} (n\u00a0${n}).`,
      down: (value: string, year: string, n: number, from: string) =>
        `In ${year} ${value} (n\u00a0${n}), bij het begin ${from}. Kijk samen wat er speelde.`,
    },
    cameTo: (value: string, year: string, n: number) =>
      `Het werd ${value} in ${year} (n\u00a0${n}). Bespreek wat hielp en wat jullie nu willen.`,
    cameFrom: (value: string, year: string, n: number, from: string) =>
      `Het ging van ${from} naar ${value} in ${year} (n\u00a0${n}). Bespreek wat hielp en wat jullie nu willen.`,
    chance: 'Dat verschil kan toeval zijn.',
    morePupils: (pupils: string, many: boolean) =>
      `${pupils} ${many ? 'leerlingen' : 'leerling'} meer, en het was gehaald.`,
    moreLevels: (pupils: string, many: boolean) =>
      `${pupils} ${many ? 'leerlingen' : 'leerling'} meer met dit niveau bij één vak, en het was gehaald.`,
    notMeasured: 'Sindsdien nog niet gemeten.',
    choose: 'Kies samen een nieuwe ambitie op de nieuwe schaal.',
  },
  en: {
    place: (group, moment) => `year group ${group}${moment}`,
    moment: { B: ', start of the year', M: ', middle of the year', E: ', end of the year', D: '' },
    standing: 'Year group 8, three subjects together',
    aim: {
      at1F: (to) => `at least ${to} at 1F or higher`,
      target: (to) => `at least ${to} at 1S/2F`,
      mean: (to) => `a mean of at least ${to}`,
      median: (to) => `a median of at least ${to}`,
      level: (to, level) => `at least ${to} at level ${level} or better`,
    },
    title: (where, aim, year) => `${where}: ${aim} in ${year}`,
    from: (value, year, n) => `Began at ${value} in ${year} (n\u00a0${n}).`,
    reachedDue: (value, year, n) => `Reached: ${value} in ${year} (n\u00a0${n}).`,
    reachedEarly: (value, year, n) => `Already there: ${value} in ${year} (n\u00a0${n}).`,
    now: (value, year, n) => `${value} in ${year} (n\u00a0${n}).`,
    way: {
      up: (value, year, n, from) => `On the way: from ${from} to ${value} in ${year} (n\u00a0${n}).`,
      same: (value, year, n) => `The same in ${year}: ${value} (n\u00a0${n}).`,
      down: (value, year, n, from) =>
        `${value} in ${year} (n\u00a0${n}), and ${from} at the start. Look together at what was going on.`,
    },
    cameTo: (value, year, n) =>
      `It came to ${value} in ${year} (n\u00a0${n}). Talk about what helped and what you want now.`,
    cameFrom: (value, year, n, from) =>
      `It went from ${from} to ${value} in ${year} (n\u00a0${n}). Talk about what helped and what you want now.`,
    chance: 'That difference may be chance.',
    morePupils: (pupils, many) => `${pupils} more ${many ? 'pupils' : 'pupil'}, and it had been reached.`,
    moreLevels: (pupils, many) =>
      `${pupils} more ${many ? 'pupils' : 'pupil'} with this level in one subject, and it had been reached.`,
    notMeasured: 'Not measured since then.',
    choose: 'Choose a new ambition together on the new scale.',
  },
})

/** '48,5 %' or '78,5', by what it is measured. */
export const valueText = (language: Language, about: AmbitionAbout, value: number) =>
  numberText(language, value, isShareMeasure(measureOf(about)) ? 'target' : 'mean')

/** '2028' of the doorstroomtoets, else '2027–2028'. */
export const byText = (about: AmbitionAbout, schoolYear: SchoolYear) =>
  yearText({ schoolYear, moment: momentIn(about) })

/** What is looked at: 'Rekenen, groep 5, midden van het jaar'. */
export function placeText(language: Language, about: AmbitionAbout): string {
  const text = standWords(language)
  if (about.of === 'standing') return text.standing
  return `${capital(subjectName(language, about.subject))}, ${text.place(about.yearGroup, text.moment[about.moment])}`
}

type Aimed = { readonly about: AmbitionAbout; readonly to: number; readonly by: SchoolYear }

/** How high: 'minstens 60 % op 1S/2F'. */
export function aimText(language: Language, { about, to }: Pick<Aimed, 'about' | 'to'>): string {
  const level = about.of === 'section' ? (about.level ?? '') : ''
  return standWords(language).aim[measureOf(about)](valueText(language, about, to), level)
}

/** An ambition in one line: 'Rekenen, groep 8: minstens 60 % op 1S/2F in 2028'. */
export const ambitionTitle = (language: Language, aimed: Aimed): string =>
  standWords(language).title(
    placeText(language, aimed.about),
    aimText(language, aimed),
    byText(aimed.about, aimed.by),
  )

/** Where it began; '' when that can't be shown. */
export const fromText = (
  language: Language,
  { ambition: { about }, from }: Pick<AmbitionSheet, 'ambition' | 'from'>,
): string => (from === null ? '' : standWords(language).from(...seenIn(language, about, from)))

const seenIn = (language: Language, about: AmbitionAbout, { value, schoolYear, n }: AmbitionFigure) =>
  [valueText(language, about, value), byText(about, schoolYear), n] as const

/** Where it stands, in one to three sentences. */
export function standText(language: Language, sheet: Omit<AmbitionSheet, 'team' | 'now'>): string {
  const { stand, ambition } = sheet
  const text = standWords(language)
  switch (stand.is) {
    case 'reached': {
      const seen = seenIn(language, ambition.about, stand.at)
      const reached = stand.isDue ? text.reachedDue(...seen) : text.reachedEarly(...seen)
      return together(reached, few(language, stand.at))
    }
    case 'on-the-way':
    case 'came-to':
      return together(wentText(language, sheet, stand), few(language, stand.at))
    case 'not-measured':
      return together(fromText(language, sheet), text.notMeasured)
    case 'hidden':
      return say(language, { says: 'hidden' })
    case 'broken':
      return together(
        say(language, {
          says: 'new-series',
          place: { schoolYear: stand.schoolYear, moment: momentIn(ambition.about) },
        }),
        text.choose,
      )
  }
}

const together = (...sentences: readonly (string | null)[]) => sentences.filter((one) => one).join(' ')

const few = (language: Language, { caution, n }: Measured) =>
  caution === null ? null : say(language, { says: 'few', caution, n })

type Went = Extract<AmbitionSheet['stand'], { is: 'on-the-way' | 'came-to' }>

function wentText(
  language: Language,
  { ambition: { about }, from }: Pick<AmbitionSheet, 'ambition' | 'from'>,
  { is, at, way, chance, more }: Went,
): string {
  const text = standWords(language)
  const seen = seenIn(language, about, at)
  const began = from && valueText(language, about, from.value)
  const went =
    began === null || way === null
      ? (is === 'came-to' ? text.cameTo : text.now)(...seen)
      : is === 'came-to'
        ? text.cameFrom(...seen, began)
        : text.way[way](...seen, began)
  const isChance = chance === true && way !== 'same' ? text.chance : null
  return together(went, isChance, more === null ? null : moreText(language, about, more))
}

function moreText(language: Language, about: AmbitionAbout, more: number): string {
  const text = standWords(language)
  const count = capital(inWords(more, language))
  return (about.of === 'standing' ? text.moreLevels : text.morePupils)(count, more !== 1)
}
