import type { Answer, Choice, Counted, Frame, LateObjection, Outcome, Round, Voice } from './round.ts'

/** What a round comes to: from what lies in its record, and from nothing else. */

/** All that an outcome hangs on. */
export type Recorded = Pick<Round, 'voices' | 'counted' | 'box' | 'late'>

export type Ballots = Readonly<Record<Choice, number>>

export function countBallots(ballots: readonly Choice[]): Ballots {
  const count = (choice: Choice) => ballots.filter((ballot) => ballot === choice).length
  return { for: count('for'), against: count('against'), blank: count('blank') }
}

/** How many hands or papers there were. */
export const totalOf = (counted: Pick<Counted, 'for' | 'concerns' | 'against' | 'blank'> | null) =>
  counted === null ? 0 : counted.for + counted.concerns + counted.against + counted.blank

export type Tally = {
  readonly answered: number
  readonly for: number
  readonly objections: number
  readonly concerns: number
}

/**
 * Voices, hands and papers that were counted, and ballots. Objections that were taken back count as an answer, no
 * longer as an objection and never as a yes; so does blank.
 */
export function tally({ voices, counted, box }: Recorded): Tally {
  const count = (kind: Answer['kind']) =>
    voices.filter((voice) => voice.answer.kind === kind && voice.withdrawnAt === null).length
  const ballots = countBallots(box?.ballots ?? [])
  const concerns = count('concern') + (counted?.concerns ?? 0)
  return {
    answered: voices.length + totalOf(counted) + (box?.given.length ?? 0),
    for: count('consent') + concerns + (counted?.for ?? 0) + ballots.for,
    objections: count('objection') + (counted?.against ?? 0) + ballots.against,
    concerns,
  }
}

/**
 * An objection is looked at first: it is never lost behind a missing quorum. One that was laid afterwards undoes what
 * stood, under either rule: the team looks at it again.
 */
export function outcomeOf(frame: Frame, round: Recorded): Outcome {
  const counted = tally(round)
  if (lateObjections(round).length > 0) return 'objection'
  if (frame.rule.kind === 'consent' && counted.objections > 0) return 'objection'
  if (counted.answered < frame.quorum || counted.answered === 0) return 'no-quorum'
  return frame.rule.kind === 'consent' || carries(frame.rule.percentage, counted) ? 'stands' : 'no-majority'
}

function carries(percentage: number, counted: Tally) {
  const cast = counted.for + counted.objections
  return percentage === 50 ? counted.for * 2 > cast : cast > 0 && counted.for * 100 >= percentage * cast
}

/** The outcome as it was when the round closed: before anybody took an objection back or laid one afterwards. */
export const outcomeAtClosing = (frame: Frame, round: Recorded): Outcome =>
  outcomeOf(frame, {
    ...round,
    voices: round.voices.map((voice): Voice => ({ ...voice, withdrawnAt: null })),
    late: [],
  })

/** Under the majority rule an objection can be outvoted, but openly: by name and reason in the record. */
export const standingObjections = (round: Round) =>
  round.voices.filter((voice) => voice.answer.kind === 'objection' && voice.withdrawnAt === null)

/** Laid after the round and not taken back. */
export const lateObjections = (round: Pick<Round, 'late'>): readonly LateObjection[] =>
  round.late.filter(({ withdrawnAt }) => withdrawnAt === null)
