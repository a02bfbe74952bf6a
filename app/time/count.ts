import type { Day } from '../kernel/day.ts'
import { mondayOf } from '../kernel/days.ts'
import type { Activity } from './time.ts'

/** An activity with the minutes of it that count: each minute of a day counts for one activity, so once in a total. */
export type Counted = { readonly activity: Activity; readonly minutes: number }

const MINUTE = 60_000

/**
 * What counts, and for how long. An estimate tells of its whole week: what was written down before it is in it. Where
 * two activities lie over each other on the clock, the minutes are of the one that began last: it came in between.
 */
export function countOnce(activities: readonly Activity[]): Counted[] {
  const there = activities.filter(isNotEstimated(activities))
  const timed = there.filter(({ startedAt }) => startedAt !== null)
  const taken = minutesByClock(timed)
  return there
    .map((activity) => ({ activity, minutes: taken.get(activity) ?? activity.minutes }))
    .filter(({ minutes }) => minutes > 0)
}

/** Whether an activity stands beside the estimate of its week: it is the estimate, or was written down after it. */
function isNotEstimated(activities: readonly Activity[]) {
  const estimates = new Map<Day, string>()
  for (const { source, day, madeAt } of activities) {
    const known = estimates.get(mondayOf(day)) ?? ''
    if (source === 'estimate' && madeAt > known) estimates.set(mondayOf(day), madeAt)
  }
  return ({ source, day, madeAt }: Activity) =>
    source === 'estimate' || madeAt > (estimates.get(mondayOf(day)) ?? '')
}

type Span = { readonly activity: Activity; readonly from: number; readonly to: number }

/** The minutes of each activity with a clock that no later one took. */
function minutesByClock(timed: readonly Activity[]): Map<Activity, number> {
  const spans = timed.map(spanOf)
  const minutes = new Map<Activity, number>(timed.map((activity) => [activity, 0]))
  const edges = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((one, other) => one - other)
  const beginAt = Map.groupBy(spans, ({ from }) => from)
  let open: Span[] = []
  for (const [place, edge] of edges.entries()) {
    open = [...open.filter(({ to }) => to > edge), ...(beginAt.get(edge) ?? [])]
    const last = lastToBegin(open)
    const next = edges[place + 1]
    if (last && next !== undefined)
      minutes.set(last.activity, (minutes.get(last.activity) ?? 0) + (next - edge))
  }
  return minutes
}

/** By whole minutes, so that no second is lost between two that touch. */
function spanOf(activity: Activity): Span {
  const from = Math.floor(Date.parse(activity.startedAt ?? '') / MINUTE)
  return { activity, from, to: from + activity.minutes }
}

/** The one that came in last; of two that began together the shorter, then the one written down last. */
function lastToBegin(open: readonly Span[]): Span | undefined {
  const key = ({ from, to }: Span) => from * 10_000 - (to - from)
  return open.reduce<Span | undefined>((best, one) => {
    if (!best || key(one) > key(best)) return one
    return key(one) === key(best) && one.activity.id > best.activity.id ? one : best
  }, undefined)
}
