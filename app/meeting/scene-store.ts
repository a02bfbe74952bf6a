import type { Db, Sql } from '../db/database.ts'
import { readShared } from '../db/shared-reading.ts'
import type { MeetingId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import type { Scene } from './meeting.ts'
import { loadScene } from './scene-load.ts'

const KEPT = 40
const kept = new WeakMap<object, Map<string, Promise<Scene | null>>>()

/**
 * Everything of one meeting. A hundred phones that ask for the same revision share one reading: a scene is kept by its
 * revision and that of the school, and whoever changes anything of a meeting, or of the people in it, raises one of them.
 */
export async function readScene(db: Db, actor: Actor, id: MeetingId): Promise<Scene | null> {
  if (db.isTransaction) return db.read(actor, (sql) => loadScene(sql, actor, id))
  const stand = await readStand(db, actor, id)
  if (stand === null) return null
  const scenes = scenesOf(db.hear)
  const key = `${actor.schoolId}:${id}:${stand}`
  const known = scenes.get(key)
  if (known) return known
  const reading = db.read(actor, (sql) => loadScene(sql, actor, id))
  scenes.set(key, reading)
  reading.catch(() => scenes.delete(key))
  for (const old of scenes.keys()) if (scenes.size > KEPT) scenes.delete(old)
  return reading
}

/** One database's scenes: `hear` is the same function as long as that database is open. */
function scenesOf(database: object) {
  const scenes = kept.get(database) ?? new Map<string, Promise<Scene | null>>()
  kept.set(database, scenes)
  return scenes
}

/** How often this meeting and its school were changed; null when the school has no such meeting. */
async function readStand(db: Db, actor: Actor, id: MeetingId): Promise<string | null> {
  const row = await readShared(db, `revision ${actor.schoolId} ${id}`, () =>
    db.read(actor, (sql) =>
      sql
        .selectFrom('meeting')
        .innerJoin('school', 'school.id', 'meeting.school_id')
        .select(['meeting.revision', 'school.revision as school'])
        .where('meeting.id', '=', id)
        .where('meeting.school_id', '=', actor.schoolId)
        .executeTakeFirst(),
    ),
  )
  return row ? `${row.revision}.${row.school}` : null
}

export type InMeeting = { readonly sql: Sql; readonly tx: Db; readonly scene: Scene }

/**
 * Changes a meeting: one transaction, one after another, on what stands there now. An act that answers a refusal leaves
 * nothing behind; after any other every open screen is told. Null: no such meeting in this school.
 */
export function changeMeeting<Answer>(
  db: Db,
  actor: Actor,
  id: MeetingId,
  act: (at: InMeeting) => Promise<Answer>,
): Promise<Answer | null> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(id)
    const scene = await loadScene(sql, actor, id)
    if (scene === null) return null
    const answer = await act({ sql, tx, scene })
    if (!isRefusal(answer)) await touchMeeting(sql, tx, actor, id)
    return answer
  })
}

/**
 * Raises the revision and tells the screens. The last thing in a transaction: its row is locked from here on, and who
 * holds a decision may be waiting for it.
 */
export async function touchMeeting(sql: Sql, tx: Db, actor: Actor, id: MeetingId) {
  await sql
    .updateTable('meeting')
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .execute()
  tx.announce({ topic: 'meeting', schoolId: actor.schoolId, id })
}
