import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { NOW } from '../cast.ts'
import { visitPlan } from '../plan-visit.ts'
import { CHROMIUM, type Entered, servedHouse } from './plan-house.ts'
import { reads, SOON } from './school-path.ts'

const FILE = 'test/fixtures/trend/doorstroomtoets-2024-2026.csv'
const CAUSE = 'We oefenen schattend rekenen te weinig.'
const main = (page: Page) => page.locator('main').first()
const act = (page: Page, value: string) => main(page).locator(`button[name="act"][value="${value}"]`)

const isPhone = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)

/** From the empty page of trends to results that stand in it. */
async function bringsIn(page: Page) {
  await reads(page, 'Nog geen cijfers.')
  await main(page).locator('a[href="/trends/import"]').first().click()
  await page.waitForURL('**/trends/import')
  await page.setInputFiles('main input[name="file"]', FILE)
  await main(page).locator('form:has(input[name="file"]) button').click()
  await page.waitForURL('**/trends/import/files/*')
  const supplier = main(page).locator('select[name="supplier"]')
  if ((await supplier.inputValue()) === '') await supplier.selectOption({ index: 1 })
  await act(page, 'check').click()
  await act(page, 'take').waitFor(SOON)
  await act(page, 'take').click()
  await main(page).locator('a[href="/trends/ambitions"]').waitFor(SOON)
  await main(page).locator('a[href="/trends"]').first().click()
  await page.waitForURL(/\/trends$/)
}

/** The chart says what it shows, with its numbers behind it, and can be saved. */
async function readsTheChart(page: Page) {
  const chart = main(page).locator('svg[role="img"]:visible').first()
  await chart.waitFor()
  expect(await chart.locator('desc').first().textContent()).toContain('1S/2F')
  const table = main(page).locator('details:has(table)').first()
  await table.locator('summary').click()
  await expect.poll(() => table.locator('table').innerText(), SOON).toContain('53,8')
  const csv = await page.request.get(new URL('/trends/target/data.csv', page.url()).href)
  expect(await csv.text()).toContain('53,8')
  const svg = await page.request.get(new URL('/trends/target/chart.svg', page.url()).href)
  expect(await svg.text()).toContain('<svg')
}

/** Begins a talk of the learning team; one tap lays a sentence in, and a cause is written beneath. */
async function talksOverIt(page: Page): Promise<string> {
  await page.goto(new URL('/trends/talks', page.url()).href)
  await main(page).locator('#begin button').click()
  await page.waitForURL(/\/trends\/talks\/[0-9a-f-]{36}/, SOON)
  const talk = new URL(page.url()).pathname
  const offer = main(page).locator('#aangeboden button').first()
  const sentence = (await offer.innerText()).trim()
  await offer.click()
  // the offer says it too: in the talk it stands among what was said
  await main(page).locator('.gezegd li', { hasText: sentence }).first().waitFor()
  await main(page).locator('#erbij-cause [name="words"]').fill(CAUSE)
  await main(page).locator('#erbij-cause button').click()
  await reads(page, CAUSE)
  return talk
}

/** What Bram and the others want to reach: the figure of today stands there, the height is theirs. */
async function wantsMore(page: Page, talk: string) {
  await main(page).locator('a[href^="/trends/ambitions?"]').first().click()
  await page.waitForURL(/\/trends\/ambitions\?/, SOON)
  await main(page).locator('input[name="ambition-to"]').fill('66,5')
  await main(page).locator('form:has(input[name="ambition-to"]) button').last().click()
  await page.waitForURL((url) => url.pathname === talk, SOON)
  await reads(page, /66,5\s%/)
}

/** Makes a goal of the talk, and finds it in the plan. */
async function makesTheGoal(page: Page, plan: string) {
  await main(page)
    .locator('#doelmaken')
    .evaluate((fold) => fold.setAttribute('open', ''))
  await main(page).locator('#doel-title').fill('In elke les schatten we eerst.')
  await main(page).locator('#doel-vision').selectOption({ label: 'Goede instructie' })
  await main(page).locator('#doel button[name="plan"]').first().click()
  await reads(page, 'In elke les schatten we eerst.')
  await page.goto(plan)
  await reads(page, 'In elke les schatten we eerst.')
}

const leave = async (...everyone: readonly Entered[]) => {
  for (const { complaints, close } of everyone) {
    expect(complaints).toEqual([])
    await close()
  }
}

const WAYS = [
  { how: 'with script', coming: { javaScriptEnabled: true, viewport: { width: 1280, height: 900 } } },
  {
    how: 'without script, on a phone',
    coming: { javaScriptEnabled: false, viewport: { width: 360, height: 780 } },
  },
] as const

describe.skipIf(!CHROMIUM).each(WAYS)('from results to a goal in the plan, $how', ({ coming }) => {
  const house = servedHouse(visitPlan, { from: NOW })

  it('goes from a file to a chart, a talk, an ambition and a goal', async () => {
    const hers = await house().enter('karin', '/trends', coming)
    await bringsIn(hers.page)
    await readsTheChart(hers.page)
    const his = await house().enter('bram', '/trends', coming)
    const talk = await talksOverIt(his.page)
    await wantsMore(his.page, talk)

    // Who does not sit at it finds nothing of it.
    const other = await house().enter('anouk', '/trends/talks', coming)
    expect(await main(other.page).innerText()).not.toContain('Leerteam Rekenen over')
    expect((await other.page.goto(house().url + talk))?.status()).toBe(404)

    await hers.page.goto(house().url + talk)
    await reads(hers.page, CAUSE)
    if (coming.viewport.width < 400) await isPhone(hers.page)
    await makesTheGoal(hers.page, `${house().url}${house().visit.href}`)
    await his.page.goto(house().url + talk)
    await reads(his.page, 'In elke les schatten we eerst.')
    await leave(hers, his, other)
  })
})

describe.skipIf(!CHROMIUM)('a data talk by the keyboard', () => {
  const house = servedHouse(visitPlan, { from: NOW })

  it('is begun and written without a mouse', async () => {
    const his = await house().enter('bram', '/trends/talks')
    const { page } = his
    await page.locator('#begin select').first().focus()
    for (let turn = 0; turn < 5; turn += 1) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => document.activeElement?.matches('#begin button'))) break
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/trends\/talks\/[0-9a-f-]{36}/, SOON)
    await page.locator('#erbij-cause [name="words"]').focus()
    await page.keyboard.type(CAUSE)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#meaning li').first().innerText(), SOON).toContain(CAUSE)
    await leave(his)
  })
})
