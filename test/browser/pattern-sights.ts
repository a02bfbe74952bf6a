import type { Page } from 'playwright-core'
import type { Sight } from './barrier-sights.ts'

const [TOGETHER, TOPICS] = ['/questions/together', '/questions/topics']
const unfold = async (page: Page) => {
  for (const summary of await page.locator('main details > summary').all()) await summary.click()
}
/** A card that stood open while the term went by. */
const sendOld = async (page: Page) => {
  await page
    .locator('.terugkeer input[name="term"]')
    .first()
    .evaluate((field: HTMLInputElement) => {
      field.value = '3'
    })
  await page.locator('.terugkeer button').first().click()
}

/** What comes back, for the team, for who coordinates and for who was asked for a sentence; and the list of topics. */
export const PATTERNS: readonly Sight[] = [
  { route: TOGETHER, state: 'nothing yet', who: 'adopted:bram', path: TOGETHER, act: unfold },
  { route: TOGETHER, state: 'demo', who: 'demo:anouk', path: TOGETHER, act: unfold },
  { route: TOGETHER, state: 'demo, the coordinator', who: 'demo:karin', path: TOGETHER, act: unfold },
  { route: TOGETHER, state: 'sentences, a goal, at rest', who: 'asking:karin', path: TOGETHER, act: unfold },
  { route: TOGETHER, state: 'own sentence stands', who: 'asking:anouk', path: TOGETHER, act: unfold },
  { route: TOGETHER, state: 'own sentence asked', who: 'asking:youssef', path: TOGETHER },
  { route: TOGETHER, state: 'gone by', who: 'asking:paul', path: TOGETHER, refused: sendOld },
  { route: TOPICS, state: 'built in', who: 'adopted:bram', path: TOPICS },
  { route: TOPICS, state: 'who manages the school', who: 'demo:karin', path: TOPICS },
  {
    route: TOPICS,
    state: 'no name',
    who: 'adopted:bram',
    path: TOPICS,
    refused: (page) => page.locator('main form.formulier button').last().click(),
  },
]
