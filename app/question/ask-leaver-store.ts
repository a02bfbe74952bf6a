import type { Db, Sql } from '../db/database.ts'
import { dayOf, type Moment } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import type { PersonId, QuestionId } from '../kernel/id.ts'
import type { Keeper } from '../session/actor.ts'
import { type Ask, withoutPerson } from './ask.ts'
import { loadAsks, loadPresent } from './ask-load.ts'
import { type AskTold, saveAsks, type TellAsk } from './ask-store.ts'
import { isRunning, type Question, reads } from './question.ts'
import { heldQuestion, saveQuestion } from './question-write-store.ts'

/** With ask-store the writer of question_ask: what happens when somebody who was asked leaves the school. */

/** Frees the askers of whom nobody waits for an answer any more: what waited for a leaver comes to 'not now'. */
export async function freeAsksOfLeavers(
  db: Db,
  keeper: Keeper,
  { now, tell }: { readonly now: Moment; readonly tell: TellAsk },
): Promise<void> {
  await db.write(keeper, async (sql, tx) => {
    const present = await loadPresent(sql, keeper)
    const gone = await loadGone(sql, keeper, now)
    for (const id of await questionsOfGone(sql, keeper, gone)) {
      const question = await heldQuestion(sql, tx, keeper, id)
      if (question === null || !isRunning(question)) continue
      const before = await loadAsks(sql, keeper, id)
      const after = gone.reduce<readonly Ask[]>((left, person) => withoutPerson(left, person, now), before)
      await saveAsks(sql, keeper, id, before, after)
      await saveQuestion(sql, keeper, { before: question, after: question, now })
      await tell({ sql, tx }, toldOf(question, before, after, present))
    }
  })
}

function toldOf(
  { id: question, asker }: Question,
  before: readonly Ask[],
  after: readonly Ask[],
  present: ReadonlySet<PersonId>,
): AskTold[] {
  if (!present.has(asker)) return []
  const waited = (id: Ask['id']) => before.some((ask) => ask.id === id && reads(ask))
  return after
    .filter((ask) => !reads(ask) && waited(ask.id))
    .map((ask) => ({ kind: 'answered', question, ask: ask.id, to: asker, by: null }))
}

/** A slip on the team page can be undone. */
const DAYS_AFTER_LEAVING = 7

async function loadGone(sql: Sql, keeper: Keeper, now: Moment): Promise<PersonId[]> {
  const rows = await sql
    .selectFrom('person')
    .select('id')
    .where('school_id', '=', keeper.schoolId)
    .where('left_on', '<=', plusDays(dayOf(new Date(now)), -DAYS_AFTER_LEAVING))
    .execute()
  return rows.map(({ id }) => id)
}

/** Running questions that wait for one of them, or are helped by one; and where one was named. */
async function questionsOfGone(sql: Sql, keeper: Keeper, gone: readonly PersonId[]): Promise<QuestionId[]> {
  if (gone.length === 0) return []
  const rows = await sql
    .selectFrom('question_ask as ask')
    .innerJoin('question', 'question.id', 'ask.question_id')
    .select('ask.question_id')
    .distinct()
    .where('ask.school_id', '=', keeper.schoolId)
    .where('question.closed_at', 'is', null)
    .where((is) =>
      is.or([
        is.and([is('ask.person_id', 'in', gone), is('ask.state', 'in', ['asked', 'yes'])]),
        is('ask.proposed_id', 'in', gone),
      ]),
    )
    .execute()
  return rows.map(({ question_id }) => question_id)
}
