import type { Db, Sql } from '../db/database.ts'
import { parseId } from '../kernel/id.ts'
import { no, refuse } from '../kernel/refusal.ts'
import { readPlan, touchPlan } from '../plan/plan-store.ts'
import type { Actor } from '../session/actor.ts'
import type { PassageKeeper } from '../writing/passage-keeper-desk.ts'
import type { Time } from './evaluation.ts'
import { scopeOf } from './evaluation-store.ts'
import { isLookField } from './team-look.ts'
import { mayWriteLook } from './team-look-may.ts'
import { writeLook } from './team-look-store.ts'
import { teamLookText } from './team-look-text.ts'

/** What team, coordinator and principal say together: read and found by the whole school, talked about in the meeting. */
export const teamLookKeeper: PassageKeeper = {
  async find(db, actor, ownerId, field) {
    const at = isLookField(field) ? await lookIn(db, actor, ownerId) : null
    if (!at || !isLookField(field)) return null
    const write = mayWriteLook(actor, at.plan, field)
    return {
      place: { ownerId, field, scopeId: scopeOf(at.plan) },
      write,
      suggest: no('only-in-the-room'),
      decline: write,
      comment: no('only-in-the-room'),
      title: (language) => teamLookText(language).field[field],
      href: `/plan/${at.plan.id}/evaluation?time=${at.time}#samen-${field}`,
    }
  },

  async write(db, actor, place, text, base, now) {
    const at = await lookIn(db, actor, place.ownerId)
    return at ? writeLook(db, actor, at, place.field, text, base, now) : refuse('not-there')
  },

  async wrote(tx, actor, place) {
    const at = await lookIn(tx, actor, place.ownerId)
    if (!at || !isLookField(place.field)) return refuse('not-there')
    const may = mayWriteLook(actor, at.plan, place.field)
    if (!may.may) return { refused: 'may-not', because: may.because }
    await tx.write(actor, (sql) => touchPlan(sql, actor, at.plan))
    return null
  },

  async talked() {
    // Nobody talks here: that is what the meeting is for.
  },
}

/** The look that an id names, with its plan. */
async function lookIn(db: Db, actor: Actor, ownerId: string) {
  const row = await db.read(actor, (sql) => lookRow(sql, actor, ownerId))
  const plan = row && (await readPlan(db, actor, row.plan_id))
  return plan ? { plan, time: row.moment as Time } : null
}

async function lookRow(sql: Sql, actor: Actor, ownerId: string) {
  const id = parseId<'team-look'>(ownerId)
  if (id === null) return null
  const row = await sql
    .selectFrom('team_look')
    .select(['plan_id', 'moment'])
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  return row ?? null
}
