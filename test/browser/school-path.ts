import { readFileSync } from 'node:fs'
import type { Browser, Download, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { rewrite } from './writing-page.ts'

/** Long enough for a busy machine; a step that is right does not wait for it. */
export const SOON = { timeout: 30_000 }

/** Somebody with a browser of their own; `complaints` of policy or script fail a test. */
export type Someone = {
  readonly name: string
  readonly page: Page
  readonly script: boolean
  readonly complaints: string[]
  readonly url: string
}

/** Opens the first page, with script or without. */
export async function comeIn(browser: Browser, url: string, name: string, script: boolean): Promise<Someone> {
  const context = await browser.newContext({
    locale: 'nl-NL',
    reducedMotion: 'reduce',
    javaScriptEnabled: script,
  })
  context.setDefaultTimeout(SOON.timeout)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => {
    if (/Content Security Policy/.test(line.text())) complaints.push(line.text())
  })
  await page.goto(url)
  return { name, page, script, complaints, url }
}

export const press = (at: Page | Locator, name: string | RegExp) =>
  at.getByRole('button', { name }).first().click()
export const follow = (at: Page | Locator, name: string | RegExp) =>
  at.getByRole('link', { name }).first().click()
export const reads = (page: Page, text: string | RegExp) =>
  expect.poll(() => page.locator('main').first().innerText(), SOON).toMatch(text)
export const heading = (page: Page, text: string | RegExp) =>
  expect.poll(() => page.locator('h1').first().innerText(), SOON).toMatch(text)

/** The address of the plan at which somebody stands: 'http://…/plan/…'. */
export const planOf = ({ page, url }: Someone) => {
  const path = /\/plan\/[0-9a-f-]{36}/.exec(page.url())?.[0]
  if (!path) throw new Error(`no plan at ${page.url()}`)
  return `${url}${path}`
}

export async function seeTheTwoDoors({ page }: Someone) {
  expect(await page.locator('.deur h2').allInnerTexts()).toEqual([
    'Bekijk de voorbeeldschool',
    'Richt je eigen school in',
  ])
}

/** The school, its people, learning team and vision; ends where the plan begins. */
export async function setUpTheSchool({ page }: Someone) {
  await page.click('a[href="/setup"]')
  await page.getByLabel('Naam van de school').fill('De Wilg')
  await page.getByLabel('Je naam').fill('Karin')
  await page.getByLabel('Je e-mail').fill('karin@dewilg.example')
  await press(page, 'Verder')
  await page
    .locator('textarea[name="list"]')
    .fill(
      [
        'Petra; petra@dewilg.example; groep 6; leraar',
        'Youssef; youssef@dewilg.example; groep 7; leraar',
        'Paul; paul@dewilg.example; ; schoolleider',
      ].join('\n'),
    )
  await page.click('button[value="read"]')
  await page.click('button[value="store"]')
  await page.fill('textarea[name="learningTeams"]', 'Lezen: Petra, Youssef')
  await press(page, 'Bewaar en ga verder')
  await page.fill(
    'textarea[name="vision"]',
    [
      'Elk kind krijgt elke dag goede instructie.',
      'We leren van en met elkaar.',
      'Iedereen hoort erbij.',
    ].join('\n'),
  )
  await press(page, 'Bewaar en kijk na')
  await follow(page, 'Verder')
  await heading(page, 'Je school staat klaar')
}

export async function beginAnEmptyPlan({ page }: Someone) {
  await follow(page, 'Begin met een leeg plan')
  await page.click('form[action="/plan/new"] button')
  await heading(page, /^Begeleidingsplan/)
}

/** Last year's plan comes in from Word; what it says of colleagues waits for them. */
export async function beginFromWord({ page }: Someone, file: string) {
  await follow(page, 'Lees het Word-bestand in')
  await page.setInputFiles('#f-file', file)
  await press(page, 'Lees het plan in')
  await press(page, 'Neem mee als concept')
  await heading(page, /^Begeleidingsplan/)
  await reads(page, 'Uit Word kwamen mee: 3 principes, 4 doelen en 6 trajecten.')
}

