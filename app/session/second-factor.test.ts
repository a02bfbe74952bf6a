import { Secret, TOTP } from 'otpauth'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Cast, NOW, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { type App, asMember, cookieOf, visitor } from '../../test/request.ts'
import type { Db } from '../db/database.ts'
import { tellOfReset } from './account-letter-desk.ts'
import { resetSecondFactor, withSecondFactor } from './second-factor-store.ts'

const codeAt = (secret: string, now: Date) =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: now.getTime() })

eachDatabase((open) => {
  let db: Db
  let cast: Cast
  let now: Date
  let app: App
  beforeEach(async () => {
    db = await open()
    cast = await settleCast(db)
    now = NOW
    app = testApp(db, { now: () => now })
  })
  const pass = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000))

  describe('the second step', () => {
    const karin = () => asMember(app, db, cast, 'karin', now)

    /** Turns it on for Karin, as she would. */
    async function turnedOn() {
      const member = await karin()
      const page = await (await member.get('/account/second-factor')).text()
      const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(page)![1]!.replaceAll(' ', '')
      expect(
        (await member.post('/account/second-factor', { code: codeAt(secret, now) })).headers.get('location'),
      ).toBe('/account?done=factor-on')
      return secret
    }

    /** Karin comes as far as the first factor. */
    async function firstFactor() {
      const asked = await visitor(app).post('/sign-in', { address: 'karin@regenboog.example' })
      const { body } = await db.read('server', (sql) =>
        sql.selectFrom('mail').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow(),
      )
      const code = /(\d{3}) (\d{3})/.exec(body)!.slice(1).join('')
      const half = await visitor(app, `sign-in=${cookieOf(asked, 'sign-in')}`).post('/sign-in/code', {
        code,
        to: '/account',
      })
      expect(half.headers.get('location')).toBe('/sign-in/second-factor?to=%2Faccount')
      return visitor(app, `session=${cookieOf(half, 'session')}`)
    }

    it('is asked after the code of the mail, and then everything is open', async () => {
      const secret = await turnedOn()
      pass(60)
      const half = await firstFactor()
      expect((await half.get('/account')).status).toBe(303)
      const wrong = await half.post('/sign-in/second-factor', { code: '000000' })
      expect(wrong.status).toBe(422)
      const whole = await half.post('/sign-in/second-factor', { code: codeAt(secret, now), to: '/account' })
      expect(whole.headers.get('location')).toBe('/account')
      expect((await visitor(app, `session=${cookieOf(whole, 'session')}`).get('/account')).status).toBe(200)
      expect((await half.get('/account')).status).toBe(303)
    })

    it('takes a code once', async () => {
      const secret = await turnedOn()
      const half = await firstFactor()
      expect((await half.post('/sign-in/second-factor', { code: codeAt(secret, now) })).status).toBe(422)
      pass(30)
      const code = codeAt(secret, now)
      const other = await firstFactor()
      expect((await half.post('/sign-in/second-factor', { code })).status).toBe(303)
      expect((await other.post('/sign-in/second-factor', { code })).status).toBe(422)
    })

    it('can be tried five times in a quarter of an hour', async () => {
      const secret = await turnedOn()
      pass(60)
      const half = await firstFactor()
      const wrong = codeAt(secret, now) === '111111' ? '222222' : '111111'
      for (let times = 0; times < 5; times++) await half.post('/sign-in/second-factor', { code: wrong })
      const sixth = await half.post('/sign-in/second-factor', { code: codeAt(secret, now) })
      expect([sixth.status, sixth.headers.get('retry-after')]).toEqual([429, '900'])
    })

    it('is forgotten half-way after a quarter of an hour', async () => {
      const secret = await turnedOn()
      pass(60)
      const half = await firstFactor()
      pass(15 * 60)
      const late = await half.post('/sign-in/second-factor', { code: codeAt(secret, now) })
      expect(late.headers.get('location')).toBe('/sign-in')
    })

    it('lies encrypted in the database', async () => {
      const secret = await turnedOn()
      const row = await db.read(cast, (sql) =>
        sql.selectFrom('second_factor').selectAll().executeTakeFirstOrThrow(),
      )
      expect(row.secret).not.toContain(secret)
      expect(row.confirmed_at).not.toBeNull()
    })

    it('goes off with a code, and not without', async () => {
      const secret = await turnedOn()
      pass(60)
      const member = await karin()
      expect((await member.post('/account/second-factor', { code: '000000' })).status).toBe(422)
      const off = await member.post('/account/second-factor', { code: codeAt(secret, now) })
      expect(off.headers.get('location')).toBe('/account?done=factor-off')
      expect(await (await member.get('/account')).text()).toContain('De tweede stap staat uit')
    })

    it('is taken away by another administrator: told, visible, and signed out everywhere', async () => {
      await turnedOn()
      await db.write(cast, (sql) =>
        sql
          .insertInto('person_role')
          .values({ school_id: cast.schoolId, person_id: cast.people.paul, role: 'administrator' })
          .execute(),
      )
      const [karinThere, paul] = [await karin(), await asMember(app, db, cast, 'paul', now)]
      const done = await paul.post(`/account/help/${cast.people.karin}`, { act: 'factor' })
      expect(done.headers.get('location')).toMatch(/said=reset$/)
      expect((await karinThere.get('/account')).status).toBe(303)
      const mail = await db.read('server', (sql) =>
        sql.selectFrom('mail').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow(),
      )
      expect([mail.to_address, mail.kind]).toEqual(['karin@regenboog.example', 'second-factor-reset'])
      const page = await (await (await karin()).get('/account')).text()
      expect(page).toContain('Paul heeft je tweede stap weggehaald op 19 november 2026')
    })

    it('is taken away by who runs the server, for an address', async () => {
      await turnedOn()
      const there = await karin()
      expect(await withSecondFactor(db, 'anouk@regenboog.example')).toEqual([])
      const [owner] = await withSecondFactor(db, 'karin@regenboog.example')
      await resetSecondFactor(db, cast.keeper, owner!.personId, tellOfReset, now)
      expect((await there.get('/account')).status).toBe(303)
      expect(await (await (await karin()).get('/account')).text()).toContain(
        'De beheerder van de server heeft je tweede stap weggehaald',
      )
    })

    it('is not there for a teacher, nor in the demo', async () => {
      const anouk = await asMember(app, db, cast, 'anouk', now)
      expect((await anouk.get('/account/second-factor')).status).toBe(404)
      const demoDb = await open()
      const demo = await settleCast(demoDb, { demo: true })
      const visitorOfDemo = await asMember(testApp(demoDb), demoDb, demo, 'karin')
      expect((await visitorOfDemo.get('/account/second-factor')).status).toBe(404)
    })
  })
})
