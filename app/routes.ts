import { Hono } from 'hono'
import { adoptionPage } from './adoption/adoption-page.tsx'
import { amendmentBeginPage, amendmentsPage } from './adoption/amendment-begin-page.tsx'
import { amendmentPage } from './adoption/amendment-page.tsx'
import { amendmentTextFeed } from './adoption/amendment-text-feed.ts'
import { comparePage } from './adoption/compare-page.tsx'
import { decisionPage } from './adoption/decision-page.tsx'
import { erasePage } from './adoption/erase-page.tsx'
import { snapshotsPage } from './adoption/snapshot-page.tsx'
import { snapshotReadPage } from './adoption/snapshot-read-page.tsx'
import { undoPage } from './adoption/undo-page.tsx'
import { versionFeed, versionPage } from './adoption/version-page.tsx'
import { api } from './api/api.ts'
import { problemAnswer } from './api/problem.ts'
import { type Door, door, type Wrong } from './door/door.ts'
import { staticFeed } from './door/static-feed.ts'
import { evaluationPage, evaluationsPage } from './evaluation/evaluation-page.tsx'
import { evaluationTextFeed } from './evaluation/evaluation-text-feed.ts'
import { teamLookPage } from './evaluation/team-look-page.tsx'
import { yieldsPage } from './evaluation/yield-page.tsx'
import { accountPieces } from './home/account-pieces-desk.tsx'
import {
  amendmentConversationPage,
  conversationPage,
  evaluationConversationPage,
  principlesConversationPage,
} from './home/conversation-page.tsx'
import { demoResetFeed } from './home/demo-reset-feed.ts'
import { digestChoiceFeed, digestOffPage } from './home/digest-page.tsx'
import { errorPage } from './home/error-page.tsx'
import { exportFeed, exportPage, printPage } from './home/export-page.tsx'
import { forYouPage } from './home/for-you-page.tsx'
import { orchestraPage } from './home/orchestra-page.tsx'
import { findPassage } from './home/passage-keepers-desk.ts'
import { planMargins } from './home/plan-margins-desk.tsx'
import { searchPage } from './home/search-page.tsx'
import { pmrLetterFeed, standPage } from './home/stand-page.tsx'
import { threadOfTodayPage, threadPage } from './home/thread-page.tsx'
import { todayPage } from './home/today-page.tsx'
import { yearsPage } from './home/years-page.tsx'
import { beforePage } from './meeting/before-page.tsx'
import { boardPage } from './meeting/board-page.tsx'
import { calendarFeed } from './meeting/calendar-feed.ts'
import { joinByCodePage, joinPage } from './meeting/join-page.tsx'
import { leadAgain, leadFeed } from './meeting/lead-feed.ts'
import { livePart } from './meeting/live-part-desk.ts'
import { lookBackPage } from './meeting/look-back-page.tsx'
import { meetingFeed } from './meeting/meeting-feed.ts'
import { meetingPage } from './meeting/meeting-page.tsx'
import { newMeetingPage } from './meeting/meetings-new-page.tsx'
import { meetingsPage } from './meeting/meetings-page.tsx'
import { minutesFileFeed } from './meeting/minutes-file-feed.ts'
import { minutesPage } from './meeting/minutes-page.tsx'
import { minutesTextFeed } from './meeting/minutes-text-feed.ts'
import { phonePage } from './meeting/phone-page.tsx'
import { recordPage } from './meeting/record-page.tsx'
import { typingPage } from './meeting/typing-page.tsx'
import { notesPage } from './note/note-page.tsx'
import { agreedFeed, placesFeed, supportFeed, toPlanFeed } from './plan/act-feed.ts'
import { entryPage, entryPlacePage, newEntryPage } from './plan/entry-page.tsx'
import { entryTextFeed } from './plan/entry-text-feed.ts'
import { importKeptPage } from './plan/import-kept-page.tsx'
import { importPage } from './plan/import-page.tsx'
import { importPreviewPage } from './plan/import-preview-page.ts'
import { looseEndsPage } from './plan/loose-end-page.tsx'
import { phasePage } from './plan/phase-page.tsx'
import { fillMargins } from './plan/plan-desk.tsx'
import { planNewPage } from './plan/plan-new-page.ts'
import { planOfTodayPage, planPage } from './plan/plan-page.tsx'
import { principlesPage } from './plan/principle-page.ts'
import { principleTextFeed } from './plan/principle-text-feed.ts'
import { proposalPage } from './plan/proposal-page.tsx'
import { yearPage } from './plan/year-page.tsx'
import { groupsPage } from './school/groups-page.tsx'
import { learningTeamsPage } from './school/learning-teams-page.tsx'
import { newPersonPage } from './school/new-person-page.tsx'
import { peoplePage } from './school/people-page.tsx'
import { personPage } from './school/person-page.tsx'
import { settingsPage } from './school/settings-page.tsx'
import { setupLastYearPage } from './school/setup-last-year-page.tsx'
import { setupSchoolPage } from './school/setup-page.tsx'
import { setupPeoplePage } from './school/setup-people-page.tsx'
import { setupTeamsPage } from './school/setup-teams-page.tsx'
import { setupVisionPage } from './school/setup-vision-page.tsx'
import { teamPage } from './school/team-page.tsx'
import { visionPage } from './school/vision-page.tsx'
import { accountPage, endSessionsFeed, removePasskeyFeed } from './session/account-page.tsx'
import { fillAccount } from './session/account-slot-desk.ts'
import { demoSignInFeed } from './session/demo-sign-in-feed.ts'
import type { House, OnDesk } from './session/desk.ts'
import { deskMiddleware, membersOnly } from './session/desk-middleware.ts'
import { helpInPage } from './session/help-in-page.tsx'
import { languageFeed } from './session/language-feed.ts'
import { mailTroublePage } from './session/mail-trouble-page.tsx'
import { ownProofFeed, ownProofOptionsFeed } from './session/own-proof-feed.ts'
import { ownProofPage } from './session/own-proof-page.tsx'
import {
  newPasskeyFeed,
  newPasskeyOptionsFeed,
  passkeyOptionsFeed,
  passkeySignInFeed,
} from './session/passkey-feed.ts'
import { secondFactorAccountPage } from './session/second-factor-account-page.tsx'
import { secondFactorPage } from './session/second-factor-page.tsx'
import { signInLinkPage } from './session/sign-in-link-page.tsx'
import { signInCodePage, signInPage } from './session/sign-in-page.tsx'
import { signOutFeed } from './session/sign-out-feed.ts'
import { builtBrowser } from './ui/assets.ts'
import { fillKeepers } from './writing/passage-keeper-desk.ts'

