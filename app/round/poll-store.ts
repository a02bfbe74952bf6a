import type { Db, Sql } from '../db/database.ts'
import { readShared } from '../db/shared-reading.ts'
import type { Moment } from '../kernel/day.ts'
import { newId, type PersonId, type PollId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { writeBox } from './box-store.ts'
import {
  answer,
  choiceLine,
  closePollNow,
  type Poll,
  type PollChoice,
  type PollQuestion,
  type PollRefusal,
  type SeenPoll,
  seenPoll,
  whyNotPoll,
} from './poll.ts'
import { fullPolls, pollQuery } from './poll-rows.ts'

/** Sole writer of poll and poll_answer. Who calls has seen that the actor may. */

type PollNo = Refusal<PollRefusal>

/** Asks the room something. One question about one subject is open once, also when two ask it at the same moment. */
export function openPoll(
  db: Db,
  actor: Actor,
  { by, ...asked }: PollQuestion & { readonly by: PersonId },
  now: Moment,
): Promise<PollId | PollNo> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(asked.scopeId)
    const no = whyNotPoll(asked) ?? (await whyNotTwice(sql, actor, asked))
    if (no !== null) return no
    const id: PollId = newId()
    await sql
      .insertInto('poll')
      .values({
        id,
        school_id: actor.schoolId,
        scope_id: asked.scopeId,
        subject_id: asked.subjectId,
        kind: asked.kind,
        question: asked.question.trim(),
        options: JSON.stringify(asked.options),
        dots: asked.dots,
        unnamed: asked.unnamed ? 1 : 0,
        voters: JSON.stringify([...asked.voters].sort()),
        opened_at: now,
        opened_by: by,
        closed_at: null,
        closed_by: null,
        result: null,
      })
      .execute()
    return id
  })
}

async function whyNotTwice(
  sql: Sql,
  actor: Actor,
  { scopeId, subjectId, question }: PollQuestion,
): Promise<PollNo | null> {
  const open = await pollQuery(sql, actor)
    .where('scope_id', '=', scopeId)
    .where('subject_id', '=', subjectId)
    .where('question', '=', question.trim())
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return open ? refuse('poll-open') : null
}

/** One person answers: by name it can be changed until the poll closes, without names it is for good. */
export function answerPoll(
  db: Db,
  actor: Actor,
  id: PollId,
  person: PersonId,
  choice: PollChoice,
): Promise<SeenPoll | PollNo | null> {
  return changePoll(db, actor, id, person, async (sql, poll) => {
    const after = answer(poll, person, choice)
    if (after === null || isRefusal(after)) return after ?? poll
    await (after.box === null ? putAnswer(sql, actor, id, person, choice) : putBox(sql, actor, after))
    return after
  })
}

/**
 * Closes the poll: the counts are written with it, and the ballots of an unnamed one are shuffled once more. `sure`:
 * also when too few answered, so that nothing counts.
 */
export function closePoll(
  db: Db,
  actor: Actor,
  id: PollId,
  by: PersonId,
  now: Moment,
  sure: boolean,
): Promise<SeenPoll | PollNo | null> {
  return changePoll(db, actor, id, null, async (sql, poll) => {
    const after = closePollNow(poll, by, now, sure)
    if (isRefusal(after)) return after
    const result = JSON.stringify(after.closed?.result)
    await sql
      .updateTable('poll')
      .set({ closed_at: now, closed_by: by, result })
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .execute()
    if (after.box !== null) await putBox(sql, actor, after)
    return after
  })
}

/** All polls of a whole as this person may see them, or nobody in particular (null); in the order of their opening. */
export async function readPolls(
  db: Db,
  actor: Actor,
  scopeId: string,
  person: PersonId | null,
): Promise<SeenPoll[]> {
  const polls = await readShared(db, `polls ${actor.schoolId} ${scopeId}`, () =>
    db.read(actor, async (sql) => {
      const rows = await pollQuery(sql, actor).where('scope_id', '=', scopeId).orderBy('id').execute()
      return fullPolls(sql, actor, rows)
    }),
  )
  return polls.map((poll) => seenPoll(poll, person))
}

function changePoll(
  db: Db,
  actor: Actor,
  id: PollId,
  person: PersonId | null,
  act: (sql: Sql, poll: Poll) => Promise<Poll | PollNo>,
): Promise<SeenPoll | PollNo | null> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(id)
    const rows = await pollQuery(sql, actor).where('id', '=', id).execute()
    const [poll] = await fullPolls(sql, actor, rows)
    if (!poll) return null
    const after = await act(sql, poll)
    return isRefusal(after) ? after : seenPoll(after, person)
  })
}

async function putAnswer(sql: Sql, actor: Actor, id: PollId, person: PersonId, choice: PollChoice) {
  const chosen = { choice: choiceLine(choice) }
  await sql
    .insertInto('poll_answer')
    .values({ poll_id: id, school_id: actor.schoolId, person_id: person, ...chosen })
    .onConflict((clash) => clash.columns(['poll_id', 'person_id']).doUpdateSet(chosen))
    .execute()
}

const putBox = (sql: Sql, actor: Actor, { id, box }: Poll) =>
  writeBox(sql, actor, id, box?.given ?? [], (box?.ballots ?? []).map(choiceLine))
