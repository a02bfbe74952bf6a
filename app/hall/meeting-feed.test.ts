import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { NOW, NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { type MeetingVisit, visitMeeting } from '../../test/meeting-visit.ts'
import { asMember, type Visitor, visitor } from '../../test/request.ts'
import { worldIn } from '../../test/world.ts'
import { askPass, confirmPass, endPass } from '../meeting/pass-store.ts'
import { changeMeeting } from '../meeting/scene-store.ts'
import type { Seat } from '../meeting/seat.ts'
import { revokeOthers } from '../session/session-store.ts'
import { MOST_FEEDS } from './live.ts'
import { openFeeds, stopFeeds } from './live-desk.ts'

/** What came over a feed so far; `ended` once it is over. */
type Heard = { readonly said: string[]; ended: boolean; leave: () => Promise<void> }

async function listen(who: Visitor, href: string): Promise<Heard & { answer: Response }> {
  const answer = await who.get(`${href}/live`)
  const heard = { said: [] as string[], ended: false, leave: async () => {}, answer }
  const reader = answer.body?.getReader()
  if (!reader || !answer.headers.get('content-type')?.startsWith('text/event-stream')) return heard
  heard.leave = () => reader.cancel()
  void (async () => {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) break
      heard.said.push(...new TextDecoder().decode(value).trim().split('\n\n'))
    }
    heard.ended = true
  })()
  return heard
}

const until = (what: () => boolean) => expect.poll(what, { interval: 10 }).toBe(true)
const AGAIN = 'event: again\ndata:'

const touch = ({ db, cast, meeting }: MeetingVisit) =>
  changeMeeting(db, cast.keeper, meeting, async () => 'done')
const seatOf = ({ cast, meeting }: MeetingVisit, key: 'karin'): Seat => ({
  meetingId: meeting,
  schoolId: cast.schoolId,
  person: cast.people[key],
  via: 'session',
  waitsAs: null,
  pass: null,
  actor: cast.member(key),
})

