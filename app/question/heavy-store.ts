import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Moment } from '../kernel/day.ts'
import { newId, type PersonId, type QuestionId } from '../kernel/id.ts'
import { isRefusal, type May, refuse } from '../kernel/refusal.ts'
import { type Actor, hasRole, type Member, personOf } from '../session/actor.ts'
import {
  askToo,
  came,
  cannotGo,
  come,
  type HeavyCall,
  type HeavyId,
  type HeavyNo,
  handOn,
  newCall,
  see,
  takeBack,
  withoutQuestion,
} from './heavy.ts'
import {
  mayCall,
  mayCome,
  mayHandOn,
  mayKnowCall,
  maySayCame,
  maySayCannot,
  mayTakeBack,
} from './heavy-may.ts'
import { isRunning } from './question.ts'
import { mayHold } from './question-may.ts'
import { heldQuestion, saveQuestion } from './question-write-store.ts'
import { noLongerHeavy, tooHeavy } from './rung.ts'

/** With `heavy-tidy-store` the sole writer of heavy_call. */

export type HeavyTold = {
  readonly before: HeavyCall | null
  readonly after: HeavyCall
  readonly by: PersonId
}
/** Tells those concerned, inside the transaction: what is not stored is not told. */
export type TellHeavy = (at: { readonly sql: Sql; readonly tx: Db }, told: HeavyTold) => Promise<void>
type Telling = { readonly now: Moment; readonly tell: TellHeavy }

type Row = Selectable<Tables['heavy_call']>

const callFrom = (row: Row): HeavyCall => ({
  id: row.id,
  asker: row.person_id,
  question: row.question_id,
  calledAt: row.called_at,
  seen: row.seen_by && row.seen_at ? { by: row.seen_by, at: row.seen_at } : null,
  coming:
    row.coming_by && row.coming_said_at
      ? { by: row.coming_by, at: row.coming_at, saidAt: row.coming_said_at }
      : null,
  handed: handedFrom(row),
  ended: row.ended_at
    ? { at: row.ended_at, by: row.ended_by, how: row.ended_how as 'came' | 'taken-back' }
    : null,
  revision: row.revision,
})

const handedFrom = (row: Row): HeavyCall['handed'] =>
  row.handed_to && row.handed_at
    ? {
        to: row.handed_to,
        by: row.handed_by,
        at: row.handed_at,
        answer: row.handed_answer as 'pending' | 'yes' | 'no',
      }
    : null

const rowOf = (actor: Actor, call: HeavyCall): Row => ({
  id: call.id,
  school_id: actor.schoolId,
  person_id: call.asker,
  question_id: call.question,
  called_at: call.calledAt,
  seen_by: call.seen?.by ?? null,
  seen_at: call.seen?.at ?? null,
  coming_by: call.coming?.by ?? null,
  coming_at: call.coming?.at ?? null,
  coming_said_at: call.coming?.saidAt ?? null,
  handed_to: call.handed?.to ?? null,
  handed_by: call.handed?.by ?? null,
  handed_at: call.handed?.at ?? null,
  handed_answer: call.handed?.answer ?? null,
  ended_at: call.ended?.at ?? null,
  ended_by: call.ended?.by ?? null,
  ended_how: call.ended?.how ?? null,
  revision: call.revision,
})

const rows = (sql: Sql, actor: Actor) =>
  sql.selectFrom('heavy_call').selectAll().where('school_id', '=', actor.schoolId)

/** As this actor may see it: about which question is between asker and coordinators. */
const seenBy = (actor: Actor, call: HeavyCall): HeavyCall =>
  hasRole(actor, 'coordinator') || personOf(actor) === call.asker ? call : withoutQuestion(call)

/**
 * The calls that are open and that this actor has to know of, the oldest first: a coordinator all, who stands in those
 * that were handed to them (without the question), everybody the own one.
 */
export async function heavyCalls(db: Db, actor: Actor): Promise<HeavyCall[]> {
  if (actor.kind !== 'member') return []
  const open = await db.read(actor, (sql) =>
    rows(sql, actor).where('ended_at', 'is', null).orderBy('called_at').orderBy('id').execute(),
  )
  return open
    .map(callFrom)
    .filter((call) => mayKnowCall(actor, call).may)
    .map((call) => seenBy(actor, call))
}

/** The own call that is open; null: there is none. */
export async function ownHeavyCall(db: Db, actor: Actor): Promise<HeavyCall | null> {
  const person = personOf(actor)
  if (person === null) return null
  return db.read(actor, (sql) => loadOwn(sql, actor, person))
}

async function loadOwn(sql: Sql, actor: Actor, person: PersonId): Promise<HeavyCall | null> {
  const row = await rows(sql, actor)
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row ? callFrom(row) : null
}

export type NewHeavy = {
  /** The own question from which it is asked; the coordinators may read it from then on. */
  readonly question: QuestionId | null
  /** Who stands in, when the asker asks them as well; the caller knows that no coordinator is there. */
  readonly to: PersonId | null
}