type App = Hono<OnDesk>

/** The map of the house: every URL, one line each. */
export function routes(house: House, console: Pick<Door<OnDesk>, 'log' | 'logAll'>): App {
  const app: App = new Hono<OnDesk>()
  door(app, {
    ...console,
    baseUrl: house.baseUrl,
    takesFile: (path) => /\/import\b/.test(path),
    sorry: async (c, wrong, elsewhere) =>
      c.req.path.startsWith('/api/')
        ? problemAnswer(c, PROBLEMS[wrong])
        : errorPage(c, house, wrong, elsewhere === 'elsewhere'),
  })
  fillMargins(house, planMargins)
  fillAccount(house, accountPieces)
  fillKeepers(house, findPassage)

  app.get('/assets/*', staticFeed(builtBrowser()))
  app.route('/api/v1', api(house))
  app.use(deskMiddleware(house))

  app.get('/', todayPage.get)
  app.use('/for-you', membersOnly)
  app.get('/for-you', forYouPage.get)
  app.get('/digest/:person/:token', digestOffPage.get).post(digestOffPage.post)
  app.use('/search', membersOnly)
  app.get('/search', searchPage)
  app.use('/who-reads-what/*', membersOnly)
  app.get('/who-reads-what', standPage)
  app.get('/who-reads-what/letter', pmrLetterFeed)
  for (const part of [
    signingIn,
    ownAccount,
    firstSetup,
    school,
    plan,
    thread,
    decisionAndAfter,
    meetings,
    onPaper,
  ])
    part(app)
  return app
}

function signingIn(app: App) {
  app.get('/sign-in', signInPage.get).post(signInPage.post)
  app.get('/sign-in/code', signInCodePage.get).post(signInCodePage.post)
  app.get('/sign-in/link/:token', signInLinkPage.get).post(signInLinkPage.post)
  app.get('/sign-in/second-factor', secondFactorPage.get).post(secondFactorPage.post)
  app.post('/sign-in/passkey/options', passkeyOptionsFeed)
  app.post('/sign-in/passkey', passkeySignInFeed)
  app.post('/sign-out', signOutFeed)
  app.post('/language', languageFeed)
  app.post('/demo/sign-in', demoSignInFeed)
  app.post('/demo/reset', demoResetFeed)
}

function ownAccount(app: App) {
  app.use('/account/*', membersOnly)
  app.get('/account', accountPage.get)
  app.post('/account/digest', digestChoiceFeed)
  app.post('/account/sessions', endSessionsFeed)
  app.post('/account/passkeys/options', newPasskeyOptionsFeed)
  app.post('/account/passkeys', newPasskeyFeed)
  app.post('/account/passkeys/remove', removePasskeyFeed)
  app.get('/account/second-factor', secondFactorAccountPage.get).post(secondFactorAccountPage.post)
  app.get('/account/proof', ownProofPage.get).post(ownProofPage.post)
  app.post('/account/proof/passkey/options', ownProofOptionsFeed)
  app.post('/account/proof/passkey', ownProofFeed)
  app.get('/account/help/:personId', helpInPage.get).post(helpInPage.post)
}

