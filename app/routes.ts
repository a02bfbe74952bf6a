import { Hono } from 'hono'
import { fillMeetings } from './adoption/held-desk.ts'
import { api } from './api/api.ts'
import { problemAnswer } from './api/problem.ts'
import { heldInMeeting, tellRoomOf } from './deciding/held-store.ts'
import { type Door, door, type Wrong } from './door/door.ts'
import { staticFeed } from './door/static-feed.ts'
import { fillSharedTime } from './evaluation/shared-time-desk.ts'
import { accountPieces } from './home/account-pieces-desk.tsx'
import { digestOffPage } from './home/digest-page.tsx'
import { errorPage } from './home/error-page.tsx'
import { forYouPage } from './home/for-you-page.tsx'
import { findPassage } from './home/passage-keepers-desk.ts'
import { planMargins } from './home/plan-margins-desk.tsx'
import { isSchoolDayHere } from './home/school-days-desk.ts'
import { searchPage } from './home/search-page.tsx'
import { pmrLetterFeed, standPage } from './home/stand-page.tsx'
import { visitsInStory } from './home/story-visits-desk.ts'
import { todayPage } from './home/today-page.tsx'
import { workWeeksOf } from './home/work-weeks-desk.ts'
import { forgetQuestionOfAppointments } from './office/office-tidy-store.ts'
import { fillMyQuestions } from './office/questions-slot-desk.ts'
import { patternPiece } from './pattern/pattern-piece-desk.tsx'
import { forgetPatternTexts } from './pattern/pattern-text-store.ts'
import { fillWorkWeeks } from './plan/budget-desk.ts'
import { fillMargins } from './plan/plan-desk.tsx'
import { forgetQuestionOfCalls } from './question/heavy-tidy-store.ts'
import { questionsForOffice } from './question/office-slot-desk.ts'
import { fillAnswers } from './question/question-slot-desk.ts'
import { whenForgotten } from './question/question-write-store.ts'
import { meetings } from './routes-meeting.ts'
import { planAndAfter } from './routes-plan.ts'
import { questionsAndOrchestra } from './routes-question.ts'
import { signingInAndSchool } from './routes-session.ts'
import { trends } from './routes-trend.ts'
import { workingYear } from './routes-year.ts'
import { fillAccount } from './session/account-slot-desk.ts'
import type { House, OnDesk } from './session/desk.ts'
import { deskMiddleware, membersOnly } from './session/desk-middleware.ts'
import { fillStory } from './step/story-desk.ts'
import { sharedSentences } from './time/share-desk.ts'
import { fillTalk } from './time/talk-slot-desk.ts'
import { answersPiece } from './tray/answers-desk.tsx'
import { smallInTalk } from './tray/small-talk-desk.ts'
import { fillPatterns } from './tray/tray-slot-desk.ts'
import { forgetAnswersTo } from './tray/tray-tidy-store.ts'
import { builtBrowser } from './ui/assets.ts'
import { fillSchoolDays } from './visit/school-day-desk.ts'
import { fillKeepers } from './writing/passage-keeper-desk.ts'

type App = Hono<OnDesk>

/** The map of the house: every URL, one line each, here and in the sheets beside. */
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
  fillStory(house, visitsInStory)
  fillSchoolDays(house, isSchoolDayHere)
  fillWorkWeeks(workWeeksOf)
  fillSharedTime(sharedSentences)
  fillAccount(house, accountPieces)
  fillKeepers(house, findPassage)
  whenForgotten(forgetPatternTexts)
  whenForgotten(forgetAnswersTo)
  fillAnswers(house, answersPiece)
  fillTalk(house, smallInTalk)
  fillPatterns(house, patternPiece)
  fillMyQuestions(house, questionsForOffice)
  whenForgotten(forgetQuestionOfCalls)
  whenForgotten(forgetQuestionOfAppointments)
  fillMeetings(house, { heldIn: heldInMeeting, tellRoom: tellRoomOf })

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
  signingInAndSchool(app)
  planAndAfter(app)
  meetings(app)
  workingYear(app)
  questionsAndOrchestra(app)
  trends(app)
  return app
}

const PROBLEMS: Record<Wrong, Parameters<typeof problemAnswer>[1]> = {
  400: { status: 400, code: 'unreadable', title: 'The request could not be read' },
  403: { status: 403, code: 'forbidden', title: 'Forbidden' },
  404: { status: 404, code: 'not-found', title: 'Not found' },
  413: { status: 413, code: 'too-big', title: 'The request is too big' },
  429: { status: 429, code: 'too-many', title: 'Too many requests' },
  500: { status: 500, code: 'internal', title: 'Something went wrong on our side' },
}
