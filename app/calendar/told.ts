import type { Day, Moment } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import type { FeedEvent } from './feed.ts'

/** What the calendar behind an address knows of one event. */
export type Told = {
  readonly uid: string
  /** Rises with every change, so that a calendar knows which of two is the newer one. */
  readonly sequence: number
  /** A hash of what was told. */
  readonly print: string
  readonly from: Day
  readonly to: Day
  readonly startsAt: Moment | null
  readonly endsAt: Moment | null
  readonly changedAt: Moment
  /** Since when it does not go on; null: it does. */
  readonly goneAt: Moment | null
}

/** An event as it is told now: with its number, or without words where it does not go on. */
export type ToldEvent = Told & { readonly event: FeedEvent | null }

export type Retold = {
  /** Everything that stands in the feed now, in the order of the events; what does not go on comes last. */
  readonly shown: readonly ToldEvent[]
  /** What is new or changed, to be kept. */
  readonly changed: readonly Told[]
  /** What nobody has to hear of any more. */
  readonly forgotten: readonly string[]
}

/** So many days what does not go on stays in the feed as such, so that every calendar hears of it. */
const DAYS_GONE = 30

/**
 * What a calendar is told, from what it was told before and what there is now.
 * @param printOf a hash of what is told of an event
 */
export function retell(
  before: readonly Told[],
  events: readonly FeedEvent[],
  printOf: (event: FeedEvent) => string,
  now: { readonly moment: Moment; readonly today: Day },
): Retold {
  const known = new Map(before.map((told) => [told.uid, told]))
  const there = events.map((event) => tellOne(event, known.get(event.uid), printOf, now.moment))
  const uids = new Set(events.map(({ uid }) => uid))
  const missing = before.filter(({ uid }) => !uids.has(uid))
  const forgotten = missing.filter((told) => isForgotten(told, now.today))
  const gone = missing.filter((told) => !forgotten.includes(told)).map((told) => takeBack(told, now.moment))
  const shown = [
    ...there.map((told, place) => ({ ...told, event: events[place] ?? null })),
    ...gone.map((told) => ({ ...told, event: null })),
  ]
  const changed = [...there, ...gone].filter(
    (told) => known.get(told.uid)?.sequence !== told.sequence || known.get(told.uid)?.print !== told.print,
  )
  return { shown, changed, forgotten: forgotten.map(({ uid }) => uid) }
}

function tellOne(
  event: FeedEvent,
  told: Told | undefined,
  printOf: (event: FeedEvent) => string,
  moment: Moment,
): Told {
  const print = printOf(event)
  if (told && told.print === print && told.goneAt === null) return told
  const { uid, from, to, startsAt, endsAt } = event
  const sequence = told ? told.sequence + 1 : 0
  return { uid, sequence, print, from, to, startsAt, endsAt, changedAt: moment, goneAt: null }
}

const takeBack = (told: Told, moment: Moment): Told =>
  told.goneAt !== null ? told : { ...told, sequence: told.sequence + 1, changedAt: moment, goneAt: moment }

/** What is over leaves by itself; what does not go on once everybody can have heard it. */
function isForgotten({ to, goneAt }: Told, today: Day): boolean {
  if (goneAt === null) return to < today
  return plusDays(goneAt.slice(0, 10) as Day, DAYS_GONE) < today
}
