import { clock, type Day, dayOf, momentOf } from '../kernel/day.ts'
import { weekdayOf } from '../kernel/days.ts'

/** From half past seven in the morning, before the children come; who was away at noon hears tomorrow. */
const FROM = '07:30'
const UNTIL = '12:00'

/**
 * The day on which letters go out at this moment; null at night, in the afternoon and in the weekend. Holidays are of a
 * school and are asked apart (`isQuietDay`).
 */
export function digestDay(now: Date): Day | null {
  const time = clock(momentOf(now), 'en')
  const day = dayOf(now)
  return weekdayOf(day) <= 5 && time >= FROM && time < UNTIL ? day : null
}

/** The keys of what waits now that the last letter did not tell of. */
export const newKeys = (waiting: readonly string[], told: readonly string[]) =>
  waiting.filter((key) => !told.includes(key))

/** So many lines a letter has; the page has them all. */
export const MOST_LINES = 8

/** One letter a person a day, whoever makes it and however often. */
export const onceKeyOf = (personId: string, day: Day) => `digest:${personId}:${day}`
