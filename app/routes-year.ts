import type { Hono } from 'hono'
import { calendarFeed } from './calendar/calendar-feed.ts'
import { calendarsPage } from './calendar/calendars-page.tsx'
import { calendarImportPage } from './calendar/import-page.tsx'
import { workFormsPage } from './school/work-form-page.tsx'
import type { OnDesk } from './session/desk.ts'
import { membersOnly } from './session/desk-middleware.ts'
import { pieceNewPage } from './shelf/piece-new-page.tsx'
import { piecePage } from './shelf/piece-page.tsx'
import { pieceTextFeed } from './shelf/piece-text-feed.ts'
import { pieceWritePage } from './shelf/piece-write-page.tsx'
import { shelfPage } from './shelf/shelf-page.tsx'
import { myStepsPage } from './step/my-steps-page.tsx'
import { stepsPage } from './step/step-page.tsx'
import { entriesPage } from './time/entries-page.tsx'
import { estimatePage } from './time/estimate-page.tsx'
import { importPage as timeImportPage } from './time/import-page.tsx'
import { sharedPage, sharePage } from './time/share-page.tsx'
import { talkPage } from './time/talk-page.tsx'
import { timeCsvFeed } from './time/time-csv-feed.ts'
import { timePage } from './time/time-page.tsx'
import { visitCalendarFeed } from './visit/calendar-feed.ts'
import { newVisitPage } from './visit/visit-new-page.tsx'
import { visitPage } from './visit/visit-page.tsx'
import { visitsPage } from './visit/visits-page.tsx'
import { circleFeed } from './year/circle-feed.tsx'
import { holidaysPage } from './year/holidays-page.tsx'
import { itemPage, newItemPage } from './year/item-page.tsx'
import { layPage } from './year/lay-page.tsx'
import { movePage } from './year/move-page.tsx'
import { printYearPage } from './year/print-page.tsx'
import { proposalsPage } from './year/proposals-page.tsx'
import { templatePage } from './year/template-page.tsx'
import { yearPage } from './year/year-page.tsx'

type App = Hono<OnDesk>

/** The working year: steps, visits, the year circle, calendars, time, the shelf: every URL, one line each. */
export function workingYear(app: App) {
  for (const part of [steps, visits, yearCircle, calendars, time, shelf]) part(app)
}

function steps(app: App) {
  app.use('/steps', membersOnly).use('/steps/*', membersOnly)
  app.get('/steps', myStepsPage.get)
  app.get('/steps/forms', workFormsPage.get).post(workFormsPage.post)
  app.get('/plan/:plan/entry/:entry/steps', stepsPage.get).post(stepsPage.post)
}

function visits(app: App) {
  app.use('/visits', membersOnly).use('/visits/*', membersOnly)
  app.get('/visits', visitsPage.get).post('/visits', visitsPage.post)
  app.get('/visits/new', newVisitPage.get).post('/visits/new', newVisitPage.post)
  app.get('/visits/:visit', visitPage.get).post('/visits/:visit', visitPage.post)
  app.get('/visits/:visit/calendar.ics', visitCalendarFeed)
}

function yearCircle(app: App) {
  app.use('/year', membersOnly).use('/year/*', membersOnly)
  app.get('/year', yearPage.get)
  app.get('/year/print', printYearPage)
  app.get('/year/circle.svg', circleFeed)
  app.get('/year/move', movePage.get).post('/year/move', movePage.post)
  app.get('/year/new', layPage.get).post('/year/new', layPage.post)
  app.get('/year/item/new', newItemPage.get).post('/year/item/new', newItemPage.post)
  app.get('/year/item/:moment', itemPage.get).post('/year/item/:moment', itemPage.post)
  app.get('/year/holidays', holidaysPage.get).post('/year/holidays', holidaysPage.post)
  app.get('/year/template', templatePage.get).post('/year/template', templatePage.post)
  app.get('/year/proposals', proposalsPage.get).post('/year/proposals', proposalsPage.post)
}

function calendars(app: App) {
  // Read by calendar programs: no session, the address itself is the secret.
  app.get('/feeds/:file', calendarFeed)
  app.use('/calendars', membersOnly)
  app.get('/calendars', calendarsPage.get).post(calendarsPage.post)
  app.get('/year/import', calendarImportPage.get).post(calendarImportPage.post)
}

function time(app: App) {
  app.use('/time', membersOnly).use('/time/*', membersOnly)
  app.get('/time/share', sharePage.get).post('/time/share', sharePage.post)
  app.get('/time/shared', sharedPage.get)
  app.get('/time/talk', talkPage.get).post('/time/talk', talkPage.post)
  app.get('/time', timePage.get).post(timePage.post)
  app.get('/time/own.csv', timeCsvFeed)
  app.get('/time/entries', entriesPage.get).post(entriesPage.post)
  app.get('/time/week', estimatePage.get).post(estimatePage.post)
  app.get('/time/import', timeImportPage.get).post(timeImportPage.post)
}

function shelf(app: App) {
  app.use('/shelf', membersOnly).use('/shelf/*', membersOnly)
  app.get('/shelf', shelfPage.get)
  app.get('/shelf/new', pieceNewPage.get).post('/shelf/new', pieceNewPage.post)
  app.get('/shelf/:piece', piecePage.get).post('/shelf/:piece', piecePage.post)
  app.get('/shelf/:piece/write', pieceWritePage.get).post('/shelf/:piece/write', pieceWritePage.post)
  app.post('/shelf/:piece/text/:field', pieceTextFeed)
}
