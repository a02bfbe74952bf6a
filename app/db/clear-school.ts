import { sql } from 'kysely'
import type { SchoolId } from '../kernel/id.ts'
import type { Sql } from './database.ts'
import { STEPS } from './migrate.ts'

/** Every table of a school with what it declares, in the order in which they were made. */
const declared = () => STEPS.flatMap((step) => Object.entries(step.tables))

/** Tables whose rows can't go: those that are sealed, and what they refer to. */
export function tablesThatStay(): Set<string> {
  const stays = new Set(['school', ...STEPS.flatMap((step) => step.sealed.map(({ table }) => table))])
  for (const [table, columns] of declared().reverse()) {
    if (!stays.has(table)) continue
    for (const [, other = ''] of columns.matchAll(/references (\w+)/g)) stays.add(other)
  }
  return stays
}

/**
 * Empties a school, inside the caller's transaction over all schools: its people, sessions, tokens and texts are gone.
 * Sealed versions and the plans they are of stay, because the database lets nobody delete them.
 */
export async function clearSchool(within: Sql, id: SchoolId): Promise<void> {
  const stays = tablesThatStay()
  for (const [table] of declared().reverse()) {
    if (!stays.has(table)) await sql`delete from ${sql.table(table)} where school_id = ${id}`.execute(within)
  }
}
