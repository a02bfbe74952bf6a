import type { Moment } from '../kernel/day.ts'
import type { DecisionId, PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'

/**
 * How it is decided. Consent: nobody has an objection that still stands. Majority: of those who answered, consent and
 * concern count as for, an objection as against; silence is no vote. At 50 per cent 'more than half' is asked, so a
 * tie does not carry; above it 'at least' that percentage. Nothing is rounded.
 */
export type Rule = { readonly kind: 'consent' } | { readonly kind: 'majority'; readonly percentage: number }

/** What is fixed before the first voice and stays so through every round on the item. */
export type Frame = {
  readonly rule: Rule
  /** How many of the voters have to answer. */
  readonly quorum: number
  readonly voters: readonly PersonId[]
  readonly chair: PersonId
}

export type Answer =
  | { readonly kind: 'consent' }
  | { readonly kind: 'concern'; readonly text: string | null }
  | { readonly kind: 'objection'; readonly reason: string }

export type Voice = {
  readonly person: PersonId
  readonly answer: Answer
  readonly spokenAt: Moment
  /** Only the objector takes an objection back, after the round; the voice itself stays in the record. */
  readonly withdrawnAt: Moment | null
}

/** `chair`: everyone had answered. `time`: the closing time had come. */
export type Closed = { readonly at: Moment; readonly by: PersonId | null; readonly outcome: Outcome }
export type Outcome = 'stands' | 'objection' | 'no-quorum' | 'no-majority'

/** What the chair does with an item that found no decision. */
export const WAYS = ['small-group', 'later-meeting', 'dropped'] as const
export type Way = (typeof WAYS)[number]
export type Settled = { readonly way: Way; readonly note: string; readonly at: Moment; readonly by: PersonId }

export type Round = {
  readonly number: number
  readonly text: string
  /** What exactly is decided, in the words of the room that asks; nobody sees it. */
  readonly content: string
  /** What changed since the round before, and why; null for the first. */
  readonly changeNote: string | null
  readonly openedAt: Moment
  readonly openedBy: PersonId
  readonly closesAt: Moment
  readonly voices: readonly Voice[]
  readonly closed: Closed | null
  readonly settled: Settled | null
}

/** A text that is put to people, in one or more rounds. `about` and the ids say what it is to the room that asks. */
export type Decision = {
  readonly id: DecisionId
  readonly scopeId: string
  readonly about: string
  readonly subjectId: string
  readonly title: string
  readonly frame: Frame
  readonly openedAt: Moment
  readonly openedBy: PersonId
  readonly rounds: readonly [Round, ...Round[]]
}

export type RoundRefusal =
  | 'round-closed'
  | 'round-open'
  | 'no-voice'
  | 'reason-missing'
  | 'text-too-long'
  | 'answer-unknown'
  | 'not-everyone-answered'
  | 'text-not-changed'
  | 'change-note-missing'
  | 'decision-stands'
  | 'was-dropped'
  | 'no-objection'
  | 'note-missing'
  | 'way-unknown'
  | 'text-missing'
  | 'title-missing'
  | 'rule-unknown'
  | 'percentage-unknown'
  | 'quorum-unknown'
  | 'voters-missing'
  | 'voter-unknown'
  | 'chair-unknown'
  | 'closing-time-unknown'
  | 'closing-time-past'
  | 'already-asked'

export const lastRound = (decision: Decision): Round =>
  decision.rounds[decision.rounds.length - 1] ?? decision.rounds[0]

export const hasVoice = (frame: Frame, person: PersonId) => frame.voters.includes(person)
export const voiceOf = (round: Round, person: PersonId) =>
  round.voices.find((voice) => voice.person === person) ?? null

/** Open until somebody or the clock has closed it. */
export const isOpenAt = (round: Round, now: Moment) => round.closed === null && now < round.closesAt

/** One voice a person; the last one spoken before the round closes counts. */
export function speak(
  frame: Frame,
  round: Round,
  person: PersonId,
  answer: Answer,
  now: Moment,
): Round | Refusal<RoundRefusal> {
  if (!isOpenAt(round, now)) return refuse('round-closed')
  if (!hasVoice(frame, person)) return refuse('no-voice')
  if (answer.kind === 'objection' && answer.reason.trim() === '') return refuse('reason-missing', 'reason')
  const others = round.voices.filter((voice) => voice.person !== person)
  return { ...round, voices: [...others, { person, answer, spokenAt: now, withdrawnAt: null }] }
}

/** The chair closes early only when everyone has answered: who counts on the closing time keeps that time. */
export function close(frame: Frame, round: Round, by: PersonId, now: Moment): Round | Refusal<RoundRefusal> {
  if (!isOpenAt(round, now)) return refuse('round-closed')
  if (round.voices.length < frame.voters.length) return refuse('not-everyone-answered')
  return { ...round, closed: { at: now, by, outcome: outcomeOf(frame, round) } }
}

/** A round whose closing time has come is closed, whoever looks and whenever: its outcome hangs on the voices alone. */
export function asOf(frame: Frame, round: Round, now: Moment): Round {
  if (round.closed !== null || now < round.closesAt) return round
  return { ...round, closed: { at: round.closesAt, by: null, outcome: outcomeOf(frame, round) } }
}

export function decisionAsOf(decision: Decision, now: Moment): Decision {
  const [first, ...later] = decision.rounds
  const seen = (round: Round) => asOf(decision.frame, round, now)
  return { ...decision, rounds: [seen(first), ...later.map(seen)] }
}

export type Tally = {
  readonly answered: number
  readonly for: number
  readonly objections: number
  readonly concerns: number
}

/** Objections that were taken back count as an answer, no longer as an objection and never as a yes. */
export function tally(round: Round): Tally {
  const count = (kind: Answer['kind']) =>
    round.voices.filter((voice) => voice.answer.kind === kind && voice.withdrawnAt === null).length
  return {
    answered: round.voices.length,
    for: count('consent') + count('concern'),
    objections: count('objection'),
    concerns: count('concern'),
  }
}

/** An objection is looked at first: it is never lost behind a missing quorum. */
export function outcomeOf(frame: Frame, round: Round): Outcome {
  const counted = tally(round)
  if (frame.rule.kind === 'consent' && counted.objections > 0) return 'objection'
  if (counted.answered < frame.quorum || counted.answered === 0) return 'no-quorum'
  return frame.rule.kind === 'consent' || carries(frame.rule.percentage, counted) ? 'stands' : 'no-majority'
}

function carries(percentage: number, counted: Tally) {
  const cast = counted.for + counted.objections
  return percentage === 50 ? counted.for * 2 > cast : cast > 0 && counted.for * 100 >= percentage * cast
}

/** Under the majority rule an objection can be outvoted, but openly: by name and reason in the record. */
export const standingObjections = (round: Round) =>
  round.voices.filter((voice) => voice.answer.kind === 'objection' && voice.withdrawnAt === null)
