import type { Page } from 'playwright-core'
import type { BarrierHouse } from './barrier-house.ts'
import type { Sight } from './barrier-sights.ts'

const ONE = '/questions/:question{[0-9a-f-]{36}}'
const [ASK, ANSWER] = [`${ONE}/ask`, `${ONE}/answer`]
const at =
  (which: 'first' | 'second', place: 'ask' | 'answer') =>
  ({ asking }: BarrierHouse) =>
    `/questions/${asking[which]}/${place}`
const unfold = async (page: Page) => {
  for (const summary of await page.locator('main details > summary').all()) await summary.click()
}

/** Asking a colleague, for who asks and for who is asked. */
export const ASKS: readonly Sight[] = [
  { route: ASK, state: 'nobody asked yet', who: 'asking:anouk', path: at('first', 'ask') },
  {
    route: ASK,
    state: 'one helps, one was asked',
    who: 'asking:anouk',
    path: at('second', 'ask'),
    act: unfold,
  },
  {
    route: ASK,
    state: 'nobody chosen',
    who: 'asking:anouk',
    path: at('first', 'ask'),
    refused: async (page) => {
      for (const box of await page.locator('#ask-form input[name="colleague"]:checked').all())
        await box.uncheck()
      await page.locator('#ask-form button').last().click()
    },
  },
  { route: ASK, state: 'not in the circle', who: 'asking:karin', path: at('first', 'ask'), status: 404 },
  { route: ANSWER, state: 'asked', who: 'asking:bram', path: at('second', 'answer'), act: unfold },
  { route: ANSWER, state: 'thinks along', who: 'asking:youssef', path: at('second', 'answer'), act: unfold },
  {
    route: ANSWER,
    state: 'nobody named',
    who: 'asking:bram',
    path: at('second', 'answer'),
    refused: async (page) => {
      await unfold(page)
      await page.locator('#answer-pass button').last().click()
    },
  },
  { route: ANSWER, state: 'not asked', who: 'asking:karin', path: at('second', 'answer'), status: 404 },
]
