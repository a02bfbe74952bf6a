import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { cookiesOf, signIn } from './bench/served.ts'

const BOARD = { width: 1920, height: 1080 }
const PHONE = { width: 390, height: 844 }
const JPEG = { type: 'jpeg', quality: 72 } as const

type Place = { readonly browser: Browser; readonly url: string; readonly folder: string }

/** The team meeting of the demo school: the board with a closed round and an objection, and a phone in that round. */
export async function takeMeeting(place: Place) {
  const board = await enter(place, 'karin', BOARD)
  await board.goto(`${place.url}/meetings`)
  const meeting = await board.locator('main a[href^="/meeting/"]').first().getAttribute('href')
  await board.goto(`${place.url}${meeting}/board`)
  await board.getByRole('button', { name: 'Open de vergadering' }).click()
  await board.getByRole('button', { name: 'Begin met punt 1' }).click()
  await board.getByRole('button', { name: 'Volgende punt' }).click()
  for (const step of ['Naar de vragen', 'Naar de reacties', 'Naar het besluit', 'Open de ronde']) {
    await board.getByRole('button', { name: step }).click()
    // The page before it can have the next step too, as a way to skip.
    await board.getByRole('button', { name: step }).waitFor({ state: 'detached' })
  }
  await board.locator('summary', { hasText: 'Sluit de ronde' }).waitFor()
  await answers(place, String(meeting))
  await board.locator('summary', { hasText: 'Sluit de ronde' }).click()
  await board.getByRole('button', { name: 'Ja, sluit de ronde' }).click()
  await board.getByRole('link', { name: 'Pas de tekst aan' }).waitFor()
  await board.waitForTimeout(1_000)
  await board.screenshot({ path: join(place.folder, 'board.jpg'), ...JPEG })
}

/** Two answer on their phones, nine put up a hand, and Bram has an objection: his phone is the picture. */
async function answers(place: Place, meeting: string) {
  const path = `${meeting}/phone`
  await answer(await phoneOf(place, 'paul', path), 'Ik geef consent')
  await answer(await phoneOf(place, 'anouk', path), 'Ik heb een zorg')
  const bram = await phoneOf(place, 'bram', path)
  await bram.getByLabel('Ik heb een bezwaar').check()
  await bram.locator('textarea:visible').fill('In groep 4 hebben we hier nog geen goede les voor.')
  await bram.screenshot({ path: join(place.folder, 'meeting-phone.jpg'), ...JPEG })
  await bram.getByRole('button', { name: 'Geef mijn antwoord' }).click()
  await bram.getByText('Je antwoord is binnen').first().waitFor()
  const desk = await enter(place, 'karin', PHONE)
  await desk.goto(`${place.url}${meeting}/desk`)
  await desk.locator('summary', { hasText: 'Handen of papieren tellen' }).click()
  await desk.locator('input[name="for"]').fill('9')
  await desk.getByRole('button', { name: 'Leg de telling vast' }).click()
  await desk.getByText('12 deden mee').first().waitFor()
}

async function phoneOf(place: Place, who: string, path: string) {
  const page = await enter(place, who, PHONE)
  await page.goto(`${place.url}${path}`)
  return page
}

async function answer(page: Page, label: string) {
  await page.getByLabel(label).check()
  await page.getByRole('button', { name: 'Geef mijn antwoord' }).click()
  await page.getByText('Je antwoord is binnen').first().waitFor()
  await page.close()
}

async function enter({ browser, url }: Place, who: string, viewport: typeof BOARD): Promise<Page> {
  const page = await browser.newPage({ viewport, locale: 'nl-NL' })
  await page.context().addCookies(cookiesOf(await signIn(url, who), url))
  return page
}
