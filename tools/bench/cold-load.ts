import { chromium } from 'playwright-core'
import { findChromium } from '../chromium.ts'
import type { Target } from './load-run.ts'
import { cookiesOf } from './served.ts'

export type ColdLoad = {
  readonly requests: number
  readonly bytes: number
  readonly script: number
  readonly fonts: number
}

/** What a browser that was never here fetches for one page, in compressed bytes; null without a browser. */
export async function coldLoad({ url, cookie }: Target): Promise<ColdLoad | null> {
  const executablePath = findChromium()
  if (!executablePath) return null
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    await page.context().addCookies(cookiesOf(cookie, url))
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Network.enable')
    const kinds = new Map<string, string>()
    const sizes = new Map<string, number>()
    devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      sizes.set(requestId, encodedDataLength),
    )
    await page.goto(url, { waitUntil: 'networkidle' })
    return counted(kinds, sizes)
  } finally {
    await browser.close()
  }
}

function counted(kinds: ReadonlyMap<string, string>, sizes: ReadonlyMap<string, number>): ColdLoad {
  const of = (kind: string | null) =>
    [...sizes]
      .filter(([id]) => kind === null || kinds.get(id) === kind)
      .reduce((sum, [, bytes]) => sum + bytes, 0)
  return { requests: sizes.size, bytes: of(null), script: of('Script'), fonts: of('Font') }
}
