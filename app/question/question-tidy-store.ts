import type { Db, Sql } from '../db/database.ts'
import { type Day, dayOf, type Moment, momentOf } from '../kernel/day.ts'
import { mondayOf } from '../kernel/days.ts'
import type { PersonId, QuestionId } from '../kernel/id.ts'
import { termEnds } from '../school/retention.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'
import { deleteQuestions } from './question-write-store.ts'

/** With `question-write-store` the writer of questions: what happens to them when their time is over. */

const DAY = 86_400_000
/** After this a closed question is erased, and one with which nothing happened closes by itself. */
const DAYS_OF_TEXTS = 365
/** A slip on the team page can be undone. */
const DAYS_AFTER_LEAVING = 7

const ago = (now: Date, days: number): Moment => momentOf(new Date(now.getTime() - days * DAY))

/**
 * School by school: questions of who left close, and those with which nothing happened for a year; who left reads along
 * no more. A year after closing, or when the term of the asker's texts has come, everything of a question is erased; a
 * number stays, without a person.
 */
export async function forgetOldQuestions(db: Db, now: Date): Promise<void> {
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    await db.write(keeper, async (sql) => {
      const left = await leavers(sql, keeper)
      const gone = left.filter(({ leftOn }) => leftOn <= dayOf(new Date(ago(now, DAYS_AFTER_LEAVING))))
      await closeQuiet(sql, keeper, gone, now)
      await unname(sql, keeper, gone)
      await erase(sql, keeper, await over(sql, keeper, left, now))
    })
  }
}

type Leaver = { readonly id: PersonId; readonly leftOn: Day; readonly term: number }

async function leavers(sql: Sql, keeper: Keeper): Promise<Leaver[]> {
  const rows = await sql
    .selectFrom('person')
    .innerJoin('school', 'school.id', 'person.school_id')
    .select(['person.id', 'person.left_on as leftOn', 'school.retention_years as term'])
    .where('person.school_id', '=', keeper.schoolId)
    .where('person.left_on', 'is not', null)
    .execute()
  return rows.flatMap(({ id, leftOn, term }) => (leftOn === null ? [] : [{ id, leftOn, term }]))
}

/** Never an empty list: SQL knows none. */
const idsOf = (people: readonly Leaver[]): PersonId[] =>
  people.length > 0 ? people.map(({ id }) => id) : ['' as PersonId]

const closeQuiet = (sql: Sql, keeper: Keeper, gone: readonly Leaver[], now: Date) =>
  sql
    .updateTable('question')
    .set((is) => ({
      closed_at: momentOf(now),
      heavy_at: null,
      revision: is('revision', '+', 1),
      changed_at: momentOf(now),
    }))
    .where('school_id', '=', keeper.schoolId)
    .where('closed_at', 'is', null)
    .where((is) => is.or([is('changed_at', '<', ago(now, DAYS_OF_TEXTS)), is('asker_id', 'in', idsOf(gone))]))
    .execute()

async function unname(sql: Sql, keeper: Keeper, gone: readonly Leaver[]) {
  if (gone.length === 0) return
  const people = idsOf(gone)
  await sql
    .deleteFrom('question_reader')
    .where('person_id', 'in', people)
    .where('school_id', '=', keeper.schoolId)
    .execute()
  await sql
    .updateTable('question')
    .set({ topic_by: null })
    .where('topic_by', 'in', people)
    .where('school_id', '=', keeper.schoolId)
    .execute()
}

type Over = {
  readonly id: QuestionId
  readonly topic: string | null
  readonly asked_at: Moment
  readonly solved_on: number | null
  readonly closed_at: Moment | null
}

async function over(sql: Sql, keeper: Keeper, left: readonly Leaver[], now: Date): Promise<Over[]> {
  const today = dayOf(now)
  const termCame = left.filter(({ leftOn, term }) => termEnds(leftOn, term) <= today)
  return sql
    .selectFrom('question')
    .select(['id', 'topic', 'asked_at', 'solved_on', 'closed_at'])
    .where('school_id', '=', keeper.schoolId)
    .where((is) =>
      is.or([is('closed_at', '<', ago(now, DAYS_OF_TEXTS)), is('asker_id', 'in', idsOf(termCame))]),
    )
    .execute()
}

async function erase(sql: Sql, keeper: Keeper, questions: readonly Over[]) {
  for (const question of questions) await countIn(sql, keeper, question)
  await deleteQuestions(
    sql,
    keeper,
    questions.map(({ id }) => id),
  )
}

const countIn = (sql: Sql, keeper: Keeper, { topic, asked_at, solved_on, closed_at }: Over) =>
  sql
    .insertInto('question_tally')
    .values({
      school_id: keeper.schoolId,
      week: mondayOf(dayOf(new Date(asked_at))),
      topic: topic ?? '',
      solved_on: solved_on ?? 0,
      is_closed: closed_at === null ? 0 : 1,
      number: 1,
    })
    .onConflict((is) =>
      is
        .columns(['school_id', 'week', 'topic', 'solved_on', 'is_closed'])
        .doUpdateSet((old) => ({ number: old('question_tally.number', '+', 1) })),
    )
    .execute()
