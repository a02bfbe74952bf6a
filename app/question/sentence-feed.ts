import type { Context } from 'hono'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { sentIn, textAnswer } from '../plan/text-desk.ts'
import type { OnDesk } from '../session/desk.ts'
import { questionAt } from './question-desk.ts'
import { questionNo } from './question-no-text.ts'
import { fieldFrom } from './rung.ts'
import { writeSentence } from './sentence-store.ts'

/** /questions/:question/text/:field: one sentence while the asker writes; answers as a text of the plan does. */
export async function sentenceFeed(c: Context<OnDesk>): Promise<Response> {
  const at = await questionAt(c)
  const { desk, reader, question } = at
  const field = fieldFrom(c.req.param('field') ?? '')
  const sent = await sentIn(c)
  const result =
    field === null
      ? refuse('field-unknown')
      : await writeSentence(desk.db, reader.actor, question.id, field, sent, desk.now)
  if (result === null) return c.json({ says: '' }, 404)
  if (!isRefusal(result)) return textAnswer(c, at, result)
  c.header('cache-control', 'no-store')
  return c.json({ says: questionNo(result, reader.language) }, result.refused === 'may-not' ? 403 : 422)
}
