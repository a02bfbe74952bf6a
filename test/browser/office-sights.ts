import type { Page } from 'playwright-core'
import type { Sight } from './barrier-sights.ts'

const [OFFICE, DAYS, HOURS] = ['/office', '/office/days', '/office/hours']
const [SAFE, HEAVY] = ['/settings/safe', '/questions/heavy']
const unfold = async (page: Page) => {
  for (const summary of await page.locator('main details > summary').all()) await summary.click()
}
/** Opens what is folded around the form, and sends it. */
const send = (form: string) => async (page: Page) => {
  for (const summary of await page.locator(`details:has(${form}) > summary`).all()) await summary.click()
  await page.locator(`${form} button`).last().click()
}
/** The second tap, on a turn that is free. */
const chooseFirst = async (page: Page) => {
  await page.locator('a.beurt').first().click()
  await page.locator('#kies').waitFor()
}

/** Office hours, own days, to whom one goes, and 'too heavy' for asker, coordinator and who stands in. */
export const OFFICES: readonly Sight[] = [
  { route: OFFICE, state: 'no office hours', who: 'adopted:bram', path: OFFICE },
  { route: OFFICE, state: 'an appointment', who: 'asking:anouk', path: OFFICE, act: unfold },
  { route: OFFICE, state: 'a moment chosen', who: 'asking:anouk', path: OFFICE, act: chooseFirst },
  { route: OFFICE, state: 'a moment that is gone', who: 'asking:bram', path: '/office?slot=x' },
  { route: OFFICE, state: 'who holds them', who: 'asking:karin', path: OFFICE, act: unfold },
  { route: OFFICE, state: 'a coordinator without', who: 'adopted:karin', path: OFFICE },
  {
    route: OFFICE,
    state: 'no moment typed',
    who: 'asking:karin',
    path: OFFICE,
    refused: async (page) => {
      await unfold(page)
      await page.locator('input[name="moment"][value="own"]').first().check()
      await page.locator('form[id^="f-move"] button').first().click()
    },
  },
  { route: DAYS, state: 'nothing said', who: 'adopted:bram', path: DAYS },
  { route: DAYS, state: 'own days', who: 'asking:anouk', path: DAYS },
  { route: DAYS, state: 'coordinator', who: 'asking:karin', path: DAYS },
  { route: DAYS, state: 'who stands in', who: 'asking:paul', path: DAYS },
  { route: DAYS, state: 'not there today', who: 'asking:sem', path: DAYS },
  { route: DAYS, state: 'no day typed', who: 'asking:anouk', path: DAYS, refused: send('#single') },
  { route: HOURS, state: 'none', who: 'adopted:karin', path: HOURS },
  { route: HOURS, state: 'with turns', who: 'asking:karin', path: HOURS },
  { route: HOURS, state: 'not a coordinator', who: 'asking:anouk', path: HOURS, status: 403 },
  { route: HOURS, state: 'no day typed', who: 'asking:karin', path: HOURS, refused: send('#closed') },
  {
    route: HOURS,
    state: 'ends before it begins',
    who: 'asking:karin',
    path: HOURS,
    refused: async (page) => {
      await page.fill('#hours input[name="ends"]', '14:00')
      await page.locator('#hours button').last().click()
    },
  },
  { route: SAFE, state: 'nobody', who: 'adopted:karin', path: SAFE },
  { route: SAFE, state: 'names', who: 'asking:karin', path: SAFE },
  { route: SAFE, state: 'no name typed', who: 'asking:karin', path: SAFE, refused: send('#safe') },
  { route: HEAVY, state: 'nothing set', who: 'adopted:bram', path: HEAVY },
  { route: HEAVY, state: 'one tap', who: 'asking:bram', path: HEAVY },
  { route: HEAVY, state: 'asked', who: 'asking:sem', path: HEAVY },
  { route: HEAVY, state: 'somebody comes', who: 'asking:noor', path: HEAVY },
  { route: HEAVY, state: 'handed on', who: 'asking:lotte', path: HEAVY },
  { route: HEAVY, state: 'who may come', who: 'asking:karin', path: HEAVY, act: unfold },
  { route: HEAVY, state: 'who stands in', who: 'asking:paul', path: HEAVY },
  {
    route: HEAVY,
    state: 'no clock typed',
    who: 'asking:karin',
    path: HEAVY,
    refused: (page) => page.locator('.eigenklok button').first().click(),
  },
]
