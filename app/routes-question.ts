import type { Hono } from 'hono'
import { appointmentCalendarFeed } from './office/calendar-feed.ts'
import { daysPage } from './office/days-page.tsx'
import { hoursPage } from './office/hours-page.tsx'
import { officePage } from './office/office-page.tsx'
import { safePage } from './office/safe-page.tsx'
import { mapPage } from './orchestra/map-page.tsx'
import { togetherPage } from './pattern/together-page.tsx'
import { newPeersPage } from './peer/peer-new-page.tsx'
import { peerPage } from './peer/peer-page.tsx'
import { peersPage } from './peer/peers-page.tsx'
import { colleaguePage } from './profile/colleague-page.tsx'
import { colleaguesPage } from './profile/colleagues-page.tsx'
import { profilePage } from './profile/profile-page.tsx'
import { answerPage } from './question/answer-page.tsx'
import { askPage } from './question/ask-page.tsx'
import { heavyPage } from './question/heavy-page.tsx'
import { questionPage } from './question/question-page.tsx'
import { questionsPage } from './question/questions-page.tsx'
import { sentenceFeed } from './question/sentence-feed.ts'
import { topicsPage } from './school/topic-page.tsx'
import type { OnDesk } from './session/desk.ts'
import { membersOnly } from './session/desk-middleware.ts'
import { answersPage } from './tray/answers-page.tsx'
import { smallPage } from './tray/small-page.tsx'
import { trayPage } from './tray/tray-page.tsx'

type App = Hono<OnDesk>

/** Questions, the ladder and the orchestra: every URL, one line each. */
export function questionsAndOrchestra(app: App) {
  for (const part of [questions, office, tray, patterns, profiles, peers, orchestra]) part(app)
}

function questions(app: App) {
  app.use('/questions', membersOnly).use('/questions/*', membersOnly)
  app.get('/questions', questionsPage.get).post(questionsPage.post)
  app.get(ONE_QUESTION, questionPage.get).post(questionPage.post)
  app.post(`${ONE_QUESTION}/text/:field`, sentenceFeed)
  app.get(`${ONE_QUESTION}/ask`, askPage.get).post(askPage.post)
  app.get(`${ONE_QUESTION}/answer`, answerPage.get).post(answerPage.post)
}

/** A question by its id: the words of other pages (/questions/tray) are none. */
const ONE_QUESTION = '/questions/:question{[0-9a-f-]{36}}'

function office(app: App) {
  app.get('/questions/heavy', heavyPage.get).post('/questions/heavy', heavyPage.post)
  app.use('/office', membersOnly).use('/office/*', membersOnly)
  app.get('/office', officePage.get).post('/office', officePage.post)
  app.get('/office/days', daysPage.get).post('/office/days', daysPage.post)
  app.get('/office/hours', hoursPage.get).post('/office/hours', hoursPage.post)
  app.get('/office/:appointment/calendar.ics', appointmentCalendarFeed)
  app.use('/settings/safe', membersOnly)
  app.get('/settings/safe', safePage.get).post('/settings/safe', safePage.post)
}

function tray(app: App) {
  app.get('/questions/tray', trayPage.get).post('/questions/tray', trayPage.post)
  app.get('/questions/tray/small', smallPage.get).post('/questions/tray/small', smallPage.post)
  app.get(`${ONE_QUESTION}/answers`, answersPage.get).post(answersPage.post)
}

function patterns(app: App) {
  app.use('/questions/topics', membersOnly).use('/questions/together', membersOnly)
  app.get('/questions/together', togetherPage.get).post(togetherPage.post)
  app.get('/questions/topics', topicsPage.get).post(topicsPage.post)
}

function profiles(app: App) {
  app.use('/profile', membersOnly).use('/profile/*', membersOnly)
  app.get('/profile', profilePage.get).post(profilePage.post)
  app.get('/profile/all', colleaguesPage.get)
  app.get('/profile/:person', colleaguePage.get)
}

function peers(app: App) {
  app.use('/peers', membersOnly).use('/peers/*', membersOnly)
  app.get('/peers', peersPage.get)
  app.get('/peers/new', newPeersPage.get).post('/peers/new', newPeersPage.post)
  app.get('/peers/:peers', peerPage.get).post('/peers/:peers', peerPage.post)
}

function orchestra(app: App) {
  app.get('/team/map', mapPage.get)
}
