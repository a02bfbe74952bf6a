import type { Hono } from 'hono'
import type { OnDesk } from './session/desk.ts'

type App = Hono<OnDesk>

/** Questions, the ladder and the orchestra: every URL, one line each. */
export function questionsAndOrchestra(app: App) {
  for (const part of [questions, office, tray, patterns, profiles, peers, orchestra]) part(app)
}

function questions(_app: App) {}

function office(_app: App) {}

function tray(_app: App) {}

function patterns(_app: App) {}

function profiles(_app: App) {}

function peers(_app: App) {}

function orchestra(_app: App) {}
