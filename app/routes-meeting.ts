import type { Hono } from 'hono'
import { beforePage } from './agenda/before-page.tsx'
import { calendarFeed } from './agenda/calendar-feed.ts'
import { meetingPage } from './agenda/meeting-page.tsx'
import { newMeetingPage } from './agenda/meetings-new-page.tsx'
import { meetingsPage } from './agenda/meetings-page.tsx'
import { adoptPage } from './deciding/adopt-page.tsx'
import { typingPage } from './deciding/typing-page.tsx'
import { boardPage } from './hall/board-page.tsx'
import { joinByCodePage, joinPage } from './hall/join-page.tsx'
import { leadAgain, leadFeed } from './hall/lead-feed.ts'
import { livePart } from './hall/live-part-desk.ts'
import { meetingFeed } from './hall/meeting-feed.ts'
import { phonePage } from './hall/phone-page.tsx'
import { recordPage } from './hall/record-page.tsx'
import { lookBackPage } from './lookback/look-back-page.tsx'
import { minutesFileFeed } from './minutes/minutes-file-feed.ts'
import { minutesPage } from './minutes/minutes-page.tsx'
import { minutesTextFeed } from './minutes/minutes-text-feed.ts'
import type { OnDesk } from './session/desk.ts'
import { membersOnly } from './session/desk-middleware.ts'

type App = Hono<OnDesk>

/** Meetings: planned and led by members; the phone, the board and the feed also for who joined by the code. */
export function meetings(app: App) {
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
  app.get('/meeting/:meeting/desk', recordPage.get).post(recordPage.post)
  app.get('/meeting/:meeting/live', meetingFeed)
  app.use('/meeting/:meeting/look-back', membersOnly)
  app.get('/meeting/:meeting/look-back', lookBackPage.get).post(lookBackPage.post)
  app.use('/meeting/:meeting/adopt', membersOnly).use('/meeting/:meeting/text/*', membersOnly)
  app.get('/meeting/:meeting/adopt', adoptPage.get).post(adoptPage.post)
  app.get('/meeting/:meeting/text/:item', typingPage.get).post(typingPage.post)
  app.use('/meeting/:meeting/minutes', membersOnly).use('/meeting/:meeting/minutes/*', membersOnly)
  app.get('/meeting/:meeting/minutes', minutesPage.get).post(minutesPage.post)
  app.get('/meeting/:meeting/minutes/:format', minutesFileFeed)
  app.post('/meeting/:meeting/minutes/text/:owner', minutesTextFeed)
}
