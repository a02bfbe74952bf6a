import type { Context } from 'hono'
import type { OnDesk } from '../session/desk.ts'
import { writeEntryText } from './entry-store.ts'
import { entryAt, planAt } from './plan-desk.tsx'
import { sentIn, textAnswer } from './text-desk.ts'

/**
 * /plan/:plan/entry/:entry/text/:field: one text while somebody writes (`text`, `base`: the revision it began from).
 * 200 with the new revision, 409 with the text of somebody else, 403 or 422 with the sentence.
 */
export async function entryTextFeed(c: Context<OnDesk>): Promise<Response> {
  const at = await planAt(c)
  const entry = entryAt(c, at.plan)
  const { text, base } = await sentIn(c)
  const { db, now } = at.desk
  const result = await writeEntryText(
    db,
    at.reader.actor,
    at.plan,
    entry,
    c.req.param('field') ?? '',
    text,
    base,
    now,
  )
  return textAnswer(c, at, result)
}
