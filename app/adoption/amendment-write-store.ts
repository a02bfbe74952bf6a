import type { Updateable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Moment } from '../kernel/day.ts'
import {
  type AmendmentId,
  type DecisionId,
  type EntryId,
  newId,
  type PersonId,
  type PlanId,
} from '../kernel/id.ts'
import { isRefusal, RefusedInside, refuse } from '../kernel/refusal.ts'
import type { Plan } from '../plan/plan.ts'
import { readPlan, touchPlan } from '../plan/plan-store.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { eraseThreads } from '../writing/comment-read-store.ts'
import type { Collision, Saved } from '../writing/passage.ts'
import { erasePassages, writePassage } from '../writing/passage-store.ts'
import { eraseSuggestions } from '../writing/suggestion-store.ts'
import type { AmendmentNo } from './adoption-no.ts'
import {
  type Amendment,
  agreedTexts,
  changesIn,
  type Ending,
  fieldsOf,
  type GoalTies,
  type Side,
  type Texts,
} from './amendment.ts'
import { mayWriteAmendment } from './amendment-may.ts'
import type { SeenAmendment } from './amendment-scene.ts'
import { amendmentScope, readAmendment } from './amendment-store.ts'

/** Sole writer of amendment and amendment_yes; the texts are passages of the amendment's id. */

/** The row of a new amendment, for who has checked that it may begin. */
export async function insertAmendment(
  sql: Sql,
  actor: Actor,
  plan: Plan,
  { kind, about, subjectId, why }: Pick<Amendment, 'kind' | 'about' | 'subjectId' | 'why'>,
  base: Texts,
  now: Moment,
) {
  const id = newId<'amendment'>()
  await sql
    .insertInto('amendment')
    .values({
      id,
      school_id: actor.schoolId,
      plan_id: plan.id,
      kind,
      about,
      subject_id: kind === 'new' ? null : subjectId,
      why,
      base: JSON.stringify(base),
      ties: null,
      made_at: now,
      made_by: personOf(actor),
      decision_id: null,
      stand_in_why: null,
      stand_in_at: null,
      stand_in_by: null,
      ended: null,
      ended_at: null,
      ended_by: null,
      ended_words: null,
      version_number: null,
    })
    .execute()
  return id
}

/** Writes texts of an amendment for who has checked the right: its first ones, or those that the plan got meanwhile. */
export async function layTexts(
  tx: Db,
  actor: Actor,
  planId: PlanId,
  id: AmendmentId,
  texts: Texts,
  now: Moment,
) {
  for (const [field, text] of Object.entries(texts)) {
    const place = { ownerId: id, field, scopeId: amendmentScope(planId) }
    const saved = await writePassage(tx, actor, place, text, null, now)
    if (isRefusal(saved)) throw new RefusedInside(saved)
  }
}

/** Inside a transaction: the amendment as it is, while nobody else changes it or its plan. Null: not theirs to read. */
export async function holdAmendment(
  tx: Db,
  actor: Actor,
  planId: PlanId,
  id: AmendmentId,
  now: Moment,
): Promise<SeenAmendment | null> {
  await tx.hold(planId)
  await tx.hold(id)
  const plan = await readPlan(tx, actor, planId)
  return plan && readAmendment(tx, actor, plan, id, now)
}

/** Saves one text of an amendment. A yes that was said to another text no longer counts. See `writePassage`. */
export function writeAmendmentText(
  db: Db,
  actor: Actor,
  planId: PlanId,
  id: AmendmentId,
  field: string,
  raw: string,
  base: number | null,
  now: Moment,
): Promise<Saved | Collision | AmendmentNo> {
  return db.write(actor, async (_sql, tx) => {
    const place = { ownerId: id, field, scopeId: amendmentScope(planId) }
    await tx.hold(id)
    const no = await wroteAmendment(tx, actor, planId, id, field, now)
    return no ?? writePassage(tx, actor, place, raw, base, now)
  })
}

/** For co-writing too: weighs the right at this moment, and raises the revision of the plan. */
export async function wroteAmendment(
  tx: Db,
  actor: Actor,
  planId: PlanId,
  id: AmendmentId,
  field: string,
  now: Moment,
): Promise<AmendmentNo | null> {
  const plan = await readPlan(tx, actor, planId)
  const scene = plan && (await readAmendment(tx, actor, plan, id, now))
  if (!scene || scene.amendment.kind === 'remove') return refuse('subject-gone')
  if (!fieldsOf(scene.amendment.about).includes(field)) return refuse('no-such-field', field)
  const may = mayWriteAmendment(actor, scene)
  if (!may.may) return { refused: 'may-not', because: may.because }
  await tx.write(actor, (sql) => touchPlan(sql, actor, scene.plan))
  return null
}

