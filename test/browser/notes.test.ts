import { chromium, type Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { type NoteVisit, visitNotes } from '../note-visit.ts'
import { proofCodeIn } from '../own-proof.ts'
import { CHROMIUM, type ServedHouse, servedHouse } from './plan-house.ts'

const SECRET = 'Ik durf nog niet voor de groep te oefenen.'

/** Everything that a site can leave behind in a browser. */
const leftBehind = (page: Page) =>
  page.evaluate(async () => {
    const databases: string[] = []
    for (const { name = '' } of await indexedDB.databases()) databases.push(name)
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases, await caches.keys()])
  })

const write = async (page: Page, text: string) => {
  await page.fill('#f-text', text)
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByText('Je notitie is bewaard.').first().waitFor()
}

async function proveByMail(page: Page, { visit }: ServedHouse<NoteVisit>) {
  await page.getByRole('button', { name: 'Stuur mij een code' }).click()
  await page.locator('#f-code').waitFor()
  await page.fill('#f-code', (await proofCodeIn(visit.db)) ?? '')
  await page.getByRole('button', { name: 'Ga verder' }).click()
  await page.locator('#f-text').waitFor()
}

describe.skipIf(!CHROMIUM)('working notes', () => {
  const house = servedHouse(visitNotes)

  it('are written without script, from the card to the saved note', async () => {
    const served = house()
    const { page, close } = await served.enter('anouk', served.visit.href, { javaScriptEnabled: false })
    await page.getByRole('link', { name: 'Werknotities: alleen jij' }).click()
    await proveByMail(page, served)
    await write(page, 'Zonder script')
    await page.getByRole('button', { name: 'Sluit mijn notities' }).click()
    await page.getByRole('link', { name: 'Werknotities: alleen jij' }).click()
    const heading = () => page.getByRole('heading', { level: 1 }).textContent()
    await expect.poll(heading).toBe('Laat even zien dat jij het bent')
    await close()
  })

  it('open from a card that was unfolded, as a page of their own', async () => {
    const served = house()
    const { page, complaints, close } = await served.enter('anouk', served.visit.href)
    await page.getByRole('link', { name: 'Werknotities: alleen jij' }).click()
    await page.getByRole('heading', { level: 1, name: 'Laat even zien dat jij het bent' }).waitFor()
    await page.waitForURL(/\/account\/proof/)
    expect(complaints).toEqual([])
    await close()
  })

  it.each([true, false])(
    'do not come back by going back once they are closed (script: %s)',
    async (script) => {
      const served = house()
      const { page, close } = await served.enter('anouk', served.visit.href, { javaScriptEnabled: script })
      await page.goto(served.url + served.visit.notes)
      await proveByMail(page, served)
      await write(page, SECRET)
      await page.getByRole('button', { name: 'Sluit mijn notities' }).click()
      await page.waitForURL(/\/plan\/[^/]+(#|$)/)
      // the address is there a moment before the page
      await page.locator('.planvak').waitFor()
      await page.goBack()
      await page.getByRole('heading', { level: 1, name: 'Laat even zien dat jij het bent' }).waitFor()
      expect(await page.content()).not.toContain('durf')
      await close()
    },
  )

  it('do not come back from the pages that a browser keeps: closed, or signed out', async () => {
    const served = house()
    const browser = await chromium.launch({
      executablePath: CHROMIUM ?? '',
      args: ['--no-sandbox', '--enable-features=BackForwardCache'],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    })
    const { page, close } = await served.enter('anouk', served.visit.href)
    const kept = await browser.newContext({ locale: 'nl-NL' })
    await kept.addCookies(await page.context().cookies())
    const tab = await kept.newPage()
    await tab.goto(served.url + served.visit.notes)
    await proveByMail(tab, served)
    await write(tab, SECRET)
    const plainly = async (form: string) => {
      await tab.goto(served.url + served.visit.notes)
      await tab.evaluate((found) => {
        const plain = document.querySelector<HTMLFormElement>(found)
        if (plain) Object.assign(plain.dataset, { turbo: 'false' })
        plain?.submit()
      }, form)
      await tab.waitForURL((address) => !address.pathname.endsWith('/notes'))
      await tab.goBack({ waitUntil: 'commit' })
      await tab.locator('#own-proof, #f-address').first().waitFor()
      expect(await tab.content()).not.toContain('durf')
    }
    await plainly('form:has([value="close"])')
    await proveByMail(tab, served)
    await plainly('form[action="/sign-out"]')
    await browser.close()
    await close()
  })

  it('open with the passkey of the person, and leave nothing on the device', async () => {
    const served = house()
    const { page, complaints, close } = await served.enter('anouk', '/account')
    // A passkey is bound to a name, not to a number.
    const url = served.url.replace('127.0.0.1', 'localhost')
    const [session] = (await page.context().cookies()).filter(({ name }) => name === 'session')
    await page.context().addCookies([{ name: 'session', value: session?.value ?? '', url }])
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await page.goto(`${url}/account`)
    await page.getByRole('button', { name: 'Voeg dit apparaat toe' }).click()
    await page.getByText('Je passkey is toegevoegd.').first().waitFor()
    await page.goto(url + served.visit.notes)
    await page.getByRole('button', { name: 'Gebruik mijn passkey' }).click()
    await page.locator('#f-text').waitFor()
    expect(new URL(page.url()).pathname).toBe(served.visit.notes)
    await write(page, SECRET)
    await page.fill('#f-text', 'half getypt, en dan weg')
    await page.goto(`${url}/account`)
    const left = await leftBehind(page)
    for (const words of ['durf', 'half getypt']) expect(left).not.toContain(words)
    await page.goBack()
    await page.locator('#f-text').waitFor()
    expect(await page.inputValue('#f-text')).toBe('')
    await page.goto(`${url}/account`)
    await page.evaluate(() => fetch('/sign-out', { method: 'POST' }).then(() => undefined))
    await page.goBack()
    await page.locator('#f-address').waitFor()
    expect(await page.content()).not.toContain('durf')
    expect(complaints).toEqual([])
    await close()
  })

  it('typed while the proof was given back in another window come along through the refusal', async () => {
    const served = house()
    const { page, close } = await served.enter('anouk', served.visit.notes)
    await proveByMail(page, served)
    await page.fill('#f-text', 'Net bedacht')
    const other = await page.context().newPage()
    await other.goto(served.url + served.visit.notes)
    await other.getByRole('button', { name: 'Sluit mijn notities' }).click()
    await other.waitForURL(/\/plan\/[^/]+(#|$)/)
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await page.locator('#dicht').waitFor()
    expect(await page.inputValue('#f-text')).toBe('Net bedacht')
    await close()
  })
})
