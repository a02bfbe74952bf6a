import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Actor, Member } from '../session/actor.ts'
import type { Comment, CommentId, Thread, ThreadId } from './comment.ts'

/** Writes down that somebody has read a thread as it is now. Nobody else's business: nothing is drawn anew. */
export async function markSeen(db: Db, actor: Member, id: ThreadId): Promise<void> {
  await db.write(actor, async (sql) => {
    const last = await sql
      .selectFrom('comment')
      .select('id')
      .where('thread_id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!last) return
    const seen = { comment_id: last.id }
    await sql
      .insertInto('comment_seen')
      .values({ thread_id: id, person_id: actor.personId, school_id: actor.schoolId, ...seen })
      .onConflict((clash) => clash.columns(['thread_id', 'person_id']).doUpdateSet(seen))
      .execute()
  })
}

/** The last comment that this person has read, by open thread of these scopes. */
export async function readSeen(
  db: Db,
  actor: Actor,
  person: PersonId,
  scopeIds: readonly string[],
): Promise<ReadonlyMap<ThreadId, CommentId>> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('comment_seen')
      .innerJoin('comment_thread', 'comment_thread.id', 'comment_seen.thread_id')
      .select(['comment_seen.thread_id', 'comment_seen.comment_id'])
      .where('comment_seen.person_id', '=', person)
      .where('comment_seen.school_id', '=', actor.schoolId)
      .where('comment_thread.scope_id', 'in', [...scopeIds])
      .where('comment_thread.resolved_at', 'is', null)
      .execute(),
  )
  return new Map(rows.map((row) => [row.thread_id, row.comment_id]))
}

/** The threads in whole scopes, oldest first. For the product's own acts: what may be shown is the caller's to say. */
export async function readThreads(sql: Sql, actor: Actor, scopeIds: readonly string[]): Promise<Thread[]> {
  const threads = await sql
    .selectFrom('comment_thread')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where('scope_id', 'in', [...scopeIds])
    .orderBy('id')
    .execute()
  if (threads.length === 0) return []
  const comments = await sql
    .selectFrom('comment')
    .innerJoin('comment_thread', 'comment_thread.id', 'comment.thread_id')
    .selectAll('comment')
    .where('comment.school_id', '=', actor.schoolId)
    .where('comment_thread.scope_id', 'in', [...scopeIds])
    .orderBy('comment.id')
    .execute()
  const byThread = Map.groupBy(comments, (row) => row.thread_id)
  return threads.map((row) => threadOf(row, (byThread.get(row.id) ?? []).map(commentOf)))
}

const threadOf = (row: Selectable<Tables['comment_thread']>, comments: Comment[]): Thread => ({
  id: row.id,
  ownerId: row.owner_id,
  field: row.field,
  anchor: { quote: row.quote, before: row.words_before, after: row.words_after },
  openedAt: row.opened_at,
  openedBy: row.opened_by,
  resolvedAt: row.resolved_at,
  resolvedBy: row.resolved_by,
  comments,
})

const commentOf = (row: Selectable<Tables['comment']>): Comment => ({
  id: row.id,
  text: row.text,
  at: row.written_at,
  by: row.written_by,
  changedAt: row.changed_at,
  withdrawnAt: row.withdrawn_at,
})

/** Wipes all that was said about something: a track whose term has come. Inside the caller's transaction. */
export async function eraseThreads(sql: Sql, actor: Actor, ownerId: string) {
  const threads = await sql
    .selectFrom('comment_thread')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('school_id', '=', actor.schoolId)
    .execute()
  const ids = threads.map(({ id }) => id)
  if (ids.length === 0) return
  await sql.deleteFrom('comment_seen').where('thread_id', 'in', ids).execute()
  await sql.deleteFrom('comment').where('thread_id', 'in', ids).execute()
  await sql.deleteFrom('comment_thread').where('id', 'in', ids).execute()
}
