import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { enterDemo, isDemoPlace } from './demo-sign-in-store.ts'
import { deskOf, type OnDesk } from './desk.ts'
import { deviceOf } from './device.ts'
import { formFields } from './form-fields.ts'
import { letIn, networkBehind } from './sign-in-desk.tsx'
import { countOnce } from './throttle-store.ts'

/** POST /demo/sign-in: one click and you are Karin, Anouk, Bram or Paul; not found while the demo is off. */
export async function demoSignInFeed(c: Context<OnDesk>) {
  const { house, db } = deskOf(c)
  const { who } = await formFields(c)
  if (!house.demoIsOn || !isDemoPlace(who)) return c.notFound()
  if (await countOnce(db, 'demo-entered', networkBehind(c), house.now())) throw new HTTPException(429)
  const entered = await enterDemo(db, who, deviceOf(c.req.header('user-agent')), house.now())
  if (!entered) return c.notFound()
  return letIn(c, { token: entered.token, waitsFor: null }, { to: null, shared: true })
}
