import type { Day } from '../kernel/day.ts'
import { mondayOf } from '../kernel/days.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { firstDay, previousYear, schoolYearOf } from '../kernel/school-year.ts'
import { isGoal } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import type { Counted } from './count.ts'
import { countsOf, subjectFrom } from './log.ts'
import { AD_HOCS, type Counts, type Subject, subjectKey, type TimeRefusal } from './time.ts'

/** A slider goes by quarters of an hour; no week has more of one thing than this. */
export const STEP_MINUTES = 15
export const MOST_OF_ONE = 20 * 60

/** One slider of the estimate of a week, with where it begins. */
export type Slider = { readonly subject: Subject; readonly minutes: number }

/** The sliders of a week in three groups, each beginning at what was written down. */
export type Sliders = {
  /** The goals of the plan, and what else belongs to no one entry. */
  readonly main: readonly Slider[]
  readonly tracks: readonly Slider[]
  readonly between: readonly Slider[]
}

export function slidersOf(plan: Plan | null, counted: readonly Counted[]): Sliders {
  const written = new Map<string, number>()
  for (const { activity, minutes } of counted) {
    const key = subjectKey(activity.subject)
    written.set(key, (written.get(key) ?? 0) + minutes)
  }
  const slider = (subject: Subject): Slider => ({
    subject,
    minutes: inSteps(written.get(subjectKey(subject)) ?? 0),
  })
  const entries = plan?.entries ?? []
  const ofEntry = (id: (typeof entries)[number]['id']) => slider({ what: 'entry', entryId: id })
  return {
    main: [
      ...entries.filter(isGoal).map(({ id }) => ofEntry(id)),
      ...(['question', 'care', 'other'] as const).map((what) => slider({ what })),
    ],
    tracks: entries.filter((entry) => !isGoal(entry)).map(({ id }) => ofEntry(id)),
    between: AD_HOCS.map((adHoc) => slider({ what: 'ad-hoc', adHoc })),
  }
}

/** To the nearest step, and never nothing where something was. */
const inSteps = (minutes: number) =>
  minutes === 0 ? 0 : Math.max(STEP_MINUTES, Math.round(minutes / STEP_MINUTES) * STEP_MINUTES)

export type Guess = Counts & Slider

/** The estimate as a form gives it: 'm:<subject>' with minutes. Nothing at all is no estimate. */
export function parseEstimate(
  fields: Iterable<readonly [string, string]>,
  plan: Plan | null,
): Guess[] | Refusal<TimeRefusal> {
  const guesses = new Map<string, Guess>()
  for (const [name, value] of fields) {
    if (!name.startsWith('m:') || value.trim() === '' || Number(value) === 0) continue
    const subject = subjectFrom(name.slice(2), plan)
    if (isRefusal(subject)) return subject
    const minutes = /^\d{1,4}$/.test(value) ? Number(value) : Number.NaN
    if (!(minutes <= MOST_OF_ONE)) return refuse('length-unknown')
    guesses.set(subjectKey(subject), { subject, minutes, ...countsOf(subject, plan) })
  }
  return guesses.size === 0 ? refuse('nothing-chosen') : [...guesses.values()]
}

/** The week that can be estimated: one that has begun, not longer ago than the last school year. */
export function parseWeek(day: Day | null, today: Day): Day | Refusal<TimeRefusal> {
  const week = day && mondayOf(day)
  const first = firstDay(previousYear(schoolYearOf(today)))
  return week && week <= today && week >= first ? week : refuse('week-unknown')
}

/** The fields of a form that are text. */
export const textsIn = (form: FormData): [string, string][] =>
  [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : []))
