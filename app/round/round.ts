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
  /** A majority vote on ballots without names. */
  readonly unnamed: boolean
  /**
   * After a round in the room so many days for a voter who was not there to come back with a reasoned objection;
   * null: not so agreed.
   */
  readonly absentDays: number | null
}

export type Answer =
  | { readonly kind: 'consent' }
  | { readonly kind: 'concern'; readonly text: string | null }
  | { readonly kind: 'objection'; readonly reason: string }

/** Beforehand; read in from the telephone; a raised hand of one person that was written down. */
export const HOWS = ['self', 'before', 'phone', 'hand'] as const
export type How = (typeof HOWS)[number]

export type Voice = {
  readonly person: PersonId
  readonly answer: Answer
  readonly how: How
  /** Who entered it for somebody else; null: the person's own. */
  readonly enteredBy: PersonId | null
  readonly spokenAt: Moment
  /** Only the objector takes an objection back, after the round; the voice itself stays in the record. */
  readonly withdrawnAt: Moment | null
}

/** Hands or papers that were counted as a whole: those of whom no voice by name lies in the round. */
export type Counted = {
  readonly method: 'hands' | 'paper'
  /** For, without a concern. */
  readonly for: number
  /** For, with a concern. */
  readonly concerns: number
  readonly against: number
  /** Takes part, and is neither for nor against. */
  readonly blank: number
  readonly by: PersonId
  readonly at: Moment
}

/** What an unnamed ballot says. Blank: takes part, and is neither for nor against. */
export const CHOICES = ['for', 'against', 'blank'] as const
export type Choice = (typeof CHOICES)[number]

/** The box of an unnamed vote: who gave a ballot, and apart from that what lay in it. */
export type Box = {
  /** In the order of their ids. */
  readonly given: readonly PersonId[]
  /** In no order; null as long as the round is open, and for good when too few took part: then nobody opens it. */
  readonly ballots: readonly Choice[] | null
}

/** An objection of somebody who was not there, laid after the round within the days agreed for it. */
export type LateObjection = {
  readonly person: PersonId
  readonly reason: string
  readonly at: Moment
  readonly withdrawnAt: Moment | null
}

/** `by`: who leads, in the room or because everyone had answered; null: the closing time had come. */
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
  /** In the room who leads closes it; else everyone's answering or the clock does. */
  readonly held: 'time' | 'room'
  /** Of a round in the room `NEVER`: no clock closes it. */
  readonly closesAt: Moment
  readonly voices: readonly Voice[]
  readonly counted: Counted | null
  /** Null for a vote by name. */
  readonly box: Box | null
  readonly late: readonly LateObjection[]
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

/** The closing time of a round that no clock closes. */
export const NEVER = '9999-12-31T23:59:59.999Z' as Moment

/** A round that begins; without a closing time it is held in the room. */
export function newRound(
  frame: Frame,
  round: Pick<Round, 'number' | 'text' | 'content' | 'changeNote' | 'openedAt' | 'openedBy'>,
  closesAt: Moment | null,
): Round {
  return {
    ...round,
    held: closesAt === null ? 'room' : 'time',
    closesAt: closesAt ?? NEVER,
    voices: [],
    counted: null,
    box: frame.unnamed ? { given: [], ballots: null } : null,
    late: [],
    closed: null,
    settled: null,
  }
}

export const lastRound = (decision: Decision): Round =>
  decision.rounds[decision.rounds.length - 1] ?? decision.rounds[0]

export const hasVoice = (frame: Frame, person: PersonId) => frame.voters.includes(person)
export const voiceOf = (round: Round, person: PersonId) =>
  round.voices.find((voice) => voice.person === person) ?? null

/** By a voice, or by a ballot. */
export const hasAnswered = (round: Round, person: PersonId) =>
  voiceOf(round, person) !== null || (round.box?.given.includes(person) ?? false)

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
  return {
    ...round,
    voices: [...others, { person, answer, how: 'self', enteredBy: null, spokenAt: now, withdrawnAt: null }],
  }
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

export type Ballots = Readonly<Record<Choice, number>>

export function countBallots(ballots: readonly Choice[]): Ballots {
  const count = (choice: Choice) => ballots.filter((ballot) => ballot === choice).length
  return { for: count('for'), against: count('against'), blank: count('blank') }
}

export const totalOf = (counted: Counted | null) =>
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
export function tally({ voices, counted, box }: Round): Tally {
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