function firstSetup(app: App) {
  app.get('/setup', setupSchoolPage.get).post(setupSchoolPage.post)
  app.use('/setup/*', membersOnly)
  app.get('/setup/people', setupPeoplePage.get).post(setupPeoplePage.post)
  app.get('/setup/learning-teams', setupTeamsPage.get).post(setupTeamsPage.post)
  app.get('/setup/vision', setupVisionPage.get).post(setupVisionPage.post)
  app.get('/setup/last-year', setupLastYearPage.get)
}

function school(app: App) {
  app.use('/team', membersOnly).use('/team/*', membersOnly)
  app.get('/team', teamPage.get).post(teamPage.post)
  app.get('/team/texts', erasePage.get).post(erasePage.post)
  app.get('/team/people', peoplePage.get).post(peoplePage.post)
  app.get('/team/people/new', newPersonPage.get).post(newPersonPage.post)
  app.get('/team/people/:person', personPage.get).post(personPage.post)
  app.get('/team/learning-teams', learningTeamsPage.get).post(learningTeamsPage.post)
  app.get('/team/groups', groupsPage.get).post(groupsPage.post)
  app.use('/vision', membersOnly)
  app.get('/vision', visionPage.get).post(visionPage.post)
  app.use('/settings', membersOnly)
  app.get('/settings', settingsPage.get).post(settingsPage.post)
  app.use('/settings/*', membersOnly)
  app.get('/settings/mail', mailTroublePage.get).post(mailTroublePage.post)
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
  app.get('/plan/:plan/version/:number', versionPage.get).post(versionPage.post)
  app.get('/plan/:plan/version/:number/json', versionFeed)
  app.get('/plan/:plan/evaluation', evaluationsPage.get).post(evaluationsPage.post)
  app.post('/plan/:plan/evaluation/:entry/:time', evaluationPage.post)
  app.post('/plan/:plan/evaluation/:entry/:time/text/:field', evaluationTextFeed)
  app
    .get('/plan/:plan/evaluation/:entry/:time/conversation', evaluationConversationPage.get)
    .post('/plan/:plan/evaluation/:entry/:time/conversation', evaluationConversationPage.post)
  app.get('/plan/:plan/look-back/:time', teamLookPage.get).post(teamLookPage.post)
  app.get('/plan/:plan/yields', yieldsPage.get).post(yieldsPage.post)
}

/** Meetings: planned and led by members; the phone, the board and the feed also for who joined by the code. */
function meetings(app: App) {
  app.use('/meetings', membersOnly).use('/meetings/*', membersOnly)
  app.get('/meetings', meetingsPage)
  app.get('/meetings/new', newMeetingPage.get).post(newMeetingPage.post)
  app.use('/meeting/:meeting/*', livePart)
  for (const path of ['', '/item/*', '/calendar.ics']) app.use(`/meeting/:meeting${path}`, membersOnly)
  app.get('/meeting/:meeting', meetingPage.get).post(meetingPage.post)
  app.get('/meeting/:meeting/item/:item', beforePage.get).post(beforePage.post)
  app.get('/meeting/:meeting/calendar.ics', calendarFeed)
  app.get('/join', joinPage.get).post(joinPage.post)
  app.get('/join/:code', joinByCodePage.get).post(joinByCodePage.post)
  app.get('/meeting/:meeting/phone', phonePage.get).post(phonePage.post)
  app.get('/meeting/:meeting/board', boardPage.get)
  app.get('/meeting/:meeting/act', leadAgain).post(leadFeed)
  app.use('/meeting/:meeting/desk', membersOnly)
  app.get('/meeting/:meeting/desk', recordPage.get)
  app.get('/meeting/:meeting/live', meetingFeed)
  app.use('/meeting/:meeting/look-back', membersOnly)
  app.get('/meeting/:meeting/look-back', lookBackPage.get).post(lookBackPage.post)
  app.use('/meeting/:meeting/text/*', membersOnly)
  app.get('/meeting/:meeting/text/:item', typingPage.get).post(typingPage.post)
  app.use('/meeting/:meeting/minutes', membersOnly).use('/meeting/:meeting/minutes/*', membersOnly)
  app.get('/meeting/:meeting/minutes', minutesPage.get).post(minutesPage.post)
  app.get('/meeting/:meeting/minutes/:format', minutesFileFeed)
  app.post('/meeting/:meeting/minutes/text/:owner', minutesTextFeed)
}

function onPaper(app: App) {
  app.get('/plan/:plan/export', exportPage)
  app.get('/plan/:plan/export/print', printPage)
  app.get('/plan/:plan/export/:format', exportFeed)
}

const PROBLEMS: Record<Wrong, Parameters<typeof problemAnswer>[1]> = {
  400: { status: 400, code: 'unreadable', title: 'The request could not be read' },
  403: { status: 403, code: 'forbidden', title: 'Forbidden' },
  404: { status: 404, code: 'not-found', title: 'Not found' },
  413: { status: 413, code: 'too-big', title: 'The request is too big' },
  429: { status: 429, code: 'too-many', title: 'Too many requests' },
  500: { status: 500, code: 'internal', title: 'Something went wrong on our side' },
}
