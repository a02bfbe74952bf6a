import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { PersonId, QuestionId } from '../../app/kernel/id.ts'
import { NOW } from '../cast.ts'
import { CHROMIUM, type Entered, servedHouse } from './plan-house.ts'
import { askedBefore, questionTeam } from './question-team.ts'
import { follow, press, reads, SOON } from './school-path.ts'

const PHONE = { viewport: { width: 360, height: 780 } }
const MAIN = (page: Page) => page.locator('main').first()
const SENTENCE = 'Hoe houd ik de uitleg kort?'

/** The page of a question, once it is there; its id from the address. */
async function atItsPage(page: Page): Promise<QuestionId> {
  await page.waitForURL(/\/questions\/[0-9a-f-]{36}/, SOON)
  // the address is there a moment before the page
  await page.locator('#trede-1').waitFor()
  return /[0-9a-f-]{36}/.exec(new URL(page.url()).pathname)?.[0] as QuestionId
}

/** Writes a sentence of a rung and sees that it is kept: by itself with script, by its button without. */
async function writes(page: Page, rung: 1 | 2 | 3, field: 'idea' | 'saw', text: string, script: boolean) {
  const form = page.locator(`#trede-${rung}`)
  await form.locator(`textarea[name="text.${rung}.${field}"]`).fill(text)
  if (script) await expect.poll(() => form.locator('[data-status]').innerText(), SOON).toMatch(/Bewaard/)
  else {
    await press(form, 'Bewaar')
    await reads(page, 'Bewaard.')
  }
}

/** Chooses one colleague to ask and nobody else: one who is offered, or by name. */
async function choose(page: Page, person: PersonId) {
  const form = page.locator('#ask-form')
  await form.waitFor()
  for (const box of await form.locator('input[name="colleague"]:checked').all())
    await box.uncheck({ force: true })
  const offered = form.locator(`input[name="colleague"][value="${person}"]`)
  if ((await offered.count()) > 0) await offered.check({ force: true })
  else await form.locator('select[name="else"]').selectOption(person)
}

/** The sentence where one goes on has the focus and is in sight. */
const isBegunAt = (page: Page, field: string) =>
  expect
    .poll(
      () =>
        page.evaluate(() => {
          const box = document.activeElement?.getBoundingClientRect()
          const isInSight = box !== undefined && box.top >= 0 && box.bottom <= innerHeight
          return [document.activeElement?.getAttribute('name'), isInSight]
        }),
      SOON,
    )
    .toEqual([`text.${field}`, true])

const isPhone = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)

