import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frameHouse } from './frame-house.tsx'

const CHROMIUM = process.env['TEST_CHROMIUM']

/** What has the focus, as its tag and id. */
const focused = (page: Page) =>
  page.evaluate(() => `${document.activeElement?.tagName.toLowerCase()}#${document.activeElement?.id}`)

describe.skipIf(!CHROMIUM)('the frame around every page, in a browser', () => {
  let browser: Browser
  let house: Awaited<ReturnType<typeof frameHouse>>

  beforeAll(async () => {
    house = await frameHouse()
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser.close()
    house.stop()
  })

  /** A page of its own, which fails on anything that the policy or the script complains about. */
  async function open(path: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (line) => {
      if (/Content Security Policy/.test(line.text())) complaints.push(line.text())
    })
    await page.goto(house.url + path)
    return { page, complaints, close: () => context.close() }
  }

  it('puts the focus on the heading of the next page, without loading everything again', async () => {
    const { page, complaints, close } = await open('/desk')
    await page.evaluate(() => document.body.parentElement?.setAttribute('data-stays', 'yes'))
    await page.click('text=Naar de buren')
    await page.waitForURL('**/other')
    await expect.poll(() => focused(page)).toBe('h1#')
    expect(await page.getAttribute('html', 'data-stays')).toBe('yes')
    expect(complaints).toEqual([])
    await close()
  })

  it('puts the focus on the field that a refused form is about, with what was typed in it', async () => {
    const { page, close } = await open('/desk')
    await page.fill('#f-mail', 'karin')
    await page.click('text=Bewaar')
    await page.waitForSelector('#f-mail-error')
    await expect.poll(() => focused(page)).toBe('input#f-mail')
    expect(await page.inputValue('#f-mail')).toBe('karin')
    expect(await page.getAttribute('#f-mail', 'aria-describedby')).toBe('f-mail-error')
    await close()
  })

  it('brings that field and the sentence beside it in sight on a small screen', async () => {
    const { page, close } = await open('/desk')
    await page.setViewportSize({ width: 360, height: 320 })
    await page.click('text=Bewaar')
    await page.waitForSelector('#f-mail-error')
    const tops = () =>
      page.$$eval('#f-mail, #f-mail-error', (all) => all.map((one) => one.getBoundingClientRect().top))
    const inSight = async () => (await tops()).every((top) => top > 0 && top < 250)
    await expect.poll(inSight).toBe(true)
    await close()
  })

  it('brings in sight what was done far down the page, and where one goes on writing', async () => {
    const { page, complaints, close } = await open('/long', { viewport: { width: 360, height: 640 } })
    const isInSight = (selector: string) =>
      page.$eval(selector, (one) => {
        const { top, bottom } = one.getBoundingClientRect()
        return top > 0 && bottom < innerHeight
      })
    await page.click('text=Zeg dank je')
    await page.waitForSelector('[data-told]')
    await expect.poll(() => isInSight('[data-told]')).toBe(true)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Doorgegeven.')
    await page.click('text=Ga verder')
    await page.waitForSelector('[data-told]', { state: 'detached' })
    await expect.poll(() => focused(page)).toBe('textarea#f-saw')
    await expect.poll(() => isInSight('#f-saw')).toBe(true)
    expect(complaints).toEqual([])
    await close()
  })

  it('goes on at the card that was saved, and says so to who listens', async () => {
    const { page, close } = await open('/desk')
    await page.fill('#f-mail', 'karin@regenboog.nl')
    await page.click('text=Bewaar')
    await page.waitForSelector('#status .melding')
    await expect.poll(() => focused(page)).toBe('section#kaart')
    const spoken = () => page.locator('body > [role=status]').allTextContents()
    await expect.poll(spoken).toEqual(['Bewaard om 10.42 uur.'])
    await close()
  })

  it('says calmly that nothing arrived, and keeps what was typed', async () => {
    const { page, close } = await open('/desk')
    await page.fill('#f-mail', 'karin@regenboog.nl')
    await page.route('**/desk', (route) => route.abort())
    await page.click('text=Bewaar')
    await page.waitForSelector('#status >> text=Je tekst is er nog')
    expect(await page.inputValue('#f-mail')).toBe('karin@regenboog.nl')
    await close()
  })

  it('opens the fold that a link points into', async () => {
    const { page, close } = await open('/desk')
    await page.click('text=Naar binnen')
    await expect.poll(() => page.isVisible('#diep')).toBe(true)
    await page.goto(`${house.url}/other`)
    await page.goto(`${house.url}/desk#diep`)
    await expect.poll(() => page.isVisible('#diep')).toBe(true)
    await close()
  })

  it('closes the menu with Escape and keeps the chosen theme for the next page', async () => {
    const { page, complaints, close } = await open('/desk', { colorScheme: 'light' })
    await page.click('details.ik summary')
    await page.click('theme-switch button')
    expect(await page.getAttribute('html', 'data-thema')).toBe('donker')
    await page.keyboard.press('Escape')
    expect(await page.locator('details.ik[open]').count()).toBe(0)
    const answer = await page.reload()
    expect(await answer?.text()).toContain('data-thema="donker"')
    expect(complaints).toEqual([])
    await close()
  })

  it('works without script: the form, the menu and the folds', async () => {
    const { page, close } = await open('/desk', { javaScriptEnabled: false })
    await page.click('details.ik summary')
    expect(await page.isVisible('text=Uitloggen')).toBe(true)
    await page.fill('#f-mail', 'karin')
    await page.click('text=Bewaar')
    await page.locator('#f-mail-error').waitFor()
    await close()
  })

  const VIEWS = ['nl', 'en'].flatMap((language) =>
    (['light', 'dark'] as const).flatMap((theme) => [360, 1280].map((width) => ({ language, theme, width }))),
  )

  it.each(VIEWS)(
    'has no barrier in any piece: $language, $theme, $width px',
    async ({ language, theme, width }) => {
      const { page, close } = await open(`/pieces/${language}`, {
        colorScheme: theme,
        viewport: { width, height: 900 },
      })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      )
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      await close()
    },
  )

  it('asks for little: script, style and two fonts, together below 150 kB', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const sizes: Promise<number>[] = []
    page.on('response', (answer) => {
      sizes.push(
        answer
          .request()
          .sizes()
          .then(({ responseBodySize }) => responseBodySize),
      )
    })
    await page.goto(`${house.url}/pieces/nl`, { waitUntil: 'networkidle' })
    await expect.poll(() => sizes.length).toBe(5)
    const bytes = await Promise.all(sizes)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000)
    await context.close()
  })
})
