import type { Context } from 'hono'
import { enterDemo, isDemoPlace } from './demo-sign-in-store.ts'
import { deskOf, type OnDesk } from './desk.ts'
import { deviceOf } from './device.ts'
import { formFields } from './form-fields.ts'
import { letIn } from './sign-in-desk.tsx'

/** POST /demo/sign-in: one click and you are Karin, Anouk, Bram or Paul; not found while the demo is off. */
export async function demoSignInFeed(c: Context<OnDesk>) {
  const { house, db } = deskOf(c)
  const { who } = await formFields(c)
  if (!house.demoIsOn || !isDemoPlace(who)) return c.notFound()
  const entered = await enterDemo(db, who, deviceOf(c.req.header('user-agent')), house.now())
  if (!entered) return c.notFound()
  return letIn(c, { token: entered.token, waitsFor: null }, { to: null, shared: true })
}
