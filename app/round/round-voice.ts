import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import {
  type Answer,
  type Choice,
  type Decision,
  type Frame,
  hasVoice,
  isOpenAt,
  type Round,
  type RoundRefusal,
  type Voice,
  voiceOf,
} from './round.ts'
import { outcomeOf, tally, totalOf } from './round-tally.ts'

/** The longest reason of an objection or words of a concern, in characters. */
export const LONGEST_REASON = 2_000

/** How a voice came in. */
export type Said = Pick<Voice, 'how' | 'enteredBy'>
const BY_ONESELF: Said = { how: 'self', enteredBy: null }

type Spoken = Round | Refusal<RoundRefusal>

/**
 * One voice a person; the last one spoken before the round closes counts. What somebody entered for another never
 * takes the place of that person's own voice, nor does a voice from beforehand; one's own takes the place of both.
 */
export function speak(
  frame: Frame,
  round: Round,
  person: PersonId,
  answer: Answer,
  now: Moment,
  said: Said = BY_ONESELF,
): Spoken {
  const before = voiceOf(round, person)
  const entered: Said = said.enteredBy === person ? BY_ONESELF : said
  const no =
    whyNotSpeak(frame, round, person, now) ?? whyNotAnswer(answer) ?? whyNotInPlaceOf(before, entered)
  if (no !== null) return no
  if (before === null && !fitsTheCount(frame, round, answer)) return refuse('counted-already')
  if (before !== null && isSame(before, answer, entered)) return round
  const others = round.voices.filter((voice) => voice.person !== person)
  return { ...round, voices: [...others, { person, answer, ...entered, spokenAt: now, withdrawnAt: null }] }
}

function whyNotSpeak(frame: Frame, round: Round, person: PersonId, now: Moment) {
  if (!isOpenAt(round, now)) return refuse('round-closed')
  if (!hasVoice(frame, person)) return refuse('no-voice')
  return round.box === null ? null : refuse('vote-unnamed')
}

function whyNotAnswer(answer: Answer) {
  const words = wordsOf(answer) ?? ''
  if (answer.kind === 'objection' && words.trim() === '') return refuse('reason-missing', 'objection')
  return words.length > LONGEST_REASON ? refuse('text-too-long', answer.kind) : null
}

/** The reason of an objection, the words of a concern; null for none. */
export const wordsOf = (answer: Answer) =>
  answer.kind === 'objection' ? answer.reason : answer.kind === 'concern' ? answer.text : null

/** Of one who enters a voice for another, or lays one in from beforehand. */
function whyNotInPlaceOf(before: Voice | null, { how, enteredBy }: Said) {
  const isOwn = before !== null && before.enteredBy === null
  return isOwn && (enteredBy !== null || (how === 'before' && before.how === 'self'))
    ? refuse('has-own-voice')
    : null
}

/** Who raised a hand that was counted has answered. An objection by consent always gets in: then is counted anew. */
function fitsTheCount(frame: Frame, round: Round, answer: Answer) {
  if (round.counted === null || (frame.rule.kind === 'consent' && answer.kind === 'objection')) return true
  return round.voices.length + totalOf(round.counted) < frame.voters.length
}

const isSame = (voice: Voice, answer: Answer, { how, enteredBy }: Said) =>
  voice.how === how &&
  voice.enteredBy === enteredBy &&
  voice.answer.kind === answer.kind &&
  wordsOf(voice.answer) === wordsOf(answer)

/** An unnamed ballot: one a person, and for good. A second one is told that the first is in, also after the round. */
export function cast(frame: Frame, round: Round, person: PersonId, choice: Choice, now: Moment): Spoken {
  if (!hasVoice(frame, person)) return refuse('no-voice')
  if (round.box === null) return refuse('vote-named')
  const { given, ballots } = round.box
  if (given.includes(person)) return refuse('already-voted')
  if (!isOpenAt(round, now)) return refuse('round-closed')
  if (round.counted !== null) return refuse('counted-already')
  const box = { given: [...given, person].sort(), ballots: [...(ballots ?? []), choice] }
  return { ...round, box }
}

/**
 * In the room who leads closes at any moment. By time the chair closes early only when everyone has answered: who
 * counts on the closing time keeps that time.
 */
export function close(frame: Frame, round: Round, by: PersonId, now: Moment): Spoken {
  if (!isOpenAt(round, now)) return refuse('round-closed')
  const { answered } = tally(round)
  if (answered > frame.voters.length) return refuse('counted-too-many')
  if (round.held === 'time' && answered < frame.voters.length) return refuse('not-everyone-answered')
  return closedWith(frame, round, { at: now, by })
}

/** Closing on the page of the decision itself: a round in the room is closed there, with everyone there. */
export const closeEarly = (frame: Frame, round: Round, by: PersonId, now: Moment): Spoken =>
  round.held === 'room' && round.closed === null ? refuse('held-in-room') : close(frame, round, by, now)

/** The box of a vote in which too few took part is not opened: then its ballots are no part of the record. */
function closedWith(frame: Frame, round: Round, { at, by }: { at: Moment; by: PersonId | null }): Round {
  const outcome = outcomeOf(frame, round)
  const ballots = outcome === 'no-quorum' ? null : (round.box?.ballots ?? null)
  const box = round.box && { ...round.box, ballots }
  return { ...round, box, closed: { at, by, outcome } }
}

/** A round whose closing time has come is closed, whoever looks and whenever: its outcome hangs on the voices alone. */
export function asOf(frame: Frame, round: Round, now: Moment): Round {
  if (round.closed !== null || now < round.closesAt) return round
  return closedWith(frame, round, { at: round.closesAt, by: null })
}

export function decisionAsOf(decision: Decision, now: Moment): Decision {
  const [first, ...later] = decision.rounds
  const seen = (round: Round) => asOf(decision.frame, round, now)
  return { ...decision, rounds: [seen(first), ...later.map(seen)] }
}
