import type { BarrierHouse } from './barrier-house.ts'
import type { Sight } from './barrier-sights.ts'

const draft = (rest: string) => (house: BarrierHouse) => `${house.draft.href}${rest}`
const adopted = (rest: string) => (house: BarrierHouse) => `/plan/${house.adopted.id}${rest}`

/** Versions of a plan, what changed between them, and what one did oneself. */
export const VERSIONS: readonly Sight[] = [
  { route: '/plan/:plan/versions', state: 'draft', who: 'draft:karin', path: draft('/versions') },
  { route: '/plan/:plan/versions', state: 'adopted', who: 'adopted:anouk', path: adopted('/versions') },
  {
    route: '/plan/:plan/versions',
    state: 'without a name',
    who: 'draft:karin',
    path: draft('/versions'),
    refused: async (page) => {
      await page.check('input[value="own"]')
      await page.locator('form.formulier button').last().click()
    },
  },
  {
    route: '/plan/:plan/versions/compare',
    state: 'in one text',
    who: 'adopted:karin',
    path: adopted('/versions/compare?from=1.0&to=now'),
  },
  {
    route: '/plan/:plan/versions/compare',
    state: 'beside each other',
    who: 'demo:karin',
    path: '/',
    act: async (page) => {
      await page.goto(new URL('/plan', page.url()).href)
      await page.locator('.planvak').waitFor()
      await page.goto(`${page.url().split(/[?#]/)[0]}/versions/compare?look=side&from=now`)
    },
  },
  {
    route: '/plan/:plan/versions/:snapshot',
    state: 'to read',
    who: 'adopted:anouk',
    path: adopted('/versions/1.0'),
  },
  { route: '/plan/:plan/contract', state: 'to write', who: 'draft:karin', path: draft('/contract') },
  { route: '/plan/:plan/contract', state: 'adopted', who: 'adopted:anouk', path: adopted('/contract') },
  {
    route: '/plan/:plan/contract',
    state: 'too long',
    who: 'draft:karin',
    path: draft('/contract'),
    refused: async (page) => {
      await page
        .locator('textarea')
        .first()
        .evaluate((field: HTMLTextAreaElement) => {
          field.removeAttribute('maxlength')
          field.value = 'Nog een punt. '.repeat(400)
        })
      await page.locator('form.formulier button').last().click()
    },
  },
  { route: '/plan/:plan/undo', state: 'much', who: 'draft:karin', path: draft('/undo') },
  { route: '/plan/:plan/undo', state: 'nothing', who: 'adopted:paul', path: adopted('/undo') },
]
