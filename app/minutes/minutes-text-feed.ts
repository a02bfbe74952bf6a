import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { memberAt } from '../meeting/seat-desk.ts'
import { sentIn, textAnswer } from '../plan/text-desk.ts'
import type { OnDesk } from '../session/desk.ts'
import { sentenceOf } from './minutes-act-desk.ts'
import { minutesActText } from './minutes-act-text.ts'
import { writeNote } from './minutes-note-store.ts'

/** /meeting/:meeting/minutes/text/:owner: one note while somebody writes; answers as a text of the plan does. */
export async function minutesTextFeed(c: Context<OnDesk>): Promise<Response> {
  const { desk, reader, scene, language } = await memberAt(c)
  const owner = c.req.param('owner') ?? ''
  const isHere = owner === scene.meeting.id || scene.items.some(({ id }) => id === owner)
  const { text, base } = await sentIn(c)
  const done = isHere ? await writeNote(desk.db, reader.actor, owner, text, base, desk.now) : null
  if (done === null) throw new HTTPException(404)
  if ('saved' in done || 'collision' in done) return textAnswer(c, { desk, reader }, done)
  return c.json({ says: sentenceOf(done, minutesActText(language)) }, done.refused === 'may-not' ? 403 : 422)
}
