import type { Db, Sql } from '../db/database.ts'
import { type Moment, momentOf } from '../kernel/day.ts'
import type { MeetingId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import { newCode } from '../session/secret-store.ts'
import type { Meeting } from './meeting.ts'
import { isOpenToJoin } from './pass.ts'
import { keeperOf } from './pass-store.ts'
import { loadMeeting } from './scene-load.ts'
import { readScene, touchMeeting } from './scene-store.ts'

/** The code by which a meeting is joined: sole writer of meeting.join_code. */

const TRIES = 50

/**
 * The six digits of this meeting, made the first time that one may join it; null before and after that. No two
 * meetings on the server that can be joined have the same.
 */
export async function joinCodeFor(db: Db, actor: Actor, id: MeetingId, now: Moment): Promise<string | null> {
  const scene = await readScene(db, actor, id)
  if (scene === null || !isOpenToJoin(scene.meeting, now)) return null
  return scene.meeting.joinCode ?? makeCode(db, actor, id, now)
}

/** Over all schools, for a code is typed before the school is known. */
function makeCode(db: Db, actor: Actor, id: MeetingId, now: Moment): Promise<string | null> {
  return db.write('server', async (sql, tx) => {
    await tx.hold(id)
    await tx.hold('join-code')
    const meeting = await loadMeeting(sql, actor, id)
    if (meeting === null || !isOpenToJoin(meeting, now)) return null
    if (meeting.joinCode !== null) return meeting.joinCode
    const code = await freeCode(sql)
    await sql
      .updateTable('meeting')
      .set({ join_code: code })
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .execute()
    await touchMeeting(sql, tx, actor, id)
    return code
  })
}

/** A code that no meeting holds that may still be joined; a closed one no longer counts. */
async function freeCode(sql: Sql): Promise<string> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const code = newCode()
    const taken = await livingRows(sql, code).executeTakeFirst()
    if (!taken) return code
  }
  throw new Error('no free code to join a meeting')
}

const livingRows = (sql: Sql, code: string) =>
  sql
    .selectFrom('meeting')
    .innerJoin('school', 'school.id', 'meeting.school_id')
    .select(['meeting.id', 'meeting.school_id', 'school.name'])
    .where('meeting.join_code', '=', code)
    .where('meeting.phase', '!=', 'closed')
    .where('meeting.cancelled_at', 'is', null)
    .where('school.gone_at', 'is', null)
    .orderBy('meeting.id')

export type Joinable = { readonly meeting: Meeting; readonly schoolName: string }

/** The meeting behind a code that one may join now; null for any other code. */
export async function meetingByCode(db: Db, code: string, now: Moment): Promise<Joinable | null> {
  const rows = await db.read('server', (sql) => livingRows(sql, code).execute())
  for (const { id, school_id, name } of rows) {
    const scene = await readScene(db, keeperOf(school_id), id)
    if (scene && isOpenToJoin(scene.meeting, now)) return { meeting: scene.meeting, schoolName: name }
  }
  return null
}

/** The meetings of the actor's own school that one may join now: for them nobody needs a code. */
export async function joinableOf(db: Db, actor: Actor, now: Moment): Promise<MeetingId[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('meeting')
      .select('id')
      .where('school_id', '=', actor.schoolId)
      .where('phase', '!=', 'closed')
      .where('cancelled_at', 'is', null)
      .where((where) =>
        where.or([where('phase', '=', 'running'), where('starts_at', '<=', anHourAfter(now))]),
      )
      .orderBy('starts_at')
      .execute(),
  )
  const scenes = await Promise.all(rows.map(({ id }) => readScene(db, actor, id)))
  return scenes.flatMap((scene) => (scene && isOpenToJoin(scene.meeting, now) ? [scene.meeting.id] : []))
}

const anHourAfter = (now: Moment) => momentOf(new Date(Date.parse(now) + 3_600_000))
