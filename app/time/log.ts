import { type Day, dayOf, type Moment, momentOf, parseDay } from '../kernel/day.ts'
import { type EntryId, parseId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { firstDay, previousYear, schoolYearOf } from '../kernel/school-year.ts'
import { aimOf, domainsOf } from '../plan/domain.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { momentInAmsterdam } from '../round/round-form.ts'
import {
  type Activity,
  AD_HOCS,
  type AdHoc,
  type Counts,
  isAdHoc,
  LENGTHS,
  LONGEST,
  type Running,
  type Subject,
  type TimeRefusal,
  usualCounts,
} from './time.ts'

type No = Refusal<TimeRefusal>

/** The fields of a form by name; '' for what is not in it. */
export type Typed = (name: string) => string

/**
 * What it was for, from the form: an entry of the plan, 'ad-hoc' with its kind, or one of the others; 'pick' looks at
 * the list of the plan beside it, where '' is nothing of the plan.
 */
export function parseSubject(typed: Typed, plan: Plan | null): Subject | No {
  const what = typed('what')
  if (what === 'question' || what === 'care' || what === 'other') return { what }
  if (what === 'ad-hoc') return { what, adHoc: parseAdHoc(typed('adHoc')) }
  if (what === 'pick' && typed('entry') === '') return { what: 'other' }
  const given = what === 'pick' ? typed('entry') : (/^entry:(.*)$/.exec(what)?.[1] ?? null)
  return given === null ? refuse('what-missing', 'what') : entrySubject(parseId<'entry'>(given), plan)
}

const parseAdHoc = (value: string): AdHoc => AD_HOCS.find((kind) => kind === value) ?? 'other'

function entrySubject(id: EntryId | null, plan: Plan | null): Subject | No {
  return id && plan && entryOf(plan, id) ? { what: 'entry', entryId: id } : refuse('entry-unknown', 'what')
}

/** A subject from one word, as `subjectKey` writes it. */
export function subjectFrom(key: string, plan: Plan | null): Subject | No {
  const [what = '', more = ''] = key.split(':')
  if (what === 'entry') return entrySubject(parseId<'entry'>(more), plan)
  return parseSubject((name) => ({ what, adHoc: more })[name] ?? '', plan)
}

/** How a subject counts until its owner says otherwise: an entry as the plan says of it. */
export function countsOf(subject: Subject, plan: Plan | null): Counts {
  if (subject.what !== 'entry') return usualCounts(subject)
  const entry = plan && entryOf(plan, subject.entryId)
  return entry ? { aim: aimOf(entry), domains: domainsOf(entry) } : { aim: null, domains: [] }
}

/** A length in whole minutes. */
export function parseMinutes(value: string): number | No {
  if (value.trim() === '') return refuse('length-missing', 'minutes')
  const minutes = /^\s*\d{1,4}\s*$/.test(value) ? Number(value) : Number.NaN
  return minutes >= 1 && minutes <= LONGEST ? minutes : refuse('length-unknown', 'minutes')
}

/** A day on which something was: today or before, not longer ago than the last school year. */
export function parsePastDay(value: string, today: Day): Day | No {
  const day = value === '' ? today : parseDay(value)
  if (day === null) return refuse('day-unknown', 'day')
  if (day > today) return refuse('day-to-come', 'day')
  return day < firstDay(previousYear(schoolYearOf(today))) ? refuse('day-too-old', 'day') : day
}

const MINUTE = 60_000

/** Whole minutes from one moment to another. */
export const minutesBetween = (from: Moment, to: Moment) =>
  Math.round((Date.parse(to) - Date.parse(from)) / MINUTE)

/** How long something ran that began then: at least a minute, today, and no longer than a working day. */
export function ranFor(startedAt: Moment, now: Moment): number | No {
  const minutes = Math.max(1, minutesBetween(startedAt, now))
  const sameDay = dayOf(new Date(startedAt)) === dayOf(new Date(now))
  return sameDay && minutes <= LONGEST ? minutes : refuse('ran-too-long', 'minutes')
}

const LONGEST_SINCE = 4 * 60

/**
 * Since when 'until now' goes: the moment at which something was last written down for today, as long as that is not
 * hours ago; null where nobody can say.
 */
export function untilNowFrom(last: Activity | null, now: Moment): Moment | null {
  if (!last || last.day !== dayOf(new Date(last.madeAt)) || last.day !== dayOf(new Date(now))) return null
  const minutes = minutesBetween(last.madeAt, now)
  return minutes >= 1 && minutes <= LONGEST_SINCE ? last.madeAt : null
}

/** What one tap on a length says: so many minutes, or 'now' (until now) with its beginning. */
export type Length = { readonly minutes: number; readonly startedAt: Moment | null }

/** The length of a form: a button with minutes, until now since a moment, or the own number or time. */
export function parseLength(typed: Typed, since: Moment | null, now: Moment): Length | No {
  const length = typed('length')
  if (length === 'now') {
    if (since === null) return refuse('nothing-runs', 'length')
    const minutes = ranFor(since, now)
    return isRefusal(minutes) ? minutes : { minutes, startedAt: since }
  }
  if (LENGTHS.some((minutes) => String(minutes) === length))
    return { minutes: Number(length), startedAt: null }
  return typed('from').trim() === '' ? withoutBegin(typed) : ownLength(typed, now)
}

function withoutBegin(typed: Typed): Length | No {
  const minutes = parseMinutes(typed('minutes'))
  return isRefusal(minutes) ? minutes : { minutes, startedAt: null }
}

/** From a time on the clock of a day: so many minutes, or until now where none are said. */
function ownLength(typed: Typed, now: Moment): Length | No {
  const day = parsePastDay(typed('day'), dayOf(new Date(now)))
  if (isRefusal(day)) return day
  const clock = /^(\d{1,2})[.:](\d{2})$/.exec(typed('from').trim())
  const startedAt = clock && momentInAmsterdam(`${day}T${clock[1]?.padStart(2, '0')}:${clock[2]}`)
  if (!startedAt || startedAt >= now) return refuse('begin-unknown', 'from')
  const minutes = typed('minutes').trim() === '' ? ranFor(startedAt, now) : parseMinutes(typed('minutes'))
  return isRefusal(minutes) ? minutes : { minutes, startedAt }
}

/**
 * What is tapped while something longer runs was just now, in the middle of it: with a beginning its minutes count once.
 */
export function inBetween(length: Length, running: Running | null, day: Day, now: Moment): Length {
  if (length.startedAt !== null || !running || day !== dayOf(new Date(now))) return length
  const began = new Date(Date.parse(now) - length.minutes * MINUTE)
  return dayOf(began) === day ? { ...length, startedAt: momentOf(began) } : length
}

/**
 * The entries of the plan that stand ready as a choice: those most written down for lately, then those for which the
 * plan has most hours.
 */
export function likelyEntries(recent: readonly Activity[], plan: Plan | null, most: number): EntryId[] {
  if (!plan) return []
  const times = new Map<EntryId, number>()
  for (const one of recent) {
    if (one.subject.what !== 'entry' || isAdHoc(one)) continue
    times.set(one.subject.entryId, (times.get(one.subject.entryId) ?? 0) + 1)
  }
  const weight = (id: EntryId, hours: number | null) => (times.get(id) ?? 0) * 10_000 + (hours ?? 0)
  return plan.entries
    .map(({ id, coordinatorHours }) => ({ id, weight: weight(id, coordinatorHours) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, most)
    .map(({ id }) => id)
}
