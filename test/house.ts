import type { Db } from '../app/db/database.ts'
import { routes } from '../app/routes.ts'
import type { House } from '../app/session/desk.ts'
import { NOW } from './cast.ts'
import type { App } from './request.ts'

/** A house for tests: the fixed clock, the demo on, mail on, nothing printed. */
export const testHouse = (db: Db, other: Partial<House> = {}): House => ({
  db,
  baseUrl: null,
  demoIsOn: true,
  mailIsOn: true,
  assets: { script: '/assets/main.js', style: '/assets/main.css', fonts: [] },
  now: () => NOW,
  ...other,
})

/** The whole app over a test's database. What goes wrong on our side is thrown into the test's face. */
export function testApp(db: Db, other: Partial<House> = {}): App {
  return routes(testHouse(db, other), { log: (line) => console.error(line), logAll: false })
}
