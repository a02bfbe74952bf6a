import type { BarrierHouse } from './barrier-house.ts'
import type { Sight } from './barrier-sights.ts'

const route = '/meeting/:meeting/minutes'
const at =
  (which: 'closed' | 'confirmed', rest = '') =>
  ({ meeting }: BarrierHouse) =>
    `/meeting/${meeting[which]}/minutes${rest}`

/** Minutes: read, completed, confirmed and corrected. */
export const MINUTES: readonly Sight[] = [
  { route, state: 'draft', who: 'meeting:anouk', path: at('closed') },
  { route, state: 'read', who: 'meeting:petra', path: at('closed') },
  { route, state: 'completed', who: 'meeting:anouk', path: at('closed', '?write=all') },
  {
    route,
    state: 'an action that nobody can read',
    who: 'meeting:anouk',
    path: at('closed', '?write=all'),
    refused: async (page) => {
      const line = page.locator('form.actieregel').last()
      await line.locator('input[name="line"]').fill('leeslijst maken')
      await line.locator('button').click()
    },
  },
  {
    route: '/meeting/:meeting/desk',
    state: 'an action that nobody can read',
    who: 'meeting:anouk',
    path: ({ meeting }) => `/meeting/${meeting.running}/desk`,
    refused: async (page) => {
      const line = page.locator('form.actieregel')
      await line.locator('input[name="line"]').fill('leeslijst maken')
      await line.locator('button').click()
    },
  },
  { route, state: 'confirmed and corrected', who: 'meeting:petra', path: at('confirmed') },
  {
    route,
    state: 'a correction without a reason',
    who: 'meeting:anouk',
    path: at('confirmed'),
    refused: async (page) => {
      await page.locator('.notulenact summary').click()
      await page.locator('#f-what').fill('Youssef was in de zaal.')
      await page.locator('#correctie button').click()
    },
  },
]
