import type { Day, Moment } from '../kernel/day.ts'
import type { EntryId, MeetingId, PersonId, PlanId, YearItemId } from '../kernel/id.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Template } from '../meeting/meeting.ts'
import type { EvaluationMoment } from '../plan/entry.ts'

/** What a school puts in its year itself. */
export const ITEM_KINDS = [
  'start',
  'group-review',
  'tests',
  'transition-test',
  'trend-talk',
  'study-day',
  'reports',
  'parents',
  'council',
  'deadline',
  'other',
] as const
export type ItemKind = (typeof ITEM_KINDS)[number]
/** What comes in from the plan and from the team's meetings; it is kept there and nowhere else. */
export type YearKind = ItemKind | 'evaluation' | 'meeting' | 'adopted'

export const isItemKind = (value: unknown): value is ItemKind => ITEM_KINDS.includes(value as ItemKind)

/** Where a moment is kept, and so how it is changed. */
export type MomentSource =
  | { readonly kind: 'item'; readonly id: YearItemId }
  | {
      readonly kind: 'evaluation'
      readonly planId: PlanId
      readonly entryId: EntryId
      readonly occasion: EvaluationMoment['occasion']
      readonly isGoal: boolean
    }
  | { readonly kind: 'meeting'; readonly id: MeetingId; readonly template: Template }
  | { readonly kind: 'plan'; readonly id: PlanId }

/** Something of a day, or of some days, in the year of the team. */
export type YearMoment = {
  /** The same as long as it is the same moment, also when it moves; no other moment has it. */
  readonly uid: string
  readonly kind: YearKind
  /** Both included. */
  readonly from: Day
  readonly to: Day
  /** Null: all day. */
  readonly startsAt: Moment | null
  readonly endsAt: Moment | null
  /** As people called it; '' for what is called after its kind. The words are `titleOf`'s (`year-text.ts`). */
  readonly title: string
  /** Of an evaluation: whose track, or the number of the goal; else ''. */
  readonly about: string
  readonly note: string
  readonly place: string
  readonly href: string
  /** Whom it concerns; null: the whole team. */
  readonly personIds: readonly PersonId[] | null
  readonly changedAt: Moment
  readonly source: MomentSource
}

/** What the school put in its year, as it is kept. */
export type YearItem = {
  readonly id: YearItemId
  readonly schoolYear: SchoolYear
  readonly kind: ItemKind
  readonly title: string
  readonly note: string
  readonly place: string
  readonly from: Day
  readonly to: Day
  readonly startsAt: Moment | null
  readonly endsAt: Moment | null
  /** The line of the template ('line-…') or the item of another year (its id) that it was made from. */
  readonly madeFrom: string | null
  readonly revision: number
  readonly changedAt: Moment
}

export type NewYearItem = Omit<YearItem, 'id' | 'revision' | 'changedAt'>

export type YearReason =
  | 'day-unknown'
  | 'days-turned'
  | 'outside-year'
  | 'too-many-days'
  | 'hours-unknown'
  | 'begin-missing'
  | 'end-missing'
  | 'hours-of-one-day'
  | 'hours-turned'
  | 'kind-unknown'
  | 'title-missing'
  | 'too-long'
  | 'too-many'
  | 'item-gone'
  | 'stale'
  | 'moment-gone'
  | 'day-taken'
  | 'same-day'
  | 'proposed-already'
  | 'answered-already'
  | 'year-unknown'
  | 'region-unknown'
  | 'nothing-chosen'
  | 'line-unknown'

export const LONGEST = { title: 120, note: 600, place: 120 } as const
/** More than any school has in one year; keeps one year from filling the database. */
export const MOST_ITEMS = 400
/** A period longer than this is no moment any more. */
export const MOST_DAYS = 92

export type YearRefusal = Refusal<YearReason>

/** By day, then by clock, what lasts all day first. */
export const inOrder = <One extends Pick<YearMoment, 'from' | 'startsAt' | 'uid'>>(moments: readonly One[]) =>
  moments.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))

const keyOf = ({ from, startsAt, uid }: Pick<YearMoment, 'from' | 'startsAt' | 'uid'>) =>
  `${from} ${startsAt ?? ''} ${uid}`
