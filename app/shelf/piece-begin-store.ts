import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type EntryId, newId, type PieceId, type PlanId, type PromiseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { writePassage } from '../writing/passage-store.ts'
import { type Grade, gradesOut, MOST_DRAFTS, type PieceField } from './piece.ts'
import { mayStartPiece, type PieceNo } from './piece-may.ts'
import { mayNot, placeOf } from './piece-write-store.ts'

/** With what a piece begins. */
export type NewPiece = {
  readonly planId: PlanId | null
  readonly entryId: EntryId | null
  readonly promiseId: PromiseId | null
  readonly schoolYear: SchoolYear
  readonly grades: readonly Grade[]
  readonly texts: Partial<Record<PieceField, string>>
}

/** Begins a draft that its writer alone sees. Of one promise one piece comes: a second time it is the same one. */
export async function beginPiece(
  db: Db,
  actor: Actor,
  given: NewPiece,
  now: Moment,
): Promise<PieceId | PieceNo> {
  const may = mayStartPiece(actor)
  if (!may.may) return mayNot(may.because)
  return db.write(actor, async (sql, tx) => {
    await tx.hold(given.promiseId ?? `shelf ${personOf(actor)}`)
    const known = await pieceOfPromise(sql, actor, given.promiseId)
    if (known) return known.writer_id === personOf(actor) ? known.id : mayNot('only-writer')
    if ((await draftsOf(sql, actor)) >= MOST_DRAFTS) return refuse('enough-pieces')
    const id = newId<'piece'>()
    await sql
      .insertInto('piece')
      .values(rowOf(id, actor, given, now))
      .execute()
    for (const [field, text] of Object.entries(given.texts)) {
      const written = await writePassage(tx, actor, placeOf(actor, id, field as PieceField), text, null, now)
      if (isRefusal(written)) return written
    }
    return id
  })
}

const rowOf = (id: PieceId, actor: Actor, given: NewPiece, now: Moment) => ({
  id,
  school_id: actor.schoolId,
  writer_id: personOf(actor),
  plan_id: given.planId,
  entry_id: given.entryId,
  promise_id: given.promiseId,
  school_year: given.schoolYear,
  subject: null,
  grades: gradesOut(given.grades),
  work_form: null,
  link: null,
  made_at: now,
  changed_at: now,
  shared_at: null,
})

async function pieceOfPromise(sql: Sql, actor: Actor, promiseId: PromiseId | null) {
  if (promiseId === null) return undefined
  return sql
    .selectFrom('piece')
    .select(['id', 'writer_id'])
    .where('promise_id', '=', promiseId)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
}

async function draftsOf(sql: Sql, actor: Actor) {
  const { drafts } = await sql
    .selectFrom('piece')
    .select((of) => of.fn.countAll<number>().as('drafts'))
    .where('school_id', '=', actor.schoolId)
    .where('writer_id', '=', personOf(actor))
    .where('shared_at', 'is', null)
    .executeTakeFirstOrThrow()
  return drafts
}
