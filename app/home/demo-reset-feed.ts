import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { enterDemo, isDemoPlace } from '../session/demo-sign-in-store.ts'
import { deskOf, type OnDesk } from '../session/desk.ts'
import { deviceOf } from '../session/device.ts'
import { letIn } from '../session/sign-in-desk.tsx'
import { countOnce } from '../session/throttle-store.ts'
import { resetDemo } from './demo-school.ts'

/** POST /demo/reset: the demo school as on its first day, for who is in it; they stay in the place they had. */
export async function demoResetFeed(c: Context<OnDesk>) {
  const { house, db, reader } = deskOf(c)
  if (!house.demoIsOn || !reader?.school.demo) return c.notFound()
  if (await countOnce(db, 'demo-reset', 'demo', house.now())) throw new HTTPException(429)
  await resetDemo(db, house.now(), house.notesKeyFile)
  const place = reader.actor.name.toLowerCase()
  const entered = isDemoPlace(place)
    ? await enterDemo(db, place, deviceOf(c.req.header('user-agent')), house.now())
    : null
  return entered
    ? letIn(c, { token: entered.token, waitsFor: null }, { to: '/', shared: true })
    : c.redirect('/', 303)
}
