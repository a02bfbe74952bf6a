import type { Page } from 'playwright-core'
import type { BarrierHouse } from './barrier-house.ts'
import type { Sight } from './barrier-sights.ts'

const [OWN, ALL, COLLEAGUE] = ['/profile', '/profile/all', '/profile/:person']
const [LIST, NEW, ONE] = ['/peers', '/peers/new', '/peers/:peers']
const profile =
  (key: 'lotte' | 'bram') =>
  ({ asking }: BarrierHouse) =>
    `/profile/${asking.cast.people[key]}`
const one =
  (which: 'asked' | 'runs' | 'three' | 'closed' | 'left') =>
  ({ asking }: BarrierHouse) =>
    `/peers/${asking.learning[which]}`
const unfold = async (page: Page) => {
  for (const summary of await page.locator('main details > summary').all())
    if (!(await summary.evaluate((it) => (it.parentElement as HTMLDetailsElement).open)))
      await summary.click()
}
/** Types something longer than a field takes, and sends the form. */
const tooLong = (form: string, field: string, signs: number) => async (page: Page) => {
  const input = page.locator(`${form} [name="${field}"]`)
  await input.evaluate((it: HTMLInputElement) => it.removeAttribute('maxlength'))
  await input.fill('x'.repeat(signs))
  await page.locator(`${form} button`).last().click()
}
/** Opens what is folded around the form, and sends it. */
const send = (form: string) => async (page: Page) => {
  const folds = page.locator(`details:not([open]):has(${form}) > summary`)
  for (const summary of await folds.all()) await summary.click()
  await page.locator(`${form} button`).last().click()
}

/** What colleagues say of themselves, and learning together in pairs and triads. */
export const PEERS: readonly Sight[] = [
  { route: OWN, state: 'empty', who: 'asking:bram', path: OWN, act: unfold },
  { route: OWN, state: 'written', who: 'asking:lotte', path: OWN, act: unfold },
  {
    route: OWN,
    state: 'a line too long',
    who: 'asking:lotte',
    path: OWN,
    refused: tooLong('#profiel', 'line', 161),
  },
  { route: ALL, state: 'everybody', who: 'asking:petra', path: ALL },
  { route: ALL, state: 'one topic', who: 'asking:petra', path: `${ALL}?topic=behaviour` },
  { route: ALL, state: 'nobody on a topic', who: 'asking:petra', path: `${ALL}?topic=gifted` },
  { route: COLLEAGUE, state: 'written', who: 'asking:paul', path: profile('lotte') },
  { route: COLLEAGUE, state: 'empty', who: 'asking:petra', path: profile('bram') },
  { route: COLLEAGUE, state: 'own', who: 'asking:lotte', path: profile('lotte') },
  { route: LIST, state: 'nothing yet, nothing written', who: 'asking:samira', path: LIST },
  { route: LIST, state: 'proposals', who: 'asking:sem', path: LIST },
  { route: LIST, state: 'running', who: 'asking:petra', path: LIST },
  { route: LIST, state: 'asked', who: 'asking:wilma', path: LIST },
  { route: LIST, state: 'closed', who: 'asking:eva', path: LIST, act: unfold },
  { route: LIST, state: 'coordinator', who: 'asking:karin', path: LIST },
  { route: NEW, state: 'empty', who: 'asking:sem', path: NEW },
  { route: NEW, state: 'nothing chosen', who: 'asking:sem', path: NEW, refused: send('#vraag') },
  { route: ONE, state: 'asked', who: 'asking:wilma', path: one('asked') },
  { route: ONE, state: 'waiting', who: 'asking:bram', path: one('asked'), act: unfold },
  { route: ONE, state: 'running', who: 'asking:petra', path: one('runs'), act: unfold },
  { route: ONE, state: 'a third one proposed', who: 'asking:noor', path: one('three') },
  { route: ONE, state: 'closed', who: 'asking:eva', path: one('closed') },
  { route: ONE, state: 'left', who: 'asking:ineke', path: one('left') },
  { route: ONE, state: 'of others', who: 'asking:karin', path: one('runs'), status: 404 },
  { route: ONE, state: 'no moment typed', who: 'asking:petra', path: one('runs'), refused: send('#f-meet') },
  { route: ONE, state: 'nothing agreed', who: 'asking:petra', path: one('runs'), refused: send('#f-agree') },
  { route: ONE, state: 'nobody chosen', who: 'asking:petra', path: one('runs'), refused: send('#f-another') },
]
