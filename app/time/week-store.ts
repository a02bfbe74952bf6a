import type { Db, Sql } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import type { Guess } from './estimate.ts'

import { logWithin, ownerOf, type TimeNo } from './time-store.ts'
import { sundayOf } from './week.ts'

/**
 * The estimate of a week takes the place of an earlier one. What was written down before stays, and is in the estimate:
 * it counts again as soon as the estimate is taken away.
 */
export function estimateWeek(
  db: Db,
  actor: Actor,
  week: Day,
  guesses: readonly Guess[],
  now: Moment,
): Promise<null | TimeNo> {
  const owner = ownerOf(actor)
  if (typeof owner !== 'string') return Promise.resolve(owner)
  return db.write(actor, async (sql, tx) => {
    await tx.hold(owner)
    await dropWithin(sql, actor, owner, week)
    for (const guess of guesses) {
      const given = {
        ...guess,
        day: week,
        startedAt: null,
        source: 'estimate',
        once: `week ${week}`,
      } as const
      const made = await logWithin(sql, tx, actor, given, now)
      if (isRefusal(made)) return made
    }
    return null
  })
}

/** Takes the estimate of a week away. */
export function dropEstimate(db: Db, actor: Actor, week: Day): Promise<null | TimeNo> {
  const owner = ownerOf(actor)
  if (typeof owner !== 'string') return Promise.resolve(owner)
  return db.write(actor, async (sql, tx) => {
    await tx.hold(owner)
    await dropWithin(sql, actor, owner, week)
    return null
  })
}

const dropWithin = (sql: Sql, actor: Actor, owner: PersonId, week: Day) =>
  sql
    .deleteFrom('time_entry')
    .where('school_id', '=', actor.schoolId)
    .where('person_id', '=', owner)
    .where('source', '=', 'estimate')
    .where('on_day', '>=', week)
    .where('on_day', '<=', sundayOf(week))
    .execute()
