import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import {
  type Decision,
  type Frame,
  lastRound,
  newRound,
  type Round,
  type RoundRefusal,
  type Voice,
  type Way,
} from './round.ts'
import { lateObjections, outcomeOf } from './round-tally.ts'

/** How a decision stands after its last round, once that has closed; null while it is open. */
export function outcomeNow(decision: Decision) {
  const round = lastRound(decision)
  return round.closed === null ? null : outcomeOf(decision.frame, round)
}

export const stands = (decision: Decision) => outcomeNow(decision) === 'stands'
export const wasDropped = (decision: Decision) =>
  !stands(decision) && lastRound(decision).settled?.way === 'dropped'

export type Renewal = {
  readonly text: string
  readonly content: string
  readonly changeNote: string
  /** Null: held in the room, also when the round before was not. */
  readonly closesAt: Moment | null
}

/** A new round on the same item. After an objection the text must have changed; a missed quorum needs no new text. */
export function renew(
  decision: Decision,
  renewal: Renewal,
  by: PersonId,
  now: Moment,
): Decision | Refusal<RoundRefusal> {
  const last = lastRound(decision)
  const why = whyNotRenewed(decision, renewal, now)
  if (why !== null) return why
  const { text, content } = renewal
  const changeNote = renewal.changeNote.trim()
  const begins = { number: last.number + 1, text, content, changeNote, openedAt: now, openedBy: by }
  const next = newRound(decision.frame, begins, renewal.closesAt)
  return { ...decision, rounds: [...decision.rounds, next] }
}

function whyNotRenewed(decision: Decision, { text, changeNote, closesAt }: Renewal, now: Moment) {
  const last = lastRound(decision)
  const outcome = outcomeNow(decision)
  if (outcome === null) return refuse('round-open')
  if (outcome === 'stands') return refuse('decision-stands')
  if (wasDropped(decision)) return refuse('was-dropped')
  if (text.trim() === '') return refuse('text-missing', 'text')
  if (asksOtherWords(decision, last) && sameWords(text, last.text)) return refuse('text-not-changed', 'text')
  if (changeNote.trim() === '') return refuse('change-note-missing', 'changeNote')
  if (closesAt !== null && decision.frame.unnamed) return refuse('unnamed-in-room', 'closesAt')
  return closesAt !== null && closesAt <= now ? refuse('closing-time-past', 'closesAt') : null
}

/** Not after a missed quorum, nor when somebody who was away asks the team to vote once more with a reason known. */
function asksOtherWords(decision: Decision, last: Round) {
  const cameBack = decision.frame.rule.kind === 'majority' && lateObjections(last).length > 0
  return outcomeNow(decision) !== 'no-quorum' && !cameBack
}

/** Other spaces are no other text. */
const sameWords = (one: string, other: string) => words(one) === words(other)
const words = (text: string) => text.trim().split(/\s+/).join(' ')

/** What the chair does with an item without a decision; it decides nothing in the item's place. */
export function settle(
  decision: Decision,
  way: Way,
  note: string,
  by: PersonId,
  now: Moment,
): Decision | Refusal<RoundRefusal> {
  const outcome = outcomeNow(decision)
  if (outcome === null) return refuse('round-open')
  if (outcome === 'stands') return refuse('decision-stands')
  if (wasDropped(decision)) return refuse('was-dropped')
  if (note.trim() === '') return refuse('note-missing', 'note')
  return withLast(decision, { ...lastRound(decision), settled: { way, note: note.trim(), at: now, by } })
}

/** The objector alone takes the objection back; what was said stays readable. */
export function withdraw(
  decision: Decision,
  person: PersonId,
  now: Moment,
): Decision | Refusal<RoundRefusal> {
  const round = lastRound(decision)
  if (round.closed === null) return refuse('round-open')
  if (wasDropped(decision)) return refuse('was-dropped')
  if (!hasObjectionOf(decision, person)) return refuse('no-objection')
  const byConsent = decision.frame.rule.kind === 'consent'
  const voices = round.voices.map((voice) =>
    byConsent && isObjectionOf(voice, person) ? { ...voice, withdrawnAt: now } : voice,
  )
  const late = round.late.map((one) =>
    one.person === person && one.withdrawnAt === null ? { ...one, withdrawnAt: now } : one,
  )
  return withLast(decision, { ...round, voices, late })
}

/** Whether this person has an objection in the last round that can be taken back: not one that was a vote against. */
export function hasObjectionOf({ frame, rounds }: Pick<Decision, 'frame'> & WithRounds, person: PersonId) {
  const last = rounds[rounds.length - 1] ?? rounds[0]
  return (
    last.late.some((late) => late.person === person && late.withdrawnAt === null) ||
    (frame.rule.kind === 'consent' && (last.voices ?? []).some((voice) => isObjectionOf(voice, person)))
  )
}
type Said = Pick<Round, 'late'> & { readonly voices: readonly Voice[] | null }
type WithRounds = { readonly rounds: readonly [Said, ...Said[]] }

const isObjectionOf = (voice: Voice, person: PersonId) =>
  voice.person === person && voice.answer.kind === 'objection' && voice.withdrawnAt === null

export function withLast(decision: Decision, round: Round): Decision {
  const [first, ...later] = decision.rounds
  return later.length === 0
    ? { ...decision, rounds: [round] }
    : { ...decision, rounds: [first, ...later.slice(0, -1), round] }
}

/** When the item came to stand: as its last round closed, or as the last objection was taken back after it. */
export function stoodAt(decision: Decision): Moment | null {
  const { closed, voices, late } = lastRound(decision)
  if (closed === null || !stands(decision)) return null
  return [...voices, ...late].reduce(
    (latest, { withdrawnAt }) => (withdrawnAt && withdrawnAt > latest ? withdrawnAt : latest),
    closed.at,
  )
}

/** The act on the round that is under way. */
export const onLastRound =
  (act: (frame: Frame, round: Round) => Round | Refusal<RoundRefusal>) =>
  (decision: Decision): Decision | Refusal<RoundRefusal> => {
    const round = act(decision.frame, lastRound(decision))
    if (isRefusal(round)) return round
    return withLast(decision, round)
  }
