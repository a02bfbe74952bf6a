import type { Day } from '../kernel/day.ts'
import type { EntryId } from '../kernel/id.ts'
import { plainOf } from '../kernel/rich.ts'
import { type Entry, isWritten, textOf } from './entry.ts'
import type { Plan } from './plan.ts'

/** What the coordinator does for one entry, and when it is looked at. */
export type Activity = {
  readonly entryId: EntryId
  readonly effort: string
  readonly hours: number | null
  readonly days: readonly Day[]
}

export type YearOverview = {
  /** 'YYYY-MM' with the activities that are looked at in that month. */
  readonly months: readonly { readonly month: string; readonly activities: readonly Activity[] }[]
  /** Effort without a day: all year round. */
  readonly allYear: readonly Activity[]
  readonly hours: number
}

/** The coordinator's main activities of the year, as they follow from goals and tracks with an own effort. */
export function yearOverview(plan: Plan): YearOverview {
  const activities = plan.entries.filter(asksEffort).map(activityOf)
  const dated = activities.flatMap((activity) => monthsOf(activity).map((month) => ({ month, activity })))
  const months = [...Map.groupBy(dated, (one) => one.month)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([month, ones]) => ({ month, activities: ones.map((one) => one.activity) }))
  return {
    months,
    allYear: activities.filter((activity) => activity.days.length === 0),
    hours: activities.reduce((sum, activity) => sum + (activity.hours ?? 0), 0),
  }
}

/** 'Geen.' and the like are an answer, not an activity. */
const NO_EFFORT = /^(geen|none|nihil|n\.?v\.?t\.?|[-–—.…\s]*)\.?$/i

const asksEffort = (entry: Entry) =>
  isWritten(entry, 'coordinatorEffort') && !NO_EFFORT.test(plainOf(textOf(entry, 'coordinatorEffort')))

const activityOf = (entry: Entry): Activity => ({
  entryId: entry.id,
  effort: textOf(entry, 'coordinatorEffort'),
  hours: entry.coordinatorHours,
  days: entry.moments.map((moment) => moment.onDay),
})

const monthsOf = (activity: Activity) => [...new Set(activity.days.map((day) => day.slice(0, 7)))]
