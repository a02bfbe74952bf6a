import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../app/plan/entry.ts'
import { addGoal, entryNow } from '../plan-visit.ts'
import { ALONE, CHROMIUM, planHouse } from './plan-house.ts'
import { SOON } from './writing-page.ts'

const status = (page: Page) => page.locator('form[data-writing] [data-status]').first()
const area = (page: Page, field: string) => page.locator(`auto-save[data-field="${field}"] textarea`)

/** Opens a card by its pen and waits until its form is there. */
async function write(page: Page, id: string) {
  await page.click(`#e-${id} a[data-pen]`)
  await page.waitForSelector(`#e-${id} form[data-writing]`)
}

describe.skipIf(!CHROMIUM)('writing in the plan without web sockets, in a browser', () => {
  const house = planHouse()
  const goal = (title: string) => addGoal(house().visit, title)
  const lies = async (id: Parameters<typeof entryNow>[1], field: 'title' | 'approach') =>
    textOf(await entryNow(house().visit, id), field)

  it('saves by itself after the last key and says so in words', async () => {
    const id = await goal('Elk kind leest')
    const { page, complaints, close } = await house().enter('karin', house().visit.href, ALONE)
    await write(page, id)
    const mayArrive = Promise.withResolvers<void>()
    await page.route('**/text/approach', async (route) => {
      await mayArrive.promise
      await route.continue()
    })
    await area(page, 'approach').pressSequentially('Een vast moment.', { delay: 20 })
    await expect.poll(() => status(page).textContent(), SOON).toBe('Nog niet bewaard')
    mayArrive.resolve()
    await expect.poll(() => status(page).textContent(), SOON).toMatch(/^Bewaard om \d\d\.\d\d uur$/)
    expect(await lies(id, 'approach')).toBe('Een vast moment.')
    expect(complaints).toEqual([])
    await close()
  })

  it('lets the newest text come last when the connection is slow', async () => {
    const id = await goal('Langzaam')
    const { page, close } = await house().enter('karin', house().visit.href, ALONE)
    const underWay = Promise.withResolvers<void>()
    let first = true
    await page.route('**/text/approach', async (route) => {
      const isSlow = first
      first = false
      underWay.resolve()
      // longer than a field waits before it would send the next text
      if (isSlow) await new Promise((done) => setTimeout(done, 3500))
      await route.continue()
    })
    await write(page, id)
    await area(page, 'approach').fill('De eerste tekst.')
    await underWay.promise
    await area(page, 'approach').fill('De tweede tekst, die blijft.')
    await expect.poll(() => lies(id, 'approach'), SOON).toBe('De tweede tekst, die blijft.')
    await expect.poll(() => status(page).textContent(), SOON).toContain('Bewaard om')
    await close()
  })

  it('keeps the text on the device without a connection, and saves it when there is one', async () => {
    const id = await goal('Zonder verbinding')
    const { page, close } = await house().enter('karin', house().visit.href, ALONE)
    await write(page, id)
    await page.context().setOffline(true)
    await area(page, 'approach').fill('In de gang geschreven.')
    await expect
      .poll(() => status(page).textContent(), SOON)
      .toBe('Geen verbinding. Je tekst staat veilig op dit apparaat.')
    await page.context().setOffline(false)
    await expect.poll(() => lies(id, 'approach'), SOON).toBe('In de gang geschreven.')
    await expect.poll(() => status(page).textContent(), SOON).toContain('Bewaard om')
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await close()
  })

  it('saves what was left on the device as soon as any page of the plan is open again', async () => {
    const id = await goal('Later weer open')
    const { page, close } = await house().enter('karin', house().visit.href, ALONE)
    await write(page, id)
    await page.route('**/text/**', (route) => route.abort())
    await area(page, 'approach').fill('Voor het dichtklappen.')
    await expect.poll(() => status(page).textContent(), SOON).toContain('Geen verbinding')
    const context = page.context()
    await page.close()
    const again = await context.newPage()
    await again.goto(house().url)
    await expect.poll(() => again.locator('#status').textContent(), SOON).toContain('Hij is nu bewaard.')
    expect(await lies(id, 'approach')).toBe('Voor het dichtklappen.')
    await close()
  })

  it('opens, writes and closes with the keyboard alone, and gives the focus back', async () => {
    const id = await goal('Met het toetsenbord')
    const { page, close } = await house().enter('karin', house().visit.href, ALONE)
    await page.locator(`#e-${id} a[data-pen]`).focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector(`#e-${id} form[data-writing]`)
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), SOON).toBe('TEXTAREA')
    await page.keyboard.press('End')
    await page.keyboard.type(', elke dag')
    await page.keyboard.press('Escape')
    await expect
      .poll(() => page.locator(`#e-${id} h3`).textContent(), SOON)
      .toContain('Met het toetsenbord, elke dag')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-pen')), SOON)
      .toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForSelector(`#e-${id} form[data-writing]`)
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), SOON).toBe('TEXTAREA')
    await page.keyboard.type('!')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => page.locator('form[data-writing]').count(), SOON).toBe(0)
    expect(await lies(id, 'title')).toContain('!')
    await close()
  })

  it('puts back the text from before, and saves that', async () => {
    const id = await goal('Terug naar toen')
    const { page, close } = await house().enter('karin', house().visit.href, ALONE)
    await write(page, id)
    await area(page, 'title').fill('Iets heel anders')
    await expect.poll(() => lies(id, 'title'), SOON).toBe('Iets heel anders')
    await page.click('auto-save[data-field="title"] [data-undo]')
    await expect.poll(() => lies(id, 'title'), SOON).toBe('Terug naar toen')
    await close()
  })

  it('brings the loose ends beside the plan up to date when a card closes', async () => {
    const id = await goal('Hangt zo ergens aan')
    const { page, close } = await house().enter('karin', `${house().visit.href}?edit=${id}`, ALONE)
    await page.check(`#l-${id}-${house().visit.cast.visionLines.lezen}`)
    await expect.poll(() => status(page).textContent(), SOON).toContain('Bewaard om')
    await page.click('text=Bewaar en sluit')
    await expect.poll(() => page.locator('form[data-writing]').count(), SOON).toBe(0)
    expect((await entryNow(house().visit, id)).visionLineIds).toHaveLength(1)
    const side = () => page.locator('#side').textContent()
    await expect.poll(side, SOON).not.toContain('Hangt zo ergens aan) hangt nog aan geen')
    await close()
  })

  it('leaves nothing on the device at sign-out', async () => {
    const id = await goal('Uitloggen')
    const { page, close } = await house().enter('karin', house().visit.href, ALONE)
    await write(page, id)
    await page.route('**/text/**', (route) => route.abort())
    await area(page, 'approach').fill('Blijft nergens achter.')
    await expect.poll(() => status(page).textContent(), SOON).toContain('Geen verbinding')
    expect(await page.evaluate(() => Object.keys(localStorage).length)).toBe(1)
    await page.click('details[data-closes] summary')
    await page.click('form[action="/sign-out"] button')
    await page.waitForURL((url) => !url.pathname.startsWith('/plan'))
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await close()
  })

  it('works without script', async () => {
    const id = await goal('Zonder script')
    const { page, close } = await house().enter('karin', house().visit.href, { javaScriptEnabled: false })
    await page.click(`#e-${id} a[data-pen]`)
    await area(page, 'approach').fill('Gewoon een formulier.')
    await page.click('text=Bewaar en sluit')
    await expect.poll(() => page.locator(`#e-${id}`).textContent(), SOON).toContain('Gewoon een formulier.')
    await close()
  })
})
