import type { Page } from 'playwright-core'
import type { BarrierHouse } from './barrier-house.ts'
import type { Sight } from './barrier-sights.ts'

const [TRAY, SMALL, ANSWERS] = [
  '/questions/tray',
  '/questions/tray/small',
  '/questions/:question{[0-9a-f-]{36}}/answers',
]
const open =
  (which: 'together' | 'stepped' | 'passed') =>
  ({ asking }: BarrierHouse) =>
    `${TRAY}?open=${asking.tray[which]}`
const answers =
  (which: 'together' | 'stepped' | 'passed') =>
  ({ asking }: BarrierHouse) =>
    `/questions/${asking.tray[which]}/answers`
const unfold = async (page: Page) => {
  for (const summary of await page.locator('main details > summary:visible').all()) await summary.click()
}
const choose = (kind: string) => async (page: Page) => {
  await page.locator(`label[for="kind-${kind}"]`).click()
}
const emptied = (kind: string) => async (page: Page) => {
  await choose(kind)(page)
  await page.fill(`[name="words-${kind}"]`, '')
  await page.locator('form.antwoorden button').last().click()
}

/** The tray of the coordinators, small asks, and the answers as the asker sees them. */
export const TRAYS: readonly Sight[] = [
  { route: TRAY, state: 'nothing lies there', who: 'adopted:karin', path: TRAY },
  { route: TRAY, state: 'not for a teacher', who: 'asking:anouk', path: TRAY, status: 404 },
  { route: TRAY, state: 'first question open', who: 'asking:karin', path: TRAY, act: unfold },
  { route: TRAY, state: 'a question back', who: 'asking:karin', path: TRAY, act: choose('yours') },
  { route: TRAY, state: 'a colleague', who: 'asking:karin', path: TRAY, act: choose('ask') },
  { route: TRAY, state: 'to come', who: 'asking:karin', path: TRAY, act: choose('come') },
  { route: TRAY, state: 'two together', who: 'asking:karin', path: open('together'), act: unfold },
  { route: TRAY, state: 'answered before', who: 'asking:karin', path: open('passed'), act: unfold },
  {
    route: TRAY,
    state: 'which question it goes with',
    who: 'asking:karin',
    path: ({ asking }) => `${TRAY}?open=${asking.third}&join=yes`,
  },
  { route: TRAY, state: 'no words', who: 'asking:karin', path: TRAY, refused: emptied('yours') },
  { route: SMALL, state: 'nothing yet', who: 'adopted:karin', path: SMALL },
  { route: SMALL, state: 'a year of them', who: 'asking:karin', path: SMALL, act: unfold },
  {
    route: SMALL,
    state: 'not sure to wipe',
    who: 'asking:karin',
    path: SMALL,
    refused: async (page) => {
      await page.locator('details:has(#wis) > summary').click()
      await page.locator('#wis button').click()
    },
  },
  {
    route: ANSWERS,
    state: 'none',
    who: 'asking:anouk',
    path: ({ asking }) => `/questions/${asking.third}/answers`,
  },
  { route: ANSWERS, state: 'a step', who: 'asking:bram', path: answers('stepped'), act: unfold },
  {
    route: ANSWERS,
    state: 'a colleague proposed',
    who: 'asking:lotte',
    path: answers('passed'),
    act: unfold,
  },
  { route: ANSWERS, state: 'may they know', who: 'asking:petra', path: answers('together') },
  { route: ANSWERS, state: 'read by the coordinator', who: 'asking:karin', path: answers('passed') },
  {
    route: ANSWERS,
    state: 'a step without words',
    who: 'asking:bram',
    path: answers('stepped'),
    refused: async (page) => {
      await page.locator('details:has(form[id^="stap-"]) > summary').click()
      await page.fill('form[id^="stap-"] input[name="what"]', '')
      await page.locator('form[id^="stap-"] button').click()
    },
  },
]
