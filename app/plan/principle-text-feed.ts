import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { OnDesk } from '../session/desk.ts'
import { planAt } from './plan-desk.tsx'
import { principleIn } from './principle-desk.ts'
import { writePrinciple } from './principle-store.ts'
import { sentIn, textAnswer } from './text-desk.ts'

/** /plan/:plan/principles/:principle/text/:field: one text of a principle while somebody writes. */
export async function principleTextFeed(c: Context<OnDesk>): Promise<Response> {
  const at = await planAt(c)
  const principle = principleIn(at.plan, c.req.param('principle'))
  const field = c.req.param('field')
  if (field !== 'text' && field !== 'talk') throw new HTTPException(404)
  const { text, base } = await sentIn(c)
  const { db, now } = at.desk
  return textAnswer(
    c,
    at,
    await writePrinciple(db, at.reader.actor, at.plan, principle, field, text, base, now),
  )
}
