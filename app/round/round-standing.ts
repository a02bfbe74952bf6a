import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import {
  type Answer,
  CHOICES,
  type Counted,
  type Decision,
  type How,
  hasAnswered,
  hasVoice,
  lastRound,
  type Round,
  type Rule,
  type Voice,
  voiceOf,
} from './round.ts'
import {
  type Ballots,
  countBallots,
  lateObjections,
  type Recorded,
  standingObjections,
  tally,
} from './round-tally.ts'
import { mayObjectUntil, waitsUntil } from './round-term.ts'
import { decisionAsOf } from './round-voice.ts'
import { outcomeNow, wasDropped } from './round-way.ts'

/** When the decision stands and whether it does, at any moment. While a round is open it tells no more than how many. */
export type Standing = {
  readonly rule: Rule
  readonly unnamed: boolean
  readonly quorum: number
  readonly voters: number
  readonly answered: number
  readonly now:
    | {
        readonly is: 'open'
        readonly stillNeeded: number
        /** Null: in the room, until who leads closes it. */
        readonly closesAt: Moment | null
        readonly everyone: boolean
      }
    | {
        readonly is: 'stands'
        readonly for: number
        readonly concerns: number
        readonly against: number
        /** Of those against, how many gave a reason by name. */
        readonly reasons: number
        /** Until then who was not there can come back on it, and nothing is sealed; null: it stands for good. */
        readonly until: Moment | null
      }
    | {
        readonly is: 'objection'
        readonly objections: number
        /** Of these, how many were laid after the round by somebody who was not there. */
        readonly late: number
      }
    | { readonly is: 'no-quorum'; readonly missing: number }
    | { readonly is: 'no-majority'; readonly for: number; readonly cast: number }
    | { readonly is: 'dropped' }
}

/** Pure and total: any decision at any moment has a standing. */
export function standing(decision: Decision, now: Moment): Standing {
  const seen = decisionAsOf(decision, now)
  const { rule, unnamed, quorum, voters } = seen.frame
  const round = lastRound(seen)
  return {
    rule,
    unnamed,
    quorum,
    voters: voters.length,
    answered: tally(round).answered,
    now: nowOf(seen, round, now),
  }
}

function nowOf(decision: Decision, round: Round, now: Moment): Standing['now'] {
  const { quorum, voters } = decision.frame
  const counted = tally(round)
  const outcome = outcomeNow(decision)
  if (outcome === null) {
    const stillNeeded = Math.max(0, quorum - counted.answered)
    const closesAt = round.held === 'room' ? null : round.closesAt
    return { is: 'open', stillNeeded, closesAt, everyone: counted.answered >= voters.length }
  }
  if (wasDropped(decision)) return { is: 'dropped' }
  if (outcome === 'stands')
    return {
      is: 'stands',
      for: counted.for,
      concerns: counted.concerns,
      against: counted.objections,
      reasons: standingObjections(round).length,
      until: waitsUntil(decision, now),
    }
  if (outcome === 'objection') return { is: 'objection', ...objectionsIn(decision, round) }
  if (outcome === 'no-quorum') return { is: 'no-quorum', missing: Math.max(1, quorum - counted.answered) }
  return { is: 'no-majority', for: counted.for, cast: counted.for + counted.objections }
}

/** Under the majority rule a vote against is no objection that undoes the decision; one laid afterwards is. */
function objectionsIn({ frame }: Decision, round: Round) {
  const inRound = frame.rule.kind === 'consent' ? tally(round).objections : 0
  const late = lateObjections(round).length
  return { objections: inRound + late, late }
}

