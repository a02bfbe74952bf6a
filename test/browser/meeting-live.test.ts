import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFeeds } from '../../app/hall/live-desk.ts'
import { changeMeeting } from '../../app/meeting/scene-store.ts'
import { revokeOthers } from '../../app/session/session-store.ts'
import { visitMeeting } from '../meeting-visit.ts'
import { newToy, type Toy, toyPages } from './live-toy.tsx'
import { CHROMIUM, servedHouse } from './plan-house.ts'
import { SOON } from './writing-page.ts'

const REASON = '[name="reason"]'

describe.skipIf(!CHROMIUM)('a page that follows a meeting', () => {
  let toy: Toy = newToy()
  const house = servedHouse((db) => visitMeeting(db), { more: toyPages(() => toy) })
  beforeEach(() => {
    toy = newToy()
  })

  /** Each test begins with nobody there. */
  const untilGone = async () => {
    while (openFeeds(house().visit.db) > 0) await new Promise((later) => setTimeout(later, 20))
  }
  const opened: { close(): Promise<void> }[] = []
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close()
    await untilGone()
  })
  const enter = async (key: 'anouk' | 'bram' | 'petra', script = true, path = '/toy') => {
    const came = await house().enter(key, path === '/toy' ? `${house().visit.href}/toy` : path, {
      javaScriptEnabled: script,
    })
    opened.push(came)
    return came
  }
  const touch = () => {
    const { db, cast, meeting } = house().visit
    return changeMeeting(db, cast.keeper, meeting, async () => 'done')
  }
  const revision = async () => String((await house().visit.now()).meeting.revision)
  const told = (page: Page) => page.locator('#told').textContent()
  const isUpToDate = async (page: Page) => expect.poll(() => told(page), SOON).toBe(await revision())
  /** The page knows that there is something new, whether it shows it or not. */
  const hasHeard = async (page: Page) => {
    const heard = () =>
      page.locator('live-feed').evaluate((feed) => String((feed as HTMLElement & { told: number }).told))
    await expect.poll(heard, SOON).toBe(await revision())
  }
  /** No answer of the toy comes before it is let go. */
  const hold = () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    toy.held = promise
    return resolve
  }

  it('shows what changed by itself: one question at a time, and none is dropped', async () => {
    const { page, complaints } = await enter('anouk')
    const letGo = hold()
    await touch()
    await expect.poll(() => toy.asking, SOON).toBe(1)
    for (let time = 0; time < 11; time += 1) await touch()
    await hasHeard(page)
    letGo()
    await isUpToDate(page)
    expect([toy.most, toy.asked]).toEqual([1, 2])
    expect(complaints).toEqual([])
  })

  it('asks for nothing when nothing changed, and takes nothing twice', async () => {
    const { page } = await enter('anouk')
    await touch()
    await isUpToDate(page)
    const { asked } = toy
    await page.waitForTimeout(600)
    expect(toy.asked).toBe(asked)
  })

  it('gets no page when nothing of it changed, and stays at rest', async () => {
    toy.isStill = true
    const { page } = await enter('anouk')
    const answers: number[] = []
    page.on('response', (answer) => {
      if (answer.request().headers()['x-live']) answers.push(answer.status())
    })
    await page.fill(REASON, 'Half')
    for (let time = 1; time <= 3; time += 1) {
      await touch()
      await expect.poll(() => answers.length, SOON).toBe(time)
    }
    expect(answers).toEqual([200, 304, 304])
    expect([await page.inputValue(REASON), toy.asked]).toEqual(['Half', 3])
  })

  it('leaves half a reason, the caret, a choice, an open fold and the focus where they are', async () => {
    const { page } = await enter('anouk')
    await page.check('#answer-objection')
    await page.selectOption('[name="how"]', 'concern')
    await page.click('#fold summary')
    await page.fill(REASON, 'Zo red ik het niet.')
    await page.focus(REASON)
    await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).setSelectionRange(2, 6))
    for (let time = 0; time < 3; time += 1) {
      await touch()
      await isUpToDate(page)
    }
    const kept = await page.evaluate(() => {
      const area = document.activeElement as HTMLTextAreaElement
      return [area.name, area.value, area.selectionStart, area.selectionEnd]
    })
    expect(kept).toEqual(['reason', 'Zo red ik het niet.', 2, 6])
    expect(await page.isChecked('#answer-objection')).toBe(true)
    expect(await page.inputValue('[name="how"]')).toBe('concern')
    expect(await page.locator('#fold').getAttribute('open')).toBe('')
    await page.keyboard.type('red')
    expect(await page.inputValue(REASON)).toBe('Zored ik het niet.')
  })

  it('gives the next round fresh fields, and what was typed in a round that is over back', async () => {
    const { page } = await enter('bram')
    await page.check('#answer-concern')
    await page.fill(REASON, 'Van de vorige ronde.')
    toy.round = 2
    await touch()
    await isUpToDate(page)
    expect(await page.title()).toContain('Ronde 2')
    expect([await page.inputValue(REASON), await page.isChecked('#answer-concern')]).toEqual(['', false])
    const back = page.locator('[data-words]')
    expect(await back.textContent()).toContain('Dit had je getypt:Van de vorige ronde.')
    await page.fill(REASON, 'Half')
    toy.isOpen = false
    await touch()
    await expect.poll(() => page.locator(REASON).count(), SOON).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('inhoud')
    expect(await back.textContent()).toContain('Half')
    await touch()
    await isUpToDate(page)
    expect(await back.count()).toBe(1)
    await page.fill('[name="question"]', 'Mag ik nog iets vragen?')
    await page.click('text=Stel je vraag')
    await expect.poll(() => page.locator('#status').textContent(), SOON).toContain('Je antwoord is binnen.')
    expect(await back.textContent()).toContain('Half')
    await page.click('text=Goed, dit mag weg')
    expect(await back.count()).toBe(0)
  })

  it('says to who listens how it stands, when that changed', async () => {
    const { page } = await enter('bram')
    toy.isOpen = false
    await touch()
    await expect
      .poll(() => page.locator('body > [role="status"].vh').allTextContents(), SOON)
      .toEqual(['De ronde is gesloten.'])
  })

  it('shows fresh fields after a good answer, and keeps what was half typed elsewhere on the page', async () => {
    const { page } = await enter('bram')
    await page.fill('[name="question"]', 'Half een vraag')
    await page.check('#answer-concern')
    await page.fill(REASON, 'Mag het klein beginnen?')
    await page.click('text=Geef mijn antwoord')
    await expect.poll(() => page.locator('#status').textContent(), SOON).toContain('Je antwoord is binnen.')
    expect([await page.inputValue(REASON), await page.isChecked('#answer-concern')]).toEqual(['', false])
    expect(await page.inputValue('[name="question"]')).toBe('Half een vraag')
    await touch()
    await isUpToDate(page)
    expect([await page.inputValue(REASON), await page.isChecked('#answer-concern')]).toEqual(['', false])
    expect(await page.inputValue('[name="question"]')).toBe('Half een vraag')
    expect(await page.locator('#status').textContent()).toContain('Je antwoord is binnen.')
  })

  it('gives back what was typed in a round that closed while another form was sent', async () => {
    const { page } = await enter('bram')
    await page.fill(REASON, 'Halverwege')
    await page.fill('[name="question"]', 'Een vraag')
    toy.isOpen = false
    await page.click('text=Stel je vraag')
    await expect.poll(() => page.locator('[data-words]').textContent(), SOON).toContain('Halverwege')
    expect(await page.locator(REASON).count()).toBe(0)
  })

  it('leaves a refused form standing while the meeting goes on, and follows again once it was sent well', async () => {
    const { page } = await enter('petra')
    await page.fill(REASON, 'x')
    await page.click('text=Geef mijn antwoord')
    await page.waitForSelector('[aria-invalid="true"]')
    const before = await told(page)
    await touch()
    await expect.poll(() => page.locator('[data-line]').textContent(), SOON).toContain('Wat je typte')
    expect([await told(page), await page.inputValue(REASON)]).toEqual([before, 'x'])
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(1)
    await page.fill(REASON, 'Nu met een reden.')
    await page.click('text=Geef mijn antwoord')
    await isUpToDate(page)
    expect(toy.sent).toEqual(['Nu met een reden.'])
    await expect.poll(() => page.locator('[data-line]').isHidden(), SOON).toBe(true)
    await touch()
    await isUpToDate(page)
  })

  it('does not overtake a form that is under way', async () => {
    const { page } = await enter('petra')
    const letGo = hold()
    await page.fill(REASON, 'Onderweg')
    await page.click('text=Geef mijn antwoord')
    await expect.poll(() => toy.posting, SOON).toBe(1)
    await touch()
    await hasHeard(page)
    // so long a page that would ask now takes at most
    await page.waitForTimeout(250)
    expect([toy.asked, await page.inputValue(REASON)]).toEqual([0, 'Onderweg'])
    letGo()
    await expect.poll(() => page.locator('#status').textContent(), SOON).toContain('Je antwoord is binnen.')
    await isUpToDate(page)
    expect(toy.sent).toEqual(['Onderweg'])
  })

  it('hears nothing while nobody looks, and is up to date as soon as somebody does', async () => {
    const { page } = await enter('anouk')
    await expect.poll(() => openFeeds(house().visit.db), SOON).toBe(1)
    await look(page, false)
    await expect.poll(() => openFeeds(house().visit.db), SOON).toBe(0)
    await touch()
    await page.waitForTimeout(300)
    expect(toy.asked).toBe(0)
    await look(page, true)
    await isUpToDate(page)
    await expect.poll(() => openFeeds(house().visit.db), SOON).toBe(1)
  })

  it('catches up after it was frozen', async () => {
    const { page } = await enter('anouk')
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
    for (let time = 0; time < 3; time += 1) await touch()
    await devtools.send('Page.setWebLifecycleState', { state: 'active' })
    await isUpToDate(page)
    expect(await page.locator('[data-line]').isHidden()).toBe(true)
  })

  it('says that the connection is gone, and that goes away by itself', async () => {
    const { page } = await enter('anouk')
    const line = page.locator('[data-line]')
    await page.fill('[name="question"]', 'In de gang')
    await page.context().setOffline(true)
    await expect.poll(() => line.textContent(), SOON).toBe('Geen verbinding. We proberen het opnieuw.')
    expect(await line.isVisible()).toBe(true)
    await touch()
    await page.context().setOffline(false)
    await isUpToDate(page)
    await expect.poll(() => line.isHidden(), SOON).toBe(true)
    expect(await page.inputValue('[name="question"]')).toBe('In de gang')
  })

  it('takes half an answer for none, and goes on when the line is there again', async () => {
    const { page, complaints } = await enter('anouk')
    const line = page.locator('[data-line]')
    toy.half = 'breaks'
    await touch()
    await expect.poll(() => line.textContent(), SOON).toBe('Geen verbinding. We proberen het opnieuw.')
    toy.half = null
    await touch()
    await isUpToDate(page)
    await expect.poll(() => line.isHidden(), SOON).toBe(true)
    expect(complaints).toEqual([])
  })

  it('is left without a complaint while an answer is on its way', async () => {
    const { page, complaints } = await enter('anouk')
    const coming = page.waitForResponse((answer) => 'x-live' in answer.request().headers())
    toy.half = 'waits'
    await touch()
    await coming
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = '/account'
      document.body.append(link)
      link.click()
    })
    await page.waitForURL(/\/account/)
    await expect.poll(() => page.locator('live-feed').count(), SOON).toBe(0)
    await page.waitForTimeout(100)
    expect(complaints).toEqual([])
  })

  it('asks now and then where no feed gets through', async () => {
    const { page } = await enter('bram', true, '/account')
    await page.route('**/live', (route) => route.fulfill({ status: 502, body: 'no' }))
    await page.goto(`${house().url}${house().visit.href}/toy`)
    await touch()
    await isUpToDate(page)
    expect(await page.locator('[data-line]').isHidden()).toBe(true)
  })

  it('goes where it belongs when the session has ended', async () => {
    const { page } = await enter('petra')
    await expect.poll(() => openFeeds(house().visit.db), SOON).toBe(1)
    await revokeOthers(house().visit.db, house().visit.cast.member('petra'), new Date())
    await page.waitForURL(/\/join/)
    await expect.poll(() => openFeeds(house().visit.db), SOON).toBe(0)
  })

  it('tells how one sees what is new without script', async () => {
    const { page } = await enter('anouk', false)
    await touch()
    const link = page.locator('live-feed a')
    expect(await link.textContent()).toBe('Ververs de bladzijde')
    await link.click()
    await isUpToDate(page)
  })
})

/** A tab behind another one, as the page sees it. */
async function look(page: Page, isSeen: boolean) {
  await page.evaluate((seen) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => !seen })
    document.dispatchEvent(new Event('visibilitychange'))
  }, isSeen)
}
