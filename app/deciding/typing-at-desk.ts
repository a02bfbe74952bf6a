import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { itemOf } from '../meeting/meeting.ts'
import { memberAt } from '../meeting/seat-desk.ts'
import type { OnDesk } from '../session/desk.ts'
import type { DecideNo } from './decide.ts'
import type { DecideAt } from './decide-desk.ts'
import { decideSentence } from './decide-say-desk.ts'
import type { TypingTried } from './typing-view.tsx'

/** The item of a meeting whose text an address names, for a member with a session. */
export async function typingAt(c: Context<OnDesk>) {
  const at = await memberAt(c)
  const item = itemOf(at.scene, c.req.param('item'))
  if (item === null) throw new HTTPException(404)
  const href = `/meeting/${at.scene.meeting.id}`
  const wording = { language: at.language, terms: at.terms }
  // Names stand at the desk; the way from the board leads to a page that everybody sees on the wall.
  const from = c.req.query('from') === 'desk' ? ('desk' as const) : ('board' as const)
  const action = `${href}/text/${item.id}${from === 'desk' ? '?from=desk' : ''}`
  return { ...at, item, href, from, action, wording }
}
export type AtTyping = Awaited<ReturnType<typeof typingAt>>

/** What the stores of deciding ask for. */
export const whereOf = ({ desk, seat, scene, item, wording }: AtTyping): DecideAt => ({
  db: desk.db,
  seat,
  meetingId: scene.meeting.id,
  itemId: item.id,
  now: desk.now,
  wording,
})

/** What the reading of fields asks for. */
export const deskOf = ({ desk, seat, scene, item, wording }: AtTyping) => ({
  db: desk.db,
  now: desk.now,
  actor: seat.actor,
  scene,
  item,
  wording,
})

/** What was typed and could not be stored, with the sentence that says why. */
export function triedWith(
  no: DecideNo,
  texts: TypingTried['texts'],
  changeNote: string,
  { wording }: AtTyping,
): TypingTried {
  const field = 'field' in no && typeof no.field === 'string' ? no.field : null
  const clashes = no.refused === 'text-changed-meanwhile' ? no.keys : []
  return { texts, changeNote, clashes, field, sentence: decideSentence(no, wording) }
}
