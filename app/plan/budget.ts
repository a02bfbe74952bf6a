import { type Refusal, refuse } from '../kernel/refusal.ts'
import { lbboHours } from '../school/school.ts'
import type { Plan } from './plan.ts'
import { type Roster, WEEKS_OF_WORK } from './roster.ts'

/** The coordinator's week, in hours: what there is, what is asked of it, and what the norm of the LBBO would give. */
export type Budget = {
  /** Weeks of work in this school year, without holidays. */
  readonly weeks: number
  /** Null: the school did not say how many hours there are. */
  readonly week: number | null
  /** Planned with goals and tracks: of the year, and spread over its weeks. */
  readonly plannedYear: number
  readonly plan: number
  readonly care: number
  readonly room: number
  readonly asked: number
  /** What is asked and does not fit; 0 when it fits or when nobody said how many hours there are. */
  readonly over: number
  /** What is left unplanned; 0 when there is nothing left. */
  readonly left: number
  readonly pupils: number | null
  readonly norm: number | null
  /** What the hours fall short of the norm; 0 when they do not. */
  readonly toNorm: number
}

type Asking = Pick<Plan, 'entries' | 'careHours' | 'roomHours'>
type Having = Pick<Roster, 'hoursAWeek' | 'pupils'>

/** The hours of a plan as a week: hours of the year over its weeks, with care and room for what comes beside them. */
export function budgetOf(
  plan: Asking,
  { hoursAWeek, pupils }: Having,
  weeks: number = WEEKS_OF_WORK,
): Budget {
  const plannedYear = plan.entries.reduce((sum, entry) => sum + (entry.coordinatorHours ?? 0), 0)
  const perWeek = weeks > 0 ? plannedYear / weeks : 0
  const [care, room] = [plan.careHours ?? 0, plan.roomHours ?? 0]
  const asked = perWeek + care + room
  const norm = pupils === null ? null : lbboHours(pupils)
  const above = (one: number, other: number | null) => (other === null ? 0 : tenths(Math.max(0, one - other)))
  return {
    weeks,
    week: hoursAWeek,
    plannedYear,
    plan: tenths(perWeek),
    care,
    room,
    asked: tenths(asked),
    over: above(asked, hoursAWeek),
    left: hoursAWeek === null ? 0 : above(hoursAWeek, asked),
    pupils,
    norm,
    toNorm: norm === null || hoursAWeek === null ? 0 : above(norm, hoursAWeek),
  }
}

const tenths = (hours: number) => Math.round(hours * 10) / 10

/** Something was said about the hours: there is a sum to show. */
export const isSaid = ({ asked, week }: Budget) => asked > 0 || week !== null

export const MOST_A_WEEK = 60

export type WeekHours = { readonly careHours: number | null; readonly roomHours: number | null }

/** Hours a week for care and for what comes, from a form: empty is not said; quarters at the finest. */
export function parseWeekHours(raw: {
  readonly care: string
  readonly room: string
}): WeekHours | Refusal<'week-hours-unknown'> {
  const careHours = hoursIn(raw.care)
  if (careHours === undefined) return refuse('week-hours-unknown', 'care')
  const roomHours = hoursIn(raw.room)
  return roomHours === undefined ? refuse('week-hours-unknown', 'room') : { careHours, roomHours }
}

/** Null when empty, undefined when it is no number of hours. Quarters of an hour, with a comma or a point. */
function hoursIn(raw: string): number | null | undefined {
  const text = raw.trim().replace(',', '.')
  if (text === '') return null
  const hours = /^\d{1,2}(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN
  return hours <= MOST_A_WEEK && Number.isInteger(hours * 4) ? hours : undefined
}
