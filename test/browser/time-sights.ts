import type { Page } from 'playwright-core'
import type { Sight } from './barrier-sights.ts'

const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//sights//NL
BEGIN:VEVENT
UID:1@sights
DTSTAMP:20261101T080000Z
DTSTART:20261117T080000Z
DTEND:20261117T090000Z
SUMMARY:Oudergesprek
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n')

const choose = (text: string) => async (page: Page) => {
  await page.setInputFiles('#f-file', {
    name: 'agenda.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from(text),
  })
  await page.locator('#agenda button').last().click()
}

/** Own time: two taps, the balance, the week by dragging, the own calendar. */
export const TIMES: readonly Sight[] = [
  { route: '/time', state: 'full', who: 'demo:karin', path: '/time' },
  { route: '/time', state: 'empty', who: 'draft:karin', path: '/time' },
  { route: '/time', state: 'no door', who: 'draft:anouk', path: '/time', status: 404 },
  {
    route: '/time',
    state: 'in between',
    who: 'draft:karin',
    path: '/time',
    act: async (page) => {
      await page.locator('label[for="w-ad-hoc"]').click()
      await page.locator('label[for="a-pupil"]').waitFor()
    },
  },
  {
    route: '/time',
    state: 'nothing chosen',
    who: 'draft:karin',
    path: '/time',
    refused: (page) => page.locator('button[name="length"][value="15"]').click(),
  },
  {
    route: '/time',
    state: 'saved',
    who: 'looked:karin',
    path: '/time',
    act: async (page) => {
      await page.locator('label[for="w-care"]').click()
      await page.locator('button[name="length"][value="15"]').click()
      await page.locator('.bewaard').waitFor()
    },
  },
  {
    route: '/time',
    state: 'busy',
    who: 'adopted:karin',
    path: '/time',
    act: async (page) => {
      if ((await page.locator('.loopt').count()) > 0) return
      await page.locator('label[for="w-question"]').click()
      await page.locator('button[name="length"][value="begin"]').click()
      await page.locator('.loopt').waitFor()
    },
  },
  { route: '/time/entries', state: 'full', who: 'demo:karin', path: '/time/entries?week=2026-11-09' },
  { route: '/time/entries', state: 'empty', who: 'draft:karin', path: '/time/entries' },
  {
    route: '/time/entries',
    state: 'changing',
    who: 'demo:karin',
    path: '/time/entries?week=2026-11-09',
    act: (page) => page.locator('.tijddag summary').first().click(),
  },
  {
    route: '/time/entries',
    state: 'a length that is none',
    who: 'demo:karin',
    path: '/time/entries?week=2026-11-09',
    refused: async (page) => {
      await page.locator('.tijddag summary').first().click()
      await page.locator('.tijddag input[name="minutes"]').first().fill('veel')
      await page.locator('.tijddag form button').first().click()
    },
  },
  {
    route: '/time/week',
    state: 'from what was written',
    who: 'demo:karin',
    path: '/time/week?week=2026-11-09',
  },
  {
    route: '/time/week',
    state: 'nothing slid open',
    who: 'draft:karin',
    path: '/time/week?week=2026-11-02',
    refused: (page) => page.locator('.schatten button').first().click(),
  },
  { route: '/time/import', state: 'start', who: 'draft:karin', path: '/time/import' },
  {
    route: '/time/import',
    state: 'no calendar',
    who: 'draft:karin',
    path: '/time/import',
    refused: choose('x'),
  },
  {
    route: '/time/import',
    state: 'proposals',
    who: 'draft:karin',
    path: '/time/import',
    act: async (page) => {
      await choose(CALENDAR)(page)
      await page.locator('#voorstellen').waitFor()
    },
  },
]
