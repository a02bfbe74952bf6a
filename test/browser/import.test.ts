import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { visitImport } from '../import-visit.ts'
import { CHROMIUM, servedHouse } from './plan-house.ts'

const FILE = new URL('../fixtures/word/01-figuur1-ingevuld.docx', import.meta.url).pathname
const SOON = { timeout: 30_000 }
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const reads = (page: Page, text: string) =>
  expect.poll(() => page.locator('main').innerText(), SOON).toContain(text)

async function readInFile(page: Page) {
  await page.setInputFiles('#f-file', FILE)
  await press(page, 'Lees het plan in')
  await page.waitForURL('**/plan/import/*-*')
}

/** Anouk's card of the plan, as she or a colleague sees it. */
const trackOf = (page: Page) => page.locator('.traject', { hasText: 'Anouk' }).first()

describe.skipIf(!CHROMIUM).each([
  { how: 'with script', javaScriptEnabled: true },
  { how: 'without script', javaScriptEnabled: false },
])('last year’s Word plan, $how', ({ javaScriptEnabled }) => {
  const house = servedHouse(visitImport)

  it('comes in, is put right, and is the teacher’s who says yes', async () => {
    const { enter } = house()
    const options = { javaScriptEnabled, viewport: { width: 1280, height: 900 } }
    const { page, complaints, close } = await enter('karin', '/plan/import', options)
    await readInFile(page)
    await reads(page, 'Eén stuk zoekt nog een plek')
    const piece = page.locator('#piece-l0')
    await piece.locator('select').selectOption({ label: 'Doel 1, beginsituatie' })
    await piece.getByRole('button', { name: 'Zet erbij' }).click()
    await reads(page, 'Staat nu bij Doel 1, beginsituatie')
    await page.locator('#name-t0 select').selectOption({ label: 'Anouk, groep 3' })
    await press(page, 'Neem mee als concept')
    await reads(page, 'Uit Word kwamen mee: 3 principes, 4 doelen en 6 trajecten.')
    await reads(page, 'Basisschool De Kopergieter')
    const plan = new URL(page.url()).pathname

    const bram = await enter('bram', plan, options)
    await trackOf(bram.page).locator('summary').first().click()
    expect(await bram.page.content()).not.toContain('Wietske')
    const anouk = await enter('anouk', '/', options)
    await anouk.page.locator('main .nu a').first().click()
    await reads(anouk.page, 'Wietske')
    await press(anouk.page, 'Neem over')
    await reads(anouk.page, 'De tekst staat nu in je traject.')
    await bram.page.reload()
    await expect.poll(() => bram.page.content(), SOON).toContain('Wietske')

    expect([complaints, bram.complaints, anouk.complaints]).toEqual([[], [], []])
    for (const one of [close, bram.close, anouk.close]) await one()
  })
})

describe.skipIf(!CHROMIUM)('looking through a Word plan', () => {
  const house = servedHouse(visitImport)

  it('stays where it is when a piece moves: place, folds and focus', async () => {
    const { page, close } = await house().enter('karin', '/plan/import', {
      viewport: { width: 1280, height: 900 },
    })
    await readInFile(page)
    await page.click('#rest-t3 > summary')
    const button = page.locator('#rest-t3').getByRole('button', { name: /Aanpak$/ })
    await button.scrollIntoViewIfNeeded()
    const before = await page.evaluate(() => scrollY)
    await button.click()
    await reads(page, '2 stukken zoeken nog een plek')
    expect(await page.locator('#rest-t3').getAttribute('open')).not.toBeNull()
    const gone = async () => Math.abs((await page.evaluate(() => scrollY)) - before)
    await expect.poll(gone, SOON).toBeLessThan(200)
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), SOON).not.toBe('BODY')
    const piece = page.locator('.losse-stukken > li').last()
    await piece.locator('select').selectOption({ label: 'Een nieuw principe' })
    await piece.getByRole('button', { name: 'Zet erbij' }).focus()
    await page.keyboard.press('Enter')
    await reads(page, 'Staat nu bij Een nieuw principe')
    const isAtAPiece = () => page.evaluate(() => !!document.activeElement?.closest('.losse-stukken li'))
    await expect.poll(isAtAPiece, SOON).toBe(true)
    await close()
  })

  it.each(['nl', 'en'] as const)('has no barrier on the way (%s)', async (language) => {
    const locale = language === 'nl' ? 'nl-NL' : 'en-GB'
    const { page, close } = await house().enter('karin', '/plan/import', { locale })
    expect(await page.getAttribute('html', 'lang')).toBe(language)
    await barriersOf(page)
    await page.setInputFiles('#f-file', FILE)
    await page.locator('main form button').click()
    await page.waitForURL('**/plan/import/*-*')
    await page.locator('#piece-l0 select').selectOption({ index: 2 })
    await page.locator('#piece-l0 button').first().click()
    await page.locator('#piece-l0 .staat').waitFor()
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('main details')) fold.setAttribute('open', '')
    })
    await barriersOf(page)
    await page.locator('button[name="act"][value="take"]').click()
    await page.waitForURL('**?done=imported')
    await page.goto(`${new URL(page.url()).origin}${new URL(page.url()).pathname}/import`)
    await page.locator('.losse-stukken').waitFor()
    await barriersOf(page)
    await close()
  })
})

/** What depends on colours alone; all the rest is the same by night. */
const BY_COLOUR = ['color-contrast', 'link-in-text-block']

async function barriersOf(page: Page) {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of width === 360 ? (['light'] as const) : (['light', 'dark'] as const)) {
      await page.emulateMedia({ colorScheme })
      const axe = new AxeBuilder({ page })
      const { violations } = await (colorScheme === 'dark' ? axe.withRules(BY_COLOUR) : axe).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  }
}
