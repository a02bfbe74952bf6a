import type { Moment } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { type Counted, FEWEST_UNNAMED, type Frame, isOpenAt, type Round, type RoundRefusal } from './round.ts'
import { totalOf } from './round-tally.ts'

const MOST = 1_000

/**
 * Hands or papers that were counted as a whole, for those of whom no voice by name lies in the round; null takes the
 * count away. By consent an objection is never a number: it has an owner and a reason. Of an unnamed vote papers are
 * counted in the place of ballots, never beside them: a few papers would show who wrote what.
 */
export function countHands(
  frame: Frame,
  round: Round,
  counted: Omit<Counted, 'at'> | null,
  now: Moment,
): Round | Refusal<RoundRefusal> {
  if (!isOpenAt(round, now)) return refuse('round-closed')
  if (round.held !== 'room') return refuse('not-in-the-room')
  if (counted === null) return { ...round, counted: null }
  const count: Counted = { ...counted, at: now }
  const no = whyNotNumbers(frame, count) ?? whyNotUnnamed(round, count)
  if (no !== null) return no
  if (round.voices.length + totalOf(count) > frame.voters.length) return refuse('counted-too-many', 'for')
  return { ...round, counted: totalOf(count) === 0 ? null : count }
}

const isCount = (value: number) => Number.isInteger(value) && value >= 0 && value <= MOST

function whyNotNumbers({ rule }: Frame, count: Counted) {
  for (const field of ['for', 'concerns', 'against', 'blank'] as const)
    if (!isCount(count[field])) return refuse('count-unknown', field)
  if (rule.kind === 'majority') return null
  if (count.against > 0) return refuse('objection-needs-owner', 'against')
  return count.blank > 0 ? refuse('count-unknown', 'blank') : null
}

function whyNotUnnamed({ box }: Round, count: Counted) {
  if (box === null) return null
  if (count.method !== 'paper') return refuse('vote-unnamed', 'method')
  if (box.given.length > 0) return refuse('ballots-given')
  if (count.concerns > 0) return refuse('count-unknown', 'concerns')
  return totalOf(count) < FEWEST_UNNAMED ? refuse('counted-too-few', 'for') : null
}
