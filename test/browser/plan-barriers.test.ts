import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { addGoal, ownTrack } from '../plan-visit.ts'
import { CHROMIUM, planHouse } from './plan-house.ts'

const LOOKS = [
  { locale: 'nl-NL', width: 360, colorScheme: 'dark' },
  { locale: 'nl-NL', width: 1280, colorScheme: 'light' },
  { locale: 'en-GB', width: 360, colorScheme: 'light' },
  { locale: 'en-GB', width: 1280, colorScheme: 'dark' },
] as const

/** What is looked at, by whom; `goal` and `track` stand for the ids of an entry of that kind. */
const PATHS = {
  karin: [
    ['her day, and the plan', ['/', 'PLAN']],
    ['writing', ['PLAN?edit=goal', 'PLAN?edit=principles', 'PLAN/entry/track/proposal']],
    ['leading', ['PLAN/loose-ends', 'PLAN/phase', 'PLAN/year', '/plan/new']],
  ],
  anouk: [['her day, the plan and her track', ['/', 'PLAN', 'PLAN?edit=track']]],
} as const

const CASES = LOOKS.flatMap((look) =>
  (['karin', 'anouk'] as const).flatMap((who) =>
    PATHS[who].map(([what, paths]) => ({ ...look, who, what, paths: paths as readonly string[] })),
  ),
)

async function expectNoBarriers(page: Page, path: string, width: number) {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = !fold.hasAttribute('data-closes')
  })
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}

describe.skipIf(!CHROMIUM)('the plan has no barriers', () => {
  const house = planHouse()
  const ids = { goal: '', track: '' }

  beforeAll(async () => {
    const { visit } = house()
    ids.goal = await addGoal(visit, 'Elk kind leest elke dag')
    ids.track = await ownTrack(visit, 'anouk', 'In elke les zien of elk kind mee kan.')
    await visit.karin.post(`${visit.href}/entry/${ids.track}/proposal`, { 'text.approach': 'Samen kijken.' })
    await visit.karin.post(`${visit.href}/principles`, { act: 'add', preset: '7' })
  })

  it.each(CASES)('$who: $what, in $locale at $width, $colorScheme', async (look) => {
    const { visit, url, enter } = house()
    const { who, paths, width, locale, colorScheme } = look
    const viewport = { width, height: 900 }
    const { page, complaints, close } = await enter(who, visit.href, { locale, colorScheme, viewport })
    for (const path of paths) {
      const named = path.replace('PLAN', visit.href).replace('goal', ids.goal).replace('track', ids.track)
      await page.goto(url + named)
      await expectNoBarriers(page, path, width)
    }
    expect(complaints).toEqual([])
    await close()
  })
})
