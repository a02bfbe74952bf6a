import type { Hono } from 'hono'
import { adoptionPage } from './adoption/adoption-page.tsx'
import { amendmentBeginPage, amendmentsPage } from './adoption/amendment-begin-page.tsx'
import { amendmentPage } from './adoption/amendment-page.tsx'
import { amendmentTextFeed } from './adoption/amendment-text-feed.ts'
import { comparePage } from './adoption/compare-page.tsx'
import { contractFileFeed } from './adoption/contract-file-feed.ts'
import { contractPage } from './adoption/contract-page.tsx'
import { decisionPage } from './adoption/decision-page.tsx'
import { snapshotsPage } from './adoption/snapshot-page.tsx'
import { snapshotReadPage } from './adoption/snapshot-read-page.tsx'
import { undoPage } from './adoption/undo-page.tsx'
import { versionFeed, versionPage } from './adoption/version-page.tsx'
import { evaluationPage, evaluationsPage } from './evaluation/evaluation-page.tsx'
import { evaluationTextFeed } from './evaluation/evaluation-text-feed.ts'
import { teamLookPage } from './evaluation/team-look-page.tsx'
import {
  amendmentConversationPage,
  conversationPage,
  evaluationConversationPage,
  principlesConversationPage,
} from './home/conversation-page.tsx'
import { exportFeed, exportPage, printPage } from './home/export-page.tsx'
import { threadOfTodayPage, threadPage } from './home/thread-page.tsx'
import { yearsPage } from './home/years-page.tsx'
import { notesPage } from './note/note-page.tsx'
import { orchestraPage } from './orchestra/orchestra-page.tsx'
import { agreedFeed, placesFeed, supportFeed, toPlanFeed } from './plan/act-feed.ts'
import { budgetPage } from './plan/budget-page.tsx'
import { entryPage, entryPlacePage, newEntryPage } from './plan/entry-page.tsx'
import { entryTextFeed } from './plan/entry-text-feed.ts'
import { importKeptPage } from './plan/import-kept-page.tsx'
import { importPage } from './plan/import-page.tsx'
import { importPreviewPage } from './plan/import-preview-page.ts'
import { looseEndsPage } from './plan/loose-end-page.tsx'
import { phasePage } from './plan/phase-page.tsx'
import { planNewPage } from './plan/plan-new-page.ts'
import { planOfTodayPage, planPage } from './plan/plan-page.tsx'
import { principlesPage } from './plan/principle-page.ts'
import { principleTextFeed } from './plan/principle-text-feed.ts'
import { proposalPage } from './plan/proposal-page.tsx'
import { yearPage } from './plan/year-page.tsx'
import type { OnDesk } from './session/desk.ts'
import { membersOnly } from './session/desk-middleware.ts'
import { harvestPage } from './shelf/harvest-page.tsx'

type App = Hono<OnDesk>

/** The plan, its thread, its decisions and versions, and the plan on paper: every URL, one line each. */
export function planAndAfter(app: App) {
  for (const part of [plan, thread, decisionAndAfter, onPaper]) part(app)
}

