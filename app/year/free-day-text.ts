import type { Day } from '../kernel/day.ts'
import { type Language, words } from '../kernel/language.ts'
import type { Region } from '../school/school.ts'
import type { FeastKey } from './feast-days.ts'
import { type FreeDays, type FreeSpan, isFreeKey } from './free-days.ts'
import type { HolidayKey } from './holiday-span.ts'

/** What free days and regions are called. */
export const freeDayText = words({
  nl: {
    name: {
      autumn: 'Herfstvakantie',
      christmas: 'Kerstvakantie',
      spring: 'Voorjaarsvakantie',
      may: 'Meivakantie',
      summer: 'Zomervakantie',
      'good-friday': 'Goede Vrijdag',
      'easter-monday': 'Tweede paasdag',
      'kings-day': 'Koningsdag',
      'liberation-day': 'Bevrijdingsdag',
      ascension: 'Hemelvaart',
      'whit-monday': 'Tweede pinksterdag',
    } satisfies Record<HolidayKey | FeastKey, string>,
    short: {
      autumn: 'herfst',
      christmas: 'kerst',
      spring: 'voorjaar',
      may: 'mei',
      summer: 'zomer',
    } satisfies Record<HolidayKey, string>,
    own: 'Vrij',
    region: { north: 'Noord', middle: 'Midden', south: 'Zuid' } satisfies Record<Region, string>,
  },
  en: {
    name: {
      autumn: 'Autumn holiday',
      christmas: 'Christmas holiday',
      spring: 'Spring holiday',
      may: 'May holiday',
      summer: 'Summer holiday',
      'good-friday': 'Good Friday',
      'easter-monday': 'Easter Monday',
      'kings-day': 'King’s Day',
      'liberation-day': 'Liberation Day',
      ascension: 'Ascension',
      'whit-monday': 'Whit Monday',
    },
    short: { autumn: 'autumn', christmas: 'Christmas', spring: 'spring', may: 'May', summer: 'summer' },
    own: 'Free',
    region: { north: 'North', middle: 'Middle', south: 'South' },
  },
})

/** 'Kerstvakantie', or as the school calls it. */
export function nameOfSpan({ key, name }: Pick<FreeSpan, 'key' | 'name'>, language: Language): string {
  const text = freeDayText(language)
  return name || (isFreeKey(key) ? text.name[key] : text.own)
}

/** The same within a sentence: a holiday in small letters, the name of a feast as it is. */
export function spanInSentence(span: Pick<FreeSpan, 'key' | 'name' | 'kind'>, language: Language): string {
  const name = nameOfSpan(span, language)
  if (span.kind !== 'holiday' || span.name) return name
  return language === 'nl' ? name.toLowerCase() : `the ${name}`
}

/** What a free day is called; null for a plain weekend and for a school day. */
export function nameOfDay(free: Pick<FreeDays, 'at'>, day: Day, language: Language): string | null {
  const span = free.at(day)
  return span && nameOfSpan(span, language)
}
