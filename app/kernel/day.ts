import type { Language } from './language.ts'

declare const dayBrand: unique symbol
/** A day without a clock, as 'YYYY-MM-DD'. */
export type Day = string & { readonly [dayBrand]: true }
/** A moment as ISO text in UTC, with milliseconds. */
export type Moment = string & { readonly [dayBrand]: 'moment' }

/** A day from outside; null when it does not exist in the calendar. */
export function parseDay(value: unknown): Day | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null
  const date = new Date(`${value}T12:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value ? null : (value as Day)
}

export const momentOf = (date: Date) => date.toISOString() as Moment

const AMSTERDAM = 'Europe/Amsterdam'
const dayInAmsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: AMSTERDAM })

/** The day that it is in the Netherlands at this moment. */
export const dayOf = (date: Date) => dayInAmsterdam.format(date) as Day

const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(language: Language, name: string, options: Intl.DateTimeFormatOptions) {
  const key = `${language} ${name}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(LOCALE[language], options)
  formatters.set(key, made)
  return made
}

const noon = (day: Day) => new Date(`${day}T12:00:00Z`)

/** '26 november 2026' */
export const longDay = (day: Day, language: Language) =>
  formatter(language, 'long', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    noon(day),
  )

/** '26 nov' */
export const shortDay = (day: Day, language: Language) =>
  formatter(language, 'short', { day: 'numeric', month: 'short', timeZone: 'UTC' })
    .format(noon(day))
    .replace('.', '')

/** 'donderdag 26 november' */
export const weekDay = (day: Day, language: Language) =>
  formatter(language, 'week', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    noon(day),
  )

/** 'november 2026', of a month written 'YYYY-MM' */
export const monthName = (month: string, language: Language) =>
  formatter(language, 'month', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    noon(`${month}-01` as Day),
  )

/** '10.42' in Dutch, '10:42' in English: the clock in the Netherlands. */
export function clock(moment: Moment, language: Language) {
  const options = { hour: '2-digit', minute: '2-digit', timeZone: AMSTERDAM } as const
  const text = formatter(language, 'clock', options).format(new Date(moment))
  return language === 'nl' ? text.replace(':', '.') : text
}
