import type { Updateable } from 'kysely'
import { readAllAmendments } from '../adoption/amendment-store.ts'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import { type Day, dayOf, type Moment } from '../kernel/day.ts'
import { newId, type PatternId, type SchoolId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { entryOf } from '../plan/plan.ts'
import { readPlan } from '../plan/plan-store.ts'
import type { Actor } from '../session/actor.ts'
import type { PatternGoal, PatternRecord, PatternRefusal, WhichPattern } from './pattern.ts'
import { loadCounted, loadRecords, termsAround } from './pattern-load.ts'
import { mayReadPatterns, mayTendPatterns, type PatternBecause } from './pattern-may.ts'
import { cardFor, type PatternCard, type PatternParts, type PatternScene, sceneOf } from './scene.ts'

/** Sole writer of pattern: what was done with a topic that came back in a term. It holds nobody's name, and no text. */

export type PatternNo =
  | Refusal<PatternRefusal>
  | { readonly refused: 'may-not'; readonly because: PatternBecause }

/** What a school's patterns were, and the state of the database and the day of before they were counted. */
type Kept = { readonly stamp: string; readonly today: Day; readonly scene: Promise<PatternScene> }
const shelves = new WeakMap<Db, Map<SchoolId, Kept>>()
const SCHOOLS_KEPT = 200

/**
 * The patterns of the actor's school, as everybody of the school may see them; null for a program. Counted anew when
 * anything was committed since.
 */
export async function patternsOf(db: Db, actor: Actor, today: Day): Promise<PatternScene | null> {
  if (!mayReadPatterns(actor).may) return null
  if (db.isTransaction) return sceneOf(await partsOf(db, actor, today))
  const stamp = await db.stamp()
  const shelf = shelves.get(db) ?? new Map<SchoolId, Kept>()
  shelves.set(db, shelf)
  const known = shelf.get(actor.schoolId)
  if (known?.stamp === stamp && known.today === today) return known.scene
  const scene = partsOf(db, actor, today).then(sceneOf)
  keep(shelf, actor.schoolId, { stamp, today, scene })
  return scene
}

function keep(shelf: Map<SchoolId, Kept>, school: SchoolId, kept: Kept) {
  shelf.delete(school)
  shelf.set(school, kept)
  const oldest = shelf.keys().next().value
  if (shelf.size > SCHOOLS_KEPT && oldest !== undefined) shelf.delete(oldest)
  kept.scene.catch(() => {
    if (shelf.get(school) === kept) shelf.delete(school)
  })
}

async function partsOf(db: Db, actor: Actor, today: Day): Promise<PatternParts> {
  const records = await db.read(actor, (sql) => loadRecords(sql, actor))
  return {
    records,
    standing: await standingOf(db, actor, records),
    counted: await loadCounted(db, actor, today),
    terms: await termsAround(db, actor, today),
    today,
  }
}

async function standingOf(db: Db, actor: Actor, records: readonly PatternRecord[]) {
  const standing = new Set<PatternId>()
  for (const { id, goal } of records) if (goal && (await stands(db, actor, goal))) standing.add(id)
  return standing
}

/** It was not taken out of its plan, and its amendment was not withdrawn or declined. */
async function stands(db: Db, actor: Actor, { planId, entryId, amendmentId }: PatternGoal): Promise<boolean> {
  const plan = await readPlan(db, actor, planId)
  if (plan === null) return false
  if (entryId !== null) return entryOf(plan, entryId) !== null
  const amendment = (await readAllAmendments(db, actor, plan)).find(({ id }) => id === amendmentId)
  return amendment !== undefined && amendment.ended?.is !== 'withdrawn' && amendment.ended?.is !== 'declined'
}

export type InPattern = {
  readonly sql: Sql
  readonly tx: Db
  readonly card: PatternCard
  readonly id: PatternId
}

/**
 * An act on a pattern as it stands now, one at a time in a school; makes its record when there is none. Who may is for
 * the caller.
 */
export function onPattern<Done, No extends { readonly refused: string }>(
  db: Db,
  actor: Actor,
  which: WhichPattern,
  now: Moment,
  act: (at: InPattern) => Promise<Done | No>,
): Promise<Done | No | PatternNo> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(`patterns ${actor.schoolId}`)
    const card = cardFor(await partsOf(tx, actor, dayOf(new Date(now))), which)
    if (card === null) return refuse('pattern-gone')
    const id = card.record?.id ?? (await insertRecord(sql, actor, which, now))
    return act({ sql, tx, card, id })
  })
}

async function insertRecord(sql: Sql, actor: Actor, which: WhichPattern, now: Moment): Promise<PatternId> {
  const id = newId<'pattern'>()
  const place = { school_id: actor.schoolId, topic: which.topic, school_year: which.year, term: which.term }
  const nothing = { dismissed_at: null, kept_at: null, meeting_id: null }
  const noGoal = { plan_id: null, entry_id: null, amendment_id: null, goal_at: null }
  await sql
    .insertInto('pattern')
    .values({ id, ...place, changed_at: now, ...nothing, ...noGoal })
    .execute()
  return id
}

type RecordChange = Partial<Omit<Updateable<Tables['pattern']>, 'id' | 'school_id'>>

/** Writes what was done; inside an act on the pattern. */
export const writeRecord = (sql: Sql, actor: Actor, id: PatternId, change: RecordChange, now: Moment) =>
  sql
    .updateTable('pattern')
    .set({ ...change, changed_at: now })
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .execute()

/** Lets a pattern rest for its term, or shows it again. Who coordinates. */
export const letRest = (db: Db, actor: Actor, which: WhichPattern, isResting: boolean, now: Moment) =>
  tend(db, actor, which, { dismissed_at: isResting ? now : null }, now)

/** Keeps it for the next plan that is written, or no longer. Who coordinates. */
export const keepForNext = (db: Db, actor: Actor, which: WhichPattern, isKept: boolean, now: Moment) =>
  tend(db, actor, which, { kept_at: isKept ? now : null }, now)

async function tend(
  db: Db,
  actor: Actor,
  which: WhichPattern,
  change: RecordChange,
  now: Moment,
): Promise<'done' | PatternNo> {
  const may = mayTendPatterns(actor)
  if (!may.may) return { refused: 'may-not', because: may.because }
  return onPattern<'done', PatternNo>(db, actor, which, now, async ({ sql, id }) => {
    await writeRecord(sql, actor, id, change, now)
    return 'done'
  })
}
