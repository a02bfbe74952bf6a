import type { Day, Moment } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import type { CalendarFeedId, PersonId, SchoolId } from '../kernel/id.ts'
import { nextYear, previousYear, type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'

/** What somebody follows in their own calendar: what is theirs, or the year of the team. */
export const FEED_KINDS = ['own', 'team'] as const
export type FeedKind = (typeof FEED_KINDS)[number]
export const isFeedKind = (value: unknown): value is FeedKind => FEED_KINDS.includes(value as FeedKind)

/** An address at which a calendar program reads. */
export type Feed = {
  readonly id: CalendarFeedId
  readonly schoolId: SchoolId
  /** Who made it; it shows what this person may see, for as long as this person is at the school. */
  readonly personId: PersonId
  readonly kind: FeedKind
  readonly madeAt: Moment
  /** The last day on which a program read it; null: none has yet. */
  readonly seenOn: Day | null
}

/** One thing in a feed: when, what in a few words, where, and a link. Nothing else goes along. */
export type FeedEvent = {
  /** The same as long as it is the same thing, also when it moves. */
  readonly uid: string
  /** Both included. */
  readonly from: Day
  readonly to: Day
  /** Null: whole days. */
  readonly startsAt: Moment | null
  readonly endsAt: Moment | null
  readonly title: string
  readonly place: string
  /** A path of this server. */
  readonly href: string
  /** Asked, and not agreed yet. */
  readonly isTentative?: boolean
}

/** How long what is over stays in a feed. */
const DAYS_BACK = 60
/** More than anybody looks through; keeps one feed from growing without end. */
const MOST_EVENTS = 2_000

export const firstDayIn = (today: Day) => plusDays(today, -DAYS_BACK)

/** The school years that a feed looks into: this one and the next, and for the first months the one before. */
export function yearsIn(today: Day): SchoolYear[] {
  const year = schoolYearOf(today)
  const before = schoolYearOf(firstDayIn(today)) === year ? [] : [previousYear(year)]
  return [...before, year, nextYear(year)]
}

/** What is not long over, by day; a thing that two years tell of stands in it once. */
export function inFeed(events: readonly FeedEvent[], today: Day): FeedEvent[] {
  const first = firstDayIn(today)
  const once = new Map(events.filter(({ to }) => to >= first).map((event) => [event.uid, event]))
  const key = ({ from, startsAt, uid }: FeedEvent) => `${from} ${startsAt ?? ''} ${uid}`
  return [...once.values()].sort((one, other) => (key(one) < key(other) ? -1 : 1)).slice(0, MOST_EVENTS)
}
