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
  | 'other-round'
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
  | 'has-own-voice'
  | 'vote-unnamed'
  | 'vote-named'
  | 'already-voted'
  | 'not-in-the-room'
  | 'held-in-room'
  | 'count-unknown'
  | 'objection-needs-owner'
  | 'counted-too-many'
  | 'counted-too-few'
  | 'counted-already'
  | 'ballots-given'
  | 'no-term'
  | 'term-over'
  | 'was-there'
  | 'does-not-stand'
  | 'unnamed-too-few'
  | 'unnamed-not-majority'
  | 'unnamed-in-room'
  | 'absent-days-unknown'

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

/** Fewer would show what somebody voted: below it there is no unnamed vote, and no box is opened. */
export const FEWEST_UNNAMED = 5

/** Why something can't be decided in this way; null when it can. */
export function whyNotFrame(frame: Omit<Frame, 'chair'>): Refusal<RoundRefusal> | null {
  const { rule, quorum, voters, unnamed, absentDays } = frame
  if (unnamed && rule.kind !== 'majority') return refuse('unnamed-not-majority', 'unnamed')
  if (unnamed && (voters.length < FEWEST_UNNAMED || quorum < FEWEST_UNNAMED))
    return refuse('unnamed-too-few', 'unnamed')
  const known = absentDays === null || (Number.isInteger(absentDays) && absentDays > 0 && absentDays <= 30)
  return known ? null : refuse('absent-days-unknown', 'absentDays')
}

export const hasVoice = (frame: Frame, person: PersonId) => frame.voters.includes(person)
export const voiceOf = (round: Round, person: PersonId) =>
  round.voices.find((voice) => voice.person === person) ?? null

/** By a voice, or by a ballot. */
export const hasAnswered = (round: Round, person: PersonId) =>
  voiceOf(round, person) !== null || (round.box?.given.includes(person) ?? false)

/** Open until somebody or the clock has closed it. */
export const isOpenAt = (round: Round, now: Moment) => round.closed === null && now < round.closesAt
