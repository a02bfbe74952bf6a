import type { Page } from 'playwright-core'
import { AMENDMENTS, LOOKING_BACK, NOTES } from './amendment-sights.ts'
import { ASKS } from './ask-sights.ts'
import type { BarrierHouse, Who } from './barrier-house.ts'
import { CALENDAR_SIGHTS } from './calendar-sights.ts'
import { LOOK_BACKS } from './look-back-sights.ts'
import { MAP_SIGHTS } from './map-sights.ts'
import { MEETINGS, NO_MEETING_PAGES } from './meeting-sights.ts'
import { OFFICES } from './office-sights.ts'
import { PATTERNS } from './pattern-sights.ts'
import { PEERS } from './peer-sights.ts'
import { QUESTIONS } from './question-sights.ts'
import { SHARING } from './share-sights.ts'
import { SHELVES } from './shelf-sights.ts'
import { adopted, decided, draft, press, send, TALK, talk } from './sight-acts.ts'
import { STEPS } from './step-sights.ts'
import { TIMES } from './time-sights.ts'
import { TRAYS } from './tray-sights.ts'
import { NO_TREND_PAGES, TREND_SIGHTS } from './trend-sights.ts'
import { VERSIONS } from './version-sights.ts'
import { VISITS } from './visit-sights.ts'
import { YEARS } from './year-sights.ts'

/** A page in one state, as one reader sees it. */
export type Sight = {
  readonly route: string
  readonly state: string
  readonly who: Who
  readonly path: string | ((house: BarrierHouse) => string)
  readonly status?: number
  /** On the server that no school has claimed. */
  readonly fresh?: true
  readonly act?: (page: Page) => Promise<void>
  /** Sends a form that cannot be taken. */
  readonly refused?: (page: Page) => Promise<void>
}

/** What answers a GET and is no page: files, data, and addresses that only lead on. */
export const NO_PAGES = [
  '/assets/*',
  '/plan/:plan/principles',
  '/thread',
  '/plan/:plan/entry',
  '/plan/:plan/entry/:entry',
  '/plan/:plan/entry/:entry/place',
  '/plan/:plan/entry/:entry/agreed',
  '/plan/:plan/entry/:entry/support',
  '/plan/:plan/places',
  '/plan/:plan/version/:number/json',
  '/plan/:plan/contract/:format',
  '/plan/:plan/export/:format',
  '/who-reads-what/letter',
  '/time/own.csv',
  '/feeds/:file',
  '/year/circle.svg',
  ...NO_MEETING_PAGES,
  '/plan/:plan/look-back/:time',
  '/visits/:visit/calendar.ics',
  '/office/:appointment/calendar.ics',
  ...NO_TREND_PAGES,
]

const SEARCHING: Sight[] = [
  { route: '/search', state: 'empty', who: 'draft:karin', path: '/search' },
  { route: '/search', state: 'found', who: 'draft:karin', path: '/search?q=lezen' },
  { route: '/search', state: 'nothing', who: 'draft:karin', path: '/search?q=quizvraag' },
]

const FRONT: Sight[] = [
  { route: '/', state: 'two doors', who: 'nobody', path: '/' },
  { route: '/sign-in', state: 'empty', who: 'nobody', path: '/sign-in' },
  {
    route: '/sign-in',
    state: 'refused',
    who: 'nobody',
    path: '/sign-in',
    refused: async (page) => {
      await page.fill('#f-address', 'geen adres')
      await send('#sign-in')(page)
    },
  },
  {
    route: '/sign-in/code',
    state: 'asked',
    who: 'nobody',
    path: '/sign-in',
    act: async (page) => {
      await page.fill('#f-address', `${crypto.randomUUID()}@wilg.example`)
      await send('#sign-in')(page)
      await page.locator('#f-code').waitFor()
    },
  },
  {
    route: '/sign-in/link/:token',
    state: 'open',
    who: 'nobody',
    path: ({ link }) => `/sign-in/link/${link}`,
  },
  { route: '/sign-in/link/:token', state: 'over', who: 'nobody', path: '/sign-in/link/over', status: 410 },
  { route: '/sign-in/second-factor', state: 'waits', who: 'half', path: '/sign-in/second-factor' },
  { route: '/setup', state: 'first of the server', who: 'nobody', path: '/setup', fresh: true },
  {
    route: '/setup',
    state: 'refused',
    who: 'nobody',
    path: '/setup',
    fresh: true,
    refused: send('form[action="/setup"]'),
  },
  { route: '/setup', state: 'claimed', who: 'nobody', path: '/setup' },
  { route: '/setup', state: 'again', who: 'founder', path: '/setup' },
]

