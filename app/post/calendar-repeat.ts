import ICAL from 'ical.js'
import { type CalendarEventRead, DAY, momentOfTime } from './calendar-event.ts'

export type MomentSpan = { readonly start: number; readonly end: number }

/** So many times of one event are gone through; with them ends a daily one of fifty years. */
const MOST_STEPS = 20_000

/**
 * When an event is, each time that touches the span; null when its repetition can't be read. A rule without end is gone
 * through until the span is over; one that a reader would never come to the end of is refused beforehand, or stopped
 * with the thread that reads it.
 */
export function timesOf(
  event: CalendarEventRead,
  span: MomentSpan,
  moved: readonly ICAL.Time[],
): ICAL.Time[] | null {
  const within = (time: ICAL.Time) => touches(momentOfTime(time), event.length, span)
  if (!event.repeats || event.instead) return [event.start].filter(within)
  if (!isPossible(event.component)) return null
  try {
    const skips = skipper(event, moved)
    return repeated(event, span.end).filter((time) => within(time) && !skips(time))
  } catch {
    // A rule that contradicts itself.
    return null
  }
}

/** Days wide on both sides: what is a day here may begin on another one elsewhere. */
const touches = (moment: number, length: number, { start, end }: MomentSpan) =>
  moment + length >= start - DAY && moment < end + DAY

function repeated({ component, start }: CalendarEventRead, end: number): ICAL.Time[] {
  // Left out by `skipper`, which also knows of those that are written as days.
  component.removeAllProperties('exdate')
  for (const property of component.getAllProperties('rrule')) settleEnd(property.getFirstValue(), start)
  const expansion = new ICAL.RecurExpansion({ component, dtstart: start })
  const times: ICAL.Time[] = []
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const time: ICAL.Time | null | undefined = expansion.next()
    if (!time || momentOfTime(time) >= end + DAY) break
    times.push(time)
  }
  return times
}

/** The last day of a rule counts as a whole, and a last time without a clock is on the clock of the event. */
function settleEnd(rule: unknown, start: ICAL.Time) {
  const until = rule instanceof ICAL.Recur ? rule.until : null
  if (!until || start.isDate || until.zone?.tzid === 'UTC') return
  until.zone = start.zone
  if (!until.isDate) return
  until.isDate = false
  until.hour = 23
  until.minute = 59
  until.second = 59
}

/** The times that stand elsewhere in the file, or not at all. */
function skipper({ except }: CalendarEventRead, moved: readonly ICAL.Time[]) {
  const all = [...except, ...moved]
  const days = new Set(all.filter(({ isDate }) => isDate).map(dayOfTime))
  const moments = new Set(all.filter(({ isDate }) => !isDate).map(momentOfTime))
  return (time: ICAL.Time) => days.has(dayOfTime(time)) || moments.has(momentOfTime(time))
}

const dayOfTime = ({ year, month, day }: ICAL.Time) => `${year}-${month}-${day}`

const OFTEN = ['SECONDLY', 'MINUTELY', 'HOURLY']
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Nothing in a school repeats within the day, and no month has a 31st that it has not. */
function isPossible(component: ICAL.Component): boolean {
  return component.getAllProperties('rrule').every((property) => {
    const rule: unknown = property.getFirstValue()
    if (!(rule instanceof ICAL.Recur) || OFTEN.includes(rule.freq)) return false
    const months = numbersOf(rule.parts['BYMONTH'])
    const days = numbersOf(rule.parts['BYMONTHDAY'])
    if (months.length === 0 || days.length === 0) return true
    return months.some((month) => days.some((day) => Math.abs(day) <= (LONGEST_MONTHS[month - 1] ?? 0)))
  })
}

const numbersOf = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : [])
