import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { visitPlan } from '../plan-visit.ts'
import { CHROMIUM, servedHouse } from './plan-house.ts'
import { reads, SOON } from './school-path.ts'

const FILE = new URL('../fixtures/trend/breed-groep5-2025-2026.csv', import.meta.url).pathname

const main = (page: Page) => page.locator('main')
const act = (page: Page, value: string) => main(page).locator(`button[name="act"][value="${value}"]`)

async function barriersOf(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
}

describe.skipIf(!CHROMIUM).each([
  { how: 'with script on a phone', javaScriptEnabled: true, width: 360 },
  { how: 'without script', javaScriptEnabled: false, width: 1280 },
])('a file with a column for each test, $how', ({ javaScriptEnabled, width }) => {
  const house = servedHouse(visitPlan)

  it('is put right at one column, and goes in', { timeout: 120_000 }, async () => {
    const options = { javaScriptEnabled, viewport: { width, height: 800 } }
    const { page, complaints, close } = await house().enter('karin', '/trends/import', options)
    await page.setInputFiles('main input[name="file"]', FILE)
    await main(page).locator('form:has(input[name="file"]) button').click()
    await page.waitForURL('**/trends/import/files/*')
    await reads(page, 'heeft elke toets een eigen kolom')
    const folds = main(page).locator('.inlees-toetsen > details')
    expect(await folds.count()).toBe(12)
    const words = folds.nth(8)
    await words.locator('summary').click()
    await words.getByLabel('Wat staat erin?').selectOption({ label: 'niet innemen' })
    await main(page).locator('select[name="supplier"]').selectOption({ label: 'Cito LVS' })
    await act(page, 'show').click()
    await expect.poll(() => words.locator('summary').textContent(), SOON).toContain('→ niet innemen')
    if (javaScriptEnabled) {
      for (const fold of await folds.all()) await fold.evaluate((one) => one.setAttribute('open', ''))
      await barriersOf(page)
    }
    await act(page, 'check').click()
    await act(page, 'take').waitFor(SOON)
    await reads(page, '122 resultaten kunnen erin')
    await act(page, 'take').click()
    await reads(page, '122 resultaten staan erin')
    expect(complaints).toEqual([])
    await close()
  })
})
