import type { CalendarFeedId } from '../kernel/id.ts'
import type { Wait } from '../session/throttle.ts'
import { waitAfter } from '../session/throttle.ts'

/**
 * How often one address is read. Programs ask a few times a day; what asks every second is out of order. Counted in
 * this process alone: a count in the database would be a write for every read.
 */
const LIMIT = { times: 120, seconds: 900 }
const MOST_COUNTED = 10_000

const counts = new Map<CalendarFeedId, { since: number; count: number }>()

/** Counts one reading; null, or how many seconds to wait. */
export function waitOf(id: CalendarFeedId, now: Date): Wait {
  const known = counts.get(id)
  const age = known ? (now.getTime() - known.since) / 1000 : 0
  const isNew = !known || age >= LIMIT.seconds || age < 0
  if (isNew && counts.size >= MOST_COUNTED) counts.clear()
  const count = isNew ? 1 : known.count + 1
  counts.set(id, { since: isNew ? now.getTime() : known.since, count })
  return waitAfter(count, isNew ? 0 : age, LIMIT)
}