/** A decision as one person may see it: of an open round only how many answered, and the own voice. */
export type SeenDecision = Omit<Decision, 'rounds'> & {
  readonly rounds: readonly [SeenRound, ...SeenRound[]]
  readonly standing: Standing
  readonly mine: {
    readonly hasVoice: boolean
    readonly answer: Answer | null
    readonly spokenAt: Moment | null
    readonly how: How | null
    /** Who entered my voice for me. */
    readonly enteredBy: PersonId | null
    /** I answered in the last round: by name, or with a ballot of which nobody knows what it says. */
    readonly voted: boolean
    /** Until then I can come back on it with a reasoned objection, because I was not there. */
    readonly objectUntil: Moment | null
  }
}
export type SeenRound = Omit<Round, 'voices' | 'counted' | 'box'> & {
  /** Voices, ballots, and hands or papers that were counted. */
  readonly answered: number
  /** Named, in the order in which they were spoken; null while the round is open. */
  readonly voices: readonly Voice[] | null
  /** Null while the round is open. */
  readonly counted: Counted | null
  /** Who gave a ballot, by name and apart from what they say; null while the round is open, and for a vote by name. */
  readonly given: readonly PersonId[] | null
  /** What the ballots say; null while the round is open, and when too few took part to open the box. */
  readonly ballots: Ballots | null
}

/** What leaves the store: the voices of an open round never do. */
export function seenBy(decision: Decision, person: PersonId | null, now: Moment): SeenDecision {
  const known = decisionAsOf(decision, now)
  const [first, ...later] = known.rounds
  return {
    ...known,
    rounds: [seenRound(first), ...later.map(seenRound)],
    standing: standing(known, now),
    mine: mineOf(known, person, now),
  }
}

/** As they were spoken; those of one moment (laid in together from beforehand) always in the same order. */
const inTime = (one: Voice, other: Voice) =>
  `${one.spokenAt} ${one.person}` < `${other.spokenAt} ${other.person}` ? -1 : 1

function seenRound(round: Round): SeenRound {
  const { voices, counted, box, ...seen } = round
  const { answered } = tally(round)
  if (round.closed === null)
    return { ...seen, answered, voices: null, counted: null, given: null, ballots: null }
  const inOrder = [...voices].sort(inTime)
  const ballots = box?.ballots ? countBallots(box.ballots) : null
  return { ...seen, answered, voices: inOrder, counted, given: box?.given ?? null, ballots }
}

function mineOf(decision: Decision, person: PersonId | null, now: Moment): SeenDecision['mine'] {
  const round = lastRound(decision)
  const own = person === null ? null : voiceOf(round, person)
  return {
    hasVoice: person !== null && hasVoice(decision.frame, person),
    answer: own?.answer ?? null,
    spokenAt: own?.spokenAt ?? null,
    how: own?.how ?? null,
    enteredBy: own?.enteredBy ?? null,
    voted: person !== null && hasAnswered(round, person),
    objectUntil: person === null ? null : mayObjectUntil(decision, person, now),
  }
}

export const seenLast = (decision: SeenDecision): SeenRound =>
  decision.rounds[decision.rounds.length - 1] ?? decision.rounds[0]

/** Of a closed round how many said what: voices, hands, papers and ballots together; null while it is open. */
export function countsOf({ voices, counted, ballots, late }: SeenRound) {
  if (voices === null) return null
  const count = (kind: Answer['kind']) => voices.filter((voice) => voice.answer.kind === kind).length
  return {
    consent: count('consent') + (counted?.for ?? 0) + (ballots?.for ?? 0),
    concern: count('concern') + (counted?.concerns ?? 0),
    objection: count('objection') + (counted?.against ?? 0) + (ballots?.against ?? 0),
    blank: (counted?.blank ?? 0) + (ballots?.blank ?? 0),
    /** Objections that were laid after it and not taken back. */
    late: lateObjections({ late }).length,
  }
}

/** What a closed round leaves behind, as its outcome is computed from it. */
export function recordedIn({ voices, counted, given, ballots, late }: SeenRound): Recorded {
  const papers = CHOICES.flatMap((choice) => Array.from({ length: ballots?.[choice] ?? 0 }, () => choice))
  return { voices: voices ?? [], counted, late, box: given && { given, ballots: ballots && papers } }
}
