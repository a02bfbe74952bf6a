import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Entered } from './plan-house.ts'

/** Long enough for a busy machine; a step that is right does not wait for it. */
export const SOON = { timeout: 30_000 }

/** Somebody in the meeting, on a phone, at the wall or at the desk. Without script a page is asked for by hand. */
export type Someone = {
  readonly name: string
  readonly page: Page
  readonly script: boolean
  readonly complaints: readonly string[]
}

export const someone = (name: string, { page, complaints }: Entered, script = true): Someone => {
  page.context().setDefaultTimeout(SOON.timeout)
  return { name, page, script, complaints }
}

/** What the main part of the page says, as one line. */
export const words = async ({ page }: Someone) =>
  (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')

/** Waits until the page says so: by itself, or for who has no script after asking for it again. */
export async function sees(who: Someone, text: string | RegExp) {
  const look = async () => {
    if (!who.script) await who.page.reload()
    return words(who)
  }
  await expect.poll(look, { ...SOON, message: `${who.name} sees ${text}` }).toMatch(text)
}

export async function seesNot(who: Someone, text: string | RegExp) {
  expect(await words(who), `${who.name} sees not ${text}`).not.toMatch(text)
}

/** A button by its words; what a screen reader hears after them is left aside. */
export const button = (at: Page | Locator, name: string | RegExp) =>
  at.getByRole('button', { name: typeof name === 'string' ? new RegExp(`^${name}`) : name }).first()

/** Presses a button, once it is there. */
export async function press(who: Someone, name: string | RegExp) {
  if (!who.script) await waitFor(who, name)
  await button(who.page, name).click()
}

async function waitFor(who: Someone, name: string | RegExp) {
  const isThere = async () => {
    await who.page.reload()
    return button(who.page, name).count()
  }
  await expect.poll(isThere, { ...SOON, message: `${who.name} can press ${name}` }).toBeGreaterThan(0)
}

/** Opens what is folded, if it is. */
export async function unfold({ page }: Someone, summary: string | RegExp) {
  const fold = page.locator('details:not([open]) > summary').filter({ hasText: summary })
  if ((await fold.count()) > 0) await fold.first().click()
}

type Spoken = { readonly answer: 'consent' | 'concern' | 'objection'; readonly why?: string }

/** Gives an answer on the phone in the round that is open. */
export async function speak(who: Someone, { answer, why }: Spoken) {
  const form = who.page.locator('form[id^="voice-"]')
  if (!who.script) await waitFor(who, 'Geef mijn antwoord')
  await form.locator(`input[name="answer"][value="${answer}"]`).check()
  if (why) await form.locator(`textarea[name="${answer}"]`).fill(why)
  await button(who.page, 'Geef mijn antwoord').click()
  await sees(who, /Jouw antwoord|Je antwoord is binnen/)
}

export async function everybody(people: readonly Someone[], spoken: Spoken) {
  for (const who of people) await speak(who, spoken)
}

/** Whoever leads takes an item through its stages, until its round is open. */
export async function openRound(board: Someone) {
  for (const stage of ['Naar de vragen', 'Naar de reacties', 'Naar het besluit', 'Open de ronde'])
    await press(board, stage)
}

/** Asks first how many are still to be heard, and closes. */
export async function closeRound(board: Someone, heard: string | RegExp) {
  await board.page.locator('summary').filter({ hasText: 'Sluit de ronde' }).click()
  await sees(board, heard)
  await press(board, 'Ja, sluit de ronde')
}

/** A text box under its label. */
export async function write({ page }: Someone, label: string | RegExp, text: string) {
  await page.getByLabel(label).first().fill(text)
}
