import { expect } from 'vitest'
import { follow, heading, planOf, press, reads, SOON, type Someone } from './school-path.ts'
import { rewrite } from './writing-page.ts'

/** What people do in the course of a year, in their own browser; each act waits for what it leads to. */

const main = ({ page }: Someone) => page.locator('main').first()
const go = ({ page, url }: Someone, path: string) => page.goto(`${url}${path}`)

/** What Vandaag shows now; asked once it is there. */
export async function today(someone: Someone): Promise<string> {
  await go(someone, '/')
  await heading(someone.page, someone.name)
  return main(someone).innerText()
}

/** What asks for somebody on Vandaag. */
export async function asksOf(someone: Someone): Promise<string[]> {
  await go(someone, '/')
  await heading(someone.page, someone.name)
  return someone.page.locator('.nu h3').allInnerTexts()
}

/** Where Vandaag leads to with the question how a track that is quiet goes; null: it does not ask. */
export async function quietTrackOf(someone: Someone): Promise<string | null> {
  await go(someone, '/')
  await heading(someone.page, someone.name)
  const ask = someone.page.locator('.nu li', { hasText: 'Hoe gaat het met je traject?' })
  return (await ask.count()) === 0 ? null : ask.locator('a').first().getAttribute('href')
}

/** The knots on the year line, as a screen reader hears them. */
export async function yearLine(someone: Someone): Promise<string[]> {
  await go(someone, '/')
  return someone.page.locator('.jaarlijn ol li').allTextContents()
}

export async function layTheYear(someone: Someone) {
  const { page } = someone
  await go(someone, '/year/holidays')
  await page.getByLabel('Midden', { exact: true }).check()
  await press(page, 'Bewaar de regio')
  await reads(page, 'Bewaard.')
  await go(someone, '/year')
  await page.locator('main a[href^="/year/new"]').first().click()
  await heading(page, /^Leg .* neer/)
  await press(page, 'Leg neer')
  await reads(page, 'Startvergadering')
}

export async function beginThePlan(someone: Someone) {
  const { page } = someone
  await go(someone, '/plan/new')
  await page.click('form[action="/plan/new"] button')
  await heading(page, /^Begeleidingsplan/)
}

/** The team's word on how much of the coordinator's time goes to preventing. */
export async function setTheAim(someone: Someone) {
  const { page } = someone
  await page.goto(`${planOf(someone)}/budget`)
  await page.locator('input[name="aim"][value="67"]').check()
  const form = page.locator('form', { has: page.locator('input[name="aim"]') })
  await form.getByRole('button').last().click()
  await reads(page, 'Bewaard.')
}

/** The own track's steps, from Vandaag. */
export async function takeAStep(someone: Someone, { what, day }: { what: string; day: string }) {
  const { page } = someone
  await go(someone, '/')
  await follow(page.locator('main'), 'Zet een kleine stap')
  await page.getByLabel('Wat ga je doen?').first().fill(what)
  await page.getByLabel('Op welke dag?').first().fill(day)
  await press(page.locator('main'), 'Zet erbij')
  await reads(page, 'De stap staat erbij.')
}

/** Two taps from Vandaag, and a line of what was seen between them. */
export async function endTheStep(someone: Someone, saw: string) {
  const { page } = someone
  await go(someone, '/')
  await follow(page.locator('.nu'), /^Rond je stap af/)
  await page.locator('.stapeind input[name="saw"]:visible').first().fill(saw)
  await page.locator('.stapeind button[value="done"]:visible').first().click()
  await reads(page, 'Gedaan. Mooi.')
}

export async function offerToTakeOver(someone: Someone, startsAt: string) {
  const { page } = someone
  await go(someone, '/visits')
  const form = page.locator('form#offer')
  for (const fold of await page.locator('details:not([open])', { has: form }).all())
    await fold.locator('summary').first().click()
  await form.locator('[name="startsAt"]').fill(startsAt)
  await press(form, 'Bied aan')
  await expect.poll(() => main(someone).innerText(), SOON).not.toContain('Dit is nog niet aangeboden.')
  await reads(page, /09[.:]30/)
}

