import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../app/plan/entry.ts'
import { addGoal, entryNow } from '../plan-visit.ts'
import { CHROMIUM, planHouse } from './plan-house.ts'
import { editor, rewrite, SOON, status, words } from './writing-page.ts'

const tool = (page: Page, field: string, act: string) =>
  page.locator(`auto-save[data-field="${field}"] [role="toolbar"] [data-act="${act}"]`)

/** Puts something on the clipboard as Word does, and pastes it. */
const paste = (page: Page, field: string, html: string) =>
  editor(page, field).evaluate((element, given) => {
    const data = new DataTransfer()
    data.setData('text/html', given)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, html)

describe.skipIf(!CHROMIUM)('the editor of a text, in a browser', () => {
  const house = planHouse()
  const goal = (title: string) => addGoal(house().visit, title)
  const card = (id: string) => `${house().visit.href}?edit=${id}`
  const lies = async (id: Parameters<typeof entryNow>[1], field: 'title' | 'approach') =>
    textOf(await entryNow(house().visit, id), field)

  it('is opened, written in and closed with the keyboard alone', async () => {
    const id = await goal('Met het toetsenbord')
    const { page, complaints, close } = await house().enter('karin', house().visit.href)
    await page.locator(`#e-${id} a[data-pen]`).focus()
    await page.keyboard.press('Enter')
    await editor(page, 'title').waitFor()
    await expect
      .poll(() => editor(page, 'title').evaluate((one) => one === document.activeElement), SOON)
      .toBe(true)
    await page.keyboard.type(', elke dag')
    // back to the buttons, along them with the arrows, and to the text again
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Shift+Tab')
    expect(await tool(page, 'title', 'bold').evaluate((one) => one === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    expect(await tool(page, 'title', 'italic').getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.press('Escape')
    expect(await page.locator('form[data-writing]').count()).toBe(1)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('form[data-writing]').count(), SOON).toBe(0)
    expect(await lies(id, 'title')).toBe('*Met het toetsenbord, elke dag*')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-pen')), SOON)
      .toBe(true)
    expect(complaints).toEqual([])
    await close()
  })

  it('is called what the text area was called, and Tab goes on to the next field', async () => {
    const id = await goal('Namen')
    const { page, close } = await house().enter('karin', card(id))
    await editor(page, 'approach').waitFor()
    const box = page.getByRole('textbox', { name: 'Aanpak' })
    expect(await box.getAttribute('aria-multiline')).toBe('true')
    expect(await page.locator(`#${await describedBy(page)}`).textContent()).toContain('Wat gaan we doen')
    await box.click()
    await page.keyboard.type('- punt')
    await page.keyboard.press('Tab')
    expect(await box.evaluate((one) => one.contains(document.activeElement))).toBe(false)
    await page.locator('label', { hasText: 'Aanpak' }).first().click()
    expect(await box.evaluate((one) => one === document.activeElement)).toBe(true)
    await close()
  })

  const describedBy = async (page: Page) =>
    (await editor(page, 'approach').getAttribute('aria-describedby'))?.split(' ')[0] ?? ''

  it('makes bold, lists and links, and stores them in their written form', async () => {
    const id = await goal('Opmaak')
    const { page, close } = await house().enter('karin', card(id))
    await editor(page, 'approach').click()
    await page.keyboard.type('Wij ')
    await page.keyboard.press('Control+b')
    await page.keyboard.type('samen')
    await page.keyboard.press('Control+b')
    await page.keyboard.press('Enter')
    await tool(page, 'approach', 'numbers').click()
    await page.keyboard.type('kijken')
    await page.keyboard.press('Enter')
    await page.keyboard.type('praten')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Lees ')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('javascript:alert(1)')
    await page.keyboard.press('Enter')
    const wrong = page.locator('auto-save[data-field="approach"] [data-wrong]')
    expect(await wrong.textContent()).toContain('Dit is geen adres van een pagina.')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('school.nl/lezen')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => lies(id, 'approach'), SOON)
      .toBe('Wij **samen**\n\n1. kijken\n2. praten\n\nLees [school.nl/lezen](https://school.nl/lezen)')
    await close()
  })

  it('closes with one click on a narrow screen, where the buttons of a field have a row of their own', async () => {
    const id = await goal('Op de telefoon')
    const { page, close } = await house().enter('karin', card(id))
    await page.setViewportSize({ width: 360, height: 780 })
    await editor(page, 'approach').click()
    await page.locator('auto-save[data-field="approach"][data-here]').waitFor()
    await page.locator('form[data-writing]').getByRole('button', { name: 'Bewaar en sluit' }).click()
    await expect.poll(() => page.locator('form[data-writing]').count(), SOON).toBe(0)
    await close()
  })

  it('takes from Word only what a text may hold', async () => {
    const id = await goal('Uit Word')
    const { page, complaints, close } = await house().enter('karin', card(id))
    await editor(page, 'approach').click()
    await paste(
      page,
      'approach',
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body>
      <h1 style="color:red">Aanpak</h1>
      <p class=MsoNormal onclick="alert(1)" style="font-size:30pt"><span style="color:red;font-weight:bold">Elke dag</span> lezen
        <a href="javascript:alert(1)">hier</a> <a href="https://school.nl">daar</a></p>
      <p class=MsoListParagraphCxSpFirst style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;
        </span></span>boek mee</p>
      <p class=MsoListParagraphCxSpLast style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;
        </span></span>stil lezen</p>
      <table><tr><td>cel</td></tr></table><img src="file:///c:/kind.png" onerror="alert(1)">
      <script>alert(1)</script></body></html>`,
    )
    await expect
      .poll(() => lies(id, 'approach'), SOON)
      .toBe('Aanpak\n\n**Elke dag** lezen hier [daar](https://school.nl)\n\n- boek mee\n- stil lezen\n\ncel')
    const html = await editor(page, 'approach').innerHTML()
    expect(html).not.toMatch(/style=|javascript:|<img(?! class="ProseMirror-separator")|<h1|<table/)
    expect(complaints).toEqual([])
    await close()
  })

  it('gives a thought while one writes, and takes it back', async () => {
    const id = await goal('Samen')
    const { page, close } = await house().enter('karin', card(id))
    await rewrite(editor(page, 'approach'), 'Ik bereid de lessen voor voor de leraar.')
    const hint = page.locator('.veldrij', { has: editor(page, 'approach') }).locator('[data-writing-hint]')
    await expect.poll(() => hint.allTextContents(), SOON).toHaveLength(1)
    expect(await hint.textContent()).toContain('met de leraar')
    await rewrite(editor(page, 'approach'), 'Ik bereid de lessen voor met de leraar.')
    await expect.poll(() => hint.count(), SOON).toBe(0)
    await close()
  })

  it('loses no key that is typed while it is on its way', async () => {
    const id = await goal('Snel')
    const { page, close } = await house().enter('karin', house().visit.href)
    await page.route('**/together-*.js', async (route) => {
      await new Promise((done) => setTimeout(done, 700))
      await route.continue()
    })
    await page.click(`#e-${id} a[data-pen]`)
    await page.locator('auto-save[data-field="approach"] textarea').click()
    await page.keyboard.type('Niets raakt kwijt terwijl ik gewoon door blijf schrijven.', { delay: 30 })
    await expect
      .poll(() => words(page, 'approach'), SOON)
      .toBe('Niets raakt kwijt terwijl ik gewoon door blijf schrijven.')
    await expect
      .poll(() => lies(id, 'approach'), SOON)
      .toBe('Niets raakt kwijt terwijl ik gewoon door blijf schrijven.')
    await close()
  })

  it('puts back the text from before this sitting, and saves that', async () => {
    const id = await goal('Terug naar toen')
    const { page, close } = await house().enter('karin', card(id))
    await rewrite(editor(page, 'title'), 'Iets heel anders')
    await expect.poll(() => lies(id, 'title'), SOON).toBe('Iets heel anders')
    await page.click('auto-save[data-field="title"] [data-undo]')
    await expect.poll(() => lies(id, 'title'), SOON).toBe('Terug naar toen')
    await close()
  })

  it('closes only when the server has stored what was typed last', async () => {
    const id = await goal('Klaar')
    const { page, close } = await house().enter('karin', card(id))
    await rewrite(editor(page, 'approach'), 'Net nog getypt.')
    await page.click('text=Bewaar en sluit')
    await expect.poll(() => page.locator('form[data-writing]').count(), SOON).toBe(0)
    expect(await lies(id, 'approach')).toBe('Net nog getypt.')
    await close()
  })

  it('sends the text with the card when only its own connection is lost', async () => {
    const id = await goal('Alleen de lijn')
    const { page, close } = await house().enter('karin', house().visit.href)
    let cut = async () => {}
    await page.routeWebSocket(/\/writing$/, (socket) => {
      socket.connectToServer()
      cut = () => socket.close()
    })
    await page.click(`#e-${id} a[data-pen]`)
    await editor(page, 'approach').waitFor()
    await page.routeWebSocket(/\/writing$/, (socket) => socket.close())
    await cut()
    await rewrite(editor(page, 'approach'), 'Langs een andere weg.')
    await expect.poll(() => status(page), SOON).toContain('Geen verbinding')
    await page.click('text=Bewaar en sluit')
    await expect.poll(() => page.locator('form[data-writing]').count(), SOON).toBe(0)
    expect(await lies(id, 'approach')).toBe('Langs een andere weg.')
    await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length), SOON).toBe(0)
    await close()
  })

  it('has no barrier, in light and dark, narrow and wide', async () => {
    const id = await goal('Zonder drempels')
    const { page, close } = await house().enter('karin', card(id))
    await editor(page, 'approach').click()
    await page.keyboard.type('Een lijst:')
    await tool(page, 'approach', 'link').click()
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      for (const button of await page.locator('[role="toolbar"]:visible button').all()) {
        const box = await button.boundingBox()
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
      }
    }
    await close()
  })
})
