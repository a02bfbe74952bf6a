import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import {
  type Answer,
  type Decision,
  decisionAsOf,
  type Frame,
  hasVoice,
  lastRound,
  type Round,
  type Rule,
  tally,
  type Voice,
  voiceOf,
} from './round.ts'
import { outcomeNow, wasDropped } from './round-way.ts'

/** When the decision stands and whether it does, at any moment. While a round is open it tells no more than how many. */
export type Standing = {
  readonly rule: Rule
  readonly quorum: number
  readonly voters: number
  readonly answered: number
  readonly now:
    | {
        readonly is: 'open'
        readonly stillNeeded: number
        readonly closesAt: Moment
        readonly everyone: boolean
      }
    | { readonly is: 'stands'; readonly for: number; readonly concerns: number; readonly against: number }
    | { readonly is: 'objection'; readonly objections: number }
    | { readonly is: 'no-quorum'; readonly missing: number }
    | { readonly is: 'no-majority'; readonly for: number; readonly cast: number }
    | { readonly is: 'dropped' }
}

/** Pure and total: any decision at any moment has a standing. */
export function standing(decision: Decision, now: Moment): Standing {
  const seen = decisionAsOf(decision, now)
  const { rule, quorum, voters } = seen.frame
  const round = lastRound(seen)
  return { rule, quorum, voters: voters.length, answered: round.voices.length, now: nowOf(seen, round) }
}

function nowOf(decision: Decision, round: Round): Standing['now'] {
  const { quorum, voters } = decision.frame
  const counted = tally(round)
  const outcome = outcomeNow(decision)
  if (outcome === null) {
    const stillNeeded = Math.max(0, quorum - counted.answered)
    return { is: 'open', stillNeeded, closesAt: round.closesAt, everyone: counted.answered === voters.length }
  }
  if (wasDropped(decision)) return { is: 'dropped' }
  if (outcome === 'stands')
    return { is: 'stands', for: counted.for, concerns: counted.concerns, against: counted.objections }
  if (outcome === 'objection') return { is: 'objection', objections: counted.objections }
  if (outcome === 'no-quorum') return { is: 'no-quorum', missing: Math.max(1, quorum - counted.answered) }
  return { is: 'no-majority', for: counted.for, cast: counted.for + counted.objections }
}

/** A decision as one person may see it: of an open round only how many answered, and the own voice. */
export type SeenDecision = Omit<Decision, 'rounds'> & {
  readonly rounds: readonly [SeenRound, ...SeenRound[]]
  readonly standing: Standing
  readonly mine: {
    readonly hasVoice: boolean
    readonly answer: Answer | null
    readonly spokenAt: Moment | null
  }
}
export type SeenRound = Omit<Round, 'voices'> & {
  readonly answered: number
  /** Named, in the order in which they were spoken; null while the round is open. */
  readonly voices: readonly Voice[] | null
}

/** What leaves the store: the voices of an open round never do. */
export function seenBy(decision: Decision, person: PersonId | null, now: Moment): SeenDecision {
  const known = decisionAsOf(decision, now)
  const [first, ...later] = known.rounds
  return {
    ...known,
    rounds: [seenRound(first), ...later.map(seenRound)],
    standing: standing(known, now),
    mine: mineOf(known.frame, lastRound(known), person),
  }
}

function seenRound({ voices, ...round }: Round): SeenRound {
  const inOrder = [...voices].sort((one, other) => (one.spokenAt < other.spokenAt ? -1 : 1))
  return { ...round, answered: voices.length, voices: round.closed === null ? null : inOrder }
}

function mineOf(frame: Frame, round: Round, person: PersonId | null): SeenDecision['mine'] {
  const own = person === null ? null : voiceOf(round, person)
  return {
    hasVoice: person !== null && hasVoice(frame, person),
    answer: own?.answer ?? null,
    spokenAt: own?.spokenAt ?? null,
  }
}

export const seenLast = (decision: SeenDecision): SeenRound =>
  decision.rounds[decision.rounds.length - 1] ?? decision.rounds[0]
