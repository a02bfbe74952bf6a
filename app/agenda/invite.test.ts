import { expect, it } from 'vitest'
import { eventIn, lineOf } from '../../test/calendar.ts'
import { NOW, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { mails } from '../../test/mailbox.ts'
import { type MeetingVisit, newMeeting, visitMeeting } from '../../test/meeting-visit.ts'
import { fakeSmtp } from '../../test/smtp.ts'
import { done } from '../../test/written-plan.ts'
import type { Moment } from '../kernel/day.ts'
import { cancelMeeting, changeDetails } from '../meeting/meeting-change-store.ts'
import type { MeetingDetails } from '../meeting/meeting-plan.ts'
import { planMeeting } from '../meeting/meeting-write-store.ts'
import { smtpSender } from '../post/mail-sender.ts'
import { carryOne } from '../post/postman.ts'
import { sendInvitations, tellCancelled, tellChange } from './invite-desk.ts'

const EVERYBODY = 18
const ORIGIN = 'https://plan.regenboog.example'

const sendingOf = ({ cast }: Pick<MeetingVisit, 'cast'>) => ({
  actor: cast.member('karin'),
  now: NOW_MOMENT,
  origin: ORIGIN,
  from: 'draad@school.example',
})
const invite = (visit: MeetingVisit) => sendInvitations(visit.db, visit.meeting, sendingOf(visit))

async function change(visit: MeetingVisit, rest: Partial<MeetingDetails>) {
  const { meeting } = await visit.now()
  const { title, startsAt, minutes, place, chair, minuteTaker } = meeting
  const details = { title, startsAt, minutes, place, chair, minuteTaker, ...rest }
  const sending = sendingOf(visit)
  return changeDetails(visit.db, sending.actor, visit.meeting, details, NOW_MOMENT, (at, after) =>
    tellChange(at, after, sending),
  )
}

const cancel = (visit: MeetingVisit) => {
  const sending = sendingOf(visit)
  return cancelMeeting(
    visit.db,
    sending.actor,
    visit.meeting,
    'De verwarming is stuk.',
    NOW_MOMENT,
    (at, after) => tellCancelled(at, after, sending),
  )
}

eachDatabase((open) => {
  it('everybody with an address gets the invitation once, each with an appointment of their own', async () => {
    const db = await open()
    const visit = await visitMeeting(db)
    expect(await invite(visit)).toBe('sent')
    expect(await invite(visit)).toBe('sent')
    const sent = await mails(db)
    expect(sent).toHaveLength(EVERYBODY)
    expect(new Set(sent.map(({ to_address }) => to_address)).size).toBe(EVERYBODY)
    const [letter] = sent.filter(({ to_address }) => to_address === 'petra@regenboog.example')
    expect(letter?.subject).toBe('Uitnodiging: Vaststelling van het begeleidingsplan, donderdag 19 november')
    expect(letter?.body).toContain('van 15.30 tot 17.00 uur')
    expect(letter?.body).toContain('- Doel 1 (10 min, om te besluiten)')
    expect(letter?.body).toContain(`${ORIGIN}/meeting/${visit.meeting}`)
    const event = eventIn(letter?.calendar ?? '')
    expect(event).toMatchObject({
      METHOD: 'REQUEST',
      DTSTART: '20261119T143000Z',
      DTEND: '20261119T160000Z',
      SEQUENCE: '0',
      STATUS: 'CONFIRMED',
      UID: `${visit.meeting}@rode-draad`,
    })
    expect(letter?.calendar?.replaceAll('\r\n ', '').match(/[\w.]+@regenboog\.example/g)).toEqual([
      'petra@regenboog.example',
    ])
  })

  it('two hands on the button send one invitation each', async () => {
    const db = await open()
    const visit = await visitMeeting(db)
    expect(await Promise.all([invite(visit), invite(visit), invite(visit)])).toEqual(['sent', 'sent', 'sent'])
    expect(await mails(db)).toHaveLength(EVERYBODY)
  })

  it('another time is told to who had the invitation: the same appointment, one number higher', async () => {
    const db = await open()
    const visit = await visitMeeting(db)
    await invite(visit)
    expect(await change(visit, { startsAt: '2026-11-26T14:30:00.000Z' as Moment })).toBe('done')
    const [first, last] = [(await mails(db))[0], (await mails(db)).at(-1)]
    expect(await mails(db)).toHaveLength(2 * EVERYBODY)
    expect(last?.subject).toContain('Gewijzigd: ')
    expect(eventIn(last?.calendar ?? '')).toMatchObject({
      METHOD: 'REQUEST',
      DTSTART: '20261126T143000Z',
      SEQUENCE: '1',
      UID: lineOf(first?.calendar ?? '', 'UID'),
    })
    await change(visit, { place: 'Aula' })
    expect(eventIn((await mails(db)).at(-1)?.calendar ?? '')).toMatchObject({
      SEQUENCE: '2',
      LOCATION: 'Aula',
    })
  })

  it('nothing is sent when nothing that was said changed, nor before the invitation', async () => {
    const db = await open()
    const visit = await visitMeeting(db)
    await change(visit, { place: 'Aula' })
    expect(await mails(db)).toEqual([])
    await invite(visit)
    await change(visit, { chair: visit.cast.people.paul })
    await change(visit, {})
    expect(await mails(db)).toHaveLength(EVERYBODY)
    expect((await visit.now()).meeting.invitation.number).toBe(0)
  })

  it('who came to the school later gets the invitation as it stands now', async () => {
    const db = await open()
    const visit = await visitMeeting(db)
    const sem = (query: 'with' | 'without') =>
      db.write(visit.cast, (sql) =>
        sql
          .updateTable('person')
          .set({ email: query === 'with' ? 'sem@regenboog.example' : null })
          .where('id', '=', visit.cast.people.sem)
          .execute(),
      )
    await sem('without')
    await invite(visit)
    await change(visit, { place: 'Aula' })
    await sem('with')
    await invite(visit)
    const his = (await mails(db)).filter(({ to_address }) => to_address === 'sem@regenboog.example')
    expect(his).toHaveLength(1)
    expect(eventIn(his[0]?.calendar ?? '')).toMatchObject({ SEQUENCE: '1', LOCATION: 'Aula' })
  })

  it('cancelling takes the appointment out of the calendars, with the reason', async () => {
    const db = await open()
    const visit = await visitMeeting(db)
    await invite(visit)
    expect(await cancel(visit)).toBe('done')
    const last = (await mails(db)).at(-1)
    expect(last?.body).toContain('De verwarming is stuk.')
    expect(eventIn(last?.calendar ?? '')).toMatchObject({
      METHOD: 'CANCEL',
      STATUS: 'CANCELLED',
      SEQUENCE: '1',
    })
    expect(await change(visit, { place: 'Aula' })).toEqual({ refused: 'meeting-over' })
    expect(await invite(visit)).toEqual({ refused: 'may-not', because: 'meeting-over' })
  })

  it('a refused change sends nothing and leaves the time as it was', async () => {
    const db = await open()
    const visit = await visitMeeting(db)
    await invite(visit)
    expect(await change(visit, { startsAt: '2026-11-18T14:30:00.000Z' as Moment })).toMatchObject({
      refused: 'time-past',
    })
    expect(await mails(db)).toHaveLength(EVERYBODY)
    expect((await visit.now()).meeting.startsAt).toBe('2026-11-19T14:30:00.000Z')
  })

  it('the demo school sends nothing', async () => {
    const db = await open()
    const cast = await settleCast(db, { demo: true })
    const id = done(await planMeeting(db, cast.member('karin'), newMeeting(cast), NOW_MOMENT))
    await sendInvitations(db, id, sendingOf({ cast }))
    expect(await mails(db)).toEqual([])
  })

  it('the letter leaves with the appointment as its other form and as a file, and then it is forgotten', async () => {
    const db = await open()
    const visit = await visitMeeting(db)
    await invite(visit)
    const server = await fakeSmtp()
    await carryOne(db, smtpSender(server.url, 'plan.regenboog.example'), () => NOW, AbortSignal.timeout(5000))
    await server.close()
    const [letter] = server.letters
    expect(letter?.text).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i)
    expect(letter?.text).toMatch(/Content-Type: application\/ics; name=vergadering\.ics/i)
    expect(letter?.text).toContain('multipart/alternative')
    const parts = (letter?.text ?? '')
      .split(/\r\n\r\n/)
      .map((part) => part.replace(/\r\n(?:--|Content).*$/s, ''))
    const files = parts
      .map((part) => Buffer.from(part.replaceAll('\r\n', ''), 'base64').toString('utf8'))
      .filter((text) => text.startsWith('BEGIN:VCALENDAR'))
    expect(files.map((file) => lineOf(file, 'DTSTART'))).toContain('20261119T143000Z')
    const [sent] = (await mails(db)).filter(({ sent_at }) => sent_at !== null)
    expect(sent).toMatchObject({ body: '', calendar: null })
  })
})
