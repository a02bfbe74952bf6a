import type { Selectable } from 'kysely'
import type { Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { PersonId } from '../kernel/id.ts'
import { type TopicKey, topicKeyOf } from '../school/topic.ts'
import type { Actor } from '../session/actor.ts'
import { OFTENS, type Profile, WAYS } from './profile.ts'

type Row = Selectable<Tables['profile']>
type TopicRow = Selectable<Tables['profile_topic']>

/** The written profiles of who works here now, or of one of them; in the order of their ids. */
export async function loadProfiles(sql: Sql, actor: Actor, only?: PersonId): Promise<Profile[]> {
  const rows = await rowsOf(sql, actor, only)
  if (rows.length === 0) return []
  const topics = await topicRows(sql, actor, only)
  const of = Map.groupBy(topics, ({ person_id }) => person_id)
  return rows.map((row) => profileOf(row, of.get(row.person_id) ?? []))
}

function rowsOf(sql: Sql, actor: Actor, only?: PersonId): Promise<Row[]> {
  const query = sql
    .selectFrom('profile')
    .innerJoin('person', 'person.id', 'profile.person_id')
    .selectAll('profile')
    .where('profile.school_id', '=', actor.schoolId)
    .where('person.left_on', 'is', null)
    .orderBy('profile.person_id')
  return (only === undefined ? query : query.where('profile.person_id', '=', only)).execute()
}

function topicRows(sql: Sql, actor: Actor, only?: PersonId): Promise<TopicRow[]> {
  const query = sql
    .selectFrom('profile_topic')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .orderBy('position')
  return (only === undefined ? query : query.where('person_id', '=', only)).execute()
}

function profileOf(row: Row, topics: readonly TopicRow[]): Profile {
  const rowsIn = (part: string) => topics.filter((one) => one.part === part)
  const ways = row.ways.split(' ')
  return {
    personId: row.person_id,
    helps: rowsIn('helps').flatMap(keyIn),
    learns: rowsIn('learns').flatMap(keyIn),
    specialties: rowsIn('trained').flatMap((one) => keyIn(one).map((topic) => ({ topic, words: one.words }))),
    ways: WAYS.filter((way) => ways.includes(way)),
    often: OFTENS.find((often) => often === row.often) ?? null,
    line: row.line,
    showsVisits: row.shows_visits === 1,
    showsQuestions: row.shows_questions === 1,
    changedAt: row.changed_at,
  }
}

const keyIn = ({ topic }: TopicRow): TopicKey[] => {
  const key = topicKeyOf(topic)
  return key === null ? [] : [key]
}

/** Whether this is somebody who works at the actor's school now. */
export async function isHere(sql: Sql, actor: Actor, person: PersonId): Promise<boolean> {
  const row = await sql
    .selectFrom('person')
    .select('id')
    .where('id', '=', person)
    .where('school_id', '=', actor.schoolId)
    .where('left_on', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
