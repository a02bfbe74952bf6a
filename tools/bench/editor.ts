import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'
import { findChromium } from '../chromium.ts'
import type { Target } from './load-run.ts'
import { cookiesOf } from './served.ts'
import { spreadOf } from './spread.ts'

export type EditorTimes = {
  /** From the click on a pen until the first letter stands in the editor; in milliseconds. */
  readonly first: { readonly p50: number; readonly p95: number }
  /** The same for a browser that has the editor's script already. */
  readonly again: { readonly p50: number; readonly p95: number }
  /** What is fetched only for writing, in bytes of gzip. */
  readonly script: number
}

const BROWSERS = 7
const AGAIN = 3
const BUILT = join(import.meta.dirname, '..', '..', 'dist', 'browser')

/** How long somebody who wants to write waits for the editor; null without a browser. */
export async function editorTimes(target: Target): Promise<EditorTimes | null> {
  const executablePath = findChromium()
  if (!executablePath) return null
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const first: number[] = []
    const again: number[] = []
    for (let run = 0; run < BROWSERS; run++) {
      const [one = 0, ...others] = await openings(browser, target)
      first.push(one)
      again.push(...others)
    }
    return { first: spreadOf(first), again: spreadOf(again), script: scriptOfEditor() }
  } finally {
    await browser.close()
  }
}

/** A browser that was never here opens a card, and then some more. */
async function openings(browser: Browser, { url, cookie }: Target) {
  const context = await browser.newContext()
  await context.addCookies(cookiesOf(cookie, new URL(url).origin))
  const times: number[] = []
  for (let time = 0; time <= AGAIN; time++) {
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'networkidle' })
    times.push(await page.evaluate(openToFirstKey))
    await page.close()
  }
  await context.close()
  return times
}

/** Runs in the page. */
function openToFirstKey(): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const type = () => {
      const box = document.activeElement
      if (performance.now() - began > 20_000) return reject(new Error('no editor came'))
      if (!(box instanceof HTMLElement) || !box.isContentEditable) return requestAnimationFrame(type)
      const before = box.innerText
      document.execCommand('insertText', false, 'x')
      if (box.innerText === before) return requestAnimationFrame(type)
      resolve(performance.now() - began)
    }
    document.querySelector<HTMLElement>('#general a[data-pen]')?.click()
    requestAnimationFrame(type)
  })
}

/** The editor and what it takes with it: every script that the page itself does not fetch, but for passkeys. */
function scriptOfEditor() {
  const scripts = readdirSync(BUILT).filter((name) => /^(?:together|shared-text)-.*\.js$/.test(name))
  return scripts.reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(BUILT, name)), { level: 9 }).length,
    0,
  )
}
