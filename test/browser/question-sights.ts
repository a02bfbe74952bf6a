import type { Page } from 'playwright-core'
import type { BarrierHouse } from './barrier-house.ts'
import type { Sight } from './barrier-sights.ts'

const [LIST, ONE] = ['/questions', '/questions/:question{[0-9a-f-]{36}}']
const one =
  (which: 'first' | 'second' | 'third' | 'closed') =>
  ({ asking }: BarrierHouse) =>
    `/questions/${asking[which]}`
const unfold = async (page: Page) => {
  for (const summary of await page.locator('main details > summary').all()) await summary.click()
}
/** Opens what is folded around the form, and sends it. */
const send = (form: string) => async (page: Page) => {
  for (const summary of await page.locator(`details:has(${form}) > summary`).all()) await summary.click()
  await page.locator(`${form} button`).last().click()
}

/** Questions: one's own, and one on each rung, for its asker and for who else reads it. */
export const QUESTIONS: readonly Sight[] = [
  { route: LIST, state: 'nothing yet', who: 'adopted:bram', path: LIST },
  { route: LIST, state: 'own questions', who: 'asking:anouk', path: LIST, act: unfold },
  { route: LIST, state: 'asked', who: 'asking:bram', path: LIST },
  { route: LIST, state: 'thinking along', who: 'asking:youssef', path: LIST },
  { route: LIST, state: 'nothing typed', who: 'asking:anouk', path: LIST, refused: send('#nieuw') },
  { route: ONE, state: 'first rung', who: 'asking:anouk', path: one('first'), act: unfold },
  { route: ONE, state: 'second rung', who: 'asking:anouk', path: one('second'), act: unfold },
  { route: ONE, state: 'third rung', who: 'asking:anouk', path: one('third'), act: unfold },
  { route: ONE, state: 'closed', who: 'asking:anouk', path: one('closed'), act: unfold },
  { route: ONE, state: 'asked colleague', who: 'asking:bram', path: one('second'), act: unfold },
  { route: ONE, state: 'colleague who thinks along', who: 'asking:youssef', path: one('second') },
  { route: ONE, state: 'coordinator', who: 'asking:karin', path: one('third'), act: unfold },
  { route: ONE, state: 'let in', who: 'asking:paul', path: one('third') },
  { route: ONE, state: 'not in the circle', who: 'asking:karin', path: one('first'), status: 404 },
  {
    route: ONE,
    state: 'nobody chosen to let in',
    who: 'asking:anouk',
    path: one('first'),
    refused: send('#laat-meelezen'),
  },
  {
    route: ONE,
    state: 'a sentence too long',
    who: 'asking:anouk',
    path: one('first'),
    refused: async (page) => {
      for (const summary of await page.locator('#sluiten > summary').all()) await summary.click()
      await page
        .locator('#sluiten textarea')
        .evaluate((field: HTMLTextAreaElement) => field.removeAttribute('maxlength'))
      await page.fill('#sluiten textarea', 'x'.repeat(301))
      await page.locator('#sluiten button').last().click()
    },
  },
]
