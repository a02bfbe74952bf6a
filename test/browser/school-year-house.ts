import { serve } from '@hono/node-server'
import { type Browser, chromium } from 'playwright-core'
import { expect } from 'vitest'
import type { Db } from '../../app/db/database.ts'
import { openDatabase } from '../../app/db/open.ts'
import { stopFeeds } from '../../app/hall/live-desk.ts'
import { routes } from '../../app/routes.ts'
import { openSession } from '../../app/session/session-store.ts'
import { readAssets } from '../../app/ui/assets.ts'
import { makeWriting } from '../../app/writing/socket-desk.ts'
import { testHouse } from '../house.ts'
import { SOON, type Someone } from './school-path.ts'

/** An empty server of its own whose clock goes only where the test puts it, and then ticks on. */
export type YearHouse = {
  readonly db: Db
  readonly browser: Browser
  readonly url: string
  readonly now: () => Date
  /** Puts the clock at a time of day in the Netherlands in winter: '2026-09-01 08:30' is 08.30 UTC. */
  readonly moveTo: (day: string, time?: string) => void
  /** Signs somebody in anew at the clock of now: the old session ended months ago. */
  readonly comesBack: (someone: Someone) => Promise<void>
  readonly close: () => Promise<void>
}

export async function yearHouse(executablePath: string, start: string): Promise<YearHouse> {
  const db = await openDatabase({ temporary: true })
  let late = Date.parse(start) - Date.now()
  const now = () => new Date(Date.now() + late)
  const house = testHouse(db, { assets: readAssets(), now, mailIsOn: false })
  const log = (line: string) => console.error(line)
  const app = routes(house, { log, logAll: false })
  const writing = makeWriting(house, log)
  const { url, stop } = await new Promise<{ url: string; stop: () => void }>((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ url: `http://127.0.0.1:${port}`, stop: () => server.close() }),
    )
    server.on('upgrade', writing.upgrade)
  })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  return {
    db,
    browser,
    url,
    now,
    moveTo: (day, time = '09:00') => {
      late = Date.parse(`${day}T${time}:00.000Z`) - Date.now()
    },
    comesBack: (someone) => signIn({ db, url, now }, someone),
    async close() {
      await browser.close()
      await writing.stop()
      stopFeeds(db)
      stop()
      await db.close()
    },
  }
}

async function signIn({ db, url, now }: Pick<YearHouse, 'db' | 'url' | 'now'>, { name, page }: Someone) {
  const person = await db.read('server', (sql) =>
    sql.selectFrom('person').select(['id', 'school_id']).where('name', '=', name).executeTakeFirstOrThrow(),
  )
  const opening = {
    schoolId: person.school_id,
    personId: person.id,
    device: 'Chromium',
    way: 'code',
    shared: false,
  } as const
  const { token } = await db.write(opening, (sql) => openSession(sql, opening, now()))
  await page.context().addCookies([{ name: 'session', value: token, url }])
  await page.goto(url)
  await expect.poll(() => page.locator('h1').first().innerText(), SOON).toContain(name)
}