const SETUP: Sight[] = [
  { route: '/setup/people', state: 'empty', who: 'founder', path: '/setup/people' },
  {
    route: '/setup/people',
    state: 'preview',
    who: 'founder',
    path: '/setup/people',
    act: async (page) => {
      await page.fill(
        '#f-list',
        'Petra; petra@wilg.example; groep 6; leraar\nYoussef; geen adres; groep 7; tovenaar',
      )
      await page.click('button[value="read"]')
      await page.locator('.persoonregels').waitFor()
    },
  },
  { route: '/setup/learning-teams', state: 'empty', who: 'founder', path: '/setup/learning-teams' },
  { route: '/setup/vision', state: 'empty', who: 'founder', path: '/setup/vision' },
  {
    route: '/setup/vision',
    state: 'refused',
    who: 'founder',
    path: '/setup/vision',
    refused: async (page) => {
      await page.fill('#f-vision', 'Eén zin is te weinig.')
      await send('form[action="/setup/vision"]')(page)
    },
  },
  { route: '/setup/last-year', state: 'the last step', who: 'founder', path: '/setup/last-year' },
  { route: '/setup/vision', state: 'written', who: 'draft:karin', path: '/setup/vision' },
  { route: '/setup/learning-teams', state: 'written', who: 'draft:karin', path: '/setup/learning-teams' },
]

const HOME: Sight[] = [
  { route: '/', state: 'first day', who: 'founder', path: '/' },
  { route: '/', state: 'draft', who: 'draft:karin', path: '/' },
  { route: '/', state: 'a proposal waits', who: 'draft:anouk', path: '/' },
  { route: '/', state: 'decision', who: 'decided:anouk', path: '/' },
  { route: '/', state: 'adopted', who: 'adopted:paul', path: '/' },
  { route: '/', state: 'demo', who: 'demo:karin', path: '/' },
  { route: '/', state: 'demo', who: 'demo:anouk', path: '/' },
  { route: '/', state: 'demo', who: 'demo:paul', path: '/' },
  { route: '/for-you', state: 'talk', who: 'draft:anouk', path: '/for-you' },
  { route: '/for-you', state: 'nothing', who: 'adopted:paul', path: '/for-you' },
  { route: '/digest/:person/:token', state: 'asked', who: 'nobody', path: ({ digestOff }) => digestOff },
  {
    route: '/digest/:person/:token',
    state: 'one kind',
    who: 'nobody',
    path: ({ digestOff }) => `${digestOff}?kind=steps`,
  },
  {
    route: '/digest/:person/:token',
    state: 'over',
    who: 'nobody',
    path: ({ digestOff }) => `${digestOff}x`,
    status: 410,
  },
  { route: '/who-reads-what', state: 'own school', who: 'draft:karin', path: '/who-reads-what' },
  { route: '/who-reads-what', state: 'demo', who: 'demo:bram', path: '/who-reads-what' },
  { route: '/account', state: 'own school', who: 'draft:karin', path: '/account' },
  { route: '/account', state: 'demo', who: 'demo:anouk', path: '/account' },
  { route: '/account/second-factor', state: 'new', who: 'draft:karin', path: '/account/second-factor' },
  {
    route: '/account/help/:personId',
    state: 'a link',
    who: 'draft:karin',
    path: ({ draft: { cast } }) => `/account/help/${cast.people.sem}`,
    act: async (page) => {
      await press(/link/i)(page)
      await page.locator('main code').waitFor()
    },
  },
]

