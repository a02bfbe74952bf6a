import type { Context } from 'hono'
import { sentIn, textAnswer } from '../plan/text-desk.ts'
import type { OnDesk } from '../session/desk.ts'
import { evaluationAt, evaluationSentence, statusOf } from './evaluation-desk.ts'
import { writeEvaluationText } from './evaluation-store.ts'

/** /plan/:plan/evaluation/:entry/:time/text/:field: one text while somebody writes; answers as a text of the plan does. */
export async function evaluationTextFeed(c: Context<OnDesk>): Promise<Response> {
  const at = await evaluationAt(c)
  const { text, base } = await sentIn(c)
  const { desk, reader } = at
  const result = await writeEvaluationText(
    desk.db,
    reader.actor,
    at,
    c.req.param('field') ?? '',
    text,
    base,
    desk.now,
  )
  if ('saved' in result || 'collision' in result) return textAnswer(c, at, result)
  return c.json({ says: evaluationSentence(result, reader.language, reader.terms) }, statusOf(result))
}