/** Asks a colleague to come and look there, at the moment at which somebody takes the class over. */
export async function askToLook(someone: Someone, host: string) {
  const { page } = someone
  await go(someone, '/visits/new')
  const colleague = page.locator('select[name="who"] option', { hasText: host })
  await page.locator('select[name="who"]').selectOption((await colleague.getAttribute('value')) ?? '')
  await page.locator('input[name="moment"]').first().check()
  await press(page.locator('form#ask'), 'Vraag het')
  await expect.poll(() => page.url(), SOON).toMatch(/\/visits\/[0-9a-f-]{36}/)
}

/** From Vandaag: yes. */
export async function letsCome(someone: Someone, who: string) {
  const { page } = someone
  await go(someone, '/')
  await follow(page.locator('.nu li', { hasText: who }), /Geef antwoord/)
  await press(page.locator('main'), 'Ja, kom maar')
  await expect.poll(() => page.locator('main button', { hasText: 'Ja, kom maar' }).count(), SOON).toBe(0)
}

/** Two taps: a question of a colleague, half an hour. */
export async function logHalfAnHour(someone: Someone) {
  const { page } = someone
  await go(someone, '/time')
  await page.locator('label.keuze', { has: page.locator('input[value="question"]') }).click()
  await page.locator('button[name="length"][value="30"]').click()
  await reads(page, /Bewaard: .*30 min/)
}

export async function promiseToShare(someone: Someone, what: string) {
  const { page } = someone
  await page.goto(`${planOf(someone)}/yields`)
  const form = page.locator('form#promise')
  await form.getByLabel('Wat laat je zien of vertel je?').fill(what)
  await form.getByLabel('Met wie?').fill('de bovenbouw')
  await press(form, 'Spreek dit af')
  await reads(page, 'Afgesproken.')
}

/** A promise that is kept, made a piece of the shelf; answers the address of the piece. */
export async function shareOnTheShelf(
  someone: Someone,
  { came, title, better }: { came: string; title: string; better: string },
): Promise<string> {
  const { page } = someone
  await page.goto(`${planOf(someone)}/yields`)
  const form = page.locator('form[id^="end-"]').first()
  for (const fold of await page.locator('details:not([open])', { has: form }).all())
    await fold.locator('summary').first().click()
  await form.locator('[name="cameOf"]').fill(came)
  await form.locator('button[value="done"]').click()
  await reads(page, 'Bijgewerkt.')
  await press(page.locator('main'), /^Maak er een stuk van/)
  await page.locator('input[name="title"]').fill(title)
  const words = page.locator('[data-field="better"]')
  await words.locator('textarea:visible, [contenteditable="true"]').first().focus()
  if (!someone.script) await words.locator('textarea').fill(better)
  else {
    await rewrite(words.locator('[contenteditable="true"]'), better)
    await expect.poll(() => page.locator('[data-status]').first().innerText(), SOON).toMatch(/^Bewaard om/)
  }
  await press(page.locator('main form').first(), 'Leg op de plank')
  await reads(page, 'Het ligt op de plank.')
  return new URL(page.url()).pathname
}

export async function findOnTheShelf(someone: Someone, word: string): Promise<string> {
  await go(someone, `/shelf?q=${encodeURIComponent(word)}`)
  return main(someone).innerText()
}

/** Into the first goal or track of the plan that this person may fill. */
export async function takeIntoThePlan(someone: Someone, piece: string) {
  const { page } = someone
  await go(someone, piece)
  const form = page.locator('#meenemen form', { hasText: 'Neem mee' }).first()
  await form.locator('select').selectOption({ index: 1 })
  await press(form, 'Neem mee')
  await reads(page, 'Meegenomen.')
}

export const statusOf = async (someone: Someone, path: string) => (await go(someone, path))?.status() ?? 0
