import type { Day, Moment } from '../kernel/day.ts'
import type { EntryId, Id, PersonId, PlanId } from '../kernel/id.ts'
import type { Entry, EvaluationMoment } from '../plan/entry.ts'
import type { NewMoment } from '../plan/tie.ts'
import type { YearMoment } from './year.ts'

export type DayProposalId = Id<'year-proposal'>

/** Another day for looking back at a track, laid before whose track it is. */
export type DayProposal = {
  readonly id: DayProposalId
  readonly planId: PlanId
  readonly entryId: EntryId
  readonly occasion: EvaluationMoment['occasion']
  readonly from: Day
  readonly to: Day
  readonly proposedAt: Moment
  readonly proposedBy: PersonId | null
  readonly answered: DayAnswer | null
}
/** `other`: another day than was proposed; `lapsed`: the moment had moved already; `withdrawn`: by who proposed. */
export const DAY_ANSWERS = ['yes', 'other', 'no', 'lapsed', 'withdrawn'] as const
export type DayAnswer = {
  readonly as: (typeof DAY_ANSWERS)[number]
  /** The day that it became; null: it stayed where it was. */
  readonly became: Day | null
  readonly at: Moment
}

/** The moment of an entry with this occasion on this day; undefined when it is not there (any more). */
export const momentOn = (entry: Entry, occasion: string, day: Day): EvaluationMoment | undefined =>
  entry.moments.find((one) => one.occasion === occasion && one.onDay === day)

/** The moments of an entry with one of them on another day; null when that one is not there. */
export function withMoved(entry: Entry, occasion: string, from: Day, to: Day): NewMoment[] | null {
  const moved = momentOn(entry, occasion, from)
  if (!moved) return null
  return entry.moments.map((one) => ({ onDay: one === moved ? to : one.onDay, occasion: one.occasion }))
}

/** Of whom something waits: a proposal that lies open and of which the moment still stands where it stood. */
export const isOpenProposal = ({ answered }: DayProposal) => answered === null

/** The proposal that lies open about a moment of the year. */
export const proposalAbout = (
  proposals: readonly DayProposal[],
  { source, from }: Pick<YearMoment, 'source' | 'from'>,
) =>
  proposals.find(
    (one) =>
      isOpenProposal(one) &&
      source.kind === 'evaluation' &&
      one.entryId === source.entryId &&
      one.occasion === source.occasion &&
      one.from === from,
  ) ?? null