/** Opens a card by its pen, in place with script and on a page of its own without. */
async function openCard({ page }: Someone, card: Locator): Promise<Locator> {
  await card.locator('a[data-pen]').first().click()
  const form = page.locator('form[data-writing]').first()
  await form.waitFor()
  return form
}

/** Writes in fields of an open card; with script every text is saved by itself before the card closes. */
export async function write(someone: Someone, form: Locator, texts: Record<string, string>) {
  for (const [field, text] of Object.entries(texts)) {
    const place = form.locator(`[data-field="${field}"]`)
    for (const fold of await form.locator('details:not([open])', { has: place }).all())
      await fold.locator('summary').first().click()
    // the editor comes to who goes to a text
    await place.locator('textarea:visible, [contenteditable="true"]').first().focus()
    if (someone.script) await rewrite(place.locator('[contenteditable="true"]'), text)
    else await place.locator('textarea').fill(text)
    if (someone.script) await isSaved(form)
  }
}

const isSaved = (form: Locator) =>
  expect.poll(() => form.locator('[data-status]').first().innerText(), SOON).toMatch(/^Bewaard om/)

async function closeCard({ page }: Someone, form: Locator) {
  await press(form, 'Bewaar en sluit')
  await expect.poll(() => page.locator('form[data-writing]').count(), SOON).toBe(0)
}

/** A general goal, from its title to its evaluation day, tied to a vision line. */
export async function writeAGoal(someone: Someone) {
  const { page } = someone
  await page.fill('#new-general-goal', 'Elke les begint met hetzelfde doel op het bord')
  await press(page.locator('form', { has: page.locator('#new-general-goal') }), 'Voeg toe')
  const form = page.locator('form[data-writing]').first()
  await form.waitFor()
  await write(someone, form, {
    approach: 'We kijken in tweetallen bij elkaar.',
    coordinatorEffort: 'Karin plant de bezoeken en kijkt zes keer mee.',
    evaluation: 'Met het team, aan de hand van wat we zagen.',
  })
  await form.locator('input[name="visionLineIds"]').first().check()
  await form
    .locator('input[name="onDay"]')
    .first()
    .fill(await aDayInTheYear(page))
  if (someone.script) await isSaved(form)
  await closeCard(someone, form)
  await reads(page, 'We kijken in tweetallen bij elkaar.')
  await expect
    .poll(() => page.locator('.doel', { hasText: 'Elke les begint' }).locator('.meta').innerText(), SOON)
    .toContain('hangt aan Goede instructie')
}

/** 1 February of the plan's year. */
async function aDayInTheYear(page: Page) {
  const year = /(\d{4})\D+\d{4}/.exec(await page.locator('h1').first().innerText())?.[1]
  return `${Number(year) + 1}-02-01`
}

export async function chooseAPrinciple(someone: Someone) {
  const { page } = someone
  await page.locator('#principles a[data-pen], #principles a.schrijf').first().click()
  await page.locator('select[name="preset"]').waitFor()
  const before = await page.locator('.principe').count()
  await page.selectOption('select[name="preset"]', { index: 1 })
  await page.click('button[value="add"]')
  await expect.poll(() => page.locator('.principe').count(), SOON).toBe(before + 1)
  await page.locator('#c-principles button[value="write"], button[value="write"]').first().click()
  await page.locator('button[value="write"]').waitFor({ state: 'detached' })
}

export async function giveEveryoneAPlace({ page }: Someone) {
  await press(page.locator('#places'), 'Geef iedereen een plek')
  await reads(page, 'Iedereen van het team en elk leerteam heeft een plek.')
}

