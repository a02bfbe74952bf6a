import { beforeEach, describe, expect, it } from 'vitest'
import { type Cast, NOW, settleCast, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { askCode as ask, codeIn, lastMail, linkIn, mails } from '../../test/mailbox.ts'
import { asMember, cookieOf, visitor } from '../../test/request.ts'
import type { Db } from '../db/database.ts'
import { parseCode } from './sign-in.ts'

/** A clock that the test sets. */
function clockAt(start = NOW) {
  let now = start
  return { now: () => now, pass: (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000)) }
}

eachDatabase((open) => {
  let db: Db
  let cast: Cast
  beforeEach(async () => {
    db = await open()
    cast = await settleCast(db)
  })

  const sessions = () => db.read('server', (sql) => sql.selectFrom('session').selectAll().execute())

  describe('a code', () => {
    it('brings Anouk in, and to where she wanted to be', async () => {
      const app = testApp(db)
      const cookie = await ask(app, ' Anouk@Regenboog.example ')
      const mail = await lastMail(db)
      expect(mail.to_address).toBe('anouk@regenboog.example')
      const inside = await visitor(app, cookie).post('/sign-in/code', {
        code: codeIn(mail.body),
        to: '/account?a=1',
      })
      expect([inside.status, inside.headers.get('location')]).toEqual([303, '/account?a=1'])
      const token = cookieOf(inside, 'session')
      expect(token).toMatch(/^[\w-]{43}$/)
      const account = await visitor(app, `session=${token}`).get('/account')
      expect(await account.text()).toContain('Anouk, Basisschool De Regenboog')
    })

    it('ends the session that this browser had before', async () => {
      const app = testApp(db)
      const before = await asMember(app, db, cast, 'bram')
      const cookie = await ask(app, 'anouk@regenboog.example')
      const code = codeIn((await lastMail(db)).body)
      await visitor(app, `${before.cookie}; ${cookie}`).post('/sign-in/code', { code })
      expect((await before.get('/account')).status).toBe(303)
    })

    it('is kept as a hash only, and so is the session', async () => {
      const app = testApp(db)
      const cookie = await ask(app, 'anouk@regenboog.example')
      const { body } = await lastMail(db)
      const code = codeIn(body)
      const inside = await visitor(app, cookie).post('/sign-in/code', { code })
      const kept = await db.read('server', (sql) => sql.selectFrom('sign_in_code').selectAll().execute())
      const all = JSON.stringify([kept, await sessions()])
      for (const secret of [
        code,
        linkIn(body).split('/').at(-1)!,
        cookie.split('=')[1]!,
        cookieOf(inside, 'session')!,
      ])
        expect(all).not.toContain(secret)
    })

    it('works once', async () => {
      const app = testApp(db)
      const cookie = await ask(app, 'bram@regenboog.example')
      const code = codeIn((await lastMail(db)).body)
      expect((await visitor(app, cookie).post('/sign-in/code', { code })).status).toBe(303)
      const second = await visitor(app, cookie).post('/sign-in/code', { code })
      expect(second.status).toBe(422)
      expect(cookieOf(second, 'session')).toBeUndefined()
    })

    it('works once, also for two at the same moment', async () => {
      const app = testApp(db)
      const cookie = await ask(app, 'bram@regenboog.example')
      const code = codeIn((await lastMail(db)).body)
      const both = await Promise.all([1, 2].map(() => visitor(app, cookie).post('/sign-in/code', { code })))
      expect(both.map(({ status }) => status)).toEqual(expect.arrayContaining([303, 422]))
      expect(await sessions()).toHaveLength(1)
    })

    it('works for a quarter of an hour', async () => {
      const clock = clockAt()
      const app = testApp(db, clock)
      const cookie = await ask(app, 'bram@regenboog.example')
      const code = codeIn((await lastMail(db)).body)
      clock.pass(15)
      expect((await visitor(app, cookie).post('/sign-in/code', { code })).status).toBe(422)
    })

    it('works in the browser that asked, and in no other', async () => {
      const app = testApp(db)
      await ask(app, 'bram@regenboog.example')
      const code = codeIn((await lastMail(db)).body)
      const other = await ask(app, 'noor@regenboog.example')
      expect((await visitor(app, other).post('/sign-in/code', { code })).status).toBe(422)
      expect((await visitor(app).post('/sign-in/code', { code })).status).toBe(422)
    })

    it('can be tried five times, whether it was ever sent or not', async () => {
      const app = testApp(db)
      for (const address of ['kees@regenboog.example', 'niemand@regenboog.example']) {
        const cookie = await ask(app, address)
        const right = address.startsWith('kees') ? codeIn((await lastMail(db)).body) : '000000'
        const wrong = right === '111111' ? '222222' : '111111'
        for (let times = 0; times < 5; times++) {
          const page = await (await visitor(app, cookie).post('/sign-in/code', { code: wrong })).text()
          expect(page).toContain('Deze code klopt niet')
        }
        const sixth = await visitor(app, cookie).post('/sign-in/code', { code: right })
        expect(sixth.status).toBe(422)
        expect(await sixth.text()).toContain('te vaak geprobeerd')
      }
      expect(await sessions()).toHaveLength(0)
    })

    it('is not told apart for an address that nobody has', async () => {
      const app = testApp(db)
      const known = await visitor(app).post('/sign-in', { address: 'wilma@regenboog.example' })
      const unknown = await visitor(app).post('/sign-in', { address: 'niemand@regenboog.example' })
      expect(unknown.status).toBe(known.status)
      expect(unknown.headers.get('location')).toBe(known.headers.get('location'))
      expect(cookieOf(unknown, 'sign-in')).toHaveLength(cookieOf(known, 'sign-in')!.length)
      const pages = await Promise.all(
        [known, unknown].map(async (answer) =>
          (await visitor(app, `sign-in=${cookieOf(answer, 'sign-in')}`).get('/sign-in/code')).text(),
        ),
      )
      const plain = pages.map((page) => page.replace(/nonce="[^"]*"|content="[\w-]{20,}"/g, ''))
      expect(plain[0]).toBe(plain[1])
      expect((await mails(db)).map(({ to_address }) => to_address)).toEqual(['wilma@regenboog.example'])
    })

    it('can be asked for six times an hour per address, and says when again', async () => {
      const clock = clockAt()
      const app = testApp(db, clock)
      for (let times = 0; times < 6; times++) await ask(app, 'lotte@regenboog.example')
      const refused = await visitor(app).post('/sign-in', { address: 'lotte@regenboog.example' })
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600'])
      expect(await refused.text()).toContain('over 60 minuten opnieuw')
      expect(await mails(db)).toHaveLength(6)
      await ask(app, 'daan@regenboog.example')
      clock.pass(60)
      await ask(app, 'lotte@regenboog.example')
    })

    it('can be asked for sixty times in a quarter of an hour from one network', async () => {
      const app = testApp(db)
      await ask(app, 'niemand@regenboog.example')
      await db.write('open', (sql) =>
        sql.updateTable('throttle').set({ count: 60 }).where('name', 'like', 'code-from-network:%').execute(),
      )
      expect((await visitor(app).post('/sign-in', { address: 'eva@regenboog.example' })).status).toBe(429)
      const elsewhere = await visitor(app, '', '192.0.2.7').post('/sign-in', {
        address: 'eva@regenboog.example',
      })
      expect(elsewhere.status).toBe(303)
    })

    it('keeps no address of people or networks in the counts', async () => {
      const app = testApp(db)
      await ask(app, 'eva@regenboog.example')
      const rows = await db.read('open', (sql) => sql.selectFrom('throttle').select('name').execute())
      expect(rows.length).toBeGreaterThan(1)
      for (const { name } of rows) expect(name).toMatch(/^[a-z-]+:[0-9a-f]{64}$/)
    })

    it('asks which school when one address belongs to two', async () => {
      const other = await settleCast(db, { name: 'De Vlieger' })
      const app = testApp(db)
      const cookie = await ask(app, 'hanneke@regenboog.example')
      expect(await mails(db)).toHaveLength(1)
      const code = codeIn((await lastMail(db)).body)
      const choice = await visitor(app, cookie).post('/sign-in/code', { code })
      const page = await choice.text()
      expect(page).toContain('Hanneke, De Vlieger')
      expect(page).toContain('Hanneke, Basisschool De Regenboog')
      const stranger = await visitor(app, cookie).post('/sign-in/code', { code, person: cast.people.karin })
      expect(cookieOf(stranger, 'session')).toBeUndefined()
      await visitor(app, cookie).post('/sign-in/code', { code, person: other.people.hanneke })
      expect((await sessions()).map(({ school_id }) => school_id)).toEqual([other.schoolId])
    })

    it('does not come for who has left', async () => {
      const app = testApp(db)
      await db.write(cast, (sql) =>
        sql.updateTable('person').set({ left_on: TODAY }).where('id', '=', cast.people.petra).execute(),
      )
      await ask(app, 'petra@regenboog.example')
      expect(await mails(db)).toHaveLength(0)
    })

    it('does not come for the demo school', async () => {
      const demoDb = await open()
      await settleCast(demoDb, { demo: true })
      await ask(testApp(demoDb), 'karin@regenboog.example')
      expect(await mails(demoDb)).toHaveLength(0)
    })

    it.each(['123456', '123 456', '123-456', ' 123.456 '])('may be typed as %j', (typed) => {
      expect(parseCode(typed)).toBe('123456')
    })
    it.each(['12345', '1234567', '12345a', '', '１２３４５６', null, '9'.repeat(50)])(
      'is not %j',
      (typed) => {
        expect(parseCode(typed)).toBeNull()
      },
    )

    it.each(['geen adres', '', 'a@b', "x@y.nl' or 1=1", '<script>alert(1)</script>@x.nl'])(
      'is not sent to %j',
      async (address) => {
        const answer = await visitor(testApp(db)).post('/sign-in', { address })
        expect(answer.status).toBe(422)
        const page = await answer.text()
        expect(page).toContain('Dit lijkt geen e-mailadres')
        expect(page).not.toContain('<script>alert')
      },
    )
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/%09/evil.example',
    '\t//evil.example',
  ])('never sends somebody to another site: %j', async (to) => {
    const app = testApp(db)
    const cookie = await ask(app, 'anouk@regenboog.example', { to })
    const inside = await visitor(app, cookie).post('/sign-in/code', {
      code: codeIn((await lastMail(db)).body),
      to,
    })
    const where = new URL(inside.headers.get('location')!, 'http://localhost:3000')
    expect(where.host).toBe('localhost:3000')
  })
})
