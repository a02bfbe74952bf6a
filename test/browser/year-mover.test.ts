import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../app/db/database.ts'
import type { Day } from '../../app/kernel/day.ts'
import { isRefusal } from '../../app/kernel/refusal.ts'
import type { SchoolYear } from '../../app/kernel/school-year.ts'
import { addYearItems, readItems } from '../../app/year/item-store.ts'
import { NOW, NOW_MOMENT } from '../cast.ts'
import { visitPlan } from '../plan-visit.ts'
import { CHROMIUM, servedHouse } from './plan-house.ts'

const YEAR = '2026-2027' as SchoolYear
const SHEET = '/year?month=2026-12'

async function withReports(db: Db) {
  const visit = await visitPlan(db)
  const day = '2026-12-03' as Day
  const words = { schoolYear: YEAR, kind: 'reports', title: 'Rapporten mee', note: '', place: '' } as const
  const item = { ...words, madeFrom: null, from: day, to: day, startsAt: null, endsAt: null }
  const made = await addYearItems(db, visit.cast.keeper, [item], NOW_MOMENT)
  if (isRefusal(made)) throw new Error(`refused: ${made.refused}`)
  return visit
}

const middleOf = async (page: Page, where: string) => {
  const box = await page.locator(where).boundingBox()
  if (!box) throw new Error(`${where} is not on the page`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

describe.skipIf(!CHROMIUM)('a moment on the sheet of a month', () => {
  const house = servedHouse(withReports, { from: NOW })
  const enter = () => house().enter('karin', SHEET, { viewport: { width: 1280, height: 900 } })
  const dayNow = async () => {
    const { visit } = house()
    return (await readItems(visit.db, visit.cast.keeper, YEAR))[0]?.from
  }

  it('goes to another day by dragging it there, and stays when it is dropped beside the sheet', async () => {
    const { page, complaints, close } = await enter()
    const item = await middleOf(page, '[data-uid]')
    const tenth = await middleOf(page, 'td[data-day="2026-12-10"]')
    await page.mouse.move(item.x + 60, item.y)
    await page.mouse.down()
    await page.mouse.move(tenth.x, tenth.y, { steps: 4 })
    await page.mouse.move(2, 2, { steps: 4 })
    await page.mouse.up()
    expect(await page.locator('.pakt, .doel').count()).toBe(0)
    expect(await dayNow()).toBe('2026-12-03')
    await page.mouse.move(item.x + 60, item.y)
    await page.mouse.down()
    await page.mouse.move(tenth.x, tenth.y, { steps: 4 })
    await page.mouse.up()
    await page.waitForURL(/done=moved/)
    await page.getByText('Rapporten mee staat nu op 10 december.').first().waitFor()
    expect(await dayNow()).toBe('2026-12-10')
    expect(complaints).toEqual([])
    await close()
  })

  it('goes with the arrow keys, is told day by day, and stays on Escape', async () => {
    const { page, complaints, close } = await enter()
    const status = page.locator('year-mover [role="status"]')
    const move = page.locator('[data-uid] .verzet a')
    await move.focus()
    await page.keyboard.press('Enter')
    await status.getByText('kies met de pijlen een dag').waitFor({ state: 'attached' })
    await page.keyboard.press('ArrowDown')
    await status.getByText('Donderdag 17 december').waitFor({ state: 'attached' })
    await page.keyboard.press('Escape')
    await status.getByText('Hij blijft staan').waitFor({ state: 'attached' })
    expect(await dayNow()).toBe('2026-12-10')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowRight')
    await status.getByText('Vrijdag 11 december').waitFor({ state: 'attached' })
    await page.keyboard.press('Enter')
    await page.waitForURL(/done=moved/)
    await page.getByText('Rapporten mee staat nu op 11 december.').first().waitFor()
    expect(await dayNow()).toBe('2026-12-11')
    expect(complaints).toEqual([])
    await close()
  })

  it('is moved by its form where there is no script', async () => {
    const { page, close } = await house().enter('karin', SHEET, { javaScriptEnabled: false })
    await page.locator('[data-uid] .verzet a').click()
    await page.fill('#f-day', '2026-12-08')
    await page.locator('main form button').click()
    await page.getByText('Rapporten mee staat nu op 8 december.').first().waitFor()
    expect(await dayNow()).toBe('2026-12-08')
    await close()
  })

  it('is taken by its title, which opens on a click still', async () => {
    const { page, complaints, close } = await enter()
    const before = await dayNow()
    const other = before === '2026-12-03' ? '2026-12-09' : '2026-12-03'
    const title = await middleOf(page, '[data-uid] > a')
    const day = await middleOf(page, `td[data-day="${other}"]`)
    await page.mouse.move(title.x, title.y)
    await page.mouse.down()
    await page.mouse.move(day.x, day.y, { steps: 4 })
    await page.mouse.up()
    await page.waitForURL(/done=moved/)
    await page.getByText('Rapporten mee staat nu op').first().waitFor()
    expect(await dayNow()).toBe(other)
    await page.locator('[data-uid] > a').click()
    await page.waitForURL(/\/year\/item\//)
    expect(complaints).toEqual([])
    await close()
  })
})
