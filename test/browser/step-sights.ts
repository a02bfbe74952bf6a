import type { Page } from 'playwright-core'
import type { BarrierHouse } from './barrier-house.ts'
import type { Sight } from './barrier-sights.ts'

const [MINE, FORMS, ENTRY] = ['/steps', '/steps/forms', '/plan/:plan/entry/:entry/steps']

/** From the own steps to those of the track that the last of them is of. */
async function track(page: Page) {
  await page.locator('.waarvan a').last().click()
  await page.locator('.verhaallijn').waitFor()
}

const unfold = (summary: string) => async (page: Page) => {
  await track(page)
  await page.locator(`${summary} > summary`).first().click()
}

const goal = ({ adopted }: BarrierHouse) => `/plan/${adopted.id}/entry/${adopted.goal}/steps`

/** Small next steps: one's own, of a goal or track with its story, and the forms of work. */
export const STEPS: readonly Sight[] = [
  { route: MINE, state: 'asked and doing', who: 'demo:anouk', path: MINE },
  { route: MINE, state: 'nothing waits', who: 'adopted:bram', path: MINE },
  { route: MINE, state: 'no plan yet', who: 'founder', path: MINE },
  {
    route: MINE,
    state: 'ending',
    who: 'demo:anouk',
    path: MINE,
    act: (page) => page.locator('.stapeind summary').first().click(),
  },
  { route: ENTRY, state: 'own track, with its story', who: 'demo:anouk', path: MINE, act: track },
  { route: ENTRY, state: 'changing', who: 'demo:anouk', path: MINE, act: unfold('.stapdaden > details') },
  {
    route: ENTRY,
    state: 'read along by the coordinator',
    who: 'demo:karin',
    path: '/',
    act: async (page) => {
      await page.goto(new URL('/plan', page.url()).href)
      await page
        .locator('.traject .kaartstap a')
        .first()
        .evaluate((link) => (link as HTMLAnchorElement).click())
      await page.locator('.verhaallijn').waitFor()
    },
  },
  { route: ENTRY, state: 'no step yet', who: 'adopted:karin', path: goal },
  {
    route: ENTRY,
    state: 'nothing typed',
    who: 'adopted:anouk',
    path: goal,
    refused: (page) => page.locator('#make button').last().click(),
  },
  { route: FORMS, state: 'to read and add', who: 'demo:anouk', path: FORMS },
  { route: FORMS, state: 'to put away', who: 'draft:karin', path: FORMS },
  {
    route: FORMS,
    state: 'known already',
    who: 'draft:anouk',
    path: FORMS,
    refused: async (page) => {
      await page.fill('#f-name', 'co-teaching')
      await page.locator('main form button').first().click()
    },
  },
]
