import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../app/db/open.ts'
import { routes } from '../../app/routes.ts'
import { testHouse } from '../house.ts'
import { type BarrierHouse, barrierHouse } from './barrier-house.ts'
import { NO_PAGES, SIGHTS, type Sight } from './barrier-sights.ts'

const CHROMIUM = process.env['TEST_CHROMIUM']
const LANGUAGES = ['nl', 'en'] as const
/** Colours are the same in both languages. */
const LOOKS = { nl: ['light', 'dark'], en: ['light'] } as const
const WIDE = { width: 1280, height: 900 }
const PHONE = { width: 360, height: 740 }

/** What colours and room decide; all the rest is the same in every look of a page. */
const BY_LOOK = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']

describe('every page of the house', () => {
  it('is looked at', async () => {
    const db = await openDatabase({ temporary: true })
    const { routes: all } = routes(testHouse(db), { log: () => {}, logAll: false })
    await db.close()
    const pages = all.filter(({ method, path }) => method === 'GET' && !path.startsWith('/api/'))
    const known = [...NO_PAGES, ...SIGHTS.map(({ route }) => route)]
    expect([...new Set(known)].sort()).toEqual([...new Set(pages.map(({ path }) => path))].sort())
  })
})

describe.skipIf(!CHROMIUM).concurrent('no page has a barrier', () => {
  const house = barrierHouse()

  it('would be seen if it were there', async () => {
    const page = await house().browser.newPage({ viewport: PHONE })
    await page.setContent(
      '<html lang="nl"><title>x</title><main><img src="x.png"><p style="color:#999;width:500px">grijs',
    )
    expect((await barriers(page)).map((says) => says.split(':')[0])).toEqual(
      expect.arrayContaining(['image-alt', 'color-contrast', 'page-has-heading-one']),
    )
    expect(await overflow(page, PHONE.width)).toHaveLength(1)
    await page.close()
  })

  const sights = SIGHTS.flatMap((sight) => LANGUAGES.map((language) => ({ ...sight, language })))

  it.each(sights)('$route, $who, $state ($language)', async (sight) => {
    const { page, close } = await look(house(), sight, sight.language)
    expect(await page.getAttribute('html', 'lang')).toBe(sight.language)
    await page.$$eval('main details', (folds) => folds.forEach((fold) => fold.setAttribute('open', '')))
    // Every rule on both widths and in both languages: wide in Dutch, narrow in English; what the look decides in all.
    const whole = sight.language === 'nl' ? WIDE : PHONE
    const found: string[] = []
    for (const viewport of [WIDE, PHONE])
      for (const colorScheme of LOOKS[sight.language]) {
        await page.setViewportSize(viewport)
        await page.emulateMedia({ colorScheme })
        const rules = viewport === whole && colorScheme === 'light' ? undefined : BY_LOOK
        found.push(
          ...(await barriers(page, rules)).map((says) => `${colorScheme} ${viewport.width}: ${says}`),
        )
        found.push(...(await overflow(page, viewport.width)))
      }
    await close()
    expect(found).toEqual([])
  })
})

/** Goes to a sight as who looks, and brings the page into its state. */
async function look(house: BarrierHouse, sight: Sight, language: 'nl' | 'en') {
  const url = sight.fresh ? house.freshUrl : house.url
  const context = await house.browser.newContext({
    locale: language === 'nl' ? 'nl-NL' : 'en-GB',
    reducedMotion: 'reduce',
    viewport: WIDE,
  })
  const session = await house.cookie(sight.who)
  if (session) await context.addCookies([{ name: 'session', value: session, url }])
  const page = await context.newPage()
  await page.addInitScript(watchSending)
  const path = typeof sight.path === 'string' ? sight.path : sight.path(house)
  const answer = await page.goto(url + path)
  expect([answer?.status(), new URL(page.url()).pathname]).toEqual([
    sight.status ?? 200,
    new URL(path, url).pathname,
  ])
  if (sight.refused) await refuse(page, sight.refused)
  if (sight.act) await sight.act(page)
  return { page, close: () => context.close() }
}

type Watched = Window & { isSending?: boolean }

/** Runs in the page: notes whether something was sent of which the answer is not on the screen yet. */
function watchSending() {
  const note = (isSending: boolean) => () => void ((window as Watched).isSending = isSending)
  addEventListener('turbo:submit-start', note(true))
  for (const shown of ['turbo:render', 'turbo:frame-render']) addEventListener(shown, note(false))
}

/** Sends a form that cannot be taken, and waits for the page that says why. */
async function refuse(page: Page, send: (page: Page) => Promise<void>) {
  const coming = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await send(page)
  const answer = await coming
  expect(answer.status()).toBe(422)
  await answer.finished()
  // a notice may have stood there before
  await page.waitForFunction(() => !(window as Watched).isSending)
  await page.locator('[aria-invalid="true"], .melding, .nee').first().waitFor()
}

/** Only what is wrong is worked out, which saves half of the time. */
async function barriers(page: Page, rules?: string[]) {
  // What lies below a line that stays in sight is a scroll away, wherever the page stands now.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  )
}

async function overflow(page: Page, width: number) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  return wide > width ? [`${width}: the page is ${wide} wide`] : []
}
