import { expect } from 'vitest'
import type { Db } from '../app/db/database.ts'
import { type App, cookieOf, visitor } from './request.ts'

/** Every letter in the queue, the oldest first. */
export const mails = (db: Db) =>
  db.read('server', (sql) => sql.selectFrom('mail').selectAll().orderBy('id').execute())

export async function lastMail(db: Db) {
  const last = (await mails(db)).at(-1)
  if (!last) throw new Error('no letter was queued')
  return last
}

/** The six digits in a letter. */
export const codeIn = (body: string) => found(/(\d{3} \d{3})/, body).replace(' ', '')

/** The path of the link in a letter or on a page. */
export const linkIn = (body: string) => found(/(\/sign-in\/link\/[\w-]+)/, body)

function found(shape: RegExp, text: string) {
  const [, part] = shape.exec(text) ?? []
  if (part === undefined) throw new Error(`nothing like ${shape} in: ${text.slice(0, 200)}`)
  return part
}

/** Asks for a code and answers the cookie that goes with it. */
export async function askCode(app: App, address: string, fields: Record<string, string> = {}) {
  const response = await visitor(app).post('/sign-in', { address, ...fields })
  expect(response.status).toBe(303)
  return `sign-in=${cookieOf(response, 'sign-in')}`
}