/** 'Het is nu te zwaar', in one tap. Somebody has one call at a time: a second tap finds the first. */
export async function callHeavy(
  db: Db,
  actor: Member,
  { question, to }: NewHeavy,
  { now, tell }: Telling,
): Promise<HeavyId | HeavyNo> {
  if (!mayCall(actor).may) return refuse('may-not')
  return db.write(actor, async (sql, tx) => {
    await tx.hold(`heavy ${actor.personId}`)
    const open = await loadOwn(sql, actor, actor.personId)
    if (open) return open.id
    const own = question === null ? null : await markHeavy({ sql, tx, actor }, question, now)
    const call = newCall({ id: newId<'heavy-call'>(), asker: actor.personId, question: own, to, now })
    await sql.insertInto('heavy_call').values(rowOf(actor, call)).execute()
    await tell({ sql, tx }, { before: null, after: call, by: actor.personId })
    return call.id
  })
}

type Within = { readonly sql: Sql; readonly tx: Db; readonly actor: Member }

/** Opens the question to the coordinators; null: it is not theirs, or closed. The call goes on without it. */
async function markHeavy(
  { sql, tx, actor }: Within,
  id: QuestionId,
  now: Moment,
): Promise<QuestionId | null> {
  const before = await heldQuestion(sql, tx, actor, id)
  if (before === null || !mayHold(before, actor).may || !isRunning(before)) return null
  const after = tooHeavy(before, now)
  if (isRefusal(after)) return null
  await saveQuestion(sql, actor, { before, after, now })
  return id
}

async function unmarkHeavy({ sql, tx, actor }: Within, id: QuestionId, now: Moment) {
  const before = await heldQuestion(sql, tx, actor, id)
  if (before !== null && before.heavyAt !== null)
    await saveQuestion(sql, actor, { before, after: noLongerHeavy(before), now })
}

export type ChangingHeavy = Telling & { readonly id: HeavyId }
type Rule = (call: HeavyCall) => ReturnType<typeof see>

/** Changes a call on what stands there now, and tells those concerned. Null: there is none, or it is not theirs. */
function change(
  db: Db,
  actor: Member,
  { id, now, tell }: ChangingHeavy,
  may: (call: HeavyCall) => May,
  rule: Rule,
): Promise<'done' | HeavyNo | null> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(id)
    const row = await rows(sql, actor).where('id', '=', id).executeTakeFirst()
    const before = row ? callFrom(row) : null
    if (before === null || !mayKnowCall(actor, before).may) return null
    if (!may(before).may) return refuse('may-not')
    const answer = rule(before)
    if (isRefusal(answer)) return answer
    const after = { ...answer, revision: before.revision + 1 }
    if (after.ended?.how === 'taken-back' && after.question)
      await unmarkHeavy({ sql, tx, actor }, after.question, now)
    const { id: key, school_id, ...values } = rowOf(actor, after)
    await sql
      .updateTable('heavy_call')
      .set(values)
      .where('id', '=', key)
      .where('school_id', '=', school_id)
      .execute()
    await tell({ sql, tx }, { before, after, by: actor.personId })
    return 'done' as const
  })
}

/** 'Ik zie het': the asker reads that somebody knows. */
export const seeHeavy = (db: Db, actor: Member, at: ChangingHeavy) =>
  change(
    db,
    actor,
    at,
    (call) => mayCome(actor, call),
    (call) => see(call, actor.personId, at.now),
  )

/** 'Ik kom': now (null), or at a moment. */
export const comeHeavy = (db: Db, actor: Member, at: ChangingHeavy, moment: Moment | null) =>
  change(
    db,
    actor,
    at,
    (call) => mayCome(actor, call),
    (call) => come(call, actor.personId, moment, at.now),
  )

/** Asks who stands in to go; the caller knows that they do. */
export const handOnHeavy = (db: Db, actor: Member, at: ChangingHeavy, to: PersonId) =>
  change(
    db,
    actor,
    at,
    (call) => mayHandOn(actor, call),
    (call) => handOn(call, actor.personId, to, at.now),
  )

/** Who was asked to go can't now. */
export const cannotGoHeavy = (db: Db, actor: Member, at: ChangingHeavy) =>
  change(
    db,
    actor,
    at,
    (call) => maySayCannot(actor, call),
    (call) => cannotGo(call, actor.personId, at.now),
  )

/** Somebody was there. */
export const cameHeavy = (db: Db, actor: Member, at: ChangingHeavy) =>
  change(
    db,
    actor,
    at,
    (call) => maySayCame(actor, call),
    (call) => came(call, actor.personId, at.now),
  )

/** The asker asks who stands in as well; the caller knows that this is who stands in. */
export const askTooHeavy = (db: Db, actor: Member, at: ChangingHeavy, to: PersonId) =>
  change(
    db,
    actor,
    at,
    (call) => mayTakeBack(actor, call),
    (call) => askToo(call, to, at.now),
  )

/** The asker needs it no more; the question from which it was asked goes back to its own circle. */
export const takeBackHeavy = (db: Db, actor: Member, at: ChangingHeavy) =>
  change(
    db,
    actor,
    at,
    (call) => mayTakeBack(actor, call),
    (call) => takeBack(call, at.now),
  )
