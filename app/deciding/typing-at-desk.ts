import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { joinCodeFor } from '../meeting/join-store.ts'
import { itemOf } from '../meeting/meeting.ts'
import { memberAt } from '../meeting/seat-desk.ts'
import type { OnDesk } from '../session/desk.ts'
import { originForMember } from '../session/origin.ts'
import type { DecideNo } from './decide.ts'
import type { DecideAt } from './decide-desk.ts'
import { decideSentence } from './decide-say-desk.ts'
import type { TypingTried, WallJoin } from './typing-view.tsx'

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

/** The way in, that stays in sight on the wall while a text is typed there; null: the meeting can't be joined. */
export async function joinAt(c: Context<OnDesk>, { desk, seat, scene }: AtTyping): Promise<WallJoin | null> {
  const code = await joinCodeFor(desk.db, seat.actor, scene.meeting.id, desk.now)
  const origin = originForMember(desk.house.baseUrl, c.req.header('host'))
  return code === null ? null : { code, words: `${origin.replace(/^https?:\/\//, '')}/join` }
}

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