const SCHOOL: Sight[] = [
  { route: '/team', state: 'empty', who: 'founder', path: '/team' },
  { route: '/team', state: 'full', who: 'draft:karin', path: '/team' },
  { route: '/team', state: 'full', who: 'draft:anouk', path: '/team' },
  { route: '/team', state: 'demo', who: 'demo:paul', path: '/team' },
  { route: '/team/texts', state: 'empty', who: 'draft:karin', path: '/team/texts' },
  { route: '/team/people', state: 'empty', who: 'draft:karin', path: '/team/people' },
  {
    route: '/team/people',
    state: 'refused',
    who: 'draft:karin',
    path: '/team/people',
    refused: (page) => page.click('button[value="read"]'),
  },
  { route: '/team/people/new', state: 'empty', who: 'draft:karin', path: '/team/people/new' },
  {
    route: '/team/people/new',
    state: 'refused',
    who: 'draft:karin',
    path: '/team/people/new',
    refused: send('main form'),
  },
  {
    route: '/team/people/:person',
    state: 'a colleague',
    who: 'draft:karin',
    path: ({ draft: { cast } }) => `/team/people/${cast.people.petra}`,
  },
  {
    route: '/team/people/:person',
    state: 'oneself',
    who: 'draft:anouk',
    path: ({ draft: { cast } }) => `/team/people/${cast.people.anouk}`,
  },
  { route: '/team/learning-teams', state: 'full', who: 'draft:karin', path: '/team/learning-teams' },
  { route: '/team/learning-teams', state: 'empty', who: 'founder', path: '/team/learning-teams' },
  { route: '/team/groups', state: 'full', who: 'draft:karin', path: '/team/groups' },
  { route: '/team/groups', state: 'empty', who: 'founder', path: '/team/groups' },
  { route: '/vision', state: 'full', who: 'draft:karin', path: '/vision' },
  { route: '/vision', state: 'full', who: 'draft:anouk', path: '/vision' },
  { route: '/vision', state: 'empty', who: 'founder', path: '/vision' },
  { route: '/settings', state: 'own school', who: 'draft:karin', path: '/settings' },
  {
    route: '/settings',
    state: 'refused',
    who: 'draft:karin',
    path: '/settings',
    refused: async (page) => {
      await page.fill('#f-name', '')
      await page
        .locator('form', { has: page.locator('#f-name') })
        .getByRole('button')
        .last()
        .click()
    },
  },
  { route: '/settings/mail', state: 'nothing', who: 'draft:karin', path: '/settings/mail' },
]

