import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import type { OnDesk } from '../session/desk.ts'
import { otherOf } from './appointment.ts'
import { readAppointment } from './appointment-store.ts'
import { appointmentFile } from './letter-desk.ts'
import { atOffice } from './office-desk.ts'
import { tellingText } from './telling-text.ts'

/** /office/:appointment/calendar.ics: an appointment as a file for one's own calendar. */
export async function appointmentCalendarFeed(c: Context<OnDesk>) {
  const { desk, reader, eyes, sending } = await atOffice(c)
  const id = parseId<'appointment'>(c.req.param('appointment'))
  const one = id && (await readAppointment(desk.db, reader.actor, id))
  if (!one || one.state !== 'agreed') throw new HTTPException(404)
  const who = { name: reader.actor.name, address: '', language: eyes.language }
  const file = appointmentFile(one, { who, other: eyes.nameOf(otherOf(one, eyes.me)), sending })
  return c.body(file, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `attachment; filename="${tellingText(eyes.language).fileName}.ics"`,
    'cache-control': 'no-store',
  })
}
