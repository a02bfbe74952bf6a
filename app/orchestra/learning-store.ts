import type { Db, Sql } from '../db/database.ts'
import { type Day, dayOf, type Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { firstDay, schoolYearOf } from '../kernel/school-year.ts'
import type { Actor } from '../session/actor.ts'
import { mayReadMap } from './map-may.ts'
import type { Learning } from './team-map.ts'

/** Who says yes to being shown out of visits, and out of questions: both of two have to. */
export type Shows = { readonly visits: readonly PersonId[]; readonly questions: readonly PersonId[] }

/**
 * Who learned from whom this school year out of visits that took place and questions that are closed, where both let
 * the team see it. Of a visit or question nothing else is read: no text, no topic, no day.
 */
export async function readLearnings(db: Db, actor: Actor, shows: Shows, now: Moment): Promise<Learning[]> {
  if (!mayReadMap(actor).may) return []
  const from = firstDay(schoolYearOf(dayOf(new Date(now))))
  return db.read(actor, async (sql) => [
    ...(await outOfVisits(sql, actor, shows.visits, from, now)),
    ...(await outOfQuestions(sql, actor, shows.questions, from)),
  ])
}

async function outOfVisits(sql: Sql, actor: Actor, shown: readonly PersonId[], from: Day, now: Moment) {
  if (shown.length < 2) return []
  const rows = await sql
    .selectFrom('visit')
    .select(['visitor_id as learner', 'host_id as from'])
    .distinct()
    .where('school_id', '=', actor.schoolId)
    .where('state', '=', 'agreed')
    .where('starts_at', '>=', from as string as Moment)
    .where('ends_at', '<=', now)
    .where('visitor_id', 'in', shown)
    .where('host_id', 'in', shown)
    .orderBy('learner')
    .orderBy('from')
    .execute()
  return rows.map((row): Learning => ({ ...row, way: 'visit' }))
}

async function outOfQuestions(sql: Sql, actor: Actor, shown: readonly PersonId[], from: Day) {
  if (shown.length < 2) return []
  const rows = await sql
    .selectFrom('question')
    .innerJoin('question_ask as ask', 'ask.question_id', 'question.id')
    .select(['question.asker_id as learner', 'ask.person_id as from'])
    .distinct()
    .where('question.school_id', '=', actor.schoolId)
    .where('question.closed_at', '>=', from as string as Moment)
    .where('ask.state', '=', 'yes')
    .where('question.asker_id', 'in', shown)
    .where('ask.person_id', 'in', shown)
    .orderBy('learner')
    .orderBy('from')
    .execute()
  return rows.map((row): Learning => ({ ...row, way: 'question' }))
}
