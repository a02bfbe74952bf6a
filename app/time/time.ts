import type { Day, Moment } from '../kernel/day.ts'
import type { EntryId, TimeEntryId } from '../kernel/id.ts'
import type { Aim, Domain } from '../plan/entry.ts'

/** What the time went to: an entry of the plan, a colleague's question, care for a child, something between, else. */
export const WHATS = ['entry', 'question', 'care', 'ad-hoc', 'other'] as const
export type What = (typeof WHATS)[number]

/** What came in between, not planned. */
export const AD_HOCS = ['corridor', 'take-class', 'call-parents', 'pupil', 'prepare', 'other'] as const
export type AdHoc = (typeof AD_HOCS)[number]

/** A what with what belongs to it: the entry, or the kind of ad hoc; never a name, never a title. */
export type Subject =
  | { readonly what: 'entry'; readonly entryId: EntryId }
  | { readonly what: 'ad-hoc'; readonly adHoc: AdHoc }
  | { readonly what: 'question' | 'care' | 'other' }

/** Tapped just now, estimated for a whole week, or confirmed from the own calendar. */
export const SOURCES = ['tap', 'estimate', 'calendar'] as const
export type Source = (typeof SOURCES)[number]

/** One piece of the coordinator's own time. Nobody but its owner reads it. */
export type Activity = {
  readonly id: TimeEntryId
  readonly subject: Subject
  readonly day: Day
  /** When it began, where that is known; of an estimate and of 'half an hour' it is not. */
  readonly startedAt: Moment | null
  readonly minutes: number
  /** Null: neither prevents nor repairs. */
  readonly aim: Aim | null
  /** To which it belongs, as many as it likes; none: outside the three. */
  readonly domains: readonly Domain[]
  readonly source: Source
  readonly madeAt: Moment
}

/** What its owner is doing now, since when. */
export type Running = { readonly subject: Subject; readonly startedAt: Moment }

export const isAdHoc = ({ subject }: Pick<Activity, 'subject'>) => subject.what === 'ad-hoc'

/** How it counts: what somebody may change of a piece of time besides its length. */
export type Counts = Pick<Activity, 'aim' | 'domains'>

const AD_HOC_DOMAINS: Readonly<Record<AdHoc, readonly Domain[]>> = {
  corridor: ['learning'],
  'take-class': [],
  'call-parents': ['care'],
  pupil: ['care'],
  prepare: ['learning'],
  other: [],
}

/** How a subject counts that is no entry of the plan, until its owner says otherwise. */
export function usualCounts(subject: Exclude<Subject, { what: 'entry' }>): Counts {
  if (subject.what === 'ad-hoc') return { aim: 'curative', domains: AD_HOC_DOMAINS[subject.adHoc] }
  if (subject.what === 'care') return { aim: 'curative', domains: ['care'] }
  if (subject.what === 'question') return { aim: 'curative', domains: ['care', 'learning'] }
  return { aim: null, domains: [] }
}

/** A subject as one word in a form or a row: 'care', 'ad-hoc:pupil', 'entry:<id>'. */
export const subjectKey = (subject: Subject): string =>
  subject.what === 'entry'
    ? `entry:${subject.entryId}`
    : subject.what === 'ad-hoc'
      ? `ad-hoc:${subject.adHoc}`
      : subject.what

export type TimeRefusal =
  | 'what-missing'
  | 'entry-unknown'
  | 'length-missing'
  | 'length-unknown'
  | 'begin-unknown'
  | 'day-unknown'
  | 'day-to-come'
  | 'day-too-old'
  | 'nothing-runs'
  | 'runs-already'
  | 'ran-too-long'
  | 'gone'
  | 'too-many'
  | 'nothing-chosen'
  | 'week-unknown'
  | 'not-sure'

/** The lengths that are one tap. */
export const LENGTHS = [5, 15, 30, 60] as const
/** No piece of time is longer than a long working day. */
export const LONGEST = 12 * 60
/** More than anybody lives through in a week; keeps one week from filling the database. */
export const MOST_A_WEEK = 400
