import { clock, type Day, dayOf, momentOf } from '../kernel/day.ts'

/** From half past seven in the morning, before the children come; who was away at noon hears tomorrow. */
const FROM = '07:30'
const UNTIL = '12:00'

/** The working day on which digests go out at this moment; null at any other time. */
export function digestDay(now: Date): Day | null {
  const time = clock(momentOf(now), 'en')
  const day = dayOf(now)
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  const works = weekday >= 1 && weekday <= 5
  return works && time >= FROM && time < UNTIL ? day : null
}

/** The keys of what waits now that the last letter did not tell of. */
export const newKeys = (waiting: readonly string[], told: readonly string[]) =>
  waiting.filter((key) => !told.includes(key))

/** So many lines a letter has; the page has them all. */
export const MOST_LINES = 8

/** One letter a person a day, whoever makes it and however often. */
export const onceKeyOf = (personId: string, day: Day) => `digest:${personId}:${day}`
