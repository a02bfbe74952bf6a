import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../app/plan/entry.ts'
import { addGoal, entryNow } from '../plan-visit.ts'
import { CHROMIUM, planHouse } from './plan-house.ts'
import { copiesOn, editor, keptOn, line, rewrite, SOON, status, teamTrack, words } from './writing-page.ts'

const stays = (page: Page) => expect.poll(() => status(page), SOON).toContain('Bewaard om')

describe.skipIf(!CHROMIUM)('writing together, in a browser', () => {
  const house = planHouse()
  const goal = (title: string) => addGoal(house().visit, title)
  const lies = async (id: Parameters<typeof entryNow>[1], field: 'title' | 'approach' | 'goal') =>
    textOf(await entryNow(house().visit, id), field)
  const card = (id: string) => `${house().visit.href}?edit=${id}`

  it('lets two people type in one field at once: both texts stay, and each sees the other', async () => {
    const id = await teamTrack(house().visit)
    const lotte = await house().enter('lotte', card(id))
    const daan = await house().enter('daan', card(id))
    await editor(lotte.page, 'goal').click()
    await editor(daan.page, 'goal').click()
    await expect.poll(() => line(daan.page, 'goal'), SOON).toBe('Lotte schrijft hier nu ook.')
    await Promise.all([
      lotte.page.keyboard.type('Een rustige start. ', { delay: 15 }),
      daan.page.keyboard.type('Binnen drie minuten aan het werk. ', { delay: 15 }),
    ])
    for (const { page } of [lotte, daan]) await stays(page)
    const text = await lies(id, 'goal')
    const letters = (words: string) => [...words].sort().join('').trim()
    expect(letters(text)).toBe(letters('Een rustige start. Binnen drie minuten aan het werk.'))
    for (const { page } of [lotte, daan]) await expect.poll(() => words(page, 'goal'), SOON).toBe(text)
    await expect
      .poll(() => editor(daan.page, 'goal').locator('.meeschrijver').getAttribute('data-name'), SOON)
      .toBe('Lotte')
    await lotte.close()
    await expect.poll(() => line(daan.page, 'goal'), SOON).toBe('')
    expect([...lotte.complaints, ...daan.complaints]).toEqual([])
    await daan.close()
  })

  it('lets somebody write on without a connection, and merges afterwards', async () => {
    const id = await teamTrack(house().visit)
    const lotte = await house().enter('lotte', card(id))
    const daan = await house().enter('daan', card(id))
    await rewrite(editor(lotte.page, 'goal'), 'Samen.')
    await stays(lotte.page)
    await expect.poll(() => words(daan.page, 'goal'), SOON).toBe('Samen.')
    await daan.page.context().setOffline(true)
    await editor(daan.page, 'goal').click()
    await daan.page.keyboard.press('Control+End')
    await daan.page.keyboard.type(' In de gang geschreven.')
    await expect
      .poll(() => status(daan.page), SOON)
      .toBe('Geen verbinding. Je tekst staat veilig op dit apparaat.')
    await editor(lotte.page, 'goal').click()
    await lotte.page.keyboard.press('Control+Home')
    await lotte.page.keyboard.type('Elke ochtend. ')
    await stays(lotte.page)
    await daan.page.context().setOffline(false)
    await expect.poll(() => lies(id, 'goal'), SOON).toBe('Elke ochtend. Samen. In de gang geschreven.')
    await stays(daan.page)
    await expect.poll(() => copiesOn(daan.page), SOON).toEqual([])
    await lotte.close()
    await daan.close()
  })

  it('has the text back of a tab that was killed without a connection', async () => {
    const id = await goal('Dichtgeklapt')
    const { page, close } = await house().enter('karin', card(id))
    await rewrite(editor(page, 'approach'), 'Al bewaard.')
    await stays(page)
    const context = page.context()
    await context.setOffline(true)
    await editor(page, 'approach').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Voor het dichtklappen.')
    await expect.poll(() => status(page), SOON).toContain('Geen verbinding')
    await expect.poll(() => keptOn(page), SOON).toBe(1)
    await page.close({ runBeforeUnload: false })
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto(house().url + card(id))
    await expect.poll(() => words(again, 'approach'), SOON).toBe('Al bewaard. Voor het dichtklappen.')
    await expect.poll(() => lies(id, 'approach'), SOON).toBe('Al bewaard. Voor het dichtklappen.')
    await expect.poll(() => copiesOn(again), SOON).toEqual([])
    await close()
  })

  it('sends what waits on this device also from another page', async () => {
    const id = await goal('Elders weer open')
    const { page, close } = await house().enter('karin', card(id))
    const context = page.context()
    await editor(page, 'approach').waitFor()
    await context.setOffline(true)
    await rewrite(editor(page, 'approach'), 'Onderweg geschreven.')
    await expect.poll(() => keptOn(page), SOON).toBe(1)
    await page.close({ runBeforeUnload: false })
    await context.setOffline(false)
    const today = await context.newPage()
    await today.goto(house().url)
    await expect.poll(() => today.locator('#status').textContent(), SOON).toContain('Hij is nu bewaard.')
    expect(await lies(id, 'approach')).toBe('Onderweg geschreven.')
    await expect.poll(() => copiesOn(today), SOON).toEqual([])
    await close()
  })

  it('leaves nothing on the device at sign-out', async () => {
    const id = await goal('Uitloggen')
    const { page, close } = await house().enter('karin', card(id))
    await editor(page, 'approach').waitFor()
    await page.context().setOffline(true)
    await rewrite(editor(page, 'approach'), 'Blijft nergens achter.')
    await expect.poll(() => keptOn(page), SOON).toBe(1)
    // the socket stays shut: only signing out gets through
    await page.routeWebSocket('**/writing', (socket) => socket.close())
    await page.context().setOffline(false)
    await page.click('details[data-closes] summary')
    await page.click('form[action="/sign-out"] button')
    await page.waitForURL((url) => !url.pathname.startsWith('/plan'))
    await expect.poll(() => copiesOn(page), SOON).toEqual([])
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await close()
  })

  it('leaves nothing of who was here before when somebody else signs in', async () => {
    const id = await goal('Sessie elders geëindigd')
    const { page, close } = await house().enter('karin', card(id))
    await editor(page, 'approach').waitFor()
    const context = page.context()
    await context.setOffline(true)
    await rewrite(editor(page, 'approach'), 'Van Karin.')
    await expect.poll(() => keptOn(page), SOON).toBe(1)
    await page.close({ runBeforeUnload: false })
    await context.setOffline(false)
    const anouk = await house().enter('anouk', '/')
    await context.addCookies(await anouk.page.context().cookies())
    const later = await context.newPage()
    await later.goto(`${house().url}/account`)
    await expect.poll(() => copiesOn(later), SOON).toEqual([])
    expect(await lies(id, 'approach')).toBe('')
    await anouk.close()
    await close()
  })
})
