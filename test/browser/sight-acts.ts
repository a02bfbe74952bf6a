import type { Page } from 'playwright-core'
import type { BarrierHouse } from './barrier-house.ts'

/** What sights do to a page, and where in the house they look. */

export const press = (name: RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
export const send = (form: string) => (page: Page) =>
  page.locator(`${form} button:not([name="language"])`).last().click()
export const draft = (rest: string) => (house: BarrierHouse) => `${house.draft.href}${rest}`
export const TALK = '/plan/:plan/entry/:entry/conversation'
export const talk = (asks: string) => (house: BarrierHouse) =>
  `${house.draft.href}/entry/${house.draft.track}/conversation${asks && `?speak=${house.draft.track}.goal&${asks}`}`
export const decided = (rest: (decided: BarrierHouse['decided']) => string) => (house: BarrierHouse) =>
  `/plan/${house.decided.id}${rest(house.decided)}`
export const amended = (rest: (amended: BarrierHouse['amended']) => string) => (house: BarrierHouse) =>
  `/plan/${house.amended.id}${rest(house.amended)}`
export const adopted = (rest: string) => (house: BarrierHouse) => `/plan/${house.adopted.id}${rest}`