eachDatabase((open) => {
  describe('the feed of a meeting', () => {
    test('says the revision at once, and again when it has risen, never more often than that', async () => {
      const visit = await visitMeeting(await open())
      const heard = await listen(await visit.as('anouk'), visit.href)
      await until(() => heard.said.length === 1)
      const { revision } = (await visit.now()).meeting
      expect(heard.said).toEqual([`data: ${revision}`])
      await Promise.all([touch(visit), touch(visit), touch(visit)])
      await until(() => heard.said.at(-1) === `data: ${revision + 3}`)
      // how far apart, is tested by a clock that stands still
      expect(heard.said.length).toBeLessThan(5)
      await heard.leave()
      expect(openFeeds(visit.db)).toBe(0)
    })

    test('says nothing but numbers, is kept nowhere, and passes through proxies as it is', async () => {
      const visit = await visitMeeting(await open())
      const { answer, leave, said } = await listen(await visit.as('karin'), visit.href)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'text/event-stream',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      })
      expect(answer.headers.has('content-encoding')).toBe(false)
      await until(() => said.length > 0)
      expect(said.join()).toMatch(/^data: \d+$/)
      await leave()
    })

    test('is for who sits in the meeting: a stranger is sent to the code, another school hears of nothing', async () => {
      const visit = await visitMeeting(await open())
      const stranger = await visitor(visit.app).get(`${visit.href}/live`)
      expect([stranger.status, stranger.headers.get('location')]).toEqual([303, '/join'])
      const other = await worldIn(async () => visit.db)
      const mieke = await asMember(visit.app, visit.db, other.cast, 'karin')
      expect((await mieke.get(`${visit.href}/live`)).status).toBe(404)
      expect(openFeeds(visit.db)).toBe(0)
    })

    test('ends when the session ends, and when the person leaves the school', async () => {
      const visit = await visitMeeting(await open())
      const [bram, petra, paul] = [await visit.as('bram'), await visit.as('petra'), await visit.as('paul')]
      const heard = await Promise.all([bram, petra, paul].map((one) => listen(one, visit.href)))
      await until(() => heard.every(({ said }) => said.length === 1))
      await bram.post('/sign-out')
      await until(() => heard[0]?.ended === true)
      expect(heard[0]?.said.at(-1)).toBe(AGAIN)
      expect((await bram.get(`${visit.href}/live`)).status).toBe(303)
      await revokeOthers(visit.db, visit.cast.member('petra'), NOW)
      await until(() => heard[1]?.ended === true)
      expect(heard[2]?.ended).toBe(false)
      visit.db.announce({ topic: 'person', schoolId: visit.cast.schoolId, id: visit.cast.people.paul })
      await until(() => heard[2]?.ended === true)
    })

    test('of a pass ends when the chair confirms it or takes it out, so that the page is asked for anew', async () => {
      const now = NOW_MOMENT
      const visit = await visitMeeting(await open(), { startsAt: now })
      const { meeting } = await visit.now()
      const asked = await askPass(visit.db, meeting, { person: visit.cast.people.petra }, null, now)
      if (typeof asked !== 'string') throw new Error('no pass')
      const device = visitor(visit.app, `meeting=${asked}`)
      const pass = (await visit.now()).passes[0]?.id
      if (!pass) throw new Error('no pass')
      const late = { seat: seatOf(visit, 'karin'), pass, now }
      const waiting = await listen(device, visit.href)
      await until(() => waiting.said.length === 1)
      await confirmPass(visit.db, late)
      await until(() => waiting.ended)
      const confirmed = await listen(device, visit.href)
      await until(() => confirmed.said.length === 1)
      await endPass(visit.db, late)
      await until(() => confirmed.ended)
      expect((await device.get(`${visit.href}/live`)).status).toBe(303)
    })

    test('of a pass ends with the meeting', async () => {
      const visit = await visitMeeting(await open(), { startsAt: NOW_MOMENT })
      const asked = await askPass(visit.db, (await visit.now()).meeting, { guest: 'Mieke' }, null, NOW_MOMENT)
      if (typeof asked !== 'string') throw new Error('no pass')
      const guest = await listen(visitor(visit.app, `meeting=${asked}`), visit.href)
      const member = await listen(await visit.as('bram'), visit.href)
      await until(() => guest.said.length === 1 && member.said.length === 1)
      await changeMeeting(visit.db, visit.cast.keeper, visit.meeting, ({ sql }) =>
        sql.updateTable('meeting').set({ phase: 'closed' }).where('id', '=', visit.meeting).execute(),
      )
      await until(() => guest.ended)
      expect(member.ended).toBe(false)
      await member.leave()
    })

    test('is open only so often for one session, and goes when whoever listens goes', async () => {
      const visit = await visitMeeting(await open())
      const karin = await visit.as('karin')
      const feeds = await Promise.all(
        Array.from({ length: MOST_FEEDS.seat }, () => listen(karin, visit.href)),
      )
      expect((await listen(karin, visit.href)).answer.status).toBe(429)
      const anouk = await listen(await visit.as('anouk'), visit.href)
      expect(anouk.answer.status).toBe(200)
      await feeds[0]?.leave()
      const again = await listen(karin, visit.href)
      expect(again.answer.status).toBe(200)
      await Promise.all([...feeds, again, anouk].map(({ leave }) => leave()))
    })

    test('ends for who takes nothing of it, and others go on hearing', async () => {
      const visit = await visitMeeting(await open())
      const dead = await (await visit.as('bram')).get(`${visit.href}/live`)
      const heard = await listen(await visit.as('anouk'), visit.href)
      for (let time = 0; openFeeds(visit.db) > 1 && time < 200; time += 1) {
        await touch(visit)
        await pause(65)
      }
      expect(openFeeds(visit.db)).toBe(1)
      expect(heard.ended).toBe(false)
      await Promise.all([dead.body?.cancel(), heard.leave()])
    })

    // The last one: this database opens no feeds any more.
    test('ends when the server stops, and none is opened after that', async () => {
      const visit = await visitMeeting(await open())
      const karin = await visit.as('karin')
      const feeds = await Promise.all([listen(karin, visit.href), listen(karin, visit.href)])
      stopFeeds(visit.db)
      await until(() => feeds.every(({ ended }) => ended))
      expect(openFeeds(visit.db)).toBe(0)
      expect((await listen(karin, visit.href)).answer.status).toBe(429)
    })
  })
})