/** Vision lines and days of a goal, as the amendment would have them; null: as they stand in the plan. */
export async function putTies(sql: Sql, actor: Actor, id: AmendmentId, ties: GoalTies | null) {
  await change(sql, actor, id, { ties: ties === null ? null : JSON.stringify(ties) })
}

/** Starts anew from the text that is agreed now; what the amendment itself changes stays as it was written. */
export async function moveBase(tx: Db, sql: Sql, actor: Actor, scene: SeenAmendment, now: Moment) {
  const { amendment, plan } = scene
  const agreed = agreedTexts(plan, amendment)
  if (agreed === null) return
  const own = new Set(changesIn(amendment).map(({ field }) => field))
  const theirs = fieldsOf(amendment.about).filter(
    (field) => !own.has(field) && (agreed[field] ?? '') !== (amendment.base[field] ?? ''),
  )
  const texts = Object.fromEntries(theirs.map((field) => [field, agreed[field] ?? '']))
  if (amendment.kind !== 'remove') await layTexts(tx, actor, plan.id, amendment.id, texts, now)
  await change(sql, actor, amendment.id, { base: JSON.stringify(agreed) })
}

/** One yes a side: a later one, to another text or by another member, takes its place. */
export async function putYes(
  sql: Sql,
  actor: Actor,
  { id, print }: Amendment,
  person: PersonId,
  side: Side,
  now: Moment,
) {
  const said = { person_id: person, text_print: print, said_at: now }
  await sql
    .insertInto('amendment_yes')
    .values({ amendment_id: id, school_id: actor.schoolId, side, ...said })
    .onConflict((clash) => clash.columns(['amendment_id', 'side']).doUpdateSet(said))
    .execute()
}

export const dropYes = (sql: Sql, actor: Actor, id: AmendmentId, side: Side) =>
  sql
    .deleteFrom('amendment_yes')
    .where('amendment_id', '=', id)
    .where('side', '=', side)
    .where('school_id', '=', actor.schoolId)
    .execute()

export const putDecision = (sql: Sql, actor: Actor, id: AmendmentId, decision_id: DecisionId) =>
  change(sql, actor, id, { decision_id })

export const putStandIn = (sql: Sql, actor: Actor, id: AmendmentId, why: string, now: Moment) =>
  change(sql, actor, id, { stand_in_why: why, stand_in_at: now, stand_in_by: personOf(actor) })

export type End = { is: Ending; words: string; version?: string; subjectId?: string }

/** Ends it, with the record of who, when and in which words. */
export const endAmendment = (sql: Sql, actor: Actor, id: AmendmentId, end: End, now: Moment) =>
  change(sql, actor, id, {
    ended: end.is,
    ended_at: now,
    ended_by: personOf(actor),
    ended_words: end.words,
    version_number: end.version ?? null,
    ...(end.subjectId ? { subject_id: end.subjectId } : {}),
  })

const change = (sql: Sql, actor: Actor, id: AmendmentId, row: Updateable<Tables['amendment']>) =>
  sql.updateTable('amendment').set(row).where('id', '=', id).where('school_id', '=', actor.schoolId).execute()

/** Wipes what was written in and said about amendments of a track whose term has come; that there was one stays, with who and when. */
export async function eraseAmendments(tx: Db, sql: Sql, actor: Actor, entryId: EntryId) {
  const rows = await sql
    .selectFrom('amendment')
    .select('id')
    .where('subject_id', '=', entryId)
    .where('school_id', '=', actor.schoolId)
    .execute()
  for (const { id } of rows) {
    // Somebody may have it open: their words are not stored any more, and it closes.
    await tx.hold(id)
    tx.announce({ topic: 'passage', schoolId: actor.schoolId, id })
    await erasePassages(sql, actor, id)
    await eraseThreads(sql, actor, id)
    await eraseSuggestions(sql, actor, id)
    await change(sql, actor, id, { base: '{}', why: '', ended_words: null, stand_in_why: null })
  }
}
