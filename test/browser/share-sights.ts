import type { BarrierHouse } from './barrier-house.ts'
import type { Sight } from './barrier-sights.ts'

const [BUDGET, SHARE, SHARED, TALK] = ['/plan/:plan/budget', '/time/share', '/time/shared', '/time/talk']
const draft = ({ draft: { href } }: BarrierHouse) => `${href}/budget`
const adopted = ({ adopted: { id } }: BarrierHouse) => `/plan/${id}/budget`

/** The hours and the aim of a plan, sharing own time, and the sheet for the yearly talk. */
export const SHARING: readonly Sight[] = [
  { route: BUDGET, state: 'writing', who: 'draft:karin', path: draft },
  { route: BUDGET, state: 'reading along', who: 'draft:anouk', path: draft },
  { route: BUDGET, state: 'adopted', who: 'adopted:karin', path: adopted },
  {
    route: BUDGET,
    state: 'hours that are none',
    who: 'draft:karin',
    path: draft,
    refused: async (page) => {
      await page.fill('#f-care', 'acht')
      await page.locator('form:has(#f-care) button').click()
    },
  },
  {
    route: BUDGET,
    state: 'a share that is none',
    who: 'draft:karin',
    path: draft,
    refused: async (page) => {
      await page.locator('#aim-own').check()
      await page.locator('form:has(#aim-own) button').click()
    },
  },
  { route: SHARE, state: 'to share', who: 'demo:karin', path: SHARE },
  { route: SHARE, state: 'no week yet', who: 'draft:karin', path: SHARE },
  {
    route: SHARE,
    state: 'nothing chosen',
    who: 'demo:karin',
    path: SHARE,
    refused: async (page) => {
      for (const box of await page.locator('.delen input[type="checkbox"]').all()) await box.uncheck()
      await page.locator('.delen form button').first().click()
    },
  },
  { route: SHARED, state: 'nothing', who: 'draft:anouk', path: SHARED },
  { route: SHARED, state: 'shared', who: 'looked:anouk', path: SHARED },
  { route: SHARED, state: 'of one’s own', who: 'looked:karin', path: SHARED },
  { route: TALK, state: 'full', who: 'demo:karin', path: TALK },
  { route: TALK, state: 'nothing', who: 'draft:karin', path: TALK },
  {
    route: TALK,
    state: 'an empty sentence',
    who: 'looked:karin',
    path: TALK,
    refused: async (page) => {
      await page.fill('#f-line', '')
      await page.locator('form:has(#f-line) button').click()
    },
  },
]
