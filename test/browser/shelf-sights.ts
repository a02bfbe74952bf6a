import type { Page } from 'playwright-core'
import type { Sight } from './barrier-sights.ts'

const [SHELF, NEW, PIECE, WRITE] = ['/shelf', '/shelf/new', '/shelf/:piece', '/shelf/:piece/write']

/** Opens the first thing of a list, and waits until it is there. */
const follow = (list: string, arrives: string) => async (page: Page) => {
  await page.locator(`${list} a`).first().click()
  await page.locator(arrives).first().waitFor()
}
const piece = follow('.plankstuk h3', '.stukblad')
const draft = follow('.planklijst', '#f-theme')

/** The shelf: to find, to read, to write, to take along. */
export const SHELVES: readonly Sight[] = [
  { route: SHELF, state: 'empty', who: 'adopted:bram', path: SHELF },
  { route: SHELF, state: 'full, with a draft', who: 'demo:anouk', path: SHELF },
  { route: SHELF, state: 'found', who: 'demo:karin', path: `${SHELF}?q=rekenen&grade=3` },
  { route: SHELF, state: 'nothing found', who: 'demo:karin', path: `${SHELF}?q=vulkaan` },
  { route: NEW, state: 'of a goal or track', who: 'demo:anouk', path: NEW },
  { route: NEW, state: 'without a plan', who: 'founder', path: NEW },
  { route: PIECE, state: 'of a colleague', who: 'demo:paul', path: SHELF, act: piece },
  { route: PIECE, state: 'to take along', who: 'demo:karin', path: SHELF, act: piece },
  { route: WRITE, state: 'a draft', who: 'demo:anouk', path: SHELF, act: draft },
  {
    route: WRITE,
    state: 'a link that is none',
    who: 'demo:anouk',
    path: SHELF,
    act: async (page) => {
      await draft(page)
      await page.fill('#f-link', 'geen adres')
      await page.locator('form.formulier button.knop').last().click()
      await page.locator('#f-link[aria-invalid="true"]').waitFor()
    },
  },
]