/** Nobody mails: the administrator shows a link on the screen, and the colleague opens it. */
export async function letIn(browser: Browser, admin: Someone, name: string): Promise<Someone> {
  const { page } = admin
  const back = page.url()
  await page.goto(`${admin.url}/team`)
  await page.locator('main').getByRole('link', { name }).first().click()
  await follow(page, /Laat een link zien/)
  await press(page, 'Maak een link')
  const link = await page.locator('main code').innerText()
  expect(await page.locator('main svg[role="img"]').count()).toBe(1)
  await page.goto(back)
  const colleague = await comeIn(browser, admin.url, name, admin.script)
  await colleague.page.goto(link)
  await heading(colleague.page, name)
  await press(colleague.page.locator('main'), /Log in|Doe mee/)
  await colleague.page.locator('details.ik').waitFor()
  return colleague
}

export const cardOf = (page: Page, name: string) =>
  page.locator('#tracks details.traject', { has: page.locator('summary .naam', { hasText: name }) })

/** A teacher writes the own track and stands behind it. */
export async function writeTheOwnTrack(someone: Someone, goal: string) {
  const { page, name } = someone
  await page.goto(`${someone.url}/plan`)
  const form = await openCard(someone, cardOf(page, name))
  await write(someone, form, { goal, support: 'Karin kijkt twee keer mee.' })
  await closeCard(someone, form)
  await standBehind(someone)
}

async function standBehind({ page, name }: Someone) {
  await press(cardOf(page, name), 'Ik sta achter deze tekst')
  await reads(page, 'Het team leest je tekst nu mee.')
}

/** The coordinator proposes; nobody else sees it until the teacher takes it over. */
export async function propose(coordinator: Someone, name: string, goal: string) {
  const { page } = coordinator
  await page.goto(`${coordinator.url}/plan`)
  const card = cardOf(page, name)
  await card.locator('summary').first().click()
  await follow(card, /stel iets voor/)
  await follow(page.locator('main'), /Stel meer velden tegelijk voor/)
  await page.fill('textarea[name="text.goal"]', goal)
  await press(page, 'Leg voor')
  await reads(page, 'Je voorstel is verstuurd')
}

export async function acceptTheProposal(someone: Someone, goal: string) {
  const { page, name } = someone
  await page.goto(`${someone.url}/plan`)
  await press(cardOf(page, name), 'Neem over')
  await reads(page, 'De tekst staat nu in je traject.')
  await expect.poll(() => cardOf(page, name).innerText(), SOON).toContain(goal)
}

export async function seesToo(someone: Someone, text: string) {
  await someone.page.goto(`${someone.url}/plan`)
  expect(await someone.page.content()).toContain(text)
}

export async function seesNothingOf(someone: Someone, text: string) {
  await someone.page.goto(`${someone.url}/plan`)
  expect(await someone.page.content()).not.toContain(text)
}

/** The coordinator moves the plan to another phase, with a reason that stays with it. */
export async function movePlan({ page, url }: Someone, step: string, why: string) {
  await page.goto(`${url}/plan`)
  await page.goto(`${planOf({ page, url } as Someone)}/phase`)
  await page.getByLabel(step).check()
  await page.getByLabel('Waarom nu?').fill(why)
  await press(page, 'Zet deze stap')
  await reads(page, 'Het plan staat nu op')
}

/** The plan as a whole, and its goal apart. */
export async function putToTheTeam(someone: Someone) {
  const { page } = someone
  await page.goto(`${planOf(someone)}/decision`)
  await page.getByLabel(/Elke les begint/).check()
  await press(page, 'Open de ronde')
  await reads(page, 'Het ligt voor aan het team.')
}

export type Voice = {
  readonly answer: 'Ik geef consent' | 'Ik heb een zorg' | 'Ik heb een bezwaar'
  readonly words?: string
}

/** Gives an answer on what is put forward under this title. */
export async function speak(someone: Someone, title: RegExp, { answer, words }: Voice) {
  const { page } = someone
  await toDecision(someone, title)
  await page.getByRole('radio', { name: answer }).check()
  if (words)
    await page.locator(`textarea[name="${answer.endsWith('zorg') ? 'concern' : 'objection'}"]`).fill(words)
  await press(page, /mijn antwoord/)
  await reads(page, 'Jouw antwoord staat er')
}

