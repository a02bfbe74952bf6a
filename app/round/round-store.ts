import type { Db, Sql } from '../db/database.ts'
import { readShared } from '../db/shared-reading.ts'
import type { Moment } from '../kernel/day.ts'
import { type DecisionId, newId, type PersonId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import {
  type Answer,
  type Decision,
  type Frame,
  hasAnswered,
  isOpenAt,
  lastRound,
  newRound,
  type RoundRefusal,
  whyNotFrame,
} from './round.ts'
import { type DecisionRow, decisionFrom, readParts, withBallots } from './round-rows.ts'
import { type SeenDecision, seenBy } from './round-standing.ts'
import { decisionAsOf, speak } from './round-voice.ts'
import { onLastRound, withLast } from './round-way.ts'
import { insertDecision, putRound, writeRounds } from './round-write-store.ts'

/** Sole writer of decision, decision_voter, decision_round and voice. */

export type Question = {
  /** The whole to which the item belongs (a plan), and what of it: words of the room that asks. */
  readonly scopeId: string
  readonly about: string
  readonly subjectId: string
  readonly title: string
  readonly text: string
  readonly content: string
  /** Null: the first round is held in the room. */
  readonly closesAt: Moment | null
}

/** Puts a text to the voters: the frame is fixed here and there is no way to change it. */
export async function openDecision(
  db: Db,
  actor: Actor,
  question: Question,
  frame: Frame,
  now: Moment,
): Promise<DecisionId | Refusal<RoundRefusal>> {
  const by = personOf(actor)
  if (by === null) throw new Error('only a person puts something to decision')
  const no = whyNotFrame(frame)
  if (no !== null) return no
  if (frame.unnamed && question.closesAt !== null) return refuse('unnamed-in-room', 'closesAt')
  const { text, content, closesAt, ...about } = question
  const first = { number: 1, text, content, changeNote: null, openedAt: now, openedBy: by }
  const round = newRound(frame, first, closesAt)
  const decision: Decision = { id: newId(), ...about, frame, openedAt: now, openedBy: by, rounds: [round] }
  await db.write(actor, async (sql) => {
    await insertDecision(sql, actor, decision)
    await putRound(sql, actor, decision.id, round)
  })
  return decision.id
}

/** One decision as the actor may see it now; null when the school has no such one. */
export const readDecision = (db: Db, actor: Actor, id: DecisionId, now: Moment) =>
  readDecisionFor(db, actor, id, personOf(actor), now)

/** One decision as this person may see it now, or nobody in particular (null); null when the school has no such one. */
export async function readDecisionFor(
  db: Db,
  actor: Actor,
  id: DecisionId,
  person: PersonId | null,
  now: Moment,
): Promise<SeenDecision | null> {
  const [decision] = await readShared(db, `decision ${actor.schoolId} ${id}`, () =>
    db.read(actor, (sql) => readFull(sql, actor, (query) => query.where('id', '=', id))),
  )
  return decision ? seenBy(decision, person, now) : null
}

/**
 * Who has a voice in the open round and has not answered: for who leads, never what others said. Null: no such decision
 * in this school, or its last round is closed.
 */
export async function readSilent(
  db: Db,
  actor: Actor,
  id: DecisionId,
  now: Moment,
): Promise<PersonId[] | null> {
  const [decision] = await db.read(actor, (sql) =>
    readFull(sql, actor, (query) => query.where('id', '=', id)),
  )
  const last = decision && lastRound(decision)
  if (!decision || !last || !isOpenAt(last, now)) return null
  return decision.frame.voters.filter((voter) => !hasAnswered(last, voter))
}

/** All decisions of a whole as the actor may see them, in the order in which they were opened. */
export const readDecisionsOf = (db: Db, actor: Actor, scopeId: string, now: Moment) =>
  readDecisionsFor(db, actor, scopeId, personOf(actor), now)

/** All decisions of a whole as this person may see them, or nobody in particular (null). */
export async function readDecisionsFor(
  db: Db,
  actor: Actor,
  scopeId: string,
  person: PersonId | null,
  now: Moment,
): Promise<SeenDecision[]> {
  const decisions = await db.read(actor, (sql) =>
    readFull(sql, actor, (query) => query.where('scope_id', '=', scopeId)),
  )
  return decisions.map((decision) => seenBy(decision, person, now))
}

/**
 * Changes one decision: waits for others at it, applies the rule to what stands there, and writes the difference.
 * A round whose closing time has come is closed first. Null: no such decision in this school.
 */
export async function changeDecision(
  db: Db,
  actor: Actor,
  id: DecisionId,
  now: Moment,
  act: (decision: Decision) => Decision | Refusal<RoundRefusal>,
): Promise<Decision | Refusal<RoundRefusal> | null> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(id)
    const [stored] = await readFull(sql, actor, (query) => query.where('id', '=', id))
    if (!stored) return null
    const full = await withBallots(sql, actor, stored)
    const after = act(decisionAsOf(full, now))
    if (isRefusal(after)) return after
    await writeRounds(sql, actor, full, after)
    return boxShut(after)
  })
}

/** Of a box that is still open no ballot goes further than this store. */
function boxShut(decision: Decision): Decision {
  const last = lastRound(decision)
  const isShut = last.box === null || last.closed !== null
  return isShut ? decision : withLast(decision, { ...last, box: { ...last.box, ballots: null } })
}

/** Writes the record of rounds of a whole whose closing time has come; answers how many there were. */
export function closeDueRounds(db: Db, actor: Actor, scopeId: string, now: Moment): Promise<number> {
  return db.write(actor, async (sql, tx) => {
    const due = await sql
      .selectFrom('decision_round')
      .innerJoin('decision', 'decision.id', 'decision_round.decision_id')
      .select('decision.id')
      .where('decision.school_id', '=', actor.schoolId)
      .where('decision.scope_id', '=', scopeId)
      .where('decision_round.closed_at', 'is', null)
      .where('decision_round.closes_at', '<=', now)
      .execute()
    for (const { id } of due) await changeDecision(tx, actor, id, now, (decision) => decision)
    return due.length
  })
}

async function readFull(
  sql: Sql,
  actor: Actor,
  narrow: (query: DecisionQuery) => DecisionQuery,
): Promise<Decision[]> {
  const rows = await narrow(decisionQuery(sql, actor)).orderBy('opened_at').orderBy('id').execute()
  if (rows.length === 0) return []
  const parts = await readParts(
    sql,
    actor,
    rows.map((row) => row.id),
  )
  return rows.map((row: DecisionRow) => decisionFrom(row, parts))
}

const decisionQuery = (sql: Sql, actor: Actor) =>
  sql.selectFrom('decision').selectAll().where('school_id', '=', actor.schoolId)
type DecisionQuery = ReturnType<typeof decisionQuery>

/**
 * One person answers; the last answer before the round closes counts. `number`: the round that was read; an answer to an
 * earlier text is none to a later one. Null: it does not say.
 */
export function speakIn(
  db: Db,
  actor: Actor,
  id: DecisionId,
  answer: Answer,
  now: Moment,
  number: number | null = null,
) {
  const person = personOf(actor)
  if (person === null) throw new Error('only a person has a voice')
  const act = onLastRound((frame, round) =>
    number === null || number === round.number
      ? speak(frame, round, person, answer, now)
      : refuse('other-round'),
  )
  return changeDecision(db, actor, id, now, act)
}
