import type { Db } from '../db/database.ts'
import type { EntryId } from '../kernel/id.ts'
import type { Entry } from '../plan/entry.ts'
import type { Actor } from '../session/actor.ts'
import type { Written } from './story.ts'

/** Every time that a text of a goal or track was written: those that stand there, and those that stood there before. */
export async function writtenOf(db: Db, actor: Actor, entry: Entry): Promise<Written[]> {
  const past = await db.read(actor, (sql) =>
    sql
      .selectFrom('passage_past')
      .select(['field', 'changed_at as at'])
      .where('owner_id', '=', entry.id satisfies EntryId)
      .where('school_id', '=', actor.schoolId)
      .where('text', '!=', '')
      .orderBy('revision')
      .execute(),
  )
  const now = Object.entries(entry.texts).map(([field, { changedAt: at }]) => ({ field, at }))
  return [...past, ...now]
}
