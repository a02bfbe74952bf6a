import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { PersonId, SchoolId } from '../kernel/id.ts'
import { byName } from '../kernel/language.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { type ListItem, type ListRefusal, parseItemName } from './own-list.ts'
import { type ListBecause, mayAddItem, mayOfferItem } from './own-list-may.ts'

export type ListNo = Refusal<ListRefusal> | { readonly refused: 'may-not'; readonly because: ListBecause }

/** A row for each one of the school's own, and for a built-in one that was put away. */
type Row<Id> = {
  readonly id: Id
  readonly school_id: SchoolId
  readonly built_in: string | null
  readonly name: string
  readonly added_at: Moment
  readonly added_by: PersonId | null
  readonly retired_at: Moment | null
}

/** Where a list lies: its table, written by the store that hands this over, and what is built in. */
export type ListTable<Id extends string, BuiltIn extends string> = {
  readonly builtIn: readonly BuiltIn[]
  readonly newId: () => Id
  readonly rows: (sql: Sql, actor: Actor) => Promise<Row<Id>[]>
  readonly insert: (sql: Sql, row: Row<Id>) => Promise<unknown>
  readonly setRetired: (sql: Sql, actor: Actor, id: Id, at: Moment | null) => Promise<unknown>
}

/** The list of this school: the built-in ones first, then its own by name; those put away too. */
export const itemsOf = <Id extends string, BuiltIn extends string>(
  db: Db,
  actor: Actor,
  table: ListTable<Id, BuiltIn>,
): Promise<ListItem<Id | BuiltIn>[]> =>
  db.read(actor, async (sql) => itemsFrom(table, await table.rows(sql, actor)))

function itemsFrom<Id extends string, BuiltIn extends string>(
  { builtIn }: ListTable<Id, BuiltIn>,
  rows: readonly Row<Id>[],
): ListItem<Id | BuiltIn>[] {
  const away = new Set(rows.filter((row) => row.retired_at !== null).map((row) => row.built_in))
  const own = rows
    .filter((row) => row.built_in === null)
    .map((row) => ({ key: row.id, name: row.name, isRetired: row.retired_at !== null }))
    .sort((one, other) => byName(one.name, other.name))
  return [...builtIn.map((key) => ({ key, name: null, isRetired: away.has(key) })), ...own]
}

/**
 * Adds one of the school's own; everyone of the team may. Answers its key.
 * @param builtIn what the built-in ones are called, in every language
 */
export async function addItem<Id extends string, BuiltIn extends string>(
  db: Db,
  actor: Actor,
  table: ListTable<Id, BuiltIn>,
  { raw, builtIn }: { readonly raw: string; readonly builtIn: readonly string[] },
  now: Moment,
): Promise<Id | ListNo> {
  const may = mayAddItem(actor)
  if (!may.may) return { refused: 'may-not', because: may.because }
  return db.write(actor, async (sql, tx) => {
    await tx.hold(actor.schoolId)
    const own = itemsFrom({ ...table, builtIn: [] }, await table.rows(sql, actor))
    const names = [...builtIn, ...own.flatMap(({ name }) => name ?? [])]
    const name = parseItemName(raw, names, own.filter(({ isRetired }) => !isRetired).length)
    if (isRefusal(name)) return name
    const id = table.newId()
    await table.insert(sql, rowFor(actor, { id, name }, now))
    return id
  })
}

const rowFor = <Id>(
  actor: Actor,
  given: Partial<Row<Id>> & Pick<Row<Id>, 'id' | 'name'>,
  now: Moment,
): Row<Id> => ({
  school_id: actor.schoolId,
  built_in: null,
  added_at: now,
  added_by: personOf(actor),
  retired_at: null,
  ...given,
})

/** Puts one away, so that it is no longer offered, or back; who manages the school may. */
export async function offerItem<Id extends string, BuiltIn extends string>(
  db: Db,
  actor: Actor,
  table: ListTable<Id, BuiltIn>,
  { key, isOffered }: { readonly key: Id | BuiltIn; readonly isOffered: boolean },
  now: Moment,
): Promise<null | ListNo> {
  const may = mayOfferItem(actor)
  if (!may.may) return { refused: 'may-not', because: may.because }
  const builtIn = table.builtIn.find((one) => one === key) ?? null
  return db.write(actor, async (sql, tx) => {
    await tx.hold(actor.schoolId)
    const rows = await table.rows(sql, actor)
    const row = rows.find((one) => (builtIn === null ? one.id === key : one.built_in === builtIn))
    const retired_at = isOffered ? null : now
    if (row) await table.setRetired(sql, actor, row.id, retired_at)
    else if (builtIn === null) return refuse('item-gone')
    else if (!isOffered)
      await table.insert(
        sql,
        rowFor(actor, { id: table.newId(), name: '', built_in: builtIn, retired_at }, now),
      )
    return null
  })
}
