import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { newId, type TopicId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import { addItem, itemsOf, type ListNo, type ListTable, offerItem } from './own-list-store.ts'
import { BUILT_IN_TOPICS, type BuiltInTopic, type Topic, type TopicKey } from './topic.ts'

/** Sole writer of topic. */
const TOPICS: ListTable<TopicId, BuiltInTopic> = {
  builtIn: BUILT_IN_TOPICS,
  newId: () => newId<'topic'>(),
  rows: (sql, actor) =>
    sql.selectFrom('topic').selectAll().where('school_id', '=', actor.schoolId).orderBy('id').execute(),
  insert: (sql, row) => sql.insertInto('topic').values(row).execute(),
  setRetired: (sql, actor, id, retired_at) =>
    sql
      .updateTable('topic')
      .set({ retired_at })
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .execute(),
}

/** The topics of this school: the built-in ones first, then its own by name; those put away too. */
export const topicsOf = (db: Db, actor: Actor): Promise<Topic[]> => itemsOf(db, actor, TOPICS)

/**
 * Adds a topic of the school's own; everyone of the team may. Answers its key.
 * @param builtIn what the built-in ones are called, in every language
 */
export const addTopic = (
  db: Db,
  actor: Actor,
  raw: string,
  builtIn: readonly string[],
  now: Moment,
): Promise<TopicKey | ListNo> => addItem(db, actor, TOPICS, { raw, builtIn }, now)

/** Puts a topic away, so that it is no longer offered, or back; who manages the school may. */
export const offerTopic = (
  db: Db,
  actor: Actor,
  key: TopicKey,
  isOffered: boolean,
  now: Moment,
): Promise<null | ListNo> => offerItem(db, actor, TOPICS, { key, isOffered }, now)
