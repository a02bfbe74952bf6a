import { describe, expect, it } from 'vitest'
import { textOf } from '../../app/plan/entry.ts'
import { entryOf } from '../../app/plan/plan.ts'
import { ALONE, CHROMIUM, planHouse } from './plan-house.ts'
import { rewrite, SOON } from './writing-page.ts'

describe.skipIf(!CHROMIUM)('two people in one field without web sockets, in a browser', () => {
  const house = planHouse()

  /** The track of Leerteam Gedrag, whose members hold the pen together. */
  async function teamTrack() {
    const { visit } = house()
    await visit.karin.post(`${visit.href}/places`)
    const team = visit.cast.learningTeams.gedrag
    const track = (await visit.now()).entries.find(({ learningTeamId }) => learningTeamId === team)
    if (!track) throw new Error('the learning team got no place')
    return track.id
  }

  it('shows both texts and lets one choose; nothing is lost', async () => {
    const { visit, enter } = house()
    const id = await teamTrack()
    const at = `${visit.href}?edit=${id}`
    const lotte = await enter('lotte', at, ALONE)
    const daan = await enter('daan', at, ALONE)
    const field = 'auto-save[data-field="goal"]'
    await lotte.page.fill(`${field} textarea`, 'Een rustige start.')
    const said = () => lotte.page.locator('form[data-writing] [data-status]').first().textContent()
    await expect.poll(said, SOON).toContain('Bewaard om')
    await daan.page.fill(`${field} textarea`, 'Binnen drie minuten aan het werk.')
    await daan.page.waitForSelector(`${field} .botsing`)
    expect(await daan.page.locator(`${field} [data-who]`).textContent()).toContain('Lotte schreef hier ook')
    expect(await daan.page.locator(`${field} blockquote`).textContent()).toBe('Een rustige start.')
    expect(await daan.page.inputValue(`${field} textarea`)).toBe('Binnen drie minuten aan het werk.')
    await daan.page.click(`${field} [data-keep="both"]`)
    const stored = async () => {
      const entry = entryOf(await visit.now(), id)
      return entry && textOf(entry, 'goal')
    }
    await expect.poll(stored, SOON).toBe('Een rustige start.\n\nBinnen drie minuten aan het werk.')
    await lotte.close()
    await daan.close()
  })

  it('keeps both texts when a whole card is sent late, until one of them is chosen', async () => {
    const { visit, enter } = house()
    const id = await teamTrack()
    const { page, close } = await enter('lotte', `${visit.href}?edit=${id}`, ALONE)
    const daan = await visit.as('daan')
    const field = 'auto-save[data-field="support"]'
    await page.route('**/text/**', (route) =>
      route.fulfill({ status: 409, json: { theirs: { text: '', revision: 0, says: '' } } }),
    )
    await page.fill(`${field} textarea`, 'Elke ochtend bij de deur.')
    await page.waitForSelector(`${field} .botsing`)
    await daan.post(`${visit.href}/entry/${id}/text/support`, { text: 'Kwart voor negen.', base: '0' })
    await page.click('text=Bewaar en sluit')
    await page.waitForSelector(`${field} fieldset.botsing`)
    expect(await page.inputValue(`${field} textarea`)).toBe('Elke ochtend bij de deur.')
    expect(await page.locator(`${field} fieldset`).textContent()).toContain('Daan schreef hier ook')
    await page.check(`${field} input[value="both"]`)
    await page.click('text=Bewaar en sluit')
    await expect.poll(() => page.locator('form[data-writing]').count(), SOON).toBe(0)
    const entry = entryOf(await visit.now(), id)
    expect(entry && textOf(entry, 'support')).toBe('Kwart voor negen.\n\nElke ochtend bij de deur.')
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await close()
  })

  it('overwrites nothing without script, and shows both texts', async () => {
    const { visit, enter } = house()
    const id = await teamTrack()
    const at = `${visit.href}?edit=${id}`
    const field = 'auto-save[data-field="evaluation"]'
    const { page, close } = await enter('lotte', at, { javaScriptEnabled: false })
    const daan = await enter('daan', at)
    await rewrite(daan.page.locator(`${field} [contenteditable="true"]`), 'Daan schreef dit.')
    const stored = async () => {
      const entry = entryOf(await visit.now(), id)
      return entry && textOf(entry, 'evaluation')
    }
    await expect.poll(stored, SOON).toContain('Daan schreef dit')
    await page.fill(`${field} textarea`, 'Lotte schreef dit zonder script.')
    await page.click('text=Bewaar en sluit')
    expect(await page.locator(`${field} fieldset.botsing`).textContent()).toContain('Daan schreef hier ook')
    expect(await page.inputValue(`${field} textarea`)).toBe('Lotte schreef dit zonder script.')
    expect(await stored()).not.toContain('Lotte')
    await page.check(`${field} input[value="both"]`)
    await page.click('text=Bewaar en sluit')
    await expect.poll(stored, SOON).toBe('Daan schreef dit.\n\nLotte schreef dit zonder script.')
    await expect
      .poll(() => daan.page.locator(`${field} [contenteditable="true"]`).innerText(), SOON)
      .toContain('Lotte schreef dit zonder script.')
    await daan.close()
    await close()
  })

  it('tells who is no longer signed in, and keeps the text', async () => {
    const { visit, enter } = house()
    const id = await teamTrack()
    const { page, close } = await enter('hanneke', `${visit.href}?edit=${id}`, ALONE)
    await page.context().clearCookies()
    await page.fill('auto-save[data-field="goal"] textarea', 'Lotte kijkt mee.')
    const status = page.locator('form[data-writing] [data-status]').first()
    await expect.poll(() => status.textContent(), SOON).toContain('Je bent niet meer ingelogd.')
    expect(await status.locator('a').getAttribute('href')).toContain('/sign-in?to=')
    expect(await page.evaluate(() => JSON.stringify(localStorage))).toContain('Lotte kijkt mee.')
    await close()
  })
})
