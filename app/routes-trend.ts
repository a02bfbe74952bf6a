import type { Hono } from 'hono'
import { ambitionPage } from './ambition/ambition-page.tsx'
import { ambitionsPage } from './ambition/ambitions-page.tsx'
import { analysesPage } from './analysis/analyses-page.tsx'
import { analysisFileFeed } from './analysis/analysis-file-feed.ts'
import { analysisPage } from './analysis/analysis-page.tsx'
import { talkFeed } from './datatalk/talk-feed.ts'
import { talkPage } from './datatalk/talk-page.tsx'
import { talksPage } from './datatalk/talks-page.tsx'
import { livePart } from './hall/live-part-desk.ts'
import { edexmlPage } from './result/edexml-page.tsx'
import { importPage } from './result/import-page.tsx'
import { incomingPage } from './result/incoming-page.tsx'
import { refusedFeed } from './result/refused-feed.ts'
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
function imports(app: App) {
  app.get('/trends/import', importPage.get).post(importPage.post)
  app.get('/trends/import/files/:incoming', incomingPage.get).post(incomingPage.post)
  app.get('/trends/import/files/:incoming/refused.csv', refusedFeed)
  app.get('/team/import', edexmlPage.get).post(edexmlPage.post)
}

function schoolBeside(app: App) {
  app.get('/trends/school', contextPage.get).post(contextPage.post)
  app.get('/trends/school/import', publishedPage.get).post(publishedPage.post)
}

function ambitions(app: App) {
  app.get('/trends/ambitions', ambitionsPage.get).post(ambitionsPage.post)
  app.get('/trends/ambitions/:ambition', ambitionPage.get).post(ambitionPage.post)
}

function talks(app: App) {
  app.get('/trends/talks', talksPage.get).post(talksPage.post)
  app.use('/trends/talks/:talk', livePart)
  app.get('/trends/talks/:talk', talkPage.get).post(talkPage.post)
  app.get('/trends/talks/:talk/live', talkFeed)
}

function analyses(app: App) {
  app.get('/trends/analyses', analysesPage.get).post(analysesPage.post)
  app.get('/trends/analyses/:analysis', analysisPage.get).post(analysisPage.post)
  app.get('/trends/analyses/:analysis/:format', analysisFileFeed)
}

function pages(app: App) {
  app.get('/trends', trendPage.get)
  app.get('/trends/:subject', subjectPage.get)
  app.get('/trends/:subject/chart.svg', chartFeed)
  app.get('/trends/:subject/data.csv', dataFeed)
}
