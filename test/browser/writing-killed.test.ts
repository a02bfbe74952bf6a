import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../app/db/open.ts'
import { openSession } from '../../app/session/session-store.ts'
import { visitPlan } from '../plan-visit.ts'
import { lastingPort, startServer, temporaryFolder } from '../process/program.ts'
import { CHROMIUM } from './plan-house.ts'
import { copiesOn, editor, SOON, status, teamTrack, words } from './writing-page.ts'

/** A school on disk with a track of which Lotte and Daan hold the pen, and a session of each. */
async function settled(dataDir: string) {
  const db = await openDatabase({ dataDir })
  const visit = await visitPlan(db)
  const id = await teamTrack(visit)
  const opening = { schoolId: visit.cast.schoolId, device: 'Chromium', way: 'code', shared: false } as const
  const tokenOf = async (key: 'lotte' | 'daan') => {
    const asked = { ...opening, personId: visit.cast.people[key] }
    return (await db.write(visit.cast, (sql) => openSession(sql, asked, new Date()))).token
  }
  const tokens = { lotte: await tokenOf('lotte'), daan: await tokenOf('daan') }
  await db.close()
  return { path: `${visit.href}?edit=${id}`, tokens }
}

describe.skipIf(!CHROMIUM)('a server that is killed under open editors', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] })
  })
  afterAll(() => browser?.close())

  async function enter(url: string, path: string, token: string) {
    const context = await browser.newContext({ locale: 'nl-NL', reducedMotion: 'reduce' })
    await context.addCookies([{ name: 'session', value: token, url }])
    const page = await context.newPage()
    await page.goto(url + path)
    await editor(page, 'goal').waitFor()
    return page
  }

  it('loses nothing: what was stored, what was under way, and what is typed while it is gone', async () => {
    const dataDir = temporaryFolder()
    const { path, tokens } = await settled(dataDir)
    const env = { DATA_DIR: dataDir, PORT: String(await lastingPort()), HOST: '127.0.0.1' }
    const first = await startServer(env)
    const lotte = await enter(first.url, path, tokens.lotte)
    const daan = await enter(first.url, path, tokens.daan)
    await editor(lotte, 'goal').click()
    await lotte.keyboard.type('Lotte begint.')
    await expect.poll(() => status(lotte), SOON).toContain('Bewaard om')
    await editor(daan, 'support').click()
    await Promise.all([
      lotte.keyboard.type(' Lotte schrijft door terwijl de server verdwijnt.', { delay: 25 }),
      daan.keyboard.type('Daan schrijft zijn eigen stuk, ook dan.', { delay: 25 }),
      new Promise((soon) => setTimeout(soon, 500)).then(() => first.ends('SIGKILL')),
    ])
    for (const page of [lotte, daan]) await expect.poll(() => status(page), SOON).toContain('Geen verbinding')
    await expect.poll(async () => (await copiesOn(daan)).length, SOON).toBe(1)
    const second = await startServer(env)
    for (const page of [lotte, daan]) await expect.poll(() => status(page), SOON).toContain('Bewaard om')
    for (const page of [lotte, daan]) await expect.poll(() => copiesOn(page), SOON).toEqual([])
    const later = await enter(second.url, path, tokens.daan)
    expect(await words(later, 'goal')).toBe('Lotte begint. Lotte schrijft door terwijl de server verdwijnt.')
    expect(await words(later, 'support')).toBe('Daan schrijft zijn eigen stuk, ook dan.')
  })
})
