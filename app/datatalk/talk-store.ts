import type { Db } from '../db/database.ts'
import type { DataTalkId, SchoolId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import type { Talk, TalkHead } from './talk.ts'
import { loadHeads, loadTalk, withLines } from './talk-load.ts'
import { isOwnLine, mayReadNames, mayReadTalk } from './talk-may.ts'

/** The reading half; `talk-write-store` and `talk-goal-store` write. */

/** A talk as this actor may read it: whose line it is, is for those who sit at it. Null: none, or not for this actor. */
export async function readTalk(db: Db, actor: Actor, id: DataTalkId): Promise<Talk | null> {
  const talk = await db.read(actor, (sql) => loadTalk(sql, actor, id))
  return talk && mayReadTalk(actor, talk).may ? seenBy(actor, talk) : null
}

/** Who left the learning team since sees the own lines of a talk that is not shared, and nothing else of it. */
function seenBy(actor: Actor, talk: Talk): Talk {
  if (mayReadNames(actor, talk).may) return talk
  if (talk.sharedAt !== null) return nameless(talk, actor)
  return { ...nameless(talk, actor), goal: null, lines: talk.lines.filter((line) => isOwnLine(actor, line)) }
}

/** Without the names of others. */
const nameless = (talk: Talk, actor: Actor | null): Talk => ({
  ...talk,
  begunBy: null,
  lines: talk.lines.map((line) => (actor && isOwnLine(actor, line) ? line : { ...line, author: null })),
})

/** The talks that this actor may read, the last begun first. */
export async function talksOf(db: Db, actor: Actor): Promise<TalkHead[]> {
  const all = await db.read(actor, async (sql) => withLines(sql, actor, await loadHeads(sql, actor)))
  return all.filter((talk) => mayReadTalk(actor, talk).may).map(({ lines: _lines, ...head }) => head)
}

/** What is shared with the whole team, without names, the last begun first: what goes into a report. */
export async function sharedTalksOf(db: Db, actor: Actor): Promise<Talk[]> {
  const shared = (await talksOf(db, actor)).filter(({ sharedAt }) => sharedAt !== null)
  return (await db.read(actor, (sql) => withLines(sql, actor, shared))).map((talk) => nameless(talk, null))
}

/** Only the number that pages hear, for who was let in already; null: the talk is gone. */
export const readRevision = (db: Db, schoolId: SchoolId, id: DataTalkId): Promise<number | null> =>
  db.read({ schoolId }, async (sql) => {
    const row = await sql
      .selectFrom('data_talk')
      .select('revision')
      .where('id', '=', id)
      .where('school_id', '=', schoolId)
      .executeTakeFirst()
    return row?.revision ?? null
  })
