import { describe, expect, it } from 'vitest'
import { textOf } from '../../app/plan/entry.ts'
import { addGoal, entryNow, type PlanVisit } from '../plan-visit.ts'
import { CHROMIUM, planHouse } from './plan-house.ts'

const APPROACH = 'Wisbordjes en denktijd. Eerst bij rekenen, daarna bij spelling.'

/** A goal of Karin's in a plan that takes input, with one text. */
async function goalWith(visit: PlanVisit, title: string) {
  const id = await addGoal(visit, title)
  await visit.karin.post(`${visit.href}/entry/${id}`, { 'text.approach': APPROACH, 'base.approach': '0' })
  if ((await visit.now()).phase === 'draft')
    await visit.karin.post(`${visit.href}/phase`, { to: 'input', why: 'Het team leest mee.' })
  return { id, href: `${visit.href}/entry/${id}/conversation` }
}

describe.skipIf(!CHROMIUM)('talking about a text, in a browser', () => {
  const house = planHouse()
  const lies = async (id: Parameters<typeof entryNow>[1]) =>
    textOf(await entryNow(house().visit, id), 'approach')

  it('without script: a sentence is picked, other words are laid before who holds the pen, and go in with one tap', async () => {
    const { id, href } = await goalWith(house().visit, 'Zonder script')
    const plain = { javaScriptEnabled: false }
    const bram = await house().enter('bram', house().visit.href, plain)
    await bram.page.click(`#e-${id} a[href$="/conversation"]`)
    const section = bram.page.locator('section.praatvak', { hasText: 'Wisbordjes' })
    await section.locator('summary', { hasText: 'Reageer of stel iets voor' }).click()
    expect(await section.getByText('De woorden die ik selecteerde').isVisible()).toBe(false)
    await section.getByText('Eerst bij rekenen, daarna bij spelling.').last().click()
    await section.getByRole('button', { name: 'Stel iets anders voor' }).click()
    const top = () => bram.page.locator('#speak').evaluate((form) => form.getBoundingClientRect().top)
    await expect.poll(top).toBeLessThan(700)
    await bram.page.fill('#speak-text', 'Eerst bij rekenen, vanaf januari bij spelling.')
    await bram.page.fill('#speak-reason', 'Dan is er ruimte.')
    await bram.page.getByRole('button', { name: 'Leg voor' }).click()
    await bram.page.getByText('Je voorstel ligt er.').first().waitFor()

    const karin = await house().enter('karin', '/', plain)
    await karin.page
      .getByRole('link', { name: /Bekijk het voorstel/ })
      .first()
      .click()
    expect(await karin.page.locator('.voorstel ins').first().innerText()).toContain('vanaf januari')
    await karin.page.getByRole('button', { name: 'Neem over' }).first().click()
    await karin.page.getByText('De woorden staan nu in de tekst.').first().waitFor()
    expect(await lies(id)).toBe(APPROACH.replace('daarna', 'vanaf januari'))
    expect(karin.page.url()).toContain(href)
    await bram.close()
    await karin.close()
  })

  it('with script: words that are selected are what one speaks of', async () => {
    const { id, href } = await goalWith(house().visit, 'Met script')
    const { page, complaints, close } = await house().enter('bram', href)
    const section = page.locator('section.praatvak', { hasText: 'Wisbordjes' })
    await section.locator('[data-text]').evaluate((element) => {
      const [words] = [element.firstChild as Text]
      const start = words.data.indexOf('denktijd')
      document.getSelection()?.setBaseAndExtent(words, start, words, start + 'denktijd'.length)
    })
    await section.getByText('‘denktijd’').waitFor()
    await section.getByRole('button', { name: 'Reageer', exact: true }).click()
    expect(await page.locator('.spreken .citaat').innerText()).toBe('denktijd')
    await page.fill('#speak-text', 'Hoe lang is dat?')
    await page.getByRole('button', { name: 'Plaats je reactie' }).click()
    await page.getByText('Je reactie staat erbij.').first().waitFor()
    expect(await page.locator('.gesprekje .citaat').innerText()).toBe('denktijd')
    expect(await lies(id)).toBe(APPROACH)
    expect(complaints).toEqual([])
    await close()
  })
})
