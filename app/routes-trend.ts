import type { Hono } from 'hono'
import type { OnDesk } from './session/desk.ts'
import { membersOnly } from './session/desk-middleware.ts'
import { chartFeed } from './trend/chart-feed.ts'
import { contextPage } from './trend/context-page.tsx'
import { dataFeed } from './trend/data-feed.ts'
import { publishedPage } from './trend/published-page.tsx'
import { subjectPage } from './trend/subject-page.tsx'
import { trendPage } from './trend/trend-page.tsx'

type App = Hono<OnDesk>

/** Test results coming in, and trends: every URL, one line each. */
export function trends(app: App) {
  app.use('/trends', membersOnly).use('/trends/*', membersOnly)
  for (const part of [imports, schoolBeside, ambitions, talks, analyses, pages]) part(app)
}

// Before `pages`: there '/trends/:subject' takes what is left.
function imports(_app: App) {}

function schoolBeside(app: App) {
  app.get('/trends/school', contextPage.get).post(contextPage.post)
  app.get('/trends/school/import', publishedPage.get).post(publishedPage.post)
}

function ambitions(_app: App) {}

function talks(_app: App) {}

function analyses(_app: App) {}

function pages(app: App) {
  app.get('/trends', trendPage.get)
  app.get('/trends/:subject', subjectPage.get)
  app.get('/trends/:share/chart.svg', chartFeed)
  app.get('/trends/:share/data.csv', dataFeed)
}
