import type { Day } from '../kernel/day.ts'
import { mondayOf, weekNumber } from '../kernel/days.ts'
import type { EntryId } from '../kernel/id.ts'
import type { Domain } from '../plan/entry.ts'
import type { Counted } from './count.ts'
import { AD_HOCS, type AdHoc, isAdHoc } from './time.ts'
import { nextWeek } from './week.ts'

/** Minutes, each counted once: preventive + curative + neither is the total, and so is planned + between. */
export type Tally = {
  readonly minutes: number
  readonly preventive: number
  readonly curative: number
  readonly neither: number
  readonly planned: number
  readonly adHoc: number
}

const sumOf = (counted: readonly Counted[]) => counted.reduce((sum, { minutes }) => sum + minutes, 0)

export function tallyOf(counted: readonly Counted[]): Tally {
  const of = (is: (one: Counted) => boolean) => sumOf(counted.filter(is))
  return {
    minutes: sumOf(counted),
    preventive: of(({ activity }) => activity.aim === 'preventive'),
    curative: of(({ activity }) => activity.aim === 'curative'),
    neither: of(({ activity }) => activity.aim === null),
    planned: of(({ activity }) => !isAdHoc(activity)),
    adHoc: of(({ activity }) => isAdHoc(activity)),
  }
}

/** The part of what prevents or repairs that prevents, from 0 to 1; null when nothing does either. */
export function preventiveShare({ preventive, curative }: Pick<Tally, 'preventive' | 'curative'>) {
  return preventive + curative === 0 ? null : preventive / (preventive + curative)
}

/** The three circles; where all three meet lies process direction. */
export const RINGS = ['care', 'learning', 'trends'] as const
export type Ring = (typeof RINGS)[number]
/** A part of the picture of the three circles: exactly these rings and no other. */
export const REGIONS = [
  ['care'],
  ['learning'],
  ['trends'],
  ['care', 'learning'],
  ['care', 'trends'],
  ['learning', 'trends'],
  ['care', 'learning', 'trends'],
  [],
] as const satisfies readonly (readonly Ring[])[]

/** The rings in which an activity lies: process direction is where all three meet. */
export const ringsOf = (domains: readonly Domain[]): Ring[] =>
  domains.includes('process') ? [...RINGS] : RINGS.filter((ring) => domains.includes(ring))

export type DomainTally = {
  /** What lies in a ring, whole: together more than the total where rings overlap. */
  readonly rings: Readonly<Record<Ring, number>>
  /** What lies in exactly these rings: together the total, each minute once. */
  readonly regions: readonly { readonly rings: readonly Ring[]; readonly minutes: number }[]
  readonly total: number
}

export function domainsTally(counted: readonly Counted[]): DomainTally {
  const inRing = (ring: Ring) =>
    sumOf(counted.filter(({ activity }) => ringsOf(activity.domains).includes(ring)))
  return {
    rings: { care: inRing('care'), learning: inRing('learning'), trends: inRing('trends') },
    regions: REGIONS.map((rings) => ({
      rings,
      minutes: sumOf(counted.filter(({ activity }) => ringsOf(activity.domains).join() === rings.join())),
    })),
    total: sumOf(counted),
  }
}

/** What came between by kind, the most first; kinds without a minute are left out. */
export const adHocTally = (counted: readonly Counted[]): { kind: AdHoc; minutes: number }[] =>
  AD_HOCS.map((kind) => ({ kind, minutes: sumOf(counted.filter((one) => adHocOf(one) === kind)) }))
    .filter(({ minutes }) => minutes > 0)
    .sort((one, other) => other.minutes - one.minutes)

const adHocOf = ({ activity: { subject } }: Counted) => (subject.what === 'ad-hoc' ? subject.adHoc : null)

/** A span of time in minutes: what of it is shared goes out as proportions only. */
export type Measured = {
  readonly minutes: number
  readonly preventive: number
  readonly curative: number
  readonly adHoc: number
  /** Of what came between, the most first. */
  readonly kinds: readonly { readonly kind: AdHoc; readonly minutes: number }[]
  /** Whole in each; process is what lies in all three. */
  readonly domains: Readonly<Record<Domain, number>>
}

export function measure(counted: readonly Counted[]): Measured {
  const { minutes, preventive, curative, adHoc } = tallyOf(counted)
  const { rings, regions } = domainsTally(counted)
  const process = regions.find((region) => region.rings.length === RINGS.length)?.minutes ?? 0
  return {
    minutes,
    preventive,
    curative,
    adHoc,
    kinds: adHocTally(counted),
    domains: { ...rings, process },
  }
}

export type GoalTally = {
  /** The goal; null: what belongs to no goal. */
  readonly goalId: EntryId | null
  readonly minutes: number
}

/** Time by goal, a track's under the goal it hangs on; `goalOf` knows the plan. The most first, no goal last. */
export function goalTally(
  counted: readonly Counted[],
  goalOf: (entry: EntryId) => EntryId | null,
): GoalTally[] {
  const byGoal = Map.groupBy(counted, ({ activity: { subject } }) =>
    subject.what === 'entry' ? goalOf(subject.entryId) : null,
  )
  return [...byGoal]
    .map(([goalId, ones]) => ({ goalId, minutes: sumOf(ones) }))
    .sort(
      (one, other) =>
        Number(one.goalId === null) - Number(other.goalId === null) || other.minutes - one.minutes,
    )
}

export type WeekTally = Tally & {
  /** Its Monday. */
  readonly week: Day
  readonly number: number
  /** The name of the holiday that takes the whole working week. */
  readonly holiday: string | null
  readonly isEstimated: boolean
  /** It is over: only then it counts in what is said over the weeks. */
  readonly isWhole: boolean
}

/** Every week of a row, with its tally; `holidayOf` answers the name of a week without school. */
export function weekTallies(
  counted: readonly Counted[],
  weeks: readonly Day[],
  today: Day,
  holidayOf: (week: Day) => string | null,
): WeekTally[] {
  const byWeek = Map.groupBy(counted, ({ activity }) => mondayOf(activity.day))
  return weeks.map((week) => {
    const ones = byWeek.get(week) ?? []
    return {
      ...tallyOf(ones),
      week,
      number: weekNumber(week),
      holiday: holidayOf(week),
      isEstimated: ones.some(({ activity }) => activity.source === 'estimate'),
      isWhole: nextWeek(week) <= today,
    }
  })
}
