import { type Moment, momentOf } from '../kernel/day.ts'
import type { OfferId, PersonId, VisitId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { momentInAmsterdam } from '../round/round-form.ts'

/** From when to when; both moments, the end not included. */
export type Slot = { readonly startsAt: Moment; readonly endsAt: Moment }

/** A moment at which somebody takes a class over, so that a colleague can go and look. */
export type Offer = Slot & {
  readonly id: OfferId
  /** Who takes the class over. */
  readonly cover: PersonId
  /** A line that goes with it; the team reads it. */
  readonly words: string
  readonly madeAt: Moment
  readonly withdrawnAt: Moment | null
  /** The visit that holds it; null: it is free. */
  readonly visit: VisitId | null
}

export type OfferRefusal =
  | 'time-unknown'
  | 'time-past'
  | 'too-far'
  | 'length-unknown'
  | 'no-school-day'
  | 'no-school-hours'
  | 'words-too-long'
  | 'too-many'
  | 'you-busy'
  | 'offer-gone'
  | 'offer-taken'

/** How long a class is taken over, in minutes. */
export const LENGTHS = [15, 20, 30, 45, 60, 75, 90] as const
/** So many moments one after the other, and so many weeks on end. */
export const MOST_IN_A_ROW = 4
export const MOST_WEEKS = 12
export const LONGEST_WORDS = 200
/** More than anybody gives away; keeps one school from filling the database. */
export const MOST_OFFERS = 200

export type GivenOffers = { readonly slots: readonly Slot[]; readonly words: string }
type Form = Readonly<Record<string, string | undefined>>

const MINUTE = 60_000
const WEEK = 7 * 24 * 60 * MINUTE

/** The moments of a form: one, some in a row, each week again on the same clock. */
export function parseOffers(form: Form, now: Moment): GivenOffers | Refusal<OfferRefusal> {
  const slot = parseSlot(form, now)
  if ('refused' in slot) return slot
  const words = oneLine(form['words'] ?? '')
  if (words.length > LONGEST_WORDS) return refuse('words-too-long', 'words')
  const row = countIn(form['row'], MOST_IN_A_ROW)
  const weeks = countIn(form['weeks'], MOST_WEEKS)
  if (row === null || weeks === null) return refuse('too-many', row === null ? 'row' : 'weeks')
  const inRow = Array.from({ length: row }, (_, place) => shifted(slot, place * lengthOf(slot)))
  const all = Array.from({ length: weeks }, (_, week) => inRow.map((one) => weeksOn(one, week)))
  const slots = all.flat()
  return slots.every(isInHours) ? { slots, words } : refuse('no-school-hours', 'row')
}

/** Day, clock and length of a form. */
export function parseSlot(form: Form, now: Moment): Slot | Refusal<OfferRefusal> {
  const startsAt = momentInAmsterdam((form['startsAt'] ?? '').slice(0, 16))
  if (startsAt === null) return refuse('time-unknown', 'startsAt')
  const minutes = LENGTHS.find((length) => String(length) === form['minutes'])
  if (minutes === undefined) return refuse('length-unknown', 'minutes')
  if (startsAt <= now) return refuse('time-past', 'startsAt')
  if (startsAt > farthest(now)) return refuse('too-far', 'startsAt')
  const slot = { startsAt, endsAt: plus(startsAt, minutes * MINUTE) }
  if (isWeekend(slot)) return refuse('no-school-day', 'startsAt')
  return isInHours(slot) ? slot : refuse('no-school-hours', 'startsAt')
}

/** Nobody agrees on a visit more than a school year ahead. */
const farthest = (now: Moment) => plus(now, 53 * WEEK)

const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'Europe/Amsterdam' })
const isWeekend = ({ startsAt }: Slot) => weekday.format(new Date(startsAt)).startsWith('S')

const plus = (moment: Moment, time: number) => momentOf(new Date(Date.parse(moment) + time))
const shifted = ({ startsAt, endsAt }: Slot, time: number): Slot => ({
  startsAt: plus(startsAt, time),
  endsAt: plus(endsAt, time),
})

const hour = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
})
const clockOf = (moment: Moment) => hour.format(new Date(moment))

/** Nobody looks at a lesson before or after these hours. */
const HOURS = { first: '07:00', last: '18:00' } as const
const isInHours = ({ startsAt, endsAt }: Slot) => {
  const [starts, ends] = [clockOf(startsAt), clockOf(endsAt)]
  return starts >= HOURS.first && starts < ends && ends <= HOURS.last
}

/** The same clock so many weeks later, also when summer time came or went in between. */
function weeksOn(slot: Slot, weeks: number): Slot {
  const there = [0, 1, -1].map((off) => shifted(slot, weeks * WEEK + off * 60 * MINUTE))
  return (
    there.find(({ startsAt }) => clockOf(startsAt) === clockOf(slot.startsAt)) ?? shifted(slot, weeks * WEEK)
  )
}

function countIn(value: string | undefined, most: number): number | null {
  const count = /^\d{1,2}$/.test(value ?? '1') ? Number(value ?? '1') : 0
  return count >= 1 && count <= most ? count : null
}

/** In milliseconds. */
const lengthOf = ({ startsAt, endsAt }: Slot) => Date.parse(endsAt) - Date.parse(startsAt)

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]+/g

/** One line of text: no breaks, no control characters, nothing that turns the reading around. */
export const oneLine = (raw: string) =>
  raw.slice(0, 4_000).toWellFormed().normalize('NFC').replace(CONTROL, ' ').replace(/\s+/g, ' ').trim()

export const overlaps = (one: Slot, other: Slot) => one.startsAt < other.endsAt && other.startsAt < one.endsAt
