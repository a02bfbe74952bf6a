import type { Page } from 'playwright-core'
import { calendarWith, regenboogCalendar } from '../school-calendar.ts'
import type { Sight } from './barrier-sights.ts'

const [CALENDARS, IMPORT] = ['/calendars', '/year/import']

const make = (kind: 'own' | 'team') => async (page: Page) => {
  await page.locator(`form:has(input[value="make"]):has(input[value="${kind}"]) button`).click()
  await page.locator('.agenda-adres').waitFor()
}

const upload = (text: string, then: string) => async (page: Page) => {
  const file = { name: 'agenda.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) }
  await page.locator('#f-file').setInputFiles(file)
  await page.locator('main form:has(#f-file) button').click()
  await page.locator(then).waitFor()
}

/** Nothing ticked, and sent. */
async function nothingChosen(page: Page) {
  await upload(regenboogCalendar(), 'form.inlees')(page)
  await page.$$eval('.inlees-rijen input[type="checkbox"]', (boxes) => {
    for (const box of boxes) (box as HTMLInputElement).checked = false
  })
  await page.locator('form.inlees > button').click()
  await page.locator('.weigering').waitFor()
}

/** One's own calendar, and a school calendar into the year circle. */
export const CALENDAR_SIGHTS: readonly Sight[] = [
  { route: CALENDARS, state: 'nothing yet', who: 'draft:bram', path: CALENDARS },
  { route: CALENDARS, state: 'just made', who: 'draft:anouk', path: CALENDARS, act: make('own') },
  {
    route: CALENDARS,
    state: 'the team’s, just made',
    who: 'draft:karin',
    path: CALENDARS,
    act: make('team'),
  },
  { route: IMPORT, state: 'which file', who: 'demo:karin', path: IMPORT },
  { route: IMPORT, state: 'not for a teacher', who: 'draft:bram', path: IMPORT, status: 403 },
  {
    route: IMPORT,
    state: 'what was found',
    who: 'draft:karin',
    path: IMPORT,
    act: upload(regenboogCalendar(), 'form.inlees'),
  },
  {
    route: IMPORT,
    state: 'nothing in it',
    who: 'draft:karin',
    path: IMPORT,
    act: upload(calendarWith(), '.leegte'),
  },
  {
    route: IMPORT,
    state: 'no calendar',
    who: 'draft:karin',
    path: IMPORT,
    refused: upload('Beste ouders,', '#f-file-error'),
  },
  { route: IMPORT, state: 'nothing chosen', who: 'draft:karin', path: IMPORT, act: nothingChosen },
]
