import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { newId, type WorkFormId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import { addItem, itemsOf, type ListNo, type ListTable, offerItem } from './own-list-store.ts'
import { BUILT_IN_FORMS, type BuiltInForm, type WorkForm, type WorkFormKey } from './work-form.ts'

/** Sole writer of work_form. */
const FORMS: ListTable<WorkFormId, BuiltInForm> = {
  builtIn: BUILT_IN_FORMS,
  newId: () => newId<'work-form'>(),
  rows: (sql, actor) =>
    sql.selectFrom('work_form').selectAll().where('school_id', '=', actor.schoolId).orderBy('id').execute(),
  insert: (sql, row) => sql.insertInto('work_form').values(row).execute(),
  setRetired: (sql, actor, id, retired_at) =>
    sql
      .updateTable('work_form')
      .set({ retired_at })
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .execute(),
}

/** The forms of work of this school: the built-in ones first, then its own by name; those put away too. */
export const workFormsOf = (db: Db, actor: Actor): Promise<WorkForm[]> => itemsOf(db, actor, FORMS)

/**
 * Adds a form of work of the school's own; everyone of the team may. Answers its key.
 * @param builtIn what the built-in ones are called, in every language
 */
export const addWorkForm = (
  db: Db,
  actor: Actor,
  raw: string,
  builtIn: readonly string[],
  now: Moment,
): Promise<WorkFormKey | ListNo> => addItem(db, actor, FORMS, { raw, builtIn }, now)

/** Puts a form of work away, so that it is no longer offered, or back; who manages the school may. */
export const offerWorkForm = (
  db: Db,
  actor: Actor,
  key: WorkFormKey,
  isOffered: boolean,
  now: Moment,
): Promise<null | ListNo> => offerItem(db, actor, FORMS, { key, isOffered }, now)
