import type { Context } from 'hono'
import { sentIn, textAnswer } from '../plan/text-desk.ts'
import type { OnDesk } from '../session/desk.ts'
import { amendmentAt, amendmentSentence, amendmentStatus } from './amendment-desk.ts'
import { writeAmendmentText } from './amendment-write-store.ts'

/** /plan/:plan/amendment/:amendment/text/:field: one text while somebody writes; answers as a text of the plan does. */
export async function amendmentTextFeed(c: Context<OnDesk>): Promise<Response> {
  const at = await amendmentAt(c)
  const { text, base } = await sentIn(c)
  const { desk, reader, which } = at
  const field = c.req.param('field') ?? ''
  const result = await writeAmendmentText(
    desk.db,
    reader.actor,
    which.planId,
    which.id,
    field,
    text,
    base,
    desk.now,
  )
  if ('saved' in result || 'collision' in result) return textAnswer(c, at, result)
  return c.json({ says: amendmentSentence(result, reader) }, amendmentStatus(result))
}
