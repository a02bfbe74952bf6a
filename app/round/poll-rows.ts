import type { Selectable } from 'kysely'
import type { Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import { readBallots, readGiven } from './box-store.ts'
import { choiceOf, type Poll, type PollKind, type PollOption, type PollResult } from './poll.ts'

/** Rows of polls as what they mean. */

/** The polls of a school; who asks says which. */
export const pollQuery = (sql: Sql, actor: Actor) =>
  sql.selectFrom('poll').selectAll().where('school_id', '=', actor.schoolId)

/** Polls with all that was answered: for the store alone. */
export async function fullPolls(sql: Sql, actor: Actor, rows: readonly Selectable<Tables['poll']>[]) {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const answers = await sql
    .selectFrom('poll_answer')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where('poll_id', 'in', ids)
    .orderBy('person_id')
    .execute()
  const given = await readGiven(sql, actor, ids)
  const ballots = given.length === 0 ? [] : await readBallots(sql, actor, ids)
  return rows.map((row) => pollFrom(row, { answers, given, ballots }))
}

type Parts = {
  readonly answers: readonly Selectable<Tables['poll_answer']>[]
  readonly given: readonly Selectable<Tables['ballot_given']>[]
  readonly ballots: readonly Selectable<Tables['ballot']>[]
}

const pollFrom = (row: Selectable<Tables['poll']>, { answers, given, ballots }: Parts): Poll => ({
  id: row.id,
  scopeId: row.scope_id,
  subjectId: row.subject_id,
  kind: row.kind as PollKind,
  question: row.question,
  options: JSON.parse(row.options) as PollOption[],
  dots: row.dots,
  unnamed: row.unnamed === 1,
  voters: JSON.parse(row.voters) as PersonId[],
  openedAt: row.opened_at,
  openedBy: row.opened_by,
  answers: answers
    .filter((one) => one.poll_id === row.id)
    .map(({ person_id, choice }) => ({ person: person_id, choice: choiceOf(choice) })),
  box:
    row.unnamed === 1
      ? {
          given: given.filter(({ box }) => box === row.id).map(({ person_id }) => person_id),
          ballots: ballots.filter(({ box }) => box === row.id).map(({ choice }) => choiceOf(choice)),
        }
      : null,
  closed: closedFrom(row),
})

const closedFrom = ({ closed_at, closed_by, result }: Selectable<Tables['poll']>): Poll['closed'] =>
  closed_at === null || closed_by === null || result === null
    ? null
    : { at: closed_at, by: closed_by, result: JSON.parse(result) as PollResult }
