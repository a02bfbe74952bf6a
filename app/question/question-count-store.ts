import type { Db, Sql } from '../db/database.ts'
import { type Day, dayOf, type Moment } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import type { QuestionId } from '../kernel/id.ts'
import { type TopicKey, topicKeyOf } from '../school/topic.ts'
import type { Actor } from '../session/actor.ts'
import type { RungNumber } from './question.ts'

/** What counts of one question: no asker, no text. Of an erased one not even an id, and the Monday of its week. */
export type CountedQuestion = {
  readonly id: QuestionId | null
  /** As a person confirmed it. */
  readonly topic: TopicKey | null
  readonly askedOn: Day
  readonly solvedOn: RungNumber | null
  readonly isClosed: boolean
}

/** All questions of the school that were asked from one day until and with another, erased ones too. */
export async function countedQuestions(
  db: Db,
  actor: Actor,
  from: Day,
  until: Day,
): Promise<CountedQuestion[]> {
  if (actor.kind === 'program') return []
  return db.read(actor, async (sql) => [
    ...(await standing(sql, actor, from, until)),
    ...(await erased(sql, actor, from, until)),
  ])
}

async function standing(sql: Sql, actor: Actor, from: Day, until: Day): Promise<CountedQuestion[]> {
  const rows = await sql
    .selectFrom('question')
    .select(['id', 'topic', 'asked_at', 'solved_on', 'closed_at'])
    .where('school_id', '=', actor.schoolId)
    // A day of the Netherlands begins on the day before in UTC: read a day more, and look at the day itself.
    .where('asked_at', '>=', plusDays(from, -1) as string as Moment)
    .where('asked_at', '<', plusDays(until, 2) as string as Moment)
    .orderBy('asked_at')
    .execute()
  const dayAt = daysByHour()
  return rows
    .map((row) => ({
      id: row.id,
      topic: topicKeyOf(row.topic),
      askedOn: dayAt(row.asked_at),
      solvedOn: row.solved_on as RungNumber | null,
      isClosed: row.closed_at !== null,
    }))
    .filter(({ askedOn }) => askedOn >= from && askedOn <= until)
}

/** The day of a moment in the Netherlands, looked up once for each hour: a whole one apart from UTC. */
function daysByHour() {
  const known = new Map<string, Day>()
  return (moment: Moment): Day => {
    const hour = moment.slice(0, 13)
    const day = known.get(hour) ?? dayOf(new Date(moment))
    known.set(hour, day)
    return day
  }
}

async function erased(sql: Sql, actor: Actor, from: Day, until: Day): Promise<CountedQuestion[]> {
  const rows = await sql
    .selectFrom('question_tally')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where('week', '>=', from)
    .where('week', '<=', until)
    .orderBy('week')
    .execute()
  return rows.flatMap((row) =>
    Array.from({ length: row.number }, () => ({
      id: null,
      topic: topicKeyOf(row.topic),
      askedOn: row.week,
      solvedOn: row.solved_on === 0 ? null : (row.solved_on as RungNumber),
      isClosed: row.is_closed === 1,
    })),
  )
}
