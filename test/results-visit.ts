import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Db } from '../app/db/database.ts'
import { type Importing, importResults } from '../app/result/import-job.ts'
import { stopIncoming } from '../app/result/incoming-desk.ts'
import type { Result } from '../app/result/result.ts'
import { type Cast, settleCast } from './cast.ts'
import { testApp, testNotesKey } from './house.ts'
import { asMember, type Visitor } from './request.ts'

/** Bringing test results in by the pages, as a coordinator does. */

/** What waits outside the database in this test process. */
export function filesLeft(): string[] {
  const folder = join(dirname(testNotesKey()), 'incoming')
  return existsSync(folder) ? readdirSync(folder) : []
}

/** Whatever happened, no file may stay. */
export function nothingLeft(): void {
  expect(filesLeft()).toEqual([])
}

/** After a test: nothing is on its way in, and no file stayed. */
export async function nothingUnderWay(): Promise<void> {
  await stopIncoming()
  nothingLeft()
}

/** The school of the cast, with its coordinator at the pages. */
export async function atImports(db: Db) {
  const [cast, app] = [await settleCast(db), testApp(db)]
  return { cast, app, karin: await asMember(app, db, cast, 'karin') }
}

/** Results that go in as one import, without a page. */
export const bringIn = (db: Db, cast: Cast, results: readonly Result[], importing: Importing) =>
  importResults(
    db,
    cast.keeper,
    (async function* () {
      yield results
    })(),
    importing,
  )

/** A file as a tracking system writes it. */
export const csv = (...rows: string[]) =>
  ['Leerlingnummer;Groep;Jaargroep;Toets;Vakgebied;Afnamedatum;Vaardigheidsscore;Niveau', ...rows].join('\n')

/** A few rows as a school has them. */
export const rowsOf = (pupils: number, group = '5 Vossen') =>
  Array.from(
    { length: pupils },
    (_, at) => `${1000 + at};${group};5;Rekenen-Wiskunde M5;Rekenen;20-01-2026;${200 + at},5;III`,
  )

/** Brings a file to the page that takes it. */
export async function send(who: Visitor, content: string | Uint8Array<ArrayBuffer>, name = 'cito.csv') {
  const form = new FormData()
  form.set('file', new File([content], name))
  return who.send('/trends/import', form)
}

/** Brings a file in as far as its own page; the address of that page. */
export async function brought(who: Visitor, content: string | Uint8Array<ArrayBuffer>, name?: string) {
  const answer = await send(who, content, name)
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

/** The columns of `csv`. */
export const KNOWN = {
  'column-pupil': '0',
  'column-group': '1',
  'column-yearGroup': '2',
  'column-test': '3',
  'column-subject': '4',
  'column-takenOn': '5',
  'column-score': '6',
  'column-level': '7',
}

/** Says what stands where, and lets all of the file be read. */
export const check = (who: Visitor, at: string, fields: Record<string, string> = {}) =>
  who.post(at, { act: 'check', supplier: 'Cito LVS', norm: '3.0', ...KNOWN, ...fields })

/** The page when nothing is being done any more. */
export async function settled(who: Visitor, at: string): Promise<string> {
  for (let turn = 0; turn < 3000; turn += 1) {
    const page = await (await who.get(at)).text()
    if (!page.includes('<ask-again>')) return page
    await wait(20)
  }
  return expect.unreachable()
}

/** From a file to its end page. */
export async function taken(who: Visitor, content: string, name?: string) {
  const at = await brought(who, content, name)
  await check(who, at)
  await settled(who, at)
  await who.post(at, { act: 'take' })
  return settled(who, at)
}
