import type { Db, Sql } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import { newId, type SmallAskId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { firstDay, lastDay, type SchoolYear } from '../kernel/school-year.ts'
import { type Actor, type Member, personOf } from '../session/actor.ts'
import type { AdHoc } from '../time/time.ts'
import type { AnswerKind } from './answer.ts'
import { mayKeepSmall, type TrayBecause } from './answer-may.ts'
import { MOST_A_DAY, type SmallAsk, type SmallAskRefusal } from './small-ask.ts'

/** With `tray-tidy-store` the sole writer of small_ask. Every act and every list is of the own ones. */

export type SmallNo =
  | Refusal<SmallAskRefusal>
  | { readonly refused: 'may-not'; readonly because: TrayBecause }

const own = (sql: Sql, actor: Actor) =>
  sql
    .selectFrom('small_ask')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where('person_id', '=', personOf(actor) ?? ('' as never))

type Row = Awaited<ReturnType<ReturnType<typeof own>['executeTakeFirstOrThrow']>>

const askFrom = ({ id, kind, answer, on_day, made_at }: Row): SmallAsk => ({
  id,
  kind: kind as AdHoc,
  answer: answer as AnswerKind,
  day: on_day,
  at: made_at,
})

/** The own small asks of these days, the newest first; of nobody else, in whatever role. */
export async function smallAsksOf(db: Db, actor: Actor, from: Day, until: Day): Promise<SmallAsk[]> {
  if (!mayKeepSmall(actor).may) return []
  const found = await db.read(actor, (sql) =>
    own(sql, actor)
      .where('on_day', '>=', from)
      .where('on_day', '<=', until)
      .orderBy('made_at', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  )
  return found.map(askFrom)
}

type Logging = Pick<SmallAsk, 'kind' | 'answer' | 'day'> & { readonly once: string; readonly now: Moment }

/** Writes a small ask down; the same form sent twice is one. */
export function logSmall(db: Db, actor: Member, given: Logging): Promise<SmallAskId | SmallNo> {
  const may = mayKeepSmall(actor)
  if (!may.may) return Promise.resolve({ refused: 'may-not', because: may.because })
  return db.write<SmallAskId | SmallNo>(actor, async (sql, tx) => {
    await tx.hold(actor.personId)
    const there = await own(sql, actor).where('once_key', '=', given.once).executeTakeFirst()
    if (there) return there.id
    const today = await own(sql, actor).where('on_day', '=', given.day).execute()
    if (today.length >= MOST_A_DAY) return refuse('small-many')
    const id = newId<'small-ask'>()
    await sql
      .insertInto('small_ask')
      .values({
        id,
        school_id: actor.schoolId,
        person_id: actor.personId,
        kind: given.kind,
        answer: given.answer,
        on_day: given.day,
        made_at: given.now,
        once_key: given.once,
      })
      .execute()
    return id
  })
}

/** Undone: nothing of it is kept. */
export function undoSmall(db: Db, actor: Member, id: SmallAskId): Promise<null | SmallNo> {
  return db.write<null | SmallNo>(actor, async (sql) => {
    const { numDeletedRows } = await sql
      .deleteFrom('small_ask')
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .where('person_id', '=', actor.personId)
      .executeTakeFirstOrThrow()
    return numDeletedRows > 0n ? null : refuse('small-gone')
  })
}

/** Wipes the own small asks of a school year, for good. */
export const wipeSmall = (db: Db, actor: Member, year: SchoolYear): Promise<void> =>
  db.write(actor, async (sql) => {
    await sql
      .deleteFrom('small_ask')
      .where('school_id', '=', actor.schoolId)
      .where('person_id', '=', actor.personId)
      .where('on_day', '>=', firstDay(year))
      .where('on_day', '<=', lastDay(year))
      .execute()
  })
