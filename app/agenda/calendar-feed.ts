import type { Context } from 'hono'
import { memberAt } from '../meeting/seat-desk.ts'
import type { OnDesk } from '../session/desk.ts'
import { fileAnswer } from '../session/file-desk.ts'
import { originForMember } from '../session/origin.ts'
import { calendarOf } from './invite-desk.ts'
import { inviteText } from './invite-text.ts'

/** /meeting/:meeting/calendar.ics: the meeting as a file for one's own calendar. */
export async function calendarFeed(c: Context<OnDesk>) {
  const { desk, scene, reader } = await memberAt(c)
  const { actor, language } = reader
  const origin = originForMember(desk.house.baseUrl, c.req.header('host'))
  const sending = { actor, now: desk.now, origin, from: desk.house.mailFrom }
  const file = calendarOf(scene, { name: actor.name, language }, sending)
  return fileAnswer(c, { name: inviteText(language).fileName, ending: 'ics' }, file)
}