function plan(app: App) {
  app.use('/plan', membersOnly)
  app.use('/plan/*', membersOnly)
  app.get('/plan', planOfTodayPage.get)
  app.get('/plan/new', planNewPage.get).post(planNewPage.post)
  app.get('/plan/import', importPage.get).post(importPage.post)
  app.get('/plan/import/:id', importPreviewPage.get).post(importPreviewPage.post)
  app.get('/plan/:plan/import', importKeptPage.get).post(importKeptPage.post)
  app.get('/plan/:plan', planPage.get)
  app.get('/plan/:plan/entry', toPlanFeed).post(newEntryPage.post)
  app.get('/plan/:plan/entry/:entry', entryPage.get).post(entryPage.post)
  app.post('/plan/:plan/entry/:entry/text/:field', entryTextFeed).put(entryTextFeed)
  app.get('/plan/:plan/entry/:entry/place', entryPage.get).post(entryPlacePage.post)
  app.get('/plan/:plan/entry/:entry/agreed', entryPage.get).post(agreedFeed)
  app.get('/plan/:plan/entry/:entry/support', entryPage.get).post(supportFeed)
  app.get('/plan/:plan/entry/:entry/proposal', proposalPage.get).post(proposalPage.post)
  app.get('/plan/:plan/entry/:entry/notes', notesPage.get).post(notesPage.post)
  app.get('/plan/:plan/principles', principlesPage.get).post(principlesPage.post)
  app.post('/plan/:plan/principles/:principle/text/:field', principleTextFeed)
  app.get('/plan/:plan/entry/:entry/conversation', conversationPage.get).post(conversationPage.post)
  app
    .get('/plan/:plan/principles/conversation', principlesConversationPage.get)
    .post(principlesConversationPage.post)
  app.get('/plan/:plan/loose-ends', looseEndsPage.get).post(looseEndsPage.post)
  app.get('/plan/:plan/places', toPlanFeed).post(placesFeed)
  app.get('/plan/:plan/phase', phasePage.get).post(phasePage.post)
  app.get('/plan/:plan/year', yearPage.get)
  app.get('/plan/:plan/budget', budgetPage.get).post(budgetPage.post)
}

function thread(app: App) {
  app.use('/thread', membersOnly).use('/thread/*', membersOnly)
  app.get('/thread', threadOfTodayPage.get)
  app.get('/thread/years', yearsPage.get)
  app.get('/plan/:plan/thread', threadPage.get)
  app.get('/plan/:plan/orchestra', orchestraPage.get)
}

function decisionAndAfter(app: App) {
  app.get('/plan/:plan/decision', adoptionPage.get).post(adoptionPage.post)
  app.get('/plan/:plan/decision/:decision', decisionPage.get).post(decisionPage.post)
  app.get('/plan/:plan/versions', snapshotsPage.get).post(snapshotsPage.post)
  app.get('/plan/:plan/versions/compare', comparePage.get)
  app.get('/plan/:plan/versions/:snapshot', snapshotReadPage.get)
  app.get('/plan/:plan/undo', undoPage.get).post(undoPage.post)
  app.get('/plan/:plan/amendments', amendmentsPage.get).post(amendmentsPage.post)
  app.get('/plan/:plan/entry/:entry/amendment', amendmentBeginPage.get).post(amendmentBeginPage.post)
  app.get('/plan/:plan/amendment/:amendment', amendmentPage.get).post(amendmentPage.post)
  app.post('/plan/:plan/amendment/:amendment/text/:field', amendmentTextFeed)
  app
    .get('/plan/:plan/amendment/:amendment/conversation', amendmentConversationPage.get)
    .post('/plan/:plan/amendment/:amendment/conversation', amendmentConversationPage.post)
  app.get('/plan/:plan/contract', contractPage.get).post(contractPage.post)
  app.get('/plan/:plan/contract/:format', contractFileFeed)
  app.get('/plan/:plan/version/:number', versionPage.get).post(versionPage.post)
  app.get('/plan/:plan/version/:number/json', versionFeed)
  app.get('/plan/:plan/evaluation', evaluationsPage.get).post(evaluationsPage.post)
  app.post('/plan/:plan/evaluation/:entry/:time', evaluationPage.post)
  app.post('/plan/:plan/evaluation/:entry/:time/text/:field', evaluationTextFeed)
  app
    .get('/plan/:plan/evaluation/:entry/:time/conversation', evaluationConversationPage.get)
    .post('/plan/:plan/evaluation/:entry/:time/conversation', evaluationConversationPage.post)
  app.get('/plan/:plan/look-back/:time', teamLookPage.get).post(teamLookPage.post)
  app.get('/plan/:plan/yields', harvestPage.get).post(harvestPage.post)
}

function onPaper(app: App) {
  app.get('/plan/:plan/export', exportPage)
  app.get('/plan/:plan/export/print', printPage)
  app.get('/plan/:plan/export/:format', exportFeed)
}
