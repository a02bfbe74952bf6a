import { Hono } from 'hono'
import { api } from './api/api.ts'
import { problemAnswer } from './api/problem.ts'
import { type Door, door, type Wrong } from './door/door.ts'
import { staticFeed } from './door/static-feed.ts'
import { digestOffPage } from './home/digest-page.tsx'
import { errorPage } from './home/error-page.tsx'
import { forYouPage } from './home/for-you-page.tsx'
import { searchPage } from './home/search-page.tsx'
import { pmrLetterFeed, standPage } from './home/stand-page.tsx'
import { todayPage } from './home/today-page.tsx'
import { meetings } from './routes-meeting.ts'
import { planAndAfter } from './routes-plan.ts'
import { questionsAndOrchestra } from './routes-question.ts'
import { signingInAndSchool } from './routes-session.ts'
import { fillSlots } from './routes-slots.ts'
import { trends } from './routes-trend.ts'
import { workingYear } from './routes-year.ts'
import type { House, OnDesk } from './session/desk.ts'
import { deskMiddleware, membersOnly } from './session/desk-middleware.ts'
import { builtBrowser } from './ui/assets.ts'

type App = Hono<OnDesk>

/** The map of the house: every URL, one line each, here and in the sheets beside. */
export function routes(house: House, console: Pick<Door<OnDesk>, 'log' | 'logAll'>): App {
  const app: App = new Hono<OnDesk>()
  door(app, {
    ...console,
    baseUrl: house.baseUrl,
    takes: (path) => (path === '/trends/import' ? 'large' : /\/import\b/.test(path) ? 'file' : 'form'),
    sorry: async (c, wrong, elsewhere) =>
      c.req.path.startsWith('/api/')
        ? problemAnswer(c, PROBLEMS[wrong])
        : errorPage(c, house, wrong, elsewhere === 'elsewhere'),
  })
  fillSlots(house)

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
