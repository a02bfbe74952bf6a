import type { Hono } from 'hono'
import { workFormsPage } from './school/work-form-page.tsx'
import type { OnDesk } from './session/desk.ts'
import { membersOnly } from './session/desk-middleware.ts'
import { myStepsPage } from './step/my-steps-page.tsx'
import { stepsPage } from './step/step-page.tsx'
import { timePage } from './time/time-page.tsx'

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
}

function yearCircle(app: App) {
  app.use('/year', membersOnly).use('/year/*', membersOnly)
}

function calendars(app: App) {
  app.use('/calendars', membersOnly).use('/calendars/*', membersOnly)
}

function time(app: App) {
  app.use('/time', membersOnly).use('/time/*', membersOnly)
  app.get('/time', timePage.get).post('/time', timePage.post)
}

function shelf(app: App) {
  app.use('/shelf', membersOnly).use('/shelf/*', membersOnly)
}
