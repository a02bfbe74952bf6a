import { Hono } from 'hono'
import { door } from './door/door.ts'
import type { DoorEnv } from './door/door-env.ts'
import type { House } from './door/house.ts'
import { plainSorry } from './door/plain-sorry-view.tsx'
import { staticFeed } from './door/static-feed.ts'
import { builtBrowser } from './ui/assets.ts'

/** The map of the house: every URL, one line each. */
export function routes(house: House): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>()
  door(app, house, { page: plainSorry, takesFile: (path) => /\/import\b/.test(path) })

  app.get('/assets/*', staticFeed(builtBrowser()))
  return app
}
