import { describe, expect, it } from 'vitest'
import type { Db } from '../../app/db/database.ts'
import { levelsOf, resultsRoom, scoresOf } from '../ambition-room.ts'
import { NOW } from '../cast.ts'
import { pagesOf } from '../pdf-pages.ts'
import { visitPlan } from '../plan-visit.ts'
import { CHROMIUM, servedHouse } from './plan-house.ts'

/** A4 upright in pixels, without its margins. */
const PAPER = { width: 703, height: 1030 }
const PLACES = ['/trends', '/trends/Rekenen?group=5&moment=M', '/trends/Rekenen']

describe.skipIf(!CHROMIUM)('trends on paper', () => {
  const bring = resultsRoom()
  const house = servedHouse(
    async (db: Db) => {
      const visit = await visitPlan(db)
      const levels = [2023, 2024, 2025].flatMap((year) => levelsOf(`${year}-${year + 1}`, 40, 20))
      await bring(db, visit.cast, [...scoresOf('2024-2025', 72), ...scoresOf('2025-2026', 75), ...levels])
      return visit
    },
    { from: NOW },
  )

  it('have the wide drawing with its numbers, nothing to press, nothing cut, the chart on the first page', async () => {
    const { page, complaints, close } = await house().enter('karin', '/trends')
    await page.setViewportSize(PAPER)
    for (const place of PLACES) {
      await page.goto(new URL(place, page.url()).href)
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.graf-smal:visible, main nav:visible, main .knop:visible').count()).toBe(0)
      const large = await page.locator('.trendgroot').count()
      expect(await page.locator('.graf-breed:visible').count()).toBeGreaterThanOrEqual(large)
      expect(await page.locator('.trendgroot table:visible').count()).toBeGreaterThanOrEqual(large)
      const chart = large > 0 ? await page.locator('.graf-breed').first().boundingBox() : null
      if (large > 0) expect(chart?.width).toBeGreaterThan(600)
      expect((chart?.y ?? 0) + (chart?.height ?? 0)).toBeLessThan(PAPER.height / 2)
      expect(await page.locator('.vierd:visible').count()).toBe(1)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
      const margin = { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' }
      expect(pagesOf(await page.pdf({ format: 'A4', margin }))).toBeLessThanOrEqual(3)
      await page.emulateMedia({ media: null })
    }
    expect(complaints).toEqual([])
    await close()
  })
})
