import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { DecisionId, PersonId } from '../kernel/id.ts'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import type { Answer, Choice, Counted, Decision, RoundRefusal } from './round.ts'
import { countHands } from './round-count.ts'
import { type SeenDecision, seenBy } from './round-standing.ts'
import { changeDecision } from './round-store.ts'
import { objectLate } from './round-term.ts'
import { cast, close, type Said, speak } from './round-voice.ts'
import { onLastRound } from './round-way.ts'

/**
 * Acts on a round in the room. Who calls has seen that the actor may. Each answers the decision as the person who acts
 * may see it after, a refusal, or null when the school has no such decision.
 */
type Answered = Promise<SeenDecision | Refusal<RoundRefusal> | null>

async function seenAfter(
  db: Db,
  actor: Actor,
  id: DecisionId,
  person: PersonId | null,
  now: Moment,
  act: (decision: Decision) => Decision | Refusal<RoundRefusal>,
): Answered {
  const after = await changeDecision(db, actor, id, now, act)
  return after === null || isRefusal(after) ? after : seenBy(after, person, now)
}

/** A voice of this person: the own, one from beforehand, or one that somebody enters. */
export const speakAs = (
  db: Db,
  actor: Actor,
  id: DecisionId,
  person: PersonId,
  answer: Answer,
  said: Said,
  now: Moment,
): Answered =>
  seenAfter(
    db,
    actor,
    id,
    person,
    now,
    onLastRound((frame, round) => speak(frame, round, person, answer, now, said)),
  )

/** An unnamed ballot of this person: one, and for good. */
export const castBallot = (
  db: Db,
  actor: Actor,
  id: DecisionId,
  person: PersonId,
  choice: Choice,
  now: Moment,
): Answered =>
  seenAfter(
    db,
    actor,
    id,
    person,
    now,
    onLastRound((frame, round) => cast(frame, round, person, choice, now)),
  )

/** Closes the last round: in the room at any moment, by time when everyone has answered. */
export const closeInRoom = (db: Db, actor: Actor, id: DecisionId, by: PersonId, now: Moment): Answered =>
  seenAfter(
    db,
    actor,
    id,
    null,
    now,
    onLastRound((frame, round) => close(frame, round, by, now)),
  )

/** Hands or papers counted as a whole; null takes an earlier count away. */
export const countByHand = (
  db: Db,
  actor: Actor,
  id: DecisionId,
  counted: Omit<Counted, 'at'> | null,
  now: Moment,
): Answered =>
  seenAfter(
    db,
    actor,
    id,
    null,
    now,
    onLastRound((frame, round) => countHands(frame, round, counted, now)),
  )

/** A reasoned objection of somebody who was not there, within the days agreed for it. */
export const objectAfterwards = (
  db: Db,
  actor: Actor,
  id: DecisionId,
  person: PersonId,
  reason: string,
  now: Moment,
): Answered => seenAfter(db, actor, id, person, now, (decision) => objectLate(decision, person, reason, now))
