import type { Page } from 'playwright-core'
import type { Sight } from './barrier-sights.ts'

const [YEAR, MOVE, ITEM, NEW] = ['/year', '/year/move', '/year/item/:moment', '/year/item/new']

/** Follows the first link of the list whose address begins so. */
const follow = (start: string, there: string) => async (page: Page) => {
  const href = await page.locator(`.maandblok a[href^="${start}"]`).first().getAttribute('href')
  await page.goto(new URL(href ?? '', page.url()).href)
  await page.locator(there).waitFor()
}

/** Sends the last form of the page. */
const send = (page: Page) => page.locator('main form button').last().click()

/** The year circle: as circle, list and month, and everything with which it is made. */
export const YEARS: readonly Sight[] = [
  { route: YEAR, state: 'full, by who plans it', who: 'demo:karin', path: YEAR },
  { route: YEAR, state: 'full, by who reads it', who: 'demo:anouk', path: YEAR },
  { route: YEAR, state: 'empty, to plan', who: 'draft:karin', path: YEAR },
  { route: YEAR, state: 'empty, to read', who: 'draft:petra', path: YEAR },
  { route: YEAR, state: 'a year of which nothing is known', who: 'demo:karin', path: '/year?year=2031-2032' },
  { route: YEAR, state: 'a month', who: 'demo:karin', path: '/year?month=2026-12' },
  { route: YEAR, state: 'a month to read', who: 'demo:anouk', path: '/year?month=2027-05' },
  { route: '/year/print', state: 'on A3', who: 'demo:karin', path: '/year/print' },
  {
    route: MOVE,
    state: 'an item',
    who: 'demo:karin',
    path: YEAR,
    act: follow('/year/move?uid=item-', '#f-day'),
  },
  {
    route: MOVE,
    state: 'a day that is none',
    who: 'demo:karin',
    path: YEAR,
    refused: async (page) => {
      await follow('/year/move?uid=item-', '#f-day')(page)
      await page.fill('#f-day', '')
      await send(page)
    },
  },
  { route: NEW, state: 'to fill in', who: 'draft:karin', path: NEW },
  { route: NEW, state: 'nothing filled in', who: 'draft:karin', path: NEW, refused: send },
  { route: ITEM, state: 'to change', who: 'demo:karin', path: YEAR, act: follow('/year/item/', '#f-title') },
  { route: '/year/new', state: 'from the template', who: 'draft:karin', path: '/year/new' },
  {
    route: '/year/new',
    state: 'next year',
    who: 'demo:karin',
    path: '/year/new?year=2027-2028&from=2026-2027',
  },
  {
    route: '/year/new',
    state: 'nothing ticked',
    who: 'demo:karin',
    path: '/year/new?year=2028-2029',
    refused: async (page) => {
      for (const box of await page.locator('main input[type="checkbox"]').all()) await box.uncheck()
      await send(page)
    },
  },
  { route: '/year/holidays', state: 'as published', who: 'draft:karin', path: '/year/holidays' },
  { route: '/year/holidays', state: 'changed', who: 'demo:karin', path: '/year/holidays' },
  {
    route: '/year/holidays',
    state: 'a free day without a name',
    who: 'demo:karin',
    path: '/year/holidays',
    refused: send,
  },
  { route: '/year/template', state: 'built in', who: 'draft:karin', path: '/year/template' },
  {
    route: '/year/template',
    state: 'a week that is none',
    who: 'draft:karin',
    path: '/year/template',
    refused: async (page) => {
      await page.locator('.sjabloonregel input[type="number"]').first().fill('99')
      await send(page)
    },
  },
  { route: '/year/proposals', state: 'nothing', who: 'draft:petra', path: '/year/proposals' },
  { route: '/year/proposals', state: 'asked', who: 'adopted:anouk', path: '/year/proposals' },
  { route: '/year/proposals', state: 'proposed', who: 'adopted:karin', path: '/year/proposals' },
]