const PLAN: Sight[] = [
  { route: '/plan', state: 'no plan yet', who: 'founder', path: '/plan' },
  { route: '/plan/new', state: 'no plan yet', who: 'founder', path: '/plan/new' },
  { route: '/plan/new', state: 'with plans', who: 'draft:karin', path: '/plan/new' },
  { route: '/plan/:plan', state: 'draft', who: 'draft:karin', path: draft('') },
  { route: '/plan/:plan', state: 'draft', who: 'draft:anouk', path: draft('') },
  { route: '/plan/:plan', state: 'draft', who: 'draft:paul', path: draft('') },
  {
    route: '/plan/:plan',
    state: 'a goal open',
    who: 'draft:karin',
    path: ({ draft: { href, goal } }) => `${href}?edit=${goal}`,
  },
  {
    route: '/plan/:plan',
    state: 'the own track open',
    who: 'draft:anouk',
    path: ({ draft: { href, track } }) => `${href}?edit=${track}`,
  },
  { route: '/plan/:plan', state: 'principles open', who: 'draft:karin', path: draft('?edit=principles') },
  {
    route: '/plan/:plan',
    state: 'a sixth principle refused',
    who: 'draft:karin',
    path: draft('?edit=principles'),
    refused: async (page) => {
      await page.selectOption('select[name="preset"]', { index: 1 })
      await page.click('button[value="add"]')
    },
  },
  { route: '/plan/:plan', state: 'decision', who: 'decided:bram', path: decided(() => '') },
  { route: '/plan/:plan', state: 'adopted', who: 'adopted:karin', path: adopted('') },
  {
    route: '/plan/:plan',
    state: 'demo',
    who: 'demo:karin',
    path: '/',
    act: (page) => followPlan(page),
  },
  { route: '/plan/:plan', state: 'demo', who: 'demo:anouk', path: '/', act: (page) => followPlan(page) },
  {
    route: '/plan/:plan/entry/:entry/proposal',
    state: 'new',
    who: 'draft:karin',
    path: ({ draft: { href, track } }) => `${href}/entry/${track}/proposal`,
  },
  { route: TALK, state: 'who holds the pen', who: 'draft:anouk', path: talk('') },
  { route: TALK, state: 'suggesting', who: 'draft:karin', path: talk('as=suggest&about=0-7') },
  {
    route: TALK,
    state: 'refused',
    who: 'draft:karin',
    path: talk('as=comment&about=whole'),
    refused: send('#speak form'),
  },
  {
    route: '/plan/:plan/principles/conversation',
    state: 'nothing said',
    who: 'draft:karin',
    path: draft('/principles/conversation'),
  },
  { route: '/plan/:plan/loose-ends', state: 'some', who: 'draft:karin', path: draft('/loose-ends') },
  {
    route: '/plan/:plan/loose-ends',
    state: 'refused',
    who: 'draft:karin',
    path: draft('/loose-ends'),
    refused: async (page) => {
      await page.locator('main details summary').first().click()
      await page.locator('main details form button').first().click()
    },
  },
  { route: '/plan/:plan/phase', state: 'draft', who: 'draft:karin', path: draft('/phase') },
  {
    route: '/plan/:plan/phase',
    state: 'refused',
    who: 'draft:karin',
    path: draft('/phase'),
    refused: send('main form'),
  },
  { route: '/plan/:plan/phase', state: 'to read', who: 'draft:anouk', path: draft('/phase') },
  { route: '/plan/:plan/year', state: 'draft', who: 'draft:karin', path: draft('/year') },
]

const THREAD: Sight[] = [
  { route: '/plan/:plan/thread', state: 'draft', who: 'draft:karin', path: draft('/thread') },
  { route: '/plan/:plan/thread', state: 'loose ends', who: 'draft:anouk', path: draft('/thread?loose=yes') },
  {
    route: '/plan/:plan/thread',
    state: 'nothing found',
    who: 'draft:anouk',
    path: draft('/thread?loose=yes&domain=care&team=x'),
  },
  { route: '/plan/:plan/thread', state: 'adopted', who: 'adopted:paul', path: adopted('/thread') },
  {
    route: '/plan/:plan/thread',
    state: 'demo',
    who: 'demo:karin',
    path: '/',
    act: (page) => goOn(page, '/thread', 'main .weefsel, main .boom'),
  },
  { route: '/plan/:plan/orchestra', state: 'by section', who: 'draft:karin', path: draft('/orchestra') },
  { route: '/plan/:plan/orchestra', state: 'by team', who: 'draft:sem', path: draft('/orchestra?by=team') },
  { route: '/thread/years', state: 'no plan yet', who: 'founder', path: '/thread/years' },
  { route: '/thread/years', state: 'first year', who: 'adopted:bram', path: '/thread/years' },
  { route: '/thread/years', state: 'demo', who: 'demo:bram', path: '/thread/years' },
]

const goOn = async (page: Page, path: string, seen: string) => {
  await page.goto(new URL(path, page.url()).href)
  await page.locator(seen).first().waitFor({ state: 'attached' })
}

const followPlan = async (page: Page) => {
  await page.goto(new URL('/plan', page.url()).href)
  await page.locator('.planvak').waitFor()
}

