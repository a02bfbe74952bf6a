import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Moment } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { byName } from '../kernel/language.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import {
  BUILT_IN_FORMS,
  isBuiltIn,
  parseFormName,
  type WorkForm,
  type WorkFormKey,
  type WorkFormRefusal,
} from './work-form.ts'
import { mayAddForm, mayOfferForm, type WorkFormBecause } from './work-form-may.ts'

/** Sole writer of work_form: a row for each form of the school's own, and for a built-in one that was put away. */

export type WorkFormNo =
  | Refusal<WorkFormRefusal>
  | { readonly refused: 'may-not'; readonly because: WorkFormBecause }

type Row = Selectable<Tables['work_form']>

/** The forms of work of this school: the built-in ones first, then its own by name; those put away too. */
export async function workFormsOf(db: Db, actor: Actor): Promise<WorkForm[]> {
  return db.read(actor, async (sql) => formsFrom(await rowsOf(sql, actor)))
}

const rowsOf = (sql: Sql, actor: Actor): Promise<Row[]> =>
  sql.selectFrom('work_form').selectAll().where('school_id', '=', actor.schoolId).orderBy('id').execute()

function formsFrom(rows: readonly Row[]): WorkForm[] {
  const away = new Set(rows.filter((row) => row.retired_at !== null).map((row) => row.built_in))
  const own = rows
    .filter((row) => row.built_in === null)
    .map((row): WorkForm => ({ key: row.id, name: row.name, isRetired: row.retired_at !== null }))
    .sort((one, other) => byName(one.name ?? '', other.name ?? ''))
  return [...BUILT_IN_FORMS.map((key): WorkForm => ({ key, name: null, isRetired: away.has(key) })), ...own]
}

/**
 * Adds a form of the school's own; everyone of the team may. Answers its key.
 * @param builtIn what the built-in forms are called, in every language
 */
export async function addWorkForm(
  db: Db,
  actor: Actor,
  raw: string,
  builtIn: readonly string[],
  now: Moment,
): Promise<WorkFormKey | WorkFormNo> {
  const may = mayAddForm(actor)
  if (!may.may) return { refused: 'may-not', because: may.because }
  return db.write(actor, async (sql, tx) => {
    await tx.hold(actor.schoolId)
    const forms = formsFrom(await rowsOf(sql, actor))
    const own = forms.filter(({ key }) => !isBuiltIn(key))
    const names = [...builtIn, ...own.flatMap(({ name }) => name ?? [])]
    const name = parseFormName(raw, names, own.filter(({ isRetired }) => !isRetired).length)
    if (isRefusal(name)) return name
    const id = newId<'work-form'>()
    await sql
      .insertInto('work_form')
      .values(rowFor(actor, { id, name }, now))
      .execute()
    return id
  })
}

const rowFor = (actor: Actor, given: Partial<Row> & Pick<Row, 'id' | 'name'>, now: Moment): Row => ({
  school_id: actor.schoolId,
  built_in: null,
  added_at: now,
  added_by: personOf(actor),
  retired_at: null,
  ...given,
})

/** Puts a form of work away, so that it is no longer offered, or back; who manages the school may. */
export async function offerWorkForm(
  db: Db,
  actor: Actor,
  key: WorkFormKey,
  isOffered: boolean,
  now: Moment,
): Promise<null | WorkFormNo> {
  const may = mayOfferForm(actor)
  if (!may.may) return { refused: 'may-not', because: may.because }
  return db.write(actor, async (sql, tx) => {
    await tx.hold(actor.schoolId)
    const rows = await rowsOf(sql, actor)
    const row = rows.find(({ id, built_in }) => (isBuiltIn(key) ? built_in === key : id === key))
    const retired_at = isOffered ? null : now
    if (row) await setRetired(sql, actor, row, retired_at)
    else if (!isBuiltIn(key)) return refuse('form-gone')
    else if (!isOffered) {
      const away = { id: newId<'work-form'>(), name: '', built_in: key, retired_at }
      await sql
        .insertInto('work_form')
        .values(rowFor(actor, away, now))
        .execute()
    }
    return null
  })
}

const setRetired = (sql: Sql, actor: Actor, { id }: Row, retired_at: Moment | null) =>
  sql
    .updateTable('work_form')
    .set({ retired_at })
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .execute()
