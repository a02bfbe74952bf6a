import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../chromium.ts'
import { cookiesOf } from './served.ts'

const TIMES = 8

/** Milliseconds until a phone is up to date: after somebody looks at it again, and after its network came back. */
export type WakeTimes = { readonly looked: readonly number[]; readonly online: readonly number[] }

type Phone = { readonly url: string; readonly path: string; readonly cookie: string }

/**
 * A phone in a real browser that missed what changed; null without a browser.
 *
 * @param change changes something that this phone shows; answers the revision of the meeting after it
 */
export async function wakeTimes(
  { url, path, cookie }: Phone,
  change: () => Promise<number>,
): Promise<WakeTimes | null> {
  const executablePath = findChromium()
  if (!executablePath) return null
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
    await context.addCookies(cookiesOf(cookie, url))
    const page = await context.newPage()
    await page.goto(url + path, { waitUntil: 'networkidle' }).catch(() => undefined)
    const looked: number[] = []
    const online: number[] = []
    for (let time = 0; time < TIMES; time += 1) {
      looked.push(await missed(page, (isAway) => look(page, !isAway), change))
      online.push(await missed(page, (isAway) => context.setOffline(isAway), change))
    }
    return { looked, online }
  } finally {
    await browser.close()
  }
}

async function missed(
  page: Page,
  away: (isAway: boolean) => Promise<unknown>,
  change: () => Promise<number>,
) {
  await away(true)
  const revision = await change()
  await pause(300 + Math.random() * 1_500)
  const began = performance.now()
  await away(false)
  await page.waitForFunction(
    (newest) => Number(document.querySelector('live-feed')?.getAttribute('data-revision')) >= newest,
    revision,
    { polling: 5 },
  )
  return performance.now() - began
}

/** Whether the tab is in sight, as the page is told. */
const look = (page: Page, isSeen: boolean) =>
  page.evaluate((seen) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => !seen })
    document.dispatchEvent(new Event('visibilitychange'))
  }, isSeen)