const DECISION: Sight[] = [
  { route: '/plan/:plan/decision', state: 'not yet', who: 'draft:karin', path: draft('/decision') },
  { route: '/plan/:plan/decision', state: 'open', who: 'decided:karin', path: decided(() => '/decision') },
  { route: '/plan/:plan/decision', state: 'open', who: 'decided:anouk', path: decided(() => '/decision') },
  { route: '/plan/:plan/decision', state: 'sealed', who: 'adopted:karin', path: adopted('/decision') },
  {
    route: '/plan/:plan/decision/:decision',
    state: 'the whole',
    who: 'decided:anouk',
    path: decided(({ open }) => `/decision/${open}`),
  },
  {
    route: '/plan/:plan/decision/:decision',
    state: 'an objection without a reason',
    who: 'decided:anouk',
    path: decided(({ open }) => `/decision/${open}`),
    refused: async (page) => {
      await page.check('input[value="objection"]')
      await page.click('#stem button')
    },
  },
  {
    route: '/plan/:plan/decision/:decision',
    state: 'everyone answered',
    who: 'decided:karin',
    path: decided(({ objected }) => `/decision/${objected}`),
  },
  {
    route: '/plan/:plan/decision/:decision',
    state: 'the objector',
    who: 'decided:bram',
    path: decided(({ objected }) => `/decision/${objected}`),
  },
  {
    route: '/plan/:plan/version/:number',
    state: 'sealed',
    who: 'adopted:karin',
    path: adopted('/version/1.0'),
  },
  ...VERSIONS,
  ...MEETINGS,
  ...LOOK_BACKS,
  ...STEPS,
  ...VISITS,
  ...QUESTIONS,
  ...ASKS,
  ...OFFICES,
  ...PATTERNS,
  ...PEERS,
  ...MAP_SIGHTS,
  ...TREND_SIGHTS,
  { route: '/plan/:plan/evaluation', state: 'not yet', who: 'draft:karin', path: draft('/evaluation') },
  { route: '/plan/:plan/evaluation', state: 'half-way', who: 'adopted:karin', path: adopted('/evaluation') },
  { route: '/plan/:plan/evaluation', state: 'half-way', who: 'adopted:anouk', path: adopted('/evaluation') },
  {
    route: '/plan/:plan/evaluation',
    state: 'at the end',
    who: 'adopted:paul',
    path: adopted('/evaluation?time=end'),
  },
  { route: '/plan/:plan/export', state: 'draft', who: 'draft:karin', path: draft('/export') },
  { route: '/plan/:plan/export', state: 'adopted', who: 'adopted:anouk', path: adopted('/export') },
  {
    route: '/plan/:plan/export/print',
    state: 'draft',
    who: 'draft:karin',
    path: draft('/export/print?readers=full'),
  },
  {
    route: '/plan/:plan/export/print',
    state: 'adopted',
    who: 'adopted:karin',
    path: adopted('/export/print?readers=full'),
  },
]

const IMPORT: Sight[] = [
  { route: '/plan/import', state: 'empty', who: 'founder', path: '/plan/import' },
  { route: '/plan/import', state: 'one waits', who: 'imported:karin', path: '/plan/import' },
  {
    route: '/plan/import',
    state: 'no file',
    who: 'imported:karin',
    path: '/plan/import',
    refused: send('form[action="/plan/import"]'),
  },
  {
    route: '/plan/import/:id',
    state: 'to look at',
    who: 'imported:karin',
    path: (house) => house.imported.preview,
  },
  {
    route: '/plan/:plan/import',
    state: 'kept',
    who: 'imported:karin',
    path: (house) => `${house.imported.plan}/import`,
  },
  { route: '/plan/:plan', state: 'from Word', who: 'imported:karin', path: (house) => house.imported.plan },
]

/** Every page of the house, in the states that look different. */
export const SIGHTS: readonly Sight[] = [
  ...FRONT,
  ...SEARCHING,
  ...SETUP,
  ...HOME,
  ...SCHOOL,
  ...PLAN,
  ...THREAD,
  ...IMPORT,
  ...DECISION,
  ...AMENDMENTS,
  ...SHARING,
  ...TIMES,
  ...TRAYS,
  ...SHELVES,
  ...CALENDAR_SIGHTS,
  ...YEARS,
  ...NOTES,
  ...LOOKING_BACK,
]
