import type { BarrierHouse } from './barrier-house.ts'
import type { Sight } from './barrier-sights.ts'

const meeting = (rest: string) => (house: BarrierHouse) => `${house.looked.href}${rest}`
const plan = (rest: string) => (house: BarrierHouse) => `/plan/${house.looked.id}${rest}`
const PAGE = '/meeting/:meeting/look-back'
const YIELDS = '/plan/:plan/yields'
const TOGETHER = '/plan/:plan/evaluation'

/** Looking back together: in the room, on the evaluation page, and what is shared. */
export const LOOK_BACKS: readonly Sight[] = [
  { route: PAGE, state: 'leading', who: 'looked:karin', path: meeting('/look-back') },
  { route: PAGE, state: 'reading along', who: 'looked:anouk', path: meeting('/look-back') },
  {
    route: PAGE,
    state: 'a theme without a name',
    who: 'looked:karin',
    path: meeting('/look-back'),
    refused: (page) => page.locator('form[id^="theme-"] button').first().click(),
  },
  { route: '/meeting/:meeting/board', state: 'themes', who: 'looked:karin', path: meeting('/board') },
  { route: '/meeting/:meeting/phone', state: 'bringing in', who: 'looked:anouk', path: meeting('/phone') },
  { route: YIELDS, state: 'own and others', who: 'looked:anouk', path: plan('/yields') },
  { route: YIELDS, state: 'for a colleague', who: 'looked:paul', path: plan('/yields') },
  {
    route: YIELDS,
    state: 'nothing',
    who: 'adopted:bram',
    path: ({ adopted }) => `/plan/${adopted.id}/yields`,
  },
  {
    route: YIELDS,
    state: 'nothing typed',
    who: 'looked:paul',
    path: plan('/yields'),
    refused: (page) => page.locator('#promise button').last().click(),
  },
  {
    route: YIELDS,
    state: 'what came of it is missing',
    who: 'looked:anouk',
    path: plan('/yields'),
    refused: async (page) => {
      await page.locator('.beloften summary').first().click()
      await page.locator('.beloften form button').first().click()
    },
  },
  { route: TOGETHER, state: 'together', who: 'looked:karin', path: plan('/evaluation?time=end') },
  { route: TOGETHER, state: 'the principal', who: 'looked:paul', path: plan('/evaluation?time=end') },
]
