import type { Db } from './database.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite, openTemporary } from './sqlite.ts'

/** Where the data lie: a folder for the embedded database, a PostgreSQL address, or a file for one test. */
export type Where = { readonly dataDir: string } | { readonly url: string } | { readonly temporary: true }

/** Opens the database and brings its schema up to date; throws `CannotOpen` with the reason. */
export function openDatabase(where: Where): Promise<Db> {
  if ('url' in where) return openPostgres(where.url)
  return 'dataDir' in where ? openSqlite(where.dataDir) : openTemporary()
}
