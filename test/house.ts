import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Db } from '../app/db/database.ts'
import { routes } from '../app/routes.ts'
import type { House } from '../app/session/desk.ts'
import { NOW } from './cast.ts'
import type { App } from './request.ts'

let folder: string | null = null

/** One key of notes for all houses of a test process. */
export function testNotesKey() {
  if (folder === null) {
    const made = mkdtempSync(join(tmpdir(), 'rode-draad-key-'))
    process.on('exit', () => rmSync(made, { recursive: true, force: true }))
    folder = made
  }
  return join(folder, 'notes.key')
}

/** A house for tests: the fixed clock, the demo on, mail on, nothing printed. */
export const testHouse = (db: Db, other: Partial<House> = {}): House => ({
  db,
  baseUrl: null,
  demoIsOn: true,
  mailIsOn: true,
  mailFrom: null,
  notesKeyFile: testNotesKey(),
  incomingDir: join(dirname(testNotesKey()), 'incoming'),
  assets: { script: '/assets/main.js', style: '/assets/main.css', fonts: [] },
  now: () => NOW,
  ...other,
})

/** The whole app over a test's database. What goes wrong on our side is thrown into the test's face. */
export function testApp(db: Db, other: Partial<House> = {}): App {
  return routes(testHouse(db, other), { log: (line) => console.error(line), logAll: false })
}
