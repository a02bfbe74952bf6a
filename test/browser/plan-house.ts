import { serve } from '@hono/node-server'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Db } from '../../app/db/database.ts'
import { openDatabase } from '../../app/db/open.ts'
import { stopFeeds } from '../../app/hall/live-desk.ts'
import type { PersonId } from '../../app/kernel/id.ts'
import { routes } from '../../app/routes.ts'
import { openSession } from '../../app/session/session-store.ts'
import { readAssets } from '../../app/ui/assets.ts'
import { makeWriting, type Writing } from '../../app/writing/socket-desk.ts'
import type { Cast } from '../cast.ts'
import { testHouse } from '../house.ts'
import { type PlanVisit, visitPlan } from '../plan-visit.ts'

export const CHROMIUM = process.env['TEST_CHROMIUM']

/** Behind a proxy that lets no web socket through: texts save themselves from their text areas. */
export const ALONE = { alone: true } as const
type Coming = BrowserContextOptions & { readonly alone?: true }

/** A school as a test begins with it. */
type Begun = { readonly db: Db; readonly cast: Cast }

/** De Regenboog served for real, and a browser to walk in with. */
export type ServedHouse<Visit extends Begun> = {
  readonly visit: Visit
  readonly url: string
  /** Somebody of the cast at a page, in a browser of their own; `complaints` of policy or script fail a test. */
  readonly enter: (key: keyof Cast['people'], path: string, options?: Coming) => Promise<Entered>
  /** The same for somebody who is not of the cast. */
  readonly enterAs: (personId: PersonId, path: string, options?: Coming) => Promise<Entered>
}
export type Entered = {
  readonly page: Page
  readonly complaints: string[]
  readonly close: () => Promise<void>
}

/** One house with a plan, for a file of tests. */
export const planHouse = (): (() => ServedHouse<PlanVisit>) => servedHouse(visitPlan)

type Serving = {
  /** Pages that only these tests have. */
  readonly more?: (app: ReturnType<typeof routes>) => void
  /** What time it is there when it begins; absent: the time of this machine. */
  readonly from?: Date
}

/** One house for a file of tests, with what `begin` puts in it. */
export function servedHouse<Visit extends Begun>(
  begin: (db: Db) => Promise<Visit>,
  { more, from }: Serving = {},
): () => ServedHouse<Visit> {
  const late = from ? from.getTime() - Date.now() : 0
  const now = () => new Date(Date.now() + late)
  let house: ServedHouse<Visit>
  let browser: Browser
  let stop = async () => {}
  beforeAll(async () => {
    const db = await openDatabase({ temporary: true })
    const visit = await begin(db)
    const real = testHouse(db, { assets: readAssets(), now })
    const log = (line: string) => console.error(line)
    const app = routes(real, { log, logAll: false })
    more?.(app)
    const writing = makeWriting(real, log)
    const { url, close } = await listen(app.fetch, writing)
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] })
    house = {
      visit,
      url,
      enter: (key, path, options) =>
        enter({ browser, url, visit, now }, visit.cast.people[key], path, options),
      enterAs: (personId, path, options) => enter({ browser, url, visit, now }, personId, path, options),
    }
    stop = async () => {
      await writing.stop()
      stopFeeds(db)
      close()
      await db.close()
    }
  })
  afterAll(async () => {
    await browser?.close()
    await stop()
  })
  return () => house
}

const listen = (fetch: Parameters<typeof serve>[0]['fetch'], writing: Writing) =>
  new Promise<{ url: string; close: () => void }>((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ url: `http://127.0.0.1:${port}`, close: () => server.close() }),
    )
    server.on('upgrade', writing.upgrade)
  })

type At = { browser: Browser; url: string; visit: Begun; now: () => Date }

async function enter(
  { browser, url, visit, now }: At,
  personId: PersonId,
  path: string,
  { alone, ...options }: Coming = {},
): Promise<Entered> {
  const opening = {
    personId,
    device: 'Chromium',
    way: 'code',
    shared: false,
  } as const
  const { schoolId } = visit.cast
  const { token } = await visit.db.write(visit.cast, (sql) =>
    openSession(sql, { schoolId, ...opening }, now()),
  )
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'nl-NL', ...options })
  await context.addCookies([{ name: 'session', value: token, url }])
  if (alone) await context.routeWebSocket(/\/writing$/, (socket) => socket.close())
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => {
    if (/Content Security Policy/.test(line.text())) complaints.push(line.text())
  })
  await page.goto(url + path)
  return { page, complaints, close: () => context.close() }
}