describe.skipIf(!CHROMIUM)('questions', () => {
  const house = servedHouse(questionTeam, { from: NOW })
  const enter = (key: Parameters<ReturnType<typeof house>['enter']>[0], path: string, script = true) =>
    house().enter(key, path, { ...PHONE, javaScriptEnabled: script })
  const leave = async (...everyone: readonly Entered[]) => {
    for (const { complaints, close } of everyone) {
      expect(complaints).toEqual([])
      await close()
    }
  }

  it.each([
    { how: 'with script', script: true, asker: 'petra', sentence: SENTENCE },
    { how: 'without script', script: false, asker: 'lotte', sentence: 'Hoe maak ik de uitleg korter?' },
  ] as const)('goes up three rungs on a phone, $how', async (given) => {
    const { script, asker, sentence } = given
    const hers = await enter(asker, '/questions', script)
    const { page } = hers
    await page.locator('#nieuw textarea[name="text"]').fill(sentence)
    await press(MAIN(page), 'Zet je vraag neer')
    const id = await atItsPage(page)
    await isPhone(page)
    if (script) await isBegunAt(page, '1.idea')
    await writes(page, 1, 'idea', 'Na tien minuten aan het werk.', script)
    await writes(page, 1, 'saw', 'De helft wist nog niet hoe.', script)

    await choose(page, house().visit.cast.people.youssef)
    await press(page.locator('#ask'), /^Vraag/)
    await reads(page, 'Gevraagd. Zodra er een antwoord is')
    const his = await enter('youssef', '/', script)
    await follow(MAIN(his.page), /Bekijk de vraag/)
    await reads(his.page, sentence)
    await press(MAIN(his.page), 'Ja, ik denk mee')
    await reads(his.page, 'Fijn dat je meedenkt')
    await page.goto(`${house().url}/questions/${id}`)
    await reads(page, 'Denkt met je mee.')
    await writes(page, 2, 'idea', 'Eerst een voorbeeld, dan pas de uitleg.', script)
    await writes(page, 2, 'saw', 'Bijna iedereen kon beginnen.', script)

    const karin = await enter('karin', '/questions/tray', script)
    expect(await MAIN(karin.page).innerText()).not.toContain(sentence)
    await press(MAIN(page), /^Vraag Karin mee te kijken/)
    await reads(page, 'Gevraagd. Je hoeft er niets aan toe te voegen.')
    await karin.page.goto(`${house().url}/questions/tray`)
    await reads(karin.page, sentence)
    await reads(karin.page, 'Eerst een voorbeeld, dan pas de uitleg.')
    await isPhone(karin.page)
    await leave(hers, his, karin)
  })

  it('takes no for an answer: no reason, no reading on, and not offered again', async () => {
    const { db, cast } = house().visit
    const id = await askedBefore(db, cast, 'samira', { text: 'Hoe begin ik na de pauze?' })
    const hers = await enter('samira', `/questions/${id}/ask`)
    await choose(hers.page, cast.people.bram)
    await press(hers.page.locator('#ask'), /^Vraag/)
    await reads(hers.page, 'Gevraagd.')
    const his = await enter('bram', `/questions/${id}/answer`)
    await reads(his.page, 'Je hoeft niet te zeggen waarom.')
    expect(
      await his.page
        .locator('main')
        .getByLabel(/waarom|reden/i)
        .count(),
    ).toBe(0)
    await press(MAIN(his.page), 'Nu even niet')
    await reads(his.page, 'Je collega ziet alleen dat je nu niet kunt.')
    const answer = await his.page.goto(`${house().url}/questions/${id}`)
    expect(answer?.status()).toBe(404)
    await hers.page.goto(`${house().url}/questions/${id}/ask`)
    await reads(hers.page, 'Kan nu niet.')
    expect(await hers.page.locator(`#ask-form [value="${cast.people.bram}"]`).count()).toBe(0)
    expect(await hers.page.locator('input[name="colleague"]').count()).toBeGreaterThan(0)
    await leave(hers, his)
  })

  it.each([
    { how: 'with script', script: true, asker: 'sem' },
    { how: 'without script', script: false, asker: 'noor' },
  ] as const)('goes past the ladder in one tap when it is too heavy, $how', async (given) => {
    const { script, asker } = given
    const name = asker === 'sem' ? 'Sem' : 'Noor'
    const someone = await enter(asker, '/', script)
    await press(someone.page.locator('#zwaar'), /^Vraag Karin om te komen/)
    await reads(someone.page, 'Nog niemand heeft gezegd dat het gezien is.')
    const karin = await enter('karin', '/', script)
    const [first] = await karin.page.locator('.nu h3').allInnerTexts()
    expect(first).toBe(`${name} vraagt of je komt`)
    await follow(MAIN(karin.page), /Geef antwoord/)
    await press(MAIN(karin.page).locator('.oproep', { hasText: name }), 'Ik zie het')
    await reads(karin.page, 'Je collega ziet dat je het weet.')
    await someone.page.goto(house().url)
    await reads(someone.page, 'Karin heeft het gezien')

    await press(MAIN(karin.page).locator('.oproep', { hasText: name }), /^Vraag Paul om te gaan/)
    await reads(karin.page, 'Gevraagd. Je collega ziet wie jij vroeg om te gaan.')
    const paul = await enter('paul', '/', script)
    expect((await paul.page.locator('.nu h3').allInnerTexts())[0]).toBe(`${name} vraagt of je komt`)
    await follow(MAIN(paul.page), /Geef antwoord/)
    await press(MAIN(paul.page).locator('.oproep', { hasText: name }), 'Ik kom nu')
    await reads(paul.page, 'Dat staat.')
    await someone.page.goto(house().url)
    await reads(someone.page, 'Paul komt nu')
    await press(MAIN(someone.page), 'Er is iemand geweest')
    await reads(someone.page, 'Fijn dat er iemand was.')
    await leave(someone, karin, paul)
  })

  it('is answered in four ways, and stays the asker’s', async () => {
    const { db, cast, id: planId, anouk: entryId } = house().visit
    const asked = [
      { kind: 'yours', who: 'fatima', title: 'Dit kun jij' },
      { kind: 'ask', who: 'ineke', title: /^Vraag het aan/ },
      { kind: 'track', who: 'anouk', title: 'Dit past in je traject' },
      { kind: 'come', who: 'eva', title: 'Ik kom' },
    ] as const
    const karin = await house().enter('karin', '/questions/tray')
    for (const { kind, who } of asked) {
      const track = who === 'anouk' ? { track: { planId, entryId } } : {}
      const text = `Een vraag van ${who}: hoe verder?`
      const id = await askedBefore(db, cast, who, { text, topic: 'maths', brought: true, ...track })
      await karin.page.goto(`${house().url}/questions/tray?open=${id}`)
      const form = karin.page.locator(`#antwoord-${id}`)
      await form.waitFor()
      await form.locator(`input[name="kind"][value="${kind}"]`).check({ force: true })
      const sentence = form.locator(`textarea[name="words-${kind}"]`)
      expect((await sentence.inputValue()).length).toBeGreaterThan(20)
      await sentence.fill(`Zo denk ik erover, ${who}.`)
      if (kind === 'track') await form.locator('input[name="step"]').fill('In twee lessen begint het kind.')
      await form.getByRole('button', { name: /^Stuur naar/ }).click()
      await form.waitFor({ state: 'detached' })
      const theirs = await enter(who, `/questions/${id}`)
      await reads(theirs.page, `Zo denk ik erover, ${who}.`)
      if (kind === 'ask')
        await theirs.page
          .locator('#answers')
          .getByRole('button', { name: /^Vraag / })
          .first()
          .waitFor()
      if (kind === 'track') {
        await press(theirs.page.locator('#answers'), /Neem|Zet/)
        await reads(theirs.page, 'In twee lessen begint het kind.')
      }
      if (kind === 'come') await reads(theirs.page, /15\.(00|20|40) uur/)
      await leave(theirs)
    }
    await reads(karin.page, 'Jij hebt geantwoord')
    await leave(karin)
  })

  it('becomes a goal of the team when it comes back often, without anybody’s words', async () => {
    const { db, cast, id: planId } = house().visit
    for (const [place, who] of (['wilma', 'noor', 'daan', 'marjan', 'fatima'] as const).entries())
      await askedBefore(db, cast, who, { text: `Gesprek ${place} met ouders loopt uit.`, topic: 'parents' })
    const karin = await house().enter('karin', '/questions/together')
    await reads(karin.page, /ouders/i)
    expect(await MAIN(karin.page).innerText()).not.toContain('loopt uit')
    await press(MAIN(karin.page), /^Maak er een teamdoel van/)
    await reads(karin.page, /doel/i)
    await karin.page.goto(`${house().url}/plan/${planId}`)
    await reads(karin.page, /ouders/i)
    expect(await MAIN(karin.page).innerText()).not.toContain('loopt uit')
    await leave(karin)
  })
})
