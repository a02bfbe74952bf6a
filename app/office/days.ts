import type { Day } from '../kernel/day.ts'
import { weekdayOf } from '../kernel/days.ts'
import type { PersonId } from '../kernel/id.ts'

/** Monday to Friday, as `weekdayOf` counts. */
export const WEEKDAYS = [1, 2, 3, 4, 5] as const
export type Weekday = (typeof WEEKDAYS)[number]

export const DAY_PARTS = ['all', 'morning', 'afternoon'] as const
export type DayPart = (typeof DAY_PARTS)[number]

/** When somebody is in school, as they said it themselves. */
export type PersonDays = {
  readonly week: Readonly<Partial<Record<Weekday, DayPart>>>
  /** Single days unlike the week: there, or not there. */
  readonly single: ReadonlyMap<Day, boolean>
}

/** `unknown`: never said so. `out`: not one of the own days. `away`: said that they are not there this once. */
export type Presence = 'in' | 'morning' | 'afternoon' | 'out' | 'away' | 'unknown'

export type Standing = { readonly id: PersonId; readonly name: string; readonly presence: Presence }
export type WhoIsIn = {
  readonly day: Day
  /** Everybody who works at the school now. */
  readonly people: ReadonlyMap<PersonId, Presence>
  /** By name, each with whom they chose to stand in. */
  readonly coordinators: readonly (Standing & { readonly standIn: Standing | null })[]
}

export type DaysRefusal = 'day-unknown' | 'day-gone-by' | 'days-many' | 'stand-in-unknown' | 'stand-in-is-you'

/** Whether somebody is in school on a day, for a part of it at least; who never said so may well be there. */
export const isAround = (presence: Presence) =>
  presence === 'in' || presence === 'morning' || presence === 'afternoon'

/** Who is there for the morning may stay for lunch; who comes for the afternoon may be there for it. */
const LUNCH = { from: '12:00', until: '13:00' } as const

/** Whether somebody may be in school at a clock ('HH:MM'): surely not only when they said so. */
export function mayBeThere(presence: Presence, clock: string): boolean {
  if (presence === 'morning') return clock < LUNCH.until
  if (presence === 'afternoon') return clock >= LUNCH.from
  return presence === 'in' || presence === 'unknown'
}

/** How somebody is there on a day. */
export function presenceOn(days: PersonDays | undefined, day: Day): Presence {
  if (days === undefined) return 'unknown'
  const single = days.single.get(day)
  if (single !== undefined) return single ? 'in' : 'away'
  if (Object.keys(days.week).length === 0) return 'unknown'
  const part = WEEKDAYS.includes(weekdayOf(day) as Weekday) ? days.week[weekdayOf(day) as Weekday] : undefined
  if (part === undefined) return 'out'
  return part === 'all' ? 'in' : part
}

type Form = Readonly<Record<string, string | undefined>>

/** The own weekdays from a form with a choice for each; what is no choice is a day that one is not there. */
export function parseWeek(form: Form): PersonDays['week'] {
  const pairs = WEEKDAYS.map((weekday) => [weekday, partIn(form[`day-${weekday}`])] as const)
  return Object.fromEntries(pairs.filter(([, part]) => part !== null))
}

const partIn = (value: string | undefined) => DAY_PARTS.find((part) => part === value) ?? null
