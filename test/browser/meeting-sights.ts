import type { BarrierHouse } from './barrier-house.ts'
import type { Sight } from './barrier-sights.ts'
import { MINUTES } from './minutes-sights.ts'

const at =
  (which: 'closed' | 'running' | 'preparing' | 'empty', rest = '') =>
  (house: BarrierHouse) =>
    `/meeting/${house.meeting[which]}${rest}`

const ONE = '/meeting/:meeting'
const ITEM = '/meeting/:meeting/item/:item'
const item = ({ meeting }: BarrierHouse) => `/meeting/${meeting.preparing}/item/${meeting.item}`

/** Meetings: the list, planning one, preparing it. */
const PREPARING: readonly Sight[] = [
  { route: '/meetings', state: 'full', who: 'meeting:karin', path: '/meetings' },
  { route: '/meetings', state: 'for a teacher', who: 'meeting:petra', path: '/meetings' },
  { route: '/meetings', state: 'empty', who: 'draft:karin', path: '/meetings' },
  { route: '/meetings/new', state: 'adoption', who: 'meeting:karin', path: '/meetings/new' },
  {
    route: '/meetings/new',
    state: 'without a plan',
    who: 'founder',
    path: '/meetings/new?template=ordinary',
  },
  {
    route: '/meetings/new',
    state: 'refused',
    who: 'meeting:karin',
    path: '/meetings/new?template=mid-evaluation',
    refused: async (page) => {
      await page.fill('#f-title', '')
      await page.locator('form.vergaderplan button').last().click()
    },
  },
  { route: ONE, state: 'prepared', who: 'meeting:karin', path: at('preparing') },
  { route: ONE, state: 'without points', who: 'meeting:paul', path: at('empty') },
  { route: ONE, state: 'for a teacher', who: 'meeting:petra', path: at('preparing') },
  {
    route: ONE,
    state: 'who can’t come',
    who: 'meeting:youssef',
    path: at('preparing'),
    act: (page) => page.locator('#erbij button').click(),
  },
  { route: ONE, state: 'details', who: 'meeting:karin', path: at('preparing', '?edit=details') },
  { route: ONE, state: 'how one decides', who: 'meeting:karin', path: at('preparing', '?edit=deciding') },
  {
    route: ONE,
    state: 'cancelling without a reason',
    who: 'meeting:karin',
    path: at('empty', '?edit=cancel'),
    refused: (page) => page.locator('#afzeggen button').last().click(),
  },
  {
    route: ONE,
    state: 'an item',
    who: 'meeting:karin',
    path: ({ meeting }) => `/meeting/${meeting.preparing}?item=${meeting.item}`,
  },
  { route: ONE, state: 'running', who: 'meeting:petra', path: at('running') },
  { route: ONE, state: 'closed', who: 'meeting:petra', path: at('closed') },
  { route: ITEM, state: 'beforehand', who: 'meeting:petra', path: item },
  {
    route: ITEM,
    state: 'nothing said',
    who: 'meeting:bram',
    path: item,
    refused: (page) => page.locator('#inbreng button').last().click(),
  },
  {
    route: ITEM,
    state: 'having its turn',
    who: 'meeting:petra',
    path: ({ meeting }) => `/meeting/${meeting.running}/item/${meeting.current}`,
  },
]

/** In the room and afterwards. */
const IN_THE_ROOM: readonly Sight[] = [
  { route: '/join', state: 'asked', who: 'nobody', path: '/join' },
  {
    route: '/join',
    state: 'a code that opens nothing',
    who: 'nobody',
    path: '/join',
    refused: (page) => page.locator('#join button').click(),
  },
  { route: '/join/:code', state: 'found', who: 'nobody', path: ({ meeting }) => `/join/${meeting.code}` },
  {
    route: '/meeting/:meeting/phone',
    state: 'waiting to be let in',
    who: 'nobody',
    path: ({ meeting }) => `/join/${meeting.code}`,
    act: async (page) => {
      await page.locator('#join-names button').first().click()
      await page.waitForURL(/\/phone$/)
    },
  },
  {
    route: '/meeting/:meeting/phone',
    state: 'a guest',
    who: 'nobody',
    path: ({ meeting }) => `/join/${meeting.code}`,
    act: async (page) => {
      await page.fill('#join-guest input[name="name"]', 'Mevrouw De Wit')
      await page.locator('#join-guest button').click()
      await page.waitForURL(/\/phone$/)
    },
  },
  { route: '/meeting/:meeting/phone', state: 'a round', who: 'meeting:anouk', path: at('running', '/phone') },
  {
    route: '/meeting/:meeting/phone',
    state: 'an objection without a reason',
    who: 'meeting:anouk',
    path: at('running', '/phone'),
    refused: async (page) => {
      await page.check('[id^="voice-"] input[value="objection"]')
      await page.locator('[id^="voice-"] button').click()
    },
  },
  {
    route: '/meeting/:meeting/phone',
    state: 'answered',
    who: 'meeting:petra',
    path: at('running', '/phone'),
  },
  { route: '/meeting/:meeting/phone', state: 'closed', who: 'meeting:paul', path: at('closed', '/phone') },
  { route: '/meeting/:meeting/phone', state: 'before', who: 'meeting:paul', path: at('preparing', '/phone') },
  { route: '/meeting/:meeting/board', state: 'a round', who: 'meeting:karin', path: at('running', '/board') },
  {
    route: '/meeting/:meeting/board',
    state: 'watching',
    who: 'meeting:petra',
    path: at('running', '/board'),
  },
  {
    route: '/meeting/:meeting/board',
    state: 'before',
    who: 'meeting:karin',
    path: at('preparing', '/board'),
  },
  { route: '/meeting/:meeting/board', state: 'closed', who: 'meeting:karin', path: at('closed', '/board') },
  { route: '/meeting/:meeting/desk', state: 'a round', who: 'meeting:anouk', path: at('running', '/desk') },
  {
    route: '/meeting/:meeting/desk',
    state: 'a voice of nobody',
    who: 'meeting:anouk',
    path: at('running', '/desk'),
    refused: async (page) => {
      await page.locator('#tafel-stem > summary').click()
      await page.locator('[id^="tafel-stem-"] button').click()
    },
  },
  { route: '/meeting/:meeting/desk', state: 'before', who: 'meeting:karin', path: at('preparing', '/desk') },
  { route: '/meeting/:meeting/desk', state: 'closed', who: 'meeting:karin', path: at('closed', '/desk') },
  {
    route: '/meeting/:meeting/text/:item',
    state: 'typing',
    who: 'meeting:karin',
    path: ({ meeting }) => `/meeting/${meeting.running}/text/${meeting.current}`,
  },
  { route: '/meeting/:meeting/adopt', state: 'not yet', who: 'meeting:karin', path: at('closed', '/adopt') },
  {
    route: '/meeting/:meeting/look-back',
    state: 'nothing',
    who: 'meeting:karin',
    path: at('running', '/look-back'),
  },
]

export const MEETINGS: readonly Sight[] = [...PREPARING, ...IN_THE_ROOM, ...MINUTES]

/** Addresses of meetings that answer a GET and are no page. */
export const NO_MEETING_PAGES = [
  '/meeting/:meeting/calendar.ics',
  '/meeting/:meeting/act',
  '/meeting/:meeting/live',
  '/meeting/:meeting/minutes/:format',
]
