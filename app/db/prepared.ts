import { CompiledQuery } from 'kysely'
import type { Db, Sql } from './database.ts'

/**
 * A statement written once, with '?' for its values, for the few reads that every request makes: it costs no building
 * of SQL, and both databases keep it prepared.
 */
export function prepared<Row>(text: string) {
  let position = 0
  const numbered = text.replaceAll('?', () => `$${++position}`)
  return async (db: Db, sql: Sql, values: readonly unknown[]): Promise<Row[]> => {
    const query = CompiledQuery.raw(db.dialect === 'postgres' ? numbered : text, [...values])
    return (await sql.executeQuery<Row>(query)).rows
  }
}
