import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Moment } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { byName } from '../kernel/language.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import {
  BUILT_IN_TOPICS,
  isBuiltInTopic,
  parseTopicName,
  type Topic,
  type TopicKey,
  type TopicRefusal,
} from './topic.ts'
import { mayAddTopic, mayOfferTopic, type TopicBecause } from './topic-may.ts'

/** Sole writer of topic: a row for each topic of the school's own, and for a built-in one that was put away. */

export type TopicNo = Refusal<TopicRefusal> | { readonly refused: 'may-not'; readonly because: TopicBecause }

type Row = Selectable<Tables['topic']>

/** The topics of this school: the built-in ones first, then its own by name; those put away too. */
export async function topicsOf(db: Db, actor: Actor): Promise<Topic[]> {
  return db.read(actor, async (sql) => topicsFrom(await rowsOf(sql, actor)))
}

const rowsOf = (sql: Sql, actor: Actor): Promise<Row[]> =>
  sql.selectFrom('topic').selectAll().where('school_id', '=', actor.schoolId).orderBy('id').execute()

function topicsFrom(rows: readonly Row[]): Topic[] {
  const away = new Set(rows.filter((row) => row.retired_at !== null).map((row) => row.built_in))
  const own = rows
    .filter((row) => row.built_in === null)
    .map((row): Topic => ({ key: row.id, name: row.name, isRetired: row.retired_at !== null }))
    .sort((one, other) => byName(one.name ?? '', other.name ?? ''))
  return [...BUILT_IN_TOPICS.map((key): Topic => ({ key, name: null, isRetired: away.has(key) })), ...own]
}

/**
 * Adds a topic of the school's own; everyone of the team may. Answers its key.
 * @param builtIn what the built-in topics are called, in every language
 */
export async function addTopic(
  db: Db,
  actor: Actor,
  raw: string,
  builtIn: readonly string[],
  now: Moment,
): Promise<TopicKey | TopicNo> {
  const may = mayAddTopic(actor)
  if (!may.may) return { refused: 'may-not', because: may.because }
  return db.write(actor, async (sql, tx) => {
    await tx.hold(actor.schoolId)
    const topics = topicsFrom(await rowsOf(sql, actor))
    const own = topics.filter(({ key }) => !isBuiltInTopic(key))
    const names = [...builtIn, ...own.flatMap(({ name }) => name ?? [])]
    const name = parseTopicName(raw, names, own.filter(({ isRetired }) => !isRetired).length)
    if (isRefusal(name)) return name
    const id = newId<'topic'>()
    await sql
      .insertInto('topic')
      .values(rowFor(actor, { id, name }, now))
      .execute()
    return id
  })
}

const rowFor = (actor: Actor, given: Partial<Row> & Pick<Row, 'id' | 'name'>, now: Moment): Row => ({
  school_id: actor.schoolId,
  built_in: null,
  added_at: now,
  added_by: personOf(actor),
  retired_at: null,
  ...given,
})

/** Puts a topic away, so that it is no longer offered, or back; who manages the school may. */
export async function offerTopic(
  db: Db,
  actor: Actor,
  key: TopicKey,
  isOffered: boolean,
  now: Moment,
): Promise<null | TopicNo> {
  const may = mayOfferTopic(actor)
  if (!may.may) return { refused: 'may-not', because: may.because }
  return db.write(actor, async (sql, tx) => {
    await tx.hold(actor.schoolId)
    const rows = await rowsOf(sql, actor)
    const row = rows.find(({ id, built_in }) => (isBuiltInTopic(key) ? built_in === key : id === key))
    const retired_at = isOffered ? null : now
    if (row) await setRetired(sql, actor, row, retired_at)
    else if (!isBuiltInTopic(key)) return refuse('topic-gone')
    else if (!isOffered) {
      const away = { id: newId<'topic'>(), name: '', built_in: key, retired_at }
      await sql
        .insertInto('topic')
        .values(rowFor(actor, away, now))
        .execute()
    }
    return null
  })
}

const setRetired = (sql: Sql, actor: Actor, { id }: Row, retired_at: Moment | null) =>
  sql
    .updateTable('topic')
    .set({ retired_at })
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .execute()
