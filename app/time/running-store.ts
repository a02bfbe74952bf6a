import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import type { Running, Subject } from './time.ts'
import { ownerOf, subjectOf, subjectRow, type TimeNo } from './time-store.ts'

/** Sole writer of time_running: what its owner is doing now. */

/** What the actor is doing now; null: nothing that was said to begin. */
export async function runningOf(db: Db, actor: Actor): Promise<Running | null> {
  const owner = ownerOf(actor)
  if (typeof owner !== 'string') return null
  const row = await db.read(actor, (sql) =>
    sql
      .selectFrom('time_running')
      .selectAll()
      .where('school_id', '=', actor.schoolId)
      .where('person_id', '=', owner)
      .executeTakeFirst(),
  )
  return row ? { subject: subjectOf(row), startedAt: row.started_at } : null
}

/** Begins something now; one thing at a time. */
export function beginRunning(db: Db, actor: Actor, subject: Subject, now: Moment): Promise<null | TimeNo> {
  const owner = ownerOf(actor)
  if (typeof owner !== 'string') return Promise.resolve(owner)
  return db.write(actor, async (sql, tx) => {
    await tx.hold(owner)
    if (await runningOf(tx, actor)) return refuse('runs-already')
    await sql
      .insertInto('time_running')
      .values({ person_id: owner, school_id: actor.schoolId, ...subjectRow(subject), started_at: now })
      .execute()
    return null
  })
}

/** It is over, or was never meant: what ran is gone. Answers what it was, for who writes it down. */
export function endRunning(db: Db, actor: Actor): Promise<Running | TimeNo> {
  const owner = ownerOf(actor)
  if (typeof owner !== 'string') return Promise.resolve(owner)
  return db.write(actor, async (sql, tx) => {
    await tx.hold(owner)
    const running = await runningOf(tx, actor)
    if (!running) return refuse('nothing-runs')
    await sql
      .deleteFrom('time_running')
      .where('person_id', '=', owner)
      .where('school_id', '=', actor.schoolId)
      .execute()
    return running
  })
}
