import type { Hono } from 'hono'
import { erasePage } from './adoption/erase-page.tsx'
import { demoResetFeed } from './home/demo-reset-feed.ts'
import { digestChoiceFeed } from './home/digest-page.tsx'
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
import { demoSignInFeed } from './session/demo-sign-in-feed.ts'
import type { OnDesk } from './session/desk.ts'
import { membersOnly } from './session/desk-middleware.ts'
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

type App = Hono<OnDesk>

/** Who is there, their account, the school and its team: every URL, one line each. */
export function signingInAndSchool(app: App) {
  for (const part of [signingIn, ownAccount, firstSetup, school]) part(app)
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
