import { type Day, parseDay } from '../kernel/day.ts'
import { isWithin, type SchoolYear } from '../kernel/school-year.ts'
import type { NewMoment } from './tie.ts'

const MONTHS = [
  ['januari', 'jan'],
  ['februari', 'feb', 'febr'],
  ['maart', 'mrt'],
  ['april', 'apr'],
  ['mei'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['augustus', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const

const MONTH = MONTHS.flat()
  .toSorted((one, other) => other.length - one.length)
  .join('|')
const WEEKDAY = '(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo)\\.?'
const NUMBER = '(?:0?[1-9]|[12]\\d|3[01])(?:e|ste|de)?'
const YEAR = "(?:20\\d\\d|[’‘'´]\\d\\d)"

/** '24 juni', 'do 26 november 2026', '3, 10 en 17 maart'. */
const IN_WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}/.:-])(${NUMBER}(?:\\s*(?:,|&|\\ben\\b)\\s*(?:${WEEKDAY}\\s+)?${NUMBER})*)\\s+(${MONTH})\\b\\.?(?:\\s+(${YEAR}))?(?![\\p{L}\\p{N}]|[-–/]\\p{L})`,
  'giu',
)

/** '12-3', '12-3-2027', '12/03/2027', '12.3.2027'. */
const IN_NUMBERS =
  /(?<![\p{L}\p{N}/.,:€-])(0?[1-9]|[12]\d|3[01])([-/.])(0?[1-9]|1[0-2])(?:\2((?:20)?\d\d))?(?![\p{L}\p{N}]|[-–/:.]\d|[-–]\p{L})/gu

/** Words that turn a day into a period or a limit: 'voor 1 mei' is no day on which one looks back. */
const NO_DAY_BEFORE =
  /(?:\b(?:voor|vóór|voor de|na|vanaf|sinds|tot|tot en met|t\/m|tm|rond|omstreeks|ca|circa|uiterlijk|tussen|week van|weken van|begin|eind|half|groep|groepen|gr|blok|kern|week|weken|periode|thema|leerjaar|ronde|fase|les|unit|deel|hoofdstuk|bladzijde|blz|pagina|paragraaf|per)\.?(?:\s+(?:de|het|op))?|[±~–-])\s*$/iu
const NO_DAY_AFTER = /^\s*(?:t\/m|tm\b|tot\b|[–-]\s*\d|(?:en\s+)?(?:ervoor|erna)\b)/iu

/** Before bare numbers there must be a word that announces a day, or nothing at all. */
const DAY_BEFORE_NUMBERS = new RegExp(
  `(?:^|[;(\\n]|\\b(?:op|d\\.?d\\.?|datum|${WEEKDAY})\\s*:?|[.!?:])\\s*$`,
  'iu',
)
const DAY_AFTER_NUMBERS = /^\s*(?:$|[.,;:)!?\n]|en\b|\bom\b|\()/iu

const MOST_DAYS = 6

/** A day that stands in a text, and where its words begin. */
type Found = { readonly onDay: Day; readonly at: number }

/**
 * The days that a text names outright, as days of this school year, in the order of the year: '24 juni',
 * 'op 26 november 2026', '12-3'. A month, a week, a period or a limit is no day; a day of another school year is none
 * either, and what may mean something else ('2-3 keer', 'groep 3-4') is left alone.
 */
export function daysIn(text: string, year: SchoolYear): Day[] {
  return unique(foundIn(text, year)).map(({ onDay }) => onDay)
}

/** The days of an evaluation text as moments: half-way and end where the words say so, or the end of the year does. */
export function momentsIn(text: string, year: SchoolYear): NewMoment[] {
  return unique(foundIn(text, year)).map(({ onDay, at }) => ({
    onDay,
    occasion: occasionOf(text.slice(0, at), onDay),
  }))
}

function occasionOf(before: string, day: Day): NewMoment['occasion'] {
  const clause = before.split(/[.,;\n]|\ben\b/).at(-1) ?? ''
  if (/tussen\p{L}*|halverwege/iu.test(clause)) return 'mid'
  if (/\beind\p{L}*/iu.test(clause)) return 'end'
  return /-0[67]-/.test(day) ? 'end' : 'other'
}

const unique = (found: readonly Found[]) =>
  [...new Map(found.map((one) => [one.onDay, one])).values()]
    .toSorted((one, other) => (one.onDay < other.onDay ? -1 : 1))
    .slice(0, MOST_DAYS)

function foundIn(text: string, year: SchoolYear): Found[] {
  return [...inWords(text, year), ...inNumbers(text, year)]
}

function inWords(text: string, year: SchoolYear): Found[] {
  return [...text.matchAll(IN_WORDS)].flatMap((found) => {
    const [all, days = '', month = '', said] = found
    if (isNoDay(text, found.index, all.length)) return []
    const number = 1 + MONTHS.findIndex((names) => (names as readonly string[]).includes(month.toLowerCase()))
    const numbers = days.match(/\d+/g) ?? []
    return numbers.flatMap((one) => dayOf(Number(one), number, said, year, found.index))
  })
}

function inNumbers(text: string, year: SchoolYear): Found[] {
  return [...text.matchAll(IN_NUMBERS)].flatMap((found) => {
    const [all, day, mark, month, said] = found
    if (isNoDay(text, found.index, all.length)) return []
    if (!said && (mark === '.' || !standsAlone(text, found.index, all.length))) return []
    return dayOf(Number(day), Number(month), said, year, found.index)
  })
}

const isNoDay = (text: string, at: number, length: number) =>
  NO_DAY_BEFORE.test(text.slice(Math.max(0, at - 24), at)) || NO_DAY_AFTER.test(text.slice(at + length))

/** '12-3' after 'op' or at the start, and nothing behind it that it could count. */
const standsAlone = (text: string, at: number, length: number) =>
  DAY_BEFORE_NUMBERS.test(afterLastDay(text.slice(0, at))) && DAY_AFTER_NUMBERS.test(text.slice(at + length))

/** 'op 12-3 en 4-6': the second day is announced by the first. */
const afterLastDay = (before: string) => before.replace(/\d{1,2}[-/]\d{1,2}\s*(?:,|en|&)\s*$/u, '')

function dayOf(day: number, month: number, said: string | undefined, year: SchoolYear, at: number): Found[] {
  const inYear = Number(year.slice(0, 4)) + (month >= 8 ? 0 : 1)
  const saidYear = said === undefined ? inYear : 2000 + (Number(said.replace(/\D/g, '')) % 100)
  const onDay = parseDay(`${saidYear}-${two(month)}-${two(day)}`)
  return onDay && isWithin(year, onDay) ? [{ onDay, at }] : []
}

const two = (number: number) => String(number).padStart(2, '0')
