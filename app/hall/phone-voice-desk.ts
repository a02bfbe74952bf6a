import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { DecisionId, PersonId, PollId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { undoRoundOutcome } from '../lookback/look-back-decide-store.ts'
import { noteArrival } from '../meeting/attend-store.ts'
import type { Scene } from '../meeting/meeting.ts'
import { touchMeeting } from '../meeting/scene-store.ts'
import type { Seat } from '../meeting/seat.ts'
import type { PollChoice, PollRefusal } from '../round/poll.ts'
import { answerPoll, readPolls } from '../round/poll-store.ts'
import type { Answer, Choice, RoundRefusal } from '../round/round.ts'
import { castBallot, objectAfterwards, speakAs } from '../round/round-room-store.ts'
import { type SeenDecision, seenLast } from '../round/round-standing.ts'
import { readDecisionFor } from '../round/round-store.ts'
import { wasThere } from './phone.ts'

/**
 * Voices from a phone. Each is one transaction that holds its decision alone and touches the meeting last, so that a
 * hundred at once do not wait for the meeting. Said again in the same words, it is the same voice: a retry after a lost
 * connection finds its answer, also when the round has closed meanwhile.
 */
export type VoiceNo = Refusal<RoundRefusal | PollRefusal | 'guest-watches' | 'other-round' | 'item-gone'>
type Voiced = Promise<'in' | VoiceNo>

export type OnRound = {
  readonly db: Db
  readonly seat: Seat
  readonly scene: Scene
  readonly decision: DecisionId
  /** The round of which the form was drawn. */
  readonly round: number
  readonly now: Moment
}

export const speakOnPhone = (at: OnRound, answer: Answer): Voiced =>
  inRound(at, async (tx, person, before) => {
    if (before.mine.how === 'self' && isSame(before.mine.answer, answer)) return 'as-it-was'
    const said = { how: 'self', enteredBy: null } as const
    return speakAs(tx, at.seat.actor, at.decision, person, answer, said, at.now)
  })

export const ballotOnPhone = (at: OnRound, choice: Choice): Voiced =>
  inRound(at, async (tx, person, before) => {
    if (before.frame.unnamed && before.mine.voted) return 'as-it-was'
    return castBallot(tx, at.seat.actor, at.decision, person, choice, at.now)
  })

/** Of somebody who was not there, after the meeting; whose hand was counted in the room was there. */
export const objectOnPhone = (at: OnRound, reason: string): Voiced =>
  inRound(at, async (tx, person, before) => {
    if (wasThere(at.scene, at.seat, seenLast(before))) return refuse('was-there')
    const after = await objectAfterwards(tx, at.seat.actor, at.decision, person, reason, at.now)
    if (after !== null && !isRefusal(after))
      await undoRoundOutcome(tx, at.seat.actor, at.scene, at.decision, at.now)
    return after
  })

type Act = (
  tx: Db,
  person: PersonId,
  before: SeenDecision,
) => Promise<SeenDecision | Refusal<RoundRefusal> | 'as-it-was' | null>

/** A decision of this meeting, as this person sees it under the lock; an answer to an older round is not taken for this one. */
function inRound(at: OnRound, act: Act): Voiced {
  const { seat, scene, decision, now } = at
  const { person } = seat
  if (person === null) return Promise.resolve(refuse('guest-watches'))
  if (!scene.items.some(({ decisionId }) => decisionId === decision))
    return Promise.resolve(refuse('item-gone'))
  return at.db.write(seat.actor, async (sql, tx) => {
    await tx.hold(decision)
    const before = await readDecisionFor(tx, seat.actor, decision, person, now)
    if (before === null) return refuse('item-gone')
    if (seenLast(before).number !== at.round) return refuse('other-round')
    const after = await act(tx, person, before)
    if (after === 'as-it-was') return 'in'
    if (after === null) return refuse('item-gone')
    if (isRefusal(after)) return after
    await noteArrival(sql, scene, person, now)
    await touchMeeting(sql, tx, seat.actor, seat.meetingId)
    return 'in'
  })
}

function isSame(before: Answer | null, answer: Answer) {
  if (before === null || before.kind !== answer.kind) return false
  return wordsOf(before) === wordsOf(answer)
}

function wordsOf(answer: Answer) {
  if (answer.kind === 'consent') return null
  return answer.kind === 'objection' ? answer.reason : answer.text
}

type OnPoll = Pick<OnRound, 'db' | 'seat' | 'scene' | 'now'> & { readonly poll: PollId }

/** Dots or a check; given again they are the same. */
export function pollOnPhone(at: OnPoll, choice: PollChoice): Voiced {
  const { seat, scene, poll, now } = at
  const { person } = seat
  if (person === null) return Promise.resolve(refuse('guest-watches'))
  return at.db.write(seat.actor, async (sql, tx) => {
    const known = await readPolls(tx, seat.actor, seat.meetingId, person)
    if (!known.some(({ id }) => id === poll)) return refuse('item-gone')
    const after = await answerPoll(tx, seat.actor, poll, person, choice)
    if (after === null) return refuse('item-gone')
    if (isRefusal(after)) return after.refused === 'already-answered' ? 'in' : after
    await noteArrival(sql, scene, person, now)
    await touchMeeting(sql, tx, seat.actor, seat.meetingId)
    return 'in'
  })
}
