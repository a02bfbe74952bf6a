import type { Page } from 'playwright-core'
import type { BarrierHouse, Who } from './barrier-house.ts'
import type { Sight } from './barrier-sights.ts'
import { adopted, amended } from './sight-acts.ts'

const notes = ({ draft: { href, track } }: BarrierHouse) => `${href}/entry/${track}/notes`
const writeNote = async (page: Page) => {
  await page.fill('#f-text', 'Volgende week durf ik het voor de hele groep.')
  await page.click('form:has(#f-text) button')
  await page.locator('.notities').first().waitFor()
}

const LOOKED_BACK = '/plan/:plan/evaluation/:entry/:time/conversation'
const lookedBack = ({ adopted: { id, goal } }: BarrierHouse) =>
  `/plan/${id}/evaluation/${goal}/mid/conversation`

/** A fold that is open stays so, whatever the page's script has done by then. */
const unfold = (fold: Element) => fold.setAttribute('open', '')

/** Looking back at a plan. */
export const LOOKING_BACK: Sight[] = [
  { route: LOOKED_BACK, state: 'nothing written', who: 'adopted:bram', path: lookedBack },
  {
    route: LOOKED_BACK,
    state: 'said',
    who: 'adopted:bram',
    path: lookedBack,
    act: async (page) => {
      for (const fold of ['main details', '.praatvak details'])
        await page.locator(fold).first().evaluate(unfold)
      await page.locator('.praatvak button[value="comment"]').first().click()
      await page.locator('#speak textarea').fill('Noem ook groep 4.')
      await page.locator('#speak form button').click()
      await page.getByText('Noem ook groep 4.').first().waitFor()
    },
  },
]

/** Working notes. */
export const NOTES: Sight[] = [
  { route: '/account/proof', state: 'no mail, no passkey', who: 'founder', path: '/account/proof' },
  {
    route: '/account/proof',
    state: 'the code of the example school',
    who: 'demo:anouk',
    path: '/account/proof',
    act: async (page) => {
      await page.click('#own-proof button')
      await page.locator('#f-code').waitFor()
    },
  },
  {
    route: '/account/proof',
    state: 'refused',
    who: 'demo:anouk',
    path: '/account/proof?sent=yes',
    refused: async (page) => {
      await page.fill('#f-code', 'geen code')
      await page.click('#own-proof button[value="open"]')
    },
  },
  { route: '/plan/:plan/entry/:entry/notes', state: 'empty', who: 'draft:anouk', path: notes },
  {
    route: '/plan/:plan/entry/:entry/notes',
    state: 'written',
    who: 'draft:anouk',
    path: notes,
    act: writeNote,
  },
  {
    route: '/plan/:plan/entry/:entry/notes',
    state: 'nothing to save',
    who: 'draft:anouk',
    path: notes,
    refused: (page) => page.click('form:has(#f-text) button'),
  },
]

const trackAmendment = amended((of) => `/amendment/${of.trackAmendment}`)
const goalAmendment = amended((of) => `/amendment/${of.goalAmendment}`)
const toAmend = ({ adopted: { id, goal } }: BarrierHouse) => `/plan/${id}/entry/${goal}/amendment`
const sendOf = (fold: RegExp, form: string) => async (page: Page) => {
  await page.locator('summary', { hasText: fold }).click()
  await page.locator(`form:has(${form}) button`).click()
}
const [AMENDMENT, ALL_AMENDMENTS] = ['/plan/:plan/amendment/:amendment', '/plan/:plan/amendments']
const BEGIN_AMENDMENT = '/plan/:plan/entry/:entry/amendment'
const allAmendments = amended(() => '/amendments')
const amendment = (state: string, who: Who, path: Sight['path'], more: Partial<Sight> = {}): Sight => ({
  route: AMENDMENT,
  state,
  who,
  path,
  ...more,
})

/** Changing an adopted plan. */
export const AMENDMENTS: Sight[] = [
  amendment(
    'amended',
    'amended:karin',
    amended(() => ''),
    { route: '/plan/:plan' },
  ),
  amendment('none', 'adopted:karin', adopted('/amendments'), { route: ALL_AMENDMENTS }),
  amendment('two', 'amended:anouk', allAmendments, { route: ALL_AMENDMENTS }),
  amendment('refused', 'amended:anouk', allAmendments, {
    route: ALL_AMENDMENTS,
    refused: sendOf(/nieuw doel|new goal/, '[value="goal"]'),
  }),
  amendment('begin', 'adopted:karin', toAmend, { route: BEGIN_AMENDMENT }),
  amendment('refused', 'adopted:karin', toAmend, {
    route: BEGIN_AMENDMENT,
    refused: (page) => page.locator('form:has(#f-why-entry) button').click(),
  }),
  amendment('waits for a yes', 'amended:karin', trackAmendment),
  amendment('said yes', 'amended:anouk', trackAmendment),
  amendment('to write', 'amended:anouk', (house) => `${trackAmendment(house)}?write=yes`),
  amendment('no without a reason', 'amended:karin', trackAmendment, {
    refused: sendOf(/Nee, dit niet|No, not this/, '#f-decline'),
  }),
  amendment('before the team', 'amended:bram', goalAmendment),
  amendment('before the team, led', 'amended:karin', goalAmendment),
  amendment('talk', 'amended:karin', (house) => `${trackAmendment(house)}/conversation`, {
    route: `${AMENDMENT}/conversation`,
  }),
]
