import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { OnDesk } from '../session/desk.ts'
import { visitFile } from './letter-desk.ts'
import { tellingText } from './telling-text.ts'
import { peopleOf } from './visit.ts'
import { atVisits, visitAt } from './visit-desk.ts'

/** /visits/:visit/calendar.ics: a visit that is agreed, as a file for one's own calendar. */
export async function visitCalendarFeed(c: Context<OnDesk>) {
  const at = await atVisits(c)
  const visit = await visitAt(c, at)
  const { me, language } = at.eyes
  if (visit.state !== 'agreed' || !peopleOf(visit).includes(me)) throw new HTTPException(404)
  const names = new Map(at.roster.people.map(({ id, name }) => [id, name]))
  const who = { person: me, name: at.reader.actor.name, address: '', language, names }
  return c.body(visitFile(visit, who, at.sending), 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `attachment; filename="${tellingText(language).fileName}.ics"`,
    'cache-control': 'no-store',
  })
}
