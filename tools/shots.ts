import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { cookiesOf, serve, signIn } from './bench/served.ts'
import { ensureBuilt } from './built.ts'
import { findChromium } from './chromium.ts'
import { takeMeeting } from './shots-meeting.ts'

const FOLDER = join(import.meta.dirname, '..', 'docs', 'shots')
const WIDE = { width: 1280, height: 860 }
const PHONE = { width: 390, height: 844 }

type Shot = {
  readonly name: string
  readonly path: string
  /** Who of the demo school looks at it; null for a visitor. */
  readonly as: string | null
  readonly phone?: boolean
  readonly dark?: boolean
  /** The first thing that a list there leads to. */
  readonly first?: true
}

/** The pages that the README shows. */
const SHOTS: readonly Shot[] = [
  { name: 'welcome', path: '/', as: null },
  { name: 'today', path: '/', as: 'karin' },
  { name: 'plan', path: '/plan', as: 'karin' },
  { name: 'plan-dark', path: '/plan', as: 'karin', dark: true },
  { name: 'thread', path: '/thread', as: 'karin' },
  { name: 'year', path: '/year', as: 'karin' },
  { name: 'time', path: '/time', as: 'karin' },
  { name: 'tray', path: '/questions/tray', as: 'karin' },
  { name: 'map', path: '/team/map', as: 'karin' },
  { name: 'trends', path: '/trends', as: 'karin' },
  { name: 'talk', path: '/trends/talks', as: 'karin', first: true },
  { name: 'question-phone', path: '/questions', as: 'anouk', phone: true },
  { name: 'today-phone', path: '/', as: 'anouk', phone: true },
  { name: 'plan-phone', path: '/plan', as: 'anouk', phone: true },
  { name: 'who-reads-what', path: '/who-reads-what', as: 'bram' },
]

/** `npm run shots`: pictures of the main pages of the demo school, for the README. */
export async function main(): Promise<number> {
  const executablePath = findChromium()
  if (!executablePath) {
    console.error('No Chromium or Chrome found; CHROMIUM=/path names one.')
    return 1
  }
  await ensureBuilt()
  mkdirSync(FOLDER, { recursive: true })
  const dataDir = mkdtempSync(join(tmpdir(), 'rode-draad-shots-'))
  const server = await serve({ DATA_DIR: dataDir })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    for (const shot of SHOTS) await take(browser, server.url, shot)
    await takeTogether(browser, server.url)
    await takeMeeting({ browser, url: server.url, folder: FOLDER })
  } finally {
    await browser.close()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return 0
}

/** Karin and Bram in one text of their learning team, as Karin sees it. */
async function takeTogether(browser: Browser, url: string) {
  const [karin, bram] = [await open(browser, url, 'karin'), await open(browser, url, 'bram')]
  for (const page of [karin, bram]) {
    await page.goto(`${url}/plan`)
    const card = page.locator('details.traject', { hasText: 'Leerteam Rekenen' }).first()
    await card.locator('summary').first().click()
    await card.locator('a[data-pen]').first().click()
    await page.locator('[data-field="approach"] [contenteditable="true"]').click()
  }
  await bram.keyboard.press('Control+End')
  await bram.keyboard.type(' Eerst in groep 4 en 5,', { delay: 30 })
  await karin.locator('[data-field="approach"]').getByText('Eerst in groep 4 en 5').waitFor()
  await karin
    .locator('[data-field="approach"]')
    .evaluate((field) => field.scrollIntoView({ block: 'center' }))
  await karin.waitForTimeout(500)
  await karin.screenshot({ path: join(FOLDER, 'write.jpg'), type: 'jpeg', quality: 72 })
}

async function open(browser: Browser, url: string, who: string): Promise<Page> {
  const page = await browser.newPage({ viewport: WIDE, locale: 'nl-NL' })
  await page.context().addCookies(cookiesOf(await signIn(url, who), url))
  return page
}

async function take(browser: Browser, url: string, { name, path, as, phone, dark, first }: Shot) {
  const page: Page = await browser.newPage({
    viewport: phone ? PHONE : WIDE,
    deviceScaleFactor: phone ? 2 : 1,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'nl-NL',
  })
  if (as !== null) await page.context().addCookies(cookiesOf(await signIn(url, as), url))
  const answer = await page.goto(`${url}${path}`, { waitUntil: 'networkidle' })
  if (answer?.status() !== 200) throw new Error(`${path}: ${answer?.status()}`)
  if (first) await page.goto(`${url}${await firstIn(page)}`, { waitUntil: 'networkidle' })
  await page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 72 })
  await page.close()
  console.log(`docs/shots/${name}.jpg`)
}

const firstIn = (page: Page) => page.locator('main ul a, main ol a').first().getAttribute('href')
