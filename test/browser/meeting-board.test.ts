import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { currentItem } from '../../app/meeting/meeting.ts'
import { meetingRoom } from '../meeting-room.ts'
import { newItem } from '../meeting-visit.ts'
import { SOON } from './meeting-people.ts'
import { CHROMIUM, type Entered, servedHouse } from './plan-house.ts'

const STARTS = new Date('2026-11-19T09:42:00.000Z')
const LONG = 'We bezoeken elkaar drie keer per jaar in de klas, waarvan één keer in een andere bouw. '.repeat(
  20,
)

describe.skipIf(!CHROMIUM)('the board at the wall, in a browser', () => {
  const house = servedHouse(
    (db) =>
      meetingRoom(db, {
        items: [
          newItem('proposal', null, { title: 'Bij elkaar kijken', text: LONG, minutes: 15 }),
          newItem('free', null, { title: 'Rondvraag', purpose: 'opinion', text: 'Wat ligt er nog?' }),
        ],
      }),
    { from: STARTS },
  )
  let board: Entered
  beforeAll(async () => {
    board = await house().enter('karin', `${house().visit.href}/board`, {
      viewport: { width: 1280, height: 720 },
    })
  })

  const page = () => board.page
  const item = async () => currentItem(await house().visit.now())
  const button = (name: string, at = page()) => at.getByRole('button', { name, exact: true }).first()
  const isAt = (stage: string | null) => expect.poll(async () => (await item())?.stage, SOON).toBe(stage)
  const shows = (text: string, at = page()) =>
    expect.poll(() => at.locator('main').innerText(), SOON).toContain(text)

  async function axe(at: Page) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await at.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page: at }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    }
  }

  /** Nothing of the board is out of sight but what says so. */
  const overflows = (at: Page) =>
    at.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement
      return [scrollWidth > innerWidth, scrollHeight > innerHeight]
    })

  /** The numbers of a closed round stand above the edge of their part. */
  const countsInSight = () =>
    page().evaluate(() => {
      const edge = document.querySelector('#bord-stand')?.getBoundingClientRect().bottom ?? 0
      const numbers = [...document.querySelectorAll('.turf dd')]
      return numbers.length > 0 && numbers.every((one) => one.getBoundingClientRect().bottom <= edge + 1)
    })

  it('opens, and goes to the first item by a key, once', async () => {
    await axe(page())
    await button('Open de vergadering').click()
    await shows('Wat hebben we nog?')
    // both keys come before the answer to the first
    const arePressed = Promise.withResolvers<void>()
    await page().route('**/act', async (route) => {
      await arePressed.promise
      await route.continue()
    })
    await page().keyboard.press('ArrowRight')
    await page().keyboard.press('ArrowRight')
    arePressed.resolve()
    await shows('We bezoeken elkaar')
    await page().unroute('**/act')
    expect((await item())?.title).toBe('Bij elkaar kijken')
  })

  it('reads on in a long text first, with a hint that there is more, and then goes to the questions', async () => {
    await expect.poll(() => overflows(page()), SOON).toEqual([false, false])
    const text = page().locator('#bord-tekst')
    const hint = page().locator('#bord-tekst .leesverder span')
    await expect.poll(() => hint.isVisible(), SOON).toBe(true)
    const goesOn = () => text.evaluate((one) => one.scrollHeight - one.clientHeight - one.scrollTop > 2)
    for (let time = 0; time < 3 && (await goesOn()); time += 1) await page().keyboard.press('ArrowRight')
    expect(await text.evaluate((one) => one.scrollTop)).toBeGreaterThan(0)
    expect((await item())?.stage).toBeNull()
    await page().keyboard.press('ArrowRight')
    await isAt('understanding')
  })

  it('never opens or closes a round by a key', async () => {
    await button('Naar de reacties').click()
    await isAt('reactions')
    await button('Naar het besluit').click()
    await isAt('consent')
    await shows('Open de ronde')
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'PageDown', 'Enter'])
      await page().keyboard.press(key)
    await page().waitForTimeout(300)
    expect((await item())?.decisionId).toBeNull()
    await button('Open de ronde').click()
    await shows('De ronde is open.')
    await page().locator('main').focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', ' ']) await page().keyboard.press(key)
    await page().waitForTimeout(300)
    await shows('De ronde is open.')
    await expect.poll(() => overflows(page()), SOON).toEqual([false, false])
    await axe(page())
  })

  it('asks before it closes a round, and follows what is done at the desk beside it', async () => {
    const desk = await house().enter('anouk', `${house().visit.href}/desk`)
    await shows('Nog niet gehoord', desk.page)
    await axe(desk.page)
    await desk.page.getByText('Handen of papieren tellen').click()
    await desk.page.locator('#f-for').fill('4')
    await button('Leg de telling vast', desk.page).click()
    await shows('4 van de 6')
    await page().locator('summary', { hasText: 'Sluit de ronde' }).click()
    await shows('2 collega’s hebben nog niet geantwoord')
    await button('Ja, sluit de ronde').click()
    await shows('Het besluit staat. Dank jullie wel.')
    await expect.poll(countsInSight, SOON).toBe(true)
    await shows('Het besluit staat', desk.page)
    expect(desk.complaints).toEqual([])
    await desk.close()
  })

  it('goes empty and comes back, gets bigger letters and shows its keys', async () => {
    await page().keyboard.press('b')
    await expect.poll(() => page().locator('.bord-leeg').isVisible(), SOON).toBe(true)
    await page().keyboard.press('b')
    await expect.poll(() => page().locator('.bord-leeg').count(), SOON).toBe(0)
    await page().keyboard.press('+')
    await page().keyboard.press('+')
    await page().keyboard.press('+')
    const letters = () => page().locator('main').getAttribute('data-letters')
    expect(await letters()).toBe('3')
    await expect.poll(() => overflows(page()), SOON).toEqual([false, false])
    await page().reload()
    expect(await letters()).toBe('3')
    await page().keyboard.press('-')
    await page().keyboard.press('-')
    expect(await letters()).toBe('1')
    await page().keyboard.press('?')
    await shows('Geen toets neemt een besluit.')
    await axe(page())
    expect(board.complaints).toEqual([])
  })

  it('takes keys for what they are where somebody types or chooses', async () => {
    await page().keyboard.press('?')
    await page().locator('summary', { hasText: 'Meer' }).click()
    await page().locator('#leid-ga-punt').focus()
    await page().keyboard.press('b')
    expect(await page().locator('.bord-leeg').count()).toBe(0)
    await page().locator('summary', { hasText: 'Meer' }).click()
  })

  it('fits the screens that schools have, and reads as a page on a small one', async () => {
    for (const [width, height] of [
      [1920, 1080],
      [1366, 768],
      [1024, 768],
    ] as const) {
      await page().setViewportSize({ width, height })
      const fits = async () => [width, await overflows(page())]
      await expect.poll(fits, SOON).toEqual([width, [false, false]])
    }
    await page().setViewportSize({ width: 360, height: 740 })
    await expect.poll(async () => (await overflows(page()))[0], SOON).toBe(false)
    await page().setViewportSize({ width: 1280, height: 720 })
  })

  it('is led to the end without script too', async () => {
    const { page: plain, close } = await house().enter('karin', `${house().visit.href}/board`, {
      javaScriptEnabled: false,
    })
    await button('Volgende punt', plain).click()
    await expect.poll(() => plain.locator('main').innerText(), SOON).toContain('Wat ligt er nog?')
    await plain.locator('summary', { hasText: 'Meer' }).click()
    await button('Sluit de vergadering', plain).click()
    await shows('Dank jullie wel', plain)
    await shows('Dank jullie wel')
    await close()
    await board.close()
  })
})
