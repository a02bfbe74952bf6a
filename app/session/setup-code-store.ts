import { randomInt } from 'node:crypto'
import type { Db, Sql } from '../db/database.ts'
import { hashOf, isSame } from './secret-store.ts'
import { parseSetupCode } from './setup-code.ts'

const SETTING = 'setup-code'
// Letters and digits that can't be taken for one another.
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const LENGTH = 10

/** Makes the code with which one school may be set up, and forgets an older one. Only its hash is kept. */
export async function makeSetupCode(db: Db): Promise<string> {
  const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  const value = hashOf(code)
  await db.write('open', (sql) =>
    sql
      .insertInto('server_setting')
      .values({ name: SETTING, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute(),
  )
  return code
}

const storedHash = async (sql: Sql) =>
  (await sql.selectFrom('server_setting').select('value').where('name', '=', SETTING).executeTakeFirst())
    ?.value ?? null

/** Whether there is a code that could be used. */
export const hasSetupCode = async (db: Db) => (await db.read('open', storedHash)) !== null

/** Whether this is the code; uses nothing up. Compared in constant time. */
export async function isSetupCode(db: Db, typed: unknown): Promise<boolean> {
  const hash = await db.read('open', storedHash)
  const code = parseSetupCode(typed)
  return isSame(hashOf(code ?? ''), hash ?? '') && hash !== null
}

/** Uses the code up, inside the transaction that makes the school: of two that come with it, one comes in. */
export async function useSetupCode(sql: Sql, typed: unknown): Promise<boolean> {
  const { numDeletedRows } = await sql
    .deleteFrom('server_setting')
    .where('name', '=', SETTING)
    .where('value', '=', hashOf(parseSetupCode(typed) ?? ''))
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** The first school came without the code: nobody can use it any more. */
export const dropSetupCode = (sql: Sql) =>
  sql.deleteFrom('server_setting').where('name', '=', SETTING).execute()
