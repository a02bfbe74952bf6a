import { type Day, dayOf, type Moment, momentOf } from '../kernel/day.ts'
import { plusDays, weekdayOf } from '../kernel/days.ts'
import type { Id, PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { momentInAmsterdam } from '../round/round-form.ts'
import { oneLine, overlaps, type Slot } from '../visit/offer.ts'
import { type Appointment, LONGEST_PLACE } from './appointment.ts'
import { WEEKDAYS, type Weekday } from './days.ts'

export type HoursId = Id<'office-hours'>

/** How long one turn lasts, in minutes. */
export const TURNS = [10, 15, 20] as const
export type Turn = (typeof TURNS)[number]

/** Office hours of each week; clocks as 'HH:MM' in the Netherlands. */
export type Hours = {
  readonly id: HoursId
  readonly person: PersonId
  readonly weekday: Weekday
  readonly starts: string
  readonly ends: string
  readonly minutes: Turn
  readonly place: string
}
export type GivenHours = Omit<Hours, 'id' | 'person'>

/** A turn that nobody has yet. */
export type FreeSlot = Slot & { readonly host: PersonId; readonly place: string }

/** A turn or an appointment of the own, on one line. */
export type OfficeLine = {
  readonly startsAt: Moment
  readonly endsAt: Moment
  /** Null: nobody has it yet. */
  readonly appointment: Appointment | null
}

export type HoursRefusal =
  | 'weekday-unknown'
  | 'clock-unknown'
  | 'ends-early'
  | 'hours-outside'
  | 'turn-unknown'
  | 'place-too-long'
  | 'hours-overlap'
  | 'hours-many'
  | 'day-unknown'
  | 'day-gone-by'
  | 'hours-gone'

/** Of one person; more than a week can hold well. */
export const MOST_HOURS = 10
/** How far ahead turns can be taken, in days: three weeks, so that a plan of the week fits. */
export const DAYS_AHEAD = 21
/** Days off that can be kept at once. */
export const MOST_CLOSED = 60

type Form = Readonly<Record<string, string | undefined>>
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/
const [FIRST, LAST] = ['07:00', '18:00']

/** Weekday, clocks, length of a turn and place, from a form. `others`: what there is on that day already. */
export function parseHours(form: Form, others: readonly Hours[]): GivenHours | Refusal<HoursRefusal> {
  const weekday = WEEKDAYS.find((one) => String(one) === form['weekday'])
  if (weekday === undefined) return refuse('weekday-unknown', 'weekday')
  const [starts, ends] = [form['starts'] ?? '', form['ends'] ?? '']
  if (!CLOCK.test(starts)) return refuse('clock-unknown', 'starts')
  if (!CLOCK.test(ends)) return refuse('clock-unknown', 'ends')
  const minutes = TURNS.find((one) => String(one) === form['minutes'])
  if (minutes === undefined) return refuse('turn-unknown', 'minutes')
  const place = oneLine(form['place'] ?? '')
  if (place.length > LONGEST_PLACE) return refuse('place-too-long', 'place')
  return (
    whyNot({ weekday, starts, ends, minutes, place }, others) ?? { weekday, starts, ends, minutes, place }
  )
}

function whyNot(
  { weekday, starts, ends, minutes }: GivenHours,
  others: readonly Hours[],
): Refusal<HoursRefusal> | null {
  if (minutesOf(ends) - minutesOf(starts) < minutes) return refuse('ends-early', 'ends')
  if (starts < FIRST || ends > LAST) return refuse('hours-outside', starts < FIRST ? 'starts' : 'ends')
  const there = others.filter((one) => one.weekday === weekday)
  if (there.some((one) => one.starts < ends && starts < one.ends)) return refuse('hours-overlap', 'starts')
  return others.length >= MOST_HOURS ? refuse('hours-many', 'weekday') : null
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const clockOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The turns of office hours on one day, in order; none on another weekday. What is left of the hour is no turn. */
export function turnsOn(hours: Hours, day: Day): FreeSlot[] {
  if (weekdayOf(day) !== hours.weekday) return []
  const count = Math.floor((minutesOf(hours.ends) - minutesOf(hours.starts)) / hours.minutes)
  return Array.from({ length: count }, (_, place) => minutesOf(hours.starts) + place * hours.minutes).flatMap(
    (from) => turnAt(hours, day, from),
  )
}

function turnAt({ person, minutes, place }: Hours, day: Day, from: number): FreeSlot[] {
  const startsAt = momentInAmsterdam(`${day}T${clockOf(from)}`)
  const endsAt = momentInAmsterdam(`${day}T${clockOf(from + minutes)}`)
  return startsAt === null || endsAt === null ? [] : [{ host: person, startsAt, endsAt, place }]
}

/** On which days there are no office hours: holidays, days off, days that somebody is not there. */
export type IsShut = (person: PersonId, day: Day) => boolean

/** All turns from now on, by moment: also those that somebody has. */
export function turnsAhead(
  hours: readonly Hours[],
  now: Moment,
  isShut: IsShut,
  days: number = DAYS_AHEAD,
): FreeSlot[] {
  const today = dayOf(new Date(now))
  return Array.from({ length: days + 1 }, (_, ahead) => plusDays(today, ahead))
    .flatMap((day) => hours.filter(({ person }) => !isShut(person, day)).flatMap((one) => turnsOn(one, day)))
    .filter(({ startsAt }) => startsAt > now)
    .sort(bySlot)
}

const bySlot = (one: FreeSlot, other: FreeSlot) => {
  const [a, b] = [`${one.startsAt} ${one.host}`, `${other.startsAt} ${other.host}`]
  return a < b ? -1 : a > b ? 1 : 0
}

/** When somebody has something else. */
export type Busy = Slot & { readonly person: PersonId }

/** Of these turns those at which their host has nothing else. */
export const freeOf = (turns: readonly FreeSlot[], busy: readonly Busy[]): FreeSlot[] =>
  turns.filter((turn) => !busy.some((one) => one.person === turn.host && overlaps(one, turn)))

/** The first and the last moment of what lies ahead, to ask what somebody has in it. */
export const spanAhead = (now: Moment, days: number = DAYS_AHEAD): Slot => ({
  startsAt: now,
  endsAt: momentOf(new Date(Date.parse(now) + (days + 1) * 86_400_000)),
})
