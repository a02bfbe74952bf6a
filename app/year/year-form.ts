import { type Day, type Moment, parseDay } from '../kernel/day.ts'
import { daysBetween, plusDays } from '../kernel/days.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { isWithin } from '../kernel/school-year.ts'
import { closingField, momentInAmsterdam } from '../round/round-form.ts'
import { type ItemKind, isItemKind, LONGEST, MOST_DAYS, type NewYearItem, type YearRefusal } from './year.ts'

/** The forms with which the year is planned, as what they mean. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]+/g

/** One line: no breaks, no control characters, nothing that turns the reading around. */
export const oneLine = (raw: unknown): string =>
  typeof raw === 'string'
    ? raw.slice(0, 4_000).toWellFormed().normalize('NFC').replace(CONTROL, ' ').replace(/\s+/g, ' ').trim()
    : ''

/** Why something can't stand in its school year; null when it can. */
export function whyNotItem(item: Omit<NewYearItem, 'madeFrom'>): YearRefusal | null {
  return whyNotWords(item) ?? whyNotDays(item) ?? whyNotHours(item)
}

function whyNotWords({ kind, title, note, place }: Omit<NewYearItem, 'madeFrom'>): YearRefusal | null {
  if (!isItemKind(kind)) return refuse('kind-unknown', 'kind')
  if (kind === 'other' && title === '') return refuse('title-missing', 'title')
  if (title.length > LONGEST.title) return refuse('too-long', 'title')
  if (note.length > LONGEST.note) return refuse('too-long', 'note')
  return place.length > LONGEST.place ? refuse('too-long', 'place') : null
}

function whyNotDays({ schoolYear, from, to }: Omit<NewYearItem, 'madeFrom'>): YearRefusal | null {
  if (parseDay(from) === null) return refuse('day-unknown', 'from')
  if (parseDay(to) === null) return refuse('day-unknown', 'to')
  if (to < from) return refuse('days-turned', 'to')
  if (!isWithin(schoolYear, from)) return refuse('outside-year', 'from')
  if (!isWithin(schoolYear, to)) return refuse('outside-year', 'to')
  return daysBetween(from, to) >= MOST_DAYS ? refuse('too-many-days', 'to') : null
}

function whyNotHours({ from, to, startsAt, endsAt }: Omit<NewYearItem, 'madeFrom'>): YearRefusal | null {
  if (startsAt === null && endsAt === null) return null
  if (startsAt === null || endsAt === null) return refuse('hours-unknown', 'startsAt')
  if (from !== to) return refuse('hours-of-one-day', 'startsAt')
  return endsAt <= startsAt ? refuse('hours-turned', 'endsAt') : null
}

export type ItemForm = {
  readonly kind: string
  readonly title: string
  readonly note: string
  readonly place: string
  readonly from: string
  readonly to: string
  readonly startsAt: string
  readonly endsAt: string
}

export type ParsedItem = Omit<NewYearItem, 'schoolYear' | 'madeFrom'>

/** What the form of a moment says. Whether it fits its school year asks `whyNotItem`. */
export function parseItem(form: ItemForm): ParsedItem | YearRefusal {
  const from = parseDay(form.from.trim())
  if (from === null) return refuse('day-unknown', 'from')
  const to = form.to.trim() === '' ? from : parseDay(form.to.trim())
  if (to === null) return refuse('day-unknown', 'to')
  const hours = parseHours(from, form)
  if (isRefusal(hours)) return hours
  const kind = form.kind as ItemKind
  const [title, note, place] = [oneLine(form.title), oneLine(form.note), oneLine(form.place)]
  return { kind, title, note, place, from, to, ...hours }
}

type Hours = { readonly startsAt: Moment | null; readonly endsAt: Moment | null }

function parseHours(day: Day, form: Pick<ItemForm, 'startsAt' | 'endsAt'>): Hours | YearRefusal {
  const [starts, ends] = [form.startsAt.trim(), form.endsAt.trim()]
  if (starts === '' && ends === '') return { startsAt: null, endsAt: null }
  if (starts === '') return refuse('begin-missing', 'startsAt')
  if (ends === '') return refuse('end-missing', 'endsAt')
  const startsAt = atClock(day, starts)
  if (startsAt === null) return refuse('hours-unknown', 'startsAt')
  const endsAt = atClock(day, ends)
  return endsAt === null ? refuse('hours-unknown', 'endsAt') : { startsAt, endsAt }
}

/** '10:00', and as people write it: '10.00', '9.30', '10u00'. */
function atClock(day: Day, clock: string): Moment | null {
  const [, hours, minutes] = /^(\d{1,2}) ?[:.uh] ?(\d{2})$/i.exec(clock) ?? []
  return hours ? momentInAmsterdam(`${day}T${hours.padStart(2, '0')}:${minutes}`) : null
}

/** '14:30' of a moment on the clock in the Netherlands, as a field for a time shows it. */
export const clockField = (at: Moment | null) => (at === null ? '' : closingField(at).slice(11, 16))

/** The same moment with another first day: as long as it was, at the same hour. */
export function movedTo<One extends ParsedItem>(item: One, day: Day): One {
  const length = daysBetween(item.from, item.to)
  return {
    ...item,
    from: day,
    to: plusDays(day, length),
    startsAt: item.startsAt && atClock(day, clockField(item.startsAt)),
    endsAt: item.endsAt && atClock(day, clockField(item.endsAt)),
  }
}
