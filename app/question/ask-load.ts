import type { Sql } from '../db/database.ts'
import { type Day, dayOf, type Moment } from '../kernel/day.ts'
import type { PersonId, QuestionId } from '../kernel/id.ts'
import { topicKeyOf } from '../school/topic.ts'
import type { Actor } from '../session/actor.ts'
import type { Ask } from './ask.ts'
import type { PastAsk } from './match.ts'
import type { AskState } from './question.ts'

/** Reading asks as they lie in the database. Who may see them is asked by the stores. */

/** Everybody who was asked for a question, in the order in which they were asked. */
export async function loadAsks(sql: Sql, actor: Actor, question: QuestionId): Promise<Ask[]> {
  const rows = await sql
    .selectFrom('question_ask')
    .selectAll()
    .where('question_id', '=', question)
    .where('school_id', '=', actor.schoolId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    state: row.state as AskState,
    askedAt: row.asked_at,
    answeredAt: row.answered_at,
    words: row.words,
    startsAt: row.starts_at,
    proposed: row.proposed_id,
    seenAt: row.seen_at,
  }))
}

/** Everybody who works at the school now. */
export async function loadPresent(sql: Sql, actor: Actor): Promise<ReadonlySet<PersonId>> {
  const rows = await sql
    .selectFrom('person')
    .select('id')
    .where('school_id', '=', actor.schoolId)
    .where('left_on', 'is', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/**
 * Who was asked when and about which topic, since a day: to spread the asking, and to know who helped with such a
 * question before. Only topics that a person confirmed; without the question and its asker. Never for a page.
 */
export async function loadPastAsks(
  sql: Sql,
  actor: Actor,
  since: Day,
): Promise<ReadonlyMap<PersonId, readonly PastAsk[]>> {
  const rows = await sql
    .selectFrom('question_ask')
    .innerJoin('question', 'question.id', 'question_ask.question_id')
    .select(['person_id', 'question_ask.asked_at', 'state', 'topic', 'topic_at'])
    .where('question_ask.school_id', '=', actor.schoolId)
    .where('question_ask.asked_at', '>=', since as string as Moment)
    .where('state', '!=', 'withdrawn')
    .execute()
  const byPerson = new Map<PersonId, PastAsk[]>()
  for (const row of rows) {
    const past: PastAsk = {
      on: dayOf(new Date(row.asked_at)),
      topic: row.topic_at === null ? null : topicKeyOf(row.topic),
      helped: row.state === 'yes',
    }
    const known = byPerson.get(row.person_id)
    if (known) known.push(past)
    else byPerson.set(row.person_id, [past])
  }
  return byPerson
}
