import { describe, expect, it } from 'vitest'
import { settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { meetingRoom } from '../../test/meeting-room.ts'
import { asMember, cookieOf, visitor } from '../../test/request.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { joinCodeFor, meetingByCode } from '../meeting/join-store.ts'
import { waitingPasses } from '../meeting/pass.ts'
import { confirmPass, endPass, refusePass } from '../meeting/pass-store.ts'

const later = (room: { clock: { now: Date } }, minutes: number) => {
  room.clock.now = new Date(room.clock.now.getTime() + minutes * 60_000)
}
const wherePlace = (answer: Response) => answer.headers.get('location')

/** As if it was tried so often before. */
const tried = ({ db }: { db: Db }, limit: string, count: number) =>
  db.write('open', (sql) =>
    sql.updateTable('throttle').set({ count }).where('name', 'like', `${limit}:%`).execute(),
  )

eachDatabase((open) => {
  describe('the code of a meeting', () => {
    it('is made when one may join, and stays the same for whoever asks at once', async () => {
      const room = await meetingRoom(await open())
      const { db, cast, meeting } = room
      const now = '2026-11-19T08:59:00.000Z' as Moment
      expect(await joinCodeFor(db, cast.keeper, meeting, now)).toBe(null)
      const codes = await Promise.all([room.code(), room.code(), room.code()])
      expect(new Set(codes).size).toBe(1)
      expect(codes[0]).toMatch(/^\d{6}$/)
    })

    it('is of one meeting on the whole server, and opens nothing once that is closed', async () => {
      const db = await open()
      const room = await meetingRoom(db)
      const other = await meetingRoom(db)
      const [one, two] = [await room.code(), await other.code()]
      expect(one).not.toBe(two)
      const now = room.clock.now.toISOString() as Moment
      expect((await meetingByCode(db, one, now))?.meeting.id).toBe(room.meeting)
      expect((await meetingByCode(db, two, now))?.meeting.id).toBe(other.meeting)
      await room.open()
      await room.close()
      expect(await meetingByCode(db, one, now)).toBe(null)
      expect(await joinCodeFor(db, room.cast.keeper, room.meeting, now)).toBe(null)
    })

    it('is not made for another school', async () => {
      const db = await open()
      const room = await meetingRoom(db)
      const elsewhere = await settleCast(db, { name: 'De Horizon' })
      const now = room.clock.now.toISOString() as Moment
      expect(await joinCodeFor(db, elsewhere.keeper, room.meeting, now)).toBe(null)
    })
  })

  describe('/join', () => {
    it('takes the code with spaces and shows the names only then', async () => {
      const room = await meetingRoom(await open())
      const code = await room.code()
      const stranger = room.stranger()
      const empty = await stranger.get('/join')
      expect(empty.status).toBe(200)
      expect(await empty.text()).not.toContain('Youssef')
      const typed = await stranger.post('/join', { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })
      expect(typed.status).toBe(303)
      expect(wherePlace(typed)).toBe(`/join/${code}`)
      const names = await (await stranger.get(`/join/${code}`)).text()
      expect(names).toContain('Youssef')
      expect(names).toContain('Ik ben te gast')
    })

    it('says kindly that a code opens nothing, and keeps what was typed', async () => {
      const room = await meetingRoom(await open())
      const wrong = (await room.code()) === '000000' ? '000001' : '000000'
      for (const code of [wrong, '12345', 'abcdef', '', "' or 1=1 --", '<script>', '9'.repeat(400)]) {
        const answer = await room.stranger().post('/join', { code })
        const page = await answer.text()
        expect(answer.status).toBe(422)
        expect(page).toContain('Met deze code is nu geen vergadering open.')
        expect(page).not.toContain('Youssef')
        expect(page).not.toContain('<script>')
      }
      expect((await room.stranger().get(`/join/${wrong}`)).status).toBe(404)
      expect((await room.stranger().post(`/join/${wrong}`, { person: room.cast.people.bram })).status).toBe(
        422,
      )
    })

    it('leads a colleague who is signed in straight to the phone, with and without the code', async () => {
      const room = await meetingRoom(await open())
      const bram = await room.as('bram')
      const phone = `${room.href}/phone`
      expect(wherePlace(await bram.get('/join'))).toBe(phone)
      expect((await bram.get('/join?other=1')).status).toBe(200)
      expect(wherePlace(await bram.get(`/join/${await room.code()}`))).toBe(phone)
    })

    it('leaves somebody of another school a guest at most', async () => {
      const db = await open()
      const room = await meetingRoom(db)
      const elsewhere = await settleCast(db, { name: 'De Horizon' })
      const stranger = await asMember(room.app, db, elsewhere, 'karin', room.clock.now)
      expect((await stranger.get('/join')).status).toBe(200)
      expect((await stranger.get(`/join/${await room.code()}`)).status).toBe(200)
      expect((await stranger.get(`${room.href}/phone`)).status).toBe(404)
      const guest = await room.join({ guest: 'Karin van De Horizon' })
      const both = visitor(room.app, `${stranger.cookie}; ${guest.cookie}`)
      const page = await (await both.get(`${room.href}/phone`)).text()
      expect(page).toContain('Je kijkt mee als gast: Karin van De Horizon.')
      expect(page).not.toContain('Ik ben er')
      expect((await both.post(`${room.href}/phone`, { act: 'attend', what: 'present' })).status).toBe(422)
    })

    it('makes who guesses wait, also with a right one; elsewhere one goes on', async () => {
      const room = await meetingRoom(await open())
      const code = await room.code()
      const guess = room.stranger()
      await guess.post('/join', { code: '1' })
      await tried(room, 'wrong-join-from-network', 60)
      const answer = await guess.post('/join', { code })
      expect(answer.status).toBe(429)
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await guess.get(`/join/${code}`)).status).toBe(429)
      expect((await visitor(room.app, '', '203.0.113.7').post('/join', { code })).status).toBe(303)
    })

    it('lets a whole team in behind one address, and not a machine', async () => {
      const room = await meetingRoom(await open())
      const code = await room.code()
      await room.stranger().post('/join', { code })
      await tried(room, 'join-from-network', 599)
      expect((await room.stranger().post('/join', { code })).status).toBe(303)
      expect((await room.stranger().post('/join', { code })).status).toBe(429)
    })

    it('makes everybody wait when the whole server was tried', async () => {
      const room = await meetingRoom(await open())
      const code = await room.code()
      await room.stranger().post('/join', { code: '1' })
      await tried(room, 'wrong-join-code', 600)
      expect((await visitor(room.app, '', '203.0.113.7').post('/join', { code })).status).toBe(429)
      later(room, 16)
      expect((await visitor(room.app, '', '203.0.113.7').post('/join', { code })).status).toBe(303)
    })
  })

  describe('joining by the code', () => {
    it('waits for the chair, and then speaks for that colleague', async () => {
      const room = await meetingRoom(await open())
      const { db, cast } = room
      const device = await room.join(cast.people.petra)
      const phone = `${room.href}/phone`
      const waits = await (await device.get(phone)).text()
      expect(waits).toContain('Je vroeg om mee te doen als Petra')
      expect(waits).not.toContain('Ik ben er')
      const [waiting] = waitingPasses(await room.now())
      expect(waiting).toMatchObject({ person: cast.people.petra, alreadyIn: false })
      const pass = waiting?.pass.id as NonNullable<typeof waiting>['pass']['id']
      const now = room.clock.now.toISOString() as Moment
      expect(await confirmPass(db, { seat: room.seatOf('bram'), pass, now })).toEqual({
        refused: 'only-minute-taker',
      })
      expect(await confirmPass(db, { seat: room.seatOf('anouk'), pass, now })).toBe('done')
      expect(await (await device.get(phone)).text()).toContain('Je doet mee als Petra.')
      const noted = { person: cast.people.petra, how: 'present', notedBy: cast.people.anouk }
      expect((await room.now()).attendance).toMatchObject([noted])
      expect(await (await device.get(phone)).text()).not.toContain('Ben je er?')
    })

    it('can take a name that takes part already; the confirmer sees that', async () => {
      const room = await meetingRoom(await open())
      await room.open()
      await room.join(room.cast.people.karin)
      expect(waitingPasses(await room.now())[0]).toMatchObject({ alreadyIn: true })
    })

    it('refused or ended, it sees nothing more and may choose again', async () => {
      const room = await meetingRoom(await open())
      const { db, cast } = room
      const device = await room.join(cast.people.petra)
      const now = room.clock.now.toISOString() as Moment
      const seat = room.seatOf('karin')
      const pass = (await room.now()).passes[0]!.id
      expect(await refusePass(db, { seat, pass, now })).toBe('done')
      expect(await refusePass(db, { seat, pass, now })).toEqual({ refused: 'pass-gone' })
      expect(await confirmPass(db, { seat, pass, now })).toEqual({ refused: 'pass-gone' })
      expect(wherePlace(await device.get(`${room.href}/phone`))).toBe('/join')
      expect(await (await device.get('/join')).text()).toContain('Je bent niet binnengelaten.')
      const again = await device.post(`/join/${await room.code()}`, { person: cast.people.bram })
      expect(again.status).toBe(303)
    })

    it('asked again, the device gives up the name that it asked for before', async () => {
      const room = await meetingRoom(await open())
      const device = await room.join(room.cast.people.petra)
      const left = await device.post(`${room.href}/phone`, { act: 'leave-device' })
      expect(wherePlace(left)).toBe('/join?other=1')
      expect(cookieOf(left, 'meeting')).toBe('')
      expect(waitingPasses(await room.now())).toEqual([])
    })

    it('a guest watches: no voice, no words, no list of who is there', async () => {
      const room = await meetingRoom(await open())
      const guest = await room.join({ guest: 'Mevrouw De Wit' })
      await room.open()
      const item = await room.next()
      await room.stage('understanding')
      const phone = `${room.href}/phone`
      const page = await (await guest.get(phone)).text()
      expect(page).toContain('Je kijkt mee als gast: Mevrouw De Wit.')
      expect(page).toContain('We delen alles.')
      expect(page).not.toContain('Ik ben er')
      expect(page).not.toContain('<textarea')
      const tried: Record<string, string>[] = [
        { act: 'attend', what: 'present' },
        { act: 'say', item, kind: 'question', text: 'Mag ik iets vragen?' },
      ]
      for (const fields of tried) expect((await guest.post(phone, fields)).status).toBe(422)
      const { says, attendance } = await room.now()
      expect([says.length, attendance.length]).toEqual([0, 1])
    })

    it('a guest has a name, in one line', async () => {
      const room = await meetingRoom(await open())
      const code = await room.code()
      const nameless = await room.stranger().post(`/join/${code}`, { guest: 'yes', name: ' \u200b\n ' })
      expect(nameless.status).toBe(422)
      expect(await nameless.text()).toContain('Schrijf je naam op.')
      await room.join({ guest: `<b>Jan</b>\r\n${'x'.repeat(300)}\u202e` })
      const [pass] = (await room.now()).passes
      expect(pass?.name).toBe(`<b>Jan</b> ${'x'.repeat(49)}`)
    })

    it('takes no name of another school, of who left, or of nobody', async () => {
      const db = await open()
      const room = await meetingRoom(db)
      const elsewhere = await settleCast(db, { name: 'De Horizon' })
      await db.write(room.cast, (sql) =>
        sql
          .updateTable('person')
          .set({ left_on: '2026-08-01' as never })
          .where('id', '=', room.cast.people.sem)
          .execute(),
      )
      const code = await room.code()
      for (const person of [elsewhere.people.petra, room.cast.people.sem, 'karin', '']) {
        const answer = await room.stranger().post(`/join/${code}`, { person })
        expect(answer.status).toBe(422)
        expect(cookieOf(answer, 'meeting')).toBe(undefined)
      }
      expect((await room.now()).passes).toEqual([])
    })

    it('ends with the meeting: a kept cookie opens nothing any more', async () => {
      const room = await meetingRoom(await open())
      const device = await room.join(room.cast.people.petra)
      const now = room.clock.now.toISOString() as Moment
      const pass = (await room.now()).passes[0]!.id
      await confirmPass(room.db, { seat: room.seatOf('karin'), pass, now })
      await room.open()
      expect((await device.get(`${room.href}/phone`)).status).toBe(200)
      await room.close()
      expect(wherePlace(await device.get(`${room.href}/phone`))).toBe('/join')
      expect((await device.post(`${room.href}/phone`, { act: 'attend', what: 'left' })).status).toBe(303)
      expect(await (await device.get('/join')).text()).toContain('De vergadering is afgelopen.')
    })

    it('half a day after a chair forgot to close it, it ends as well', async () => {
      const room = await meetingRoom(await open())
      const device = await room.join({ guest: 'De inspecteur' })
      await room.open()
      later(room, 12 * 60)
      expect(wherePlace(await device.get(`${room.href}/phone`))).toBe('/join')
    })

    it('opens this meeting alone', async () => {
      const db = await open()
      const room = await meetingRoom(db)
      const other = await meetingRoom(db)
      const device = await room.join({ guest: 'De inspecteur' })
      expect((await device.get(`${room.href}/phone`)).status).toBe(200)
      expect(wherePlace(await device.get(`${other.href}/phone`))).toBe('/join')
      for (const path of ['/plan', '/team', room.href, `${room.href}/minutes`, `${room.href}/desk`])
        expect(wherePlace(await device.get(path))).toMatch(/^\/sign-in\?to=/)
    })

    it('keeps the hash of its token alone', async () => {
      const room = await meetingRoom(await open())
      const device = await room.join({ guest: 'De inspecteur' })
      const rows = await room.db.read(room.cast, (sql) =>
        sql.selectFrom('meeting_pass').selectAll().execute(),
      )
      expect(JSON.stringify(rows)).not.toContain(device.cookie.replace('meeting=', ''))
      const made = visitor(room.app, `meeting=${'a'.repeat(43)}`)
      expect(wherePlace(await made.get(`${room.href}/phone`))).toBe('/join')
    })

    it('is ended by who leads, a guest too', async () => {
      const room = await meetingRoom(await open())
      const guest = await room.join({ guest: 'De inspecteur' })
      const now = room.clock.now.toISOString() as Moment
      const pass = (await room.now()).passes[0]!.id
      expect(await endPass(room.db, { seat: room.seatOf('petra'), pass, now })).toEqual({
        refused: 'only-minute-taker',
      })
      expect(await endPass(room.db, { seat: room.seatOf('karin'), pass, now })).toBe('done')
      expect(wherePlace(await guest.get(`${room.href}/phone`))).toBe('/join')
    })
  })
})