async function toDecision(someone: Someone, title: RegExp) {
  const { page } = someone
  await page.goto(`${someone.url}/plan`)
  await page.goto(`${planOf(someone)}/decision`)
  await page.locator('main li', { hasText: title }).first().getByRole('link').first().click()
  await page.locator('.besluitkop').waitFor()
}

export async function closeTheRound(someone: Someone, title: RegExp) {
  await toDecision(someone, title)
  await press(someone.page, 'Sluit de ronde')
  await reads(someone.page, 'De ronde is gesloten.')
}

/** After an objection: another text, and the same people once more. */
export async function renewTheRound(someone: Someone, title: RegExp, approach: string) {
  const { page } = someone
  await toDecision(someone, title)
  await reads(page, 'bezwaar')
  await page.locator('#opnieuw > summary').click()
  await page.fill('#f-text-approach', approach)
  await page
    .getByLabel('Wat is er anders, en waarom?')
    .fill('De bezoeken gaan in overleg, en nooit onverwacht.')
  await press(page, 'Open de nieuwe ronde')
  await reads(page, 'De nieuwe ronde is open.')
}

/** Seals the plan; answers the fingerprint as it is shown. */
export async function adopt(someone: Someone): Promise<string> {
  const { page } = someone
  await page.goto(`${planOf(someone)}/decision`)
  await press(page, /^Verzegel versie/)
  await reads(page, 'Het plan is vastgesteld.')
  await reads(page, 'Versie 1.0 is verzegeld')
  return (await page.locator('.zegelvak .hash').innerText()).replace(/\s/g, '')
}

/** A colleague has the seal computed anew and takes the sealed text along. */
export async function checkTheFingerprint(someone: Someone): Promise<{ shown: string; json: Buffer }> {
  const { page } = someone
  await page.goto(`${someone.url}/plan`)
  await page.goto(`${planOf(someone)}/decision`)
  await follow(page, 'Controleer de vingerafdruk')
  await heading(page, /klopt$/)
  const [stored, computed] = await page.locator('.akte-dl .hash').allInnerTexts()
  expect(computed).toBe(stored)
  return { shown: (stored ?? '').replace(/\s/g, ''), json: await take(page, () => follow(page, /JSON/)) }
}

/** What a click brings onto this computer. */
export async function take(page: Page, click: () => Promise<void>): Promise<Buffer> {
  const coming: Promise<Download> = page.waitForEvent('download', SOON)
  await click()
  return readFileSync(await (await coming).path())
}

/** The plan for the team, in one of the forms on the page of exports. */
export async function takeOnPaper(someone: Someone, form: 'Word' | 'PDF' | 'JSON'): Promise<Buffer> {
  const { page } = someone
  await page.goto(`${planOf(someone)}/export`)
  return take(page, () => page.getByRole('link', { name: form, exact: true }).first().click())
}

/** Looks back on the first goal: in words, with what happens next. */
export async function lookBack(someone: Someone, { saw, next }: { saw: string; next: string }) {
  const { page } = someone
  await page.goto(`${planOf(someone)}/evaluation`)
  const article = page.locator('#k-doelen').locator('xpath=..').locator('article').first()
  await article.locator('summary', { hasText: /^Schrijf/ }).click()
  await write(someone, article.locator('form'), { saw, learned: 'Afspreken helpt.' })
  await article.getByLabel('Deels bereikt').check()
  await article.getByLabel(next).check()
  await press(article, 'Bewaar')
  await reads(page, saw)
  await reads(page, 'Bewaard.')
}

export async function beginNextYear(someone: Someone) {
  const { page } = someone
  await page.goto(`${planOf(someone)}/evaluation`)
  await press(page, /^Begin het plan van/)
  await heading(page, /^Begeleidingsplan/)
}
