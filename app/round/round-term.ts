import { type Day, dayOf, type Moment, parseDay } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import {
  type Decision,
  type Frame,
  hasAnswered,
  hasVoice,
  lastRound,
  type Round,
  type RoundRefusal,
} from './round.ts'
import { momentInAmsterdam } from './round-form.ts'
import { lateObjections, outcomeOf, tally } from './round-tally.ts'
import { LONGEST_REASON } from './round-voice.ts'
import { wasDropped, withLast } from './round-way.ts'

/** Coming back afterwards on what was decided in a room: for who was not there, with a reason, within some days. */

/**
 * The last moment of the term after a round in the room: the end of its last day in the Netherlands. Null: no term was
 * agreed, the round is not closed, was held by time (then who was away could answer), or everyone answered.
 */
export function termEnd(frame: Frame, round: Round): Moment | null {
  if (frame.absentDays === null || round.held !== 'room' || round.closed === null) return null
  if (tally(round).answered >= frame.voters.length) return null
  return endOfDay(daysAfter(dayOf(new Date(round.closed.at)), frame.absentDays))
}

function daysAfter(day: Day, days: number): Day {
  const later = new Date(Date.parse(`${day}T12:00:00Z`) + days * 24 * 60 * 60 * 1000)
  return parseDay(later.toISOString().slice(0, 10)) ?? day
}

function endOfDay(day: Day): Moment {
  const next = Date.parse(momentInAmsterdam(`${daysAfter(day, 1)}T00:00`) ?? `${day}T23:00:00Z`)
  return new Date(next - 1).toISOString() as Moment
}

/** Whether the round came to stand in the room, whatever was laid afterwards. */
const stoodInTheRoom = (frame: Frame, round: Round) => outcomeOf(frame, { ...round, late: [] }) === 'stands'

/** Until when this person can still come back on the decision; null: not, or not any more. */
export function mayObjectUntil(decision: Decision, person: PersonId, now: Moment): Moment | null {
  const end = termEnd(decision.frame, lastRound(decision))
  const hasObjected = lateObjections(lastRound(decision)).some((late) => late.person === person)
  return end !== null && !hasObjected && whyNotLate(decision, person, now) === null ? end : null
}

/** Until when the decision waits for who was not there; null: it waits for nobody. */
export function waitsUntil(decision: Decision, now: Moment): Moment | null {
  const end = termEnd(decision.frame, lastRound(decision))
  return end !== null && now <= end ? end : null
}

/** A reasoned objection after the round: the decision no longer stands and can be put to the team anew. */
export function objectLate(
  decision: Decision,
  person: PersonId,
  reason: string,
  now: Moment,
): Decision | Refusal<RoundRefusal> {
  const round = lastRound(decision)
  const before = round.late.find((late) => late.person === person && late.withdrawnAt === null)
  if (before?.reason === reason.trim()) return decision
  const no = whyNotLate(decision, person, now)
  if (no !== null) return no
  if (reason.trim() === '') return refuse('reason-missing', 'objection')
  if (reason.length > LONGEST_REASON) return refuse('text-too-long', 'objection')
  const late = { person, reason: reason.trim(), at: now, withdrawnAt: null }
  return withLast(decision, { ...round, late: [...round.late.filter((one) => one !== before), late] })
}

function whyNotLate(decision: Decision, person: PersonId, now: Moment): Refusal<RoundRefusal> | null {
  const { frame } = decision
  const round = lastRound(decision)
  if (round.closed === null) return refuse('round-open')
  if (!hasVoice(frame, person)) return refuse('no-voice')
  if (frame.absentDays === null || round.held !== 'room') return refuse('no-term')
  if (hasAnswered(round, person)) return refuse('was-there')
  if (wasDropped(decision)) return refuse('was-dropped')
  if (!stoodInTheRoom(frame, round)) return refuse('does-not-stand')
  return waitsUntil(decision, now) === null ? refuse('term-over') : null
}
