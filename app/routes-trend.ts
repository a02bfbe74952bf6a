import type { Hono } from 'hono'
import type { OnDesk } from './session/desk.ts'

type App = Hono<OnDesk>

/** Test results coming in, and trends: every URL, one line each. */
export function trends(app: App) {
  for (const part of [imports, pages]) part(app)
}

function imports(_app: App) {}

function pages(_app: App) {}
