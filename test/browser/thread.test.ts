import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../app/db/database.ts'
import type { Day } from '../../app/kernel/day.ts'
import type { EntryId } from '../../app/kernel/id.ts'
import { addEntry, agreeTrack } from '../../app/plan/entry-store.ts'
import { entryOf } from '../../app/plan/plan.ts'
import { setMoments, tieEntry } from '../../app/plan/tie-store.ts'
import { addPeople } from '../../app/school/person-store.ts'
import { readTeam } from '../../app/school/team-store.ts'
import { addVisionLines, readVision } from '../../app/school/vision-store.ts'
import { NOW_MOMENT } from '../cast.ts'
import { type PlanVisit, visitPlan } from '../plan-visit.ts'
import { done } from '../written-plan.ts'
import { CHROMIUM, servedHouse } from './plan-house.ts'

const TITLE = 'Kinderen die meer aankunnen, krijgen in hun eigen groep een rijke opdracht met wisbordjes.'
const MORE_LINES = [
  { text: 'We geven elk kind de tijd en de ruimte om te groeien, ook wie anders leert.', short: 'Ruimte' },
  { text: 'We zijn zuinig op de wereld.', short: 'Zuinig' },
]

/** Seven lines, twelve goals, sixty tracks; some hang on two things, some on nothing. */
async function largeSchool(db: Db) {
  const visit = await visitPlan(db)
  const { keeper } = visit.cast
  done(await addVisionLines(db, keeper, MORE_LINES, NOW_MOMENT))
  const lines = (await readVision(db, keeper)).map(({ id }) => id)
  const goals: EntryId[] = []
  for (let place = 0; place < 12; place += 1) {
    const texts = { title: place % 2 ? TITLE : 'Elke dag lezen.', approach: 'Samen.' }
    const id = done(await addEntry(db, keeper, await visit.now(), { kind: 'team-goal', texts }, NOW_MOMENT))
    await hang(visit, id, {
      visionLineIds: place === 11 ? [] : [lines[place % 7]!, ...(place === 4 ? [lines[0]!] : [])],
    })
    goals.push(id)
  }
  const newcomers = Array.from({ length: 45 }, (_, place) => ({
    line: place + 1,
    name: place % 7 === 0 ? `Wilhelmina-Jacoba Mommersteeg ${place}` : `Collega ${place}`,
    email: `collega${place}@example.org`,
    roles: '',
    groups: place % 3 === 0 ? 'groep 1/2 A, groep 7, groep 8' : '',
  }))
  done(await addPeople(db, keeper, newcomers, { mayGive: () => true, now: NOW_MOMENT }))
  for (const [place, person] of (await readTeam(db, keeper)).people.slice(0, 60).entries()) {
    const track = { kind: 'teacher-track', personId: person.id, texts: { goal: TITLE } } as const
    const id = done(await addEntry(db, keeper, await visit.now(), track, NOW_MOMENT))
    await hang(visit, id, {
      parentId: place % 13 === 12 ? null : goals[place % 12]!,
      visionLineIds: place % 11 === 10 ? [lines[1]!] : [],
    })
    const plan = await visit.now()
    if (place % 5 !== 4) done(await agreeTrack(db, keeper, plan, entryOf(plan, id)!, NOW_MOMENT))
  }
  return visit
}

async function hang(visit: PlanVisit, id: EntryId, tie: Parameters<typeof tieEntry>[4]) {
  const plan = await visit.now()
  const entry = entryOf(plan, id)!
  done(await tieEntry(visit.db, visit.cast.keeper, plan, entry, tie))
  const days = ['2026-11-26', '2027-06-24'] as Day[]
  const moments = days.map((onDay, place) => ({ onDay, occasion: place === 0 ? 'mid' : 'end' }) as const)
  done(await setMoments(visit.db, visit.cast.keeper, await visit.now(), entry, moments))
}

/** The words in the drawing that lie over each other, as the browser draws them: letters, without the room above and below. */
const overlapping = (page: Page) =>
  page.$$eval('.weef-groot .draden text', (texts) => {
    const boxes = texts.map((text) => {
      const { left, right, top, height } = text.getBoundingClientRect()
      return { says: text.textContent, left, right, top: top + height * 0.18, bottom: top + height * 0.88 }
    })
    return boxes.flatMap((one, place) =>
      boxes
        .slice(place + 1)
        .filter(
          (other) =>
            other.left < one.right &&
            one.left < other.right &&
            other.top < one.bottom &&
            one.top < other.bottom,
        )
        .map((other) => `${one.says} | ${other.says}`),
    )
  })

