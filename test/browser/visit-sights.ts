import type { Page } from 'playwright-core'
import type { BarrierHouse } from './barrier-house.ts'
import type { Sight } from './barrier-sights.ts'

const [LIST, NEW, ONE] = ['/visits', '/visits/new', '/visits/:visit']
const one =
  (which: 'been' | 'agreed' | 'asked') =>
  ({ looking }: BarrierHouse) =>
    `/visits/${looking[which]}`
/** Opens everything that is folded, and sends the form. */
const send = (form: string) => async (page: Page) => {
  for (const summary of await page.locator(`details:has(${form}) > summary`).all()) await summary.click()
  await page.locator(`${form} button`).last().click()
}
const unfold = async (page: Page) => {
  for (const summary of await page.locator('main details > summary').all()) await summary.click()
}

/** Visiting each other: moments, asking, one visit for each of the three, and the observation guide. */
export const VISITS: readonly Sight[] = [
  { route: LIST, state: 'nothing yet', who: 'adopted:bram', path: LIST },
  { route: LIST, state: 'own visits', who: 'looking:samira', path: LIST, act: unfold },
  { route: LIST, state: 'asked', who: 'looking:kees', path: LIST },
  { route: LIST, state: 'asked to swap', who: 'looking:noor', path: LIST },
  { route: LIST, state: 'own offers', who: 'looking:karin', path: LIST, act: unfold },
  { route: LIST, state: 'no moment typed', who: 'looking:karin', path: LIST, refused: send('#offer') },
  { route: NEW, state: 'empty', who: 'looking:anouk', path: NEW },
  { route: NEW, state: 'nothing chosen', who: 'looking:anouk', path: NEW, refused: send('#ask') },
  { route: ONE, state: 'visitor, agreed', who: 'looking:samira', path: one('agreed'), act: unfold },
  { route: ONE, state: 'host, agreed', who: 'looking:lotte', path: one('agreed'), act: unfold },
  { route: ONE, state: 'cover, agreed', who: 'looking:karin', path: one('agreed'), act: unfold },
  { route: ONE, state: 'asked', who: 'looking:kees', path: one('asked'), act: unfold },
  { route: ONE, state: 'host, been', who: 'looking:lotte', path: one('been'), act: unfold },
  { route: ONE, state: 'visitor, been', who: 'looking:samira', path: one('been') },
  { route: ONE, state: 'guide shared with the team', who: 'looking:paul', path: one('been') },
  {
    route: ONE,
    state: 'no colleague chosen',
    who: 'looking:karin',
    path: one('agreed'),
    refused: send('#f-hand-over'),
  },
  {
    route: ONE,
    state: 'a point too long',
    who: 'looking:lotte',
    path: one('agreed'),
    refused: async (page) => {
      await page.locator('details:has(#points) > summary').click()
      await page
        .locator('#points input[name="own"]')
        .evaluate((field: HTMLInputElement) => field.removeAttribute('maxlength'))
      await page.fill('#points input[name="own"]', 'x'.repeat(201))
      await page.locator('#points button').last().click()
    },
  },
]
