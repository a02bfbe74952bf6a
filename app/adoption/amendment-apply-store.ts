import type { Db, Sql } from '../db/database.ts'
import type { Json } from '../kernel/canonical-json.ts'
import type { Moment } from '../kernel/day.ts'
import type { EntryId, PrincipleId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import {
  addDecidedGoal,
  addDecidedPrinciple,
  putDecidedPrinciple,
  putDecidedTexts,
  putDecidedTies,
  takeOutDecided,
} from '../plan/decided-store.ts'
import type { GoalKind } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { MOST_PRINCIPLES } from '../plan/plan.ts'
import { readPlan, touchPlan } from '../plan/plan-store.ts'
import type { Actor } from '../session/actor.ts'
import {
  type Amendment,
  type AmendmentRefusal,
  agreedTexts,
  changesIn,
  fieldsOf,
  movedOn,
  newText,
} from './amendment.ts'
import type { SeenAmendment } from './amendment-scene.ts'
import { endAmendment } from './amendment-write-store.ts'
import type { Version } from './seal.ts'
import { readVersions, sealVersion } from './seal-store.ts'
import { amendedRecord } from './sealed-content.ts'

/** Why it can't come into the plan now; null when it can. */
export function whyNotApply(plan: Plan, amendment: Amendment): Refusal<AmendmentRefusal> | null {
  if (agreedTexts(plan, amendment) === null) return refuse('subject-gone')
  if (movedOn(plan, amendment).length > 0) return refuse('base-moved')
  if (amendment.kind === 'remove') return null
  const [first = 'text'] = fieldsOf(amendment.about)
  const needsFirst = amendment.about === 'principle' || first === 'title'
  if (needsFirst && newText(amendment, first) === '') return refuse('title-missing', first)
  const isSixth =
    amendment.kind === 'new' && amendment.about === 'principle' && plan.principles.length >= MOST_PRINCIPLES
  return isSixth ? refuse('five-principles') : null
}

export type Settled = { readonly is: 'agreed' | 'decided'; readonly record: Json; readonly words: string }

/**
 * What was agreed or decided comes into the plan and is sealed beside the last version with its record, all in the
 * caller's transaction, which has checked that it may.
 */
export async function applyAmendment(
  sql: Sql,
  tx: Db,
  actor: Actor,
  { plan, roster, amendment }: SeenAmendment,
  settled: Settled,
  schoolName: string,
  now: Moment,
): Promise<Version | Refusal<AmendmentRefusal>> {
  const no = whyNotApply(plan, amendment)
  if (no) return no
  const [latest] = await readVersions(tx, actor, plan.id)
  const subjectId = await layInPlan(sql, tx, actor, plan, amendment, now)
  const changed = await readPlan(tx, actor, plan.id)
  if (!latest || !changed) return refuse('not-in-seal')
  const of = { kind: 'beside', record: amendedRecord(latest.record, settled.record) } as const
  const version = await sealVersion(sql, actor, { plan: changed, roster }, of, schoolName, now)
  const end = { is: settled.is, words: settled.words, version: version.number, subjectId }
  await endAmendment(sql, actor, amendment.id, end, now)
  await touchPlan(sql, actor, plan)
  return version
}

/** Answers the id of what it is about. */
async function layInPlan(
  sql: Sql,
  tx: Db,
  actor: Actor,
  plan: Plan,
  amendment: Amendment,
  now: Moment,
): Promise<string> {
  const { kind, about, ties } = amendment
  const changes = Object.fromEntries(changesIn(amendment).map(({ field, after }) => [field, after]))
  if (about === 'principle') return layPrinciple(sql, tx, actor, plan, amendment, now)
  const id = (amendment.subjectId ?? '') as EntryId
  if (kind === 'remove') await takeOutDecided(sql, actor, plan, { entry: id }, now)
  if (kind === 'change') await putDecidedTexts(sql, tx, actor, plan, id, changes, now)
  const made =
    kind === 'new' ? await addDecidedGoal(sql, tx, actor, plan, about as GoalKind, changes, now) : id
  if (ties !== null && kind !== 'remove') await putDecidedTies(sql, actor, plan, made, ties)
  return made
}

async function layPrinciple(
  sql: Sql,
  tx: Db,
  actor: Actor,
  plan: Plan,
  amendment: Amendment,
  now: Moment,
): Promise<string> {
  const text = newText(amendment, 'text')
  if (amendment.kind === 'new') return addDecidedPrinciple(sql, tx, actor, plan, text, now)
  const id = (amendment.subjectId ?? '') as PrincipleId
  if (amendment.kind === 'remove') await takeOutDecided(sql, actor, plan, { principle: id }, now)
  else await putDecidedPrinciple(sql, tx, actor, plan, id, text, now)
  return id
}
