import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { SeenPoll } from '../round/poll.ts'
import type { Counted, LateObjection, Rule, Voice, Way } from '../round/round.ts'
import { countsOf, type SeenDecision, type SeenRound, type Standing } from '../round/round-standing.ts'

/** Somebody as the minutes name them: with the name of that day. */
export type Named = { readonly id: string; readonly name: string }
type NameOf = (id: PersonId) => Named

export type MinutesVoice = {
  readonly person: Named
  readonly kind: Voice['answer']['kind']
  /** Of a concern what it is, of an objection its reason. */
  readonly words: string | null
  readonly how: Voice['how']
  readonly enteredBy: Named | null
  readonly withdrawnAt: Moment | null
}

/** How many; of an unnamed vote this is all there is. */
export type Counts = {
  readonly for: number
  readonly concerns: number
  readonly against: number
  readonly blank: number
}

export type MinutesRound = {
  readonly number: number
  readonly text: string
  /** What changed since the round before, and why. */
  readonly changeNote: string | null
  readonly held: 'time' | 'room'
  readonly closedAt: Moment
  readonly outcome: string
  readonly answered: number
  /** Null when too few took part in an unnamed vote: then nobody opens the box. */
  readonly counts: Counts | null
  /** Null for an unnamed vote: then nobody is named, not even who took part. */
  readonly voices: readonly MinutesVoice[] | null
  /** Voters by name of whom there is no voice; null for an unnamed vote, and where hands or papers were counted. */
  readonly silent: readonly Named[] | null
  /** What of these counts were hands or papers. */
  readonly counted: (Counts & { readonly method: Counted['method']; readonly by: Named }) | null
  readonly late: readonly {
    readonly person: Named
    readonly reason: string
    readonly at: Moment
    readonly withdrawnAt: Moment | null
  }[]
  readonly settled: { readonly way: Way; readonly note: string } | null
}

export type MinutesDecision = {
  readonly id: string
  readonly about: string
  readonly title: string
  readonly rule: Rule
  readonly quorum: number
  readonly voters: number
  readonly unnamed: boolean
  readonly absentDays: number | null
  /** `open`: a round of it was not closed yet. */
  readonly outcome: Standing['now']['is']
  /** Until then who was not there can come back on it. */
  readonly until: Moment | null
  /** The closed rounds. */
  readonly rounds: readonly MinutesRound[]
}

/** Dots or checks that were closed: how many for each, of nobody. */
export type MinutesPoll = {
  readonly question: string
  readonly answered: number
  /** Null when too few took part in an unnamed one. */
  readonly options: readonly { readonly label: string; readonly count: number }[] | null
}

/** A poll as the minutes tell it: the most chosen first; nothing of one that is open. */
export function minutesPoll({ question, options, result }: SeenPoll): MinutesPoll | null {
  if (result === null) return null
  const { answered, counts } = result
  const counted = counts && options.map(({ id, text }) => ({ label: text, count: counts[id] ?? 0 }))
  return { question, answered, options: counted && counted.sort((one, other) => other.count - one.count) }
}

/** A decision as the minutes tell it. Nothing of a round that is open leaves the round. */
export function minutesDecision(decision: SeenDecision, nameOf: NameOf): MinutesDecision {
  const { frame, standing } = decision
  const { now } = standing
  return {
    id: decision.id,
    about: decision.about,
    title: decision.title,
    rule: frame.rule,
    quorum: frame.quorum,
    voters: frame.voters.length,
    unnamed: frame.unnamed,
    absentDays: frame.absentDays,
    outcome: now.is,
    until: now.is === 'stands' ? now.until : null,
    rounds: decision.rounds.flatMap((round) => roundOf(decision, round, nameOf)),
  }
}

function roundOf(decision: SeenDecision, round: SeenRound, nameOf: NameOf): MinutesRound[] {
  if (round.closed === null) return []
  const { frame } = decision
  const voices = frame.unnamed ? null : (round.voices ?? [])
  return [
    {
      number: round.number,
      text: textOf(decision, round),
      changeNote: round.changeNote,
      held: round.held,
      closedAt: round.closed.at,
      outcome: round.closed.outcome,
      answered: round.answered,
      counts: countsIn(round, frame.unnamed),
      voices: voices && voices.map((voice) => voiceOf(voice, nameOf)),
      silent: voices && round.counted === null ? silentIn(decision, voices, nameOf) : null,
      counted: round.counted && handsOf(round.counted, nameOf),
      late: round.late.map((late) => lateOf(late, nameOf)),
      settled: round.settled && { way: round.settled.way, note: round.settled.note },
    },
  ]
}

const handsOf = ({ method, for: yes, concerns, against, blank, by }: Counted, nameOf: NameOf) =>
  ({ method, for: yes, concerns, against, blank, by: nameOf(by) }) as const

/** The whole plan stands in its own version; the minutes need not hold it a second time. */
const textOf = ({ about }: SeenDecision, { text }: SeenRound) => (about === 'plan' ? '' : text)

/** As it was at closing, an objection that was taken back later included. Null for a box that nobody opened. */
function countsIn(round: SeenRound, unnamed: boolean): Counts | null {
  if (unnamed && round.ballots === null && round.counted === null) return null
  const { consent, concern, objection, blank } = countsOf(round) ?? NONE
  return { for: consent, concerns: concern, against: objection, blank }
}

const NONE = { consent: 0, concern: 0, objection: 0, blank: 0 }

function voiceOf({ person, answer, how, enteredBy, withdrawnAt }: Voice, nameOf: NameOf): MinutesVoice {
  const words =
    answer.kind === 'objection' ? answer.reason : answer.kind === 'concern' ? (answer.text ?? null) : null
  return {
    person: nameOf(person),
    kind: answer.kind,
    words,
    how,
    enteredBy: enteredBy && nameOf(enteredBy),
    withdrawnAt,
  }
}

const silentIn = ({ frame }: SeenDecision, voices: readonly Voice[], nameOf: NameOf) =>
  frame.voters.filter((voter) => !voices.some(({ person }) => person === voter)).map(nameOf)

const lateOf = ({ person, reason, at, withdrawnAt }: LateObjection, nameOf: NameOf) => ({
  person: nameOf(person),
  reason,
  at,
  withdrawnAt,
})

/** The text of the round before, to draw what changed against; null for the first. */
export const textBefore = (decision: MinutesDecision, round: MinutesRound) =>
  decision.rounds.find(({ number }) => number === round.number - 1)?.text ?? null
