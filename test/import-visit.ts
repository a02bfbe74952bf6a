import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Db } from '../app/db/database.ts'
import { type Cast, settleCast } from './cast.ts'
import { testApp } from './house.ts'
import { type App, asMember, type Visitor } from './request.ts'

/** A Word file of the fixtures, as bytes. */
export const wordFixture = (name: string) =>
  readFileSync(new URL(`./fixtures/word/${name}.docx`, import.meta.url))

/** De Regenboog without a plan, and Karin at the door where a Word file comes in. */
export type ImportVisit = {
  readonly app: App
  readonly db: Db
  readonly cast: Cast
  readonly karin: Visitor
  as(key: keyof Cast['people']): Promise<Visitor>
}

export async function visitImport(db: Db): Promise<ImportVisit> {
  const cast = await settleCast(db)
  const app = testApp(db)
  const as = (key: keyof Cast['people']) => asMember(app, db, cast, key)
  return { app, db, cast, as, karin: await as('karin') }
}

/** Sends a file as the form on /plan/import does. */
export function sendFile(
  visitor: Visitor,
  bytes: Uint8Array,
  name = 'Begeleidingsplan 25-26 def KW.docx',
): Promise<Response> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  return visitor.send('/plan/import', form)
}

/** Reads a file in and answers the address of its preview. */
export async function readIn(visitor: Visitor, bytes: Uint8Array): Promise<string> {
  const answer = await sendFile(visitor, bytes)
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

/** How many rows there are of what was read, in every school. */
export const importRows = (db: Db) =>
  db.read('server', (sql) => sql.selectFrom('plan_import').selectAll().execute())
