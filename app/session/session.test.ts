import { beforeEach, describe, expect, it } from 'vitest'
import { type Cast, NOW, settleCast, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { visitor } from '../../test/request.ts'
import type { Db } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import { findMember, findSession, openSession } from './session-store.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const after = (milliseconds: number) => new Date(NOW.getTime() + milliseconds)

eachDatabase((open) => {
  let db: Db
  let cast: Cast
  beforeEach(async () => {
    db = await open()
    cast = await settleCast(db)
  })

  const anouk = (other = {}) => ({
    schoolId: cast.schoolId,
    personId: cast.people.anouk,
    device: 'Firefox/Linux',
    way: 'code' as const,
    shared: false,
    ...other,
  })
  const start = (other = {}, now = NOW) => db.write(cast, (sql) => openSession(sql, anouk(other), now))
  const rowOf = (id: string) =>
    db.read(cast, (sql) =>
      sql
        .selectFrom('session')
        .selectAll()
        .where('id', '=', id as never)
        .executeTakeFirstOrThrow(),
    )

  describe('a session', () => {
    it('knows who, with roles, learning teams and the school, in two reads', async () => {
      const { token } = await db.write(cast, (sql) =>
        openSession(sql, { ...anouk(), personId: cast.people.karin }, NOW),
      )
      const session = (await findSession(db, token, NOW))!
      const found = (await findMember(db, session, NOW))!
      expect(found.actor).toMatchObject({ name: 'Karin', learningTeams: [], demo: false })
      expect([...found.actor.roles].sort()).toEqual(['administrator', 'coordinator'])
      expect(found.school).toMatchObject({ name: 'Basisschool De Regenboog', coordinatorWord: 'ib' })
      const { token: forBram } = await db.write(cast, (sql) =>
        openSession(sql, { ...anouk(), personId: cast.people.bram }, NOW),
      )
      const bram = await findMember(db, (await findSession(db, forBram, NOW))!, NOW)
      expect(bram?.actor.learningTeams).toEqual([cast.learningTeams.rekenen])
    })

    it('of a device of one’s own ends after 30 unused days, and slides while it is used', async () => {
      const { token } = await start()
      expect(await findSession(db, token, after(30 * DAY - MINUTE))).not.toBeNull()
      expect(await findSession(db, token, after(30 * DAY))).toBeNull()
      let now = NOW
      const app = testApp(db, { now: () => now })
      for (now = after(20 * DAY); now < after(179 * DAY); now = new Date(now.getTime() + 20 * DAY))
        expect((await visitor(app, `session=${token}`).get('/account')).status).toBe(200)
      now = after(180 * DAY)
      expect((await visitor(app, `session=${token}`).get('/account')).status).toBe(303)
    })

    it('on a shared computer ends after twelve hours, used or not, and its cookie with the browser', async () => {
      let now = NOW
      const app = testApp(db, { now: () => now })
      const { token } = await start({ shared: true })
      for (now = NOW; now < after(12 * 60 * MINUTE); now = new Date(now.getTime() + 60 * MINUTE))
        expect((await visitor(app, `session=${token}`).get('/account')).status).toBe(200)
      expect((await visitor(app, `session=${token}`).get('/account')).status).toBe(303)
    })

    it('writes at most once in ten minutes that it is used', async () => {
      let now = NOW
      const app = testApp(db, { now: () => now })
      const { token, id } = await start()
      const seenAt = async (minutes: number) => {
        now = after(minutes * MINUTE)
        await visitor(app, `session=${token}`).get('/account')
        return (await rowOf(id)).seen_at
      }
      expect(await seenAt(9)).toBe(momentOf(NOW))
      expect(await seenAt(10)).toBe(momentOf(after(10 * MINUTE)))
      expect(await seenAt(19)).toBe(momentOf(after(10 * MINUTE)))
    })

    it('is refused from the day that somebody leaves', async () => {
      const { token } = await start()
      const visit = () => visitor(testApp(db), `session=${token}`).get('/account')
      const leave = (left_on: typeof TODAY | null) =>
        db.write(cast, (sql) =>
          sql.updateTable('person').set({ left_on }).where('id', '=', cast.people.anouk).execute(),
        )
      await leave('2026-11-20' as typeof TODAY)
      expect((await visit()).status).toBe(200)
      await leave(TODAY)
      expect((await visit()).status).toBe(303)
    })

    it('is refused when the demo school was made anew', async () => {
      const { token } = await start()
      await db.write(cast, (sql) =>
        sql
          .updateTable('school')
          .set({ gone_at: momentOf(NOW) })
          .where('id', '=', cast.schoolId)
          .execute(),
      )
      expect((await visitor(testApp(db), `session=${token}`).get('/account')).status).toBe(303)
    })

    it('that still waits for the second factor opens nothing', async () => {
      const { token } = await start({ waitsFor: 'second-factor' })
      expect((await visitor(testApp(db), `session=${token}`).get('/account')).status).toBe(303)
    })

    it.each([
      'session=',
      'session=x',
      `session=${'x'.repeat(43)}`,
      `session=${'x'.repeat(100_000)}`,
      "session=' or 1=1 --",
      'session=%00',
      `session=${'é'.repeat(43)}`,
      ';;;;====;;;;',
      'session="; drop table session; --"',
    ])('does not come from %s', async (cookie) => {
      const answer = await visitor(testApp(db), encodeURI(cookie)).get('/account')
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?to=%2Faccount'])
    })

    it('does not come from the hash that the database keeps', async () => {
      const { id } = await start()
      const { token_hash } = await rowOf(id)
      expect(token_hash).toMatch(/^[0-9a-f]{64}$/)
      expect((await visitor(testApp(db), `session=${token_hash.slice(0, 43)}`).get('/account')).status).toBe(
        303,
      )
    })

    it('over https counts only under its bound name', async () => {
      const app = testApp(db, { baseUrl: 'https://draad.school.nl' })
      const { token } = await start()
      expect((await visitor(app, `session=${token}`).get('/account')).status).toBe(303)
      expect((await visitor(app, `__Host-session=${token}`).get('/account')).status).toBe(200)
    })
  })

  describe('who is not signed in', () => {
    it('is sent to sign in and back, a script hears 401', async () => {
      const app = testApp(db)
      expect((await visitor(app).get('/account?x=1')).headers.get('location')).toBe(
        '/sign-in?to=%2Faccount%3Fx%3D1',
      )
      expect((await visitor(app).post('/account/sessions', { end: 'others' })).headers.get('location')).toBe(
        '/sign-in',
      )
      const script = await visitor(app).post(
        '/account/sessions',
        { end: 'others' },
        { accept: 'application/json' },
      )
      expect(script.status).toBe(401)
    })
  })
})
