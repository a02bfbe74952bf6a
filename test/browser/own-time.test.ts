import { describe, expect, it } from 'vitest'
import type { Day } from '../../app/kernel/day.ts'
import { AD_HOCS } from '../../app/time/time.ts'
import { activitiesOf } from '../../app/time/time-store.ts'
import { NOW } from '../cast.ts'
import { pagesOf } from '../pdf-pages.ts'
import { addGoal, visitPlan } from '../plan-visit.ts'
import { CHROMIUM, servedHouse } from './plan-house.ts'

const YEAR = ['2026-08-01' as Day, '2027-07-31' as Day] as const
const PHONE = { width: 360, height: 780 }
const LESSON = 'We geven instructie in vaste, duidelijke stappen, elke dag en in elke groep'

async function withGoals(db: Parameters<typeof visitPlan>[0]) {
  const visit = await visitPlan(db)
  for (const [goal, what] of [
    [await addGoal(visit, LESSON), '15'],
    [await addGoal(visit, `${LESSON}, ook bij rekenen`), '30'],
  ] as const)
    await visit.karin.post('/time', { act: 'log', what: `entry:${goal}`, length: what, day: '2026-11-10' })
  for (const adHoc of AD_HOCS)
    await visit.karin.post('/time', { act: 'log', what: 'ad-hoc', adHoc, length: '30', day: '2026-11-11' })
  return visit
}

describe.skipIf(!CHROMIUM)('own time', () => {
  const house = servedHouse(withGoals, { from: NOW })
  const written = async () => {
    const { visit } = house()
    return (await activitiesOf(visit.db, visit.cast.member('karin'), ...YEAR)).map(({ minutes }) => minutes)
  }

  it('has both taps on one screen of a phone', async () => {
    const { page, complaints, close } = await house().enter('karin', '/time', { viewport: PHONE })
    const room = async () => {
      const below = await page.locator('nav').last().boundingBox()
      const ends = await page.locator('#tijdvorm button[value="60"]').boundingBox()
      return (below?.y ?? 0) - (ends?.y ?? 0) - (ends?.height ?? 0)
    }
    expect(await room()).toBeGreaterThanOrEqual(0)
    await page.locator('label[for="w-care"]').click()
    await page.locator('button[name="length"][value="60"]').click()
    await page.locator('.bewaard').waitFor()
    expect(await written()).toContain(60)
    await page.locator('label[for="w-question"]').click()
    await page.locator('button[name="length"][value="begin"]').click()
    await page.locator('.loopt').waitFor()
    await page.goto(new URL('/time', page.url()).href)
    expect(await room()).toBeGreaterThanOrEqual(0)
    expect(complaints).toEqual([])
    await close()
  })

  it('takes the own minutes when Enter is pressed there', async () => {
    const { page, complaints, close } = await house().enter('karin', '/time', {})
    await page.locator('#w-question').press('Space')
    await page.locator('#tijdvorm summary').press('Enter')
    await page.locator('#tijdvorm input[name="minutes"]').fill('25')
    await page.locator('#tijdvorm input[name="minutes"]').press('Enter')
    await page.locator('.bewaard').waitFor()
    const all = await written()
    expect(all).toContain(25)
    expect(all).not.toContain(5)
    expect(complaints).toEqual([])
    await close()
  })

  it('is one sheet of A4 for the yearly talk', async () => {
    const { page, close } = await house().enter('karin', '/time/talk', {})
    await page.locator('.gespreksblad').waitFor()
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
    await close()
  })
})