const ringed = (page: Page) =>
  page.$$eval('.doc [data-n], .doc [data-op]', (all) =>
    all.filter((one) => getComputedStyle(one).getPropertyValue('--ring') !== '').map(({ id }) => id),
  )

describe.skipIf(!CHROMIUM)('the thread of a large school', () => {
  const house = servedHouse(largeSchool)

  it('is legible: no words lie over other words, on a laptop and on a large screen', async () => {
    for (const width of [1000, 1280, 1920]) {
      const { visit, enter } = house()
      const { page, close } = await enter('karin', `${visit.href}/thread`, {
        viewport: { width, height: 900 },
      })
      await page.evaluate(() => document.fonts.ready)
      expect(await page.locator('.weef-groot text').count()).toBeGreaterThan(200)
      expect([width, await overlapping(page)]).toEqual([width, []])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await close()
    }
  })

  it('is walked through by keyboard in reading order, and shows what belongs to where one stands', async () => {
    const { visit, enter } = house()
    const { page, close } = await enter('karin', `${visit.href}/thread`)
    await page.locator('.weefsel a').first().focus()
    const walked: (string | null)[] = []
    for (let step = 0; step < 6; step += 1) {
      walked.push(await page.evaluate(() => document.activeElement?.getAttribute('data-n') ?? null))
      await page.keyboard.press('Tab')
    }
    expect(walked).toEqual(['0', '1', '2', '3', '4', '5'])
    await page.locator('.weefsel a[data-n="1"]').focus()
    const lit = await page.$$eval('.weefsel a.mee', (all) => all.map((one) => one.getAttribute('data-n')))
    expect(lit.slice(0, 3)).toEqual(['0', '1', '2'])
    expect(lit.length).toBeLessThan(30)
    expect(await page.locator('.weefsel path.mee').count()).toBeGreaterThan(5)
    await close()
  })

  it('is a list on a phone, open and whole, also without script', async () => {
    const { visit, enter } = house()
    const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }
    const { page, close } = await enter('karin', `${visit.href}/thread`, phone)
    expect(await page.locator('.weef-groot').isVisible()).toBe(false)
    expect(await page.locator('.boom a', { hasText: 'Elke dag lezen.' }).first().isVisible()).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await close()
  })

  it('comes on one sheet of A3', async () => {
    const { visit, enter } = house()
    const { page, close } = await enter('karin', `${visit.href}/thread`)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? []
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([1191, 842])
    await close()
  })

  it('leads from the drawing to the plan with the keyboard', async () => {
    const { visit, enter } = house()
    const { page, close, complaints } = await enter('karin', `${visit.href}/thread`)
    const link = page.locator('svg a[href*="#e-"]').first()
    const to = (await link.getAttribute('href')) ?? ''
    await link.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${to}`)
    expect(complaints).toEqual([])
    await close()
  })

  it('lights up on the rail of the plan: by pointer, by keyboard, and without script by a link', async () => {
    const { visit, enter } = house()
    const { page, close, complaints } = await enter('karin', visit.href)
    const goal = page.locator('.doel').first()
    await goal.hover()
    await page.locator('.doel.mee').first().waitFor()
    const byPointer = await ringed(page)
    expect(byPointer).toContain(await goal.getAttribute('id'))
    expect(byPointer.filter((id) => id.startsWith('line-'))).toHaveLength(1)
    expect(byPointer.length).toBeGreaterThan(4)
    await page.locator('.traject > summary').last().focus()
    await expect.poll(() => ringed(page)).not.toEqual(byPointer)
    expect(complaints).toEqual([])
    await close()

    const id = byPointer.find((one) => one.startsWith('line-'))
    const without = await enter('karin', `${visit.href}#${id}`, { javaScriptEnabled: false })
    const byLink = await ringed(without.page)
    expect(byLink).toEqual(expect.arrayContaining([await goalId(without.page)]))
    expect(byLink.every((one) => one.startsWith('e-'))).toBe(true)
    await without.close()
  })
})

const goalId = (page: Page) => page.locator('.doel').first().getAttribute('id')
