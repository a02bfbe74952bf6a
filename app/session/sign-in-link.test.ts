import { beforeEach, describe, expect, it } from 'vitest'
import { type Cast, NOW, settleCast, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { askCode as ask, codeIn, lastMail, linkIn, mails } from '../../test/mailbox.ts'
import { type App, asMember, cookieOf, visitor } from '../../test/request.ts'
import type { Db } from '../db/database.ts'
import { invite } from './invite-desk.ts'
import { makeShownLink } from './link-store.ts'

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

  describe('a link', () => {
    it('changes nothing when it is opened, and signs in with a click, once', async () => {
      const app = testApp(db)
      await ask(app, 'anouk@regenboog.example')
      const link = linkIn((await lastMail(db)).body)
      for (let times = 0; times < 3; times++) {
        const page = await visitor(app).get(link)
        expect(page.headers.get('referrer-policy')).toBe('same-origin')
        expect(await page.text()).toContain('Welkom, Anouk')
      }
      expect(await sessions()).toHaveLength(0)
      const inside = await visitor(app).post(link)
      expect([inside.status, inside.headers.get('location')]).toEqual([303, '/'])
      expect((await visitor(app).post(link)).status).toBe(410)
      expect(await (await visitor(app).get(link)).text()).toContain('Deze link werkt niet meer')
    })

    it('ends the code that came with it, and the other way round', async () => {
      const app = testApp(db)
      const cookie = await ask(app, 'anouk@regenboog.example')
      const { body } = await lastMail(db)
      await visitor(app).post(linkIn(body))
      expect((await visitor(app, cookie).post('/sign-in/code', { code: codeIn(body) })).status).toBe(422)
    })

    it.each(['x', 'a'.repeat(43), `${'a'.repeat(43)}%00`, 'a'.repeat(5000)])(
      'does not open as %s',
      async (token) => {
        expect((await visitor(testApp(db)).get(`/sign-in/link/${token}`)).status).toBe(410)
      },
    )

    it('leads where BASE_URL says, never where a Host header says', async () => {
      await visitor(testApp(db)).post(
        '/sign-in',
        { address: 'eva@regenboog.example' },
        { host: 'evil.example', origin: 'http://evil.example' },
      )
      expect((await lastMail(db)).body).not.toMatch(/https?:|evil/)
      await visitor(testApp(db, { baseUrl: 'https://draad.school.nl' })).post(
        '/sign-in',
        { address: 'noor@regenboog.example' },
        { host: 'evil.example', origin: 'https://draad.school.nl' },
      )
      expect((await lastMail(db)).body).toContain('https://draad.school.nl/sign-in/link/')
    })
  })

  describe('an invitation', () => {
    const inviteSem = (at = NOW) =>
      invite(db, cast.member('karin'), cast.people.sem, 'http://localhost:3000', at)
    const joined = async () =>
      (
        await db.read(cast, (sql) =>
          sql.selectFrom('account').selectAll().where('person_id', '=', cast.people.sem).execute(),
        )
      ).length

    it('brings Sem in with a click, and then he has joined', async () => {
      await db.write(cast, (sql) =>
        sql.deleteFrom('account').where('person_id', '=', cast.people.sem).execute(),
      )
      const app = testApp(db)
      await inviteSem()
      const link = linkIn((await lastMail(db)).body)
      expect(await (await visitor(app).get(link)).text()).toContain('Karin heeft je uitgenodigd')
      expect(await joined()).toBe(0)
      expect((await visitor(app).post(link)).status).toBe(303)
      expect(await joined()).toBe(1)
    })

    it('lasts two weeks, and a newer one ends an older one', async () => {
      const clock = clockAt()
      const app = testApp(db, clock)
      await inviteSem()
      const first = linkIn((await lastMail(db)).body)
      clock.pass(60)
      await inviteSem(clock.now())
      const second = linkIn((await lastMail(db)).body)
      expect((await visitor(app).get(first)).status).toBe(410)
      clock.pass(14 * 24 * 60 - 1)
      expect((await visitor(app).get(second)).status).toBe(200)
      clock.pass(1)
      expect((await visitor(app).get(second)).status).toBe(410)
    })

    it('does not reach another school, who has left, or the demo', async () => {
      const other = await settleCast(db, { name: 'De Vlieger' })
      const stranger = await invite(db, other.member('karin'), cast.people.sem, '', NOW)
      expect(stranger).toEqual({ refused: 'unknown-person' })
      const demo = await settleCast(db, { demo: true, name: 'Voorbeeld' })
      expect(await invite(db, demo.member('karin'), demo.people.sem, '', NOW)).toEqual({
        refused: 'demo-school',
      })
      await db.write(cast, (sql) =>
        sql.updateTable('person').set({ left_on: TODAY }).where('id', '=', cast.people.sem).execute(),
      )
      expect(await inviteSem()).toEqual({ refused: 'has-left' })
      expect(await mails(db)).toHaveLength(0)
    })
  })

  describe('a link that an administrator shows', () => {
    it('is shown once, works once, and its use is told and stays visible', async () => {
      const app = testApp(db)
      const karin = await asMember(app, db, cast, 'karin')
      const path = `/account/help/${cast.people.wilma}`
      const made = await karin.post(path, { act: 'link' })
      expect([made.status, made.headers.get('location')]).toEqual([303, path])
      const withLink = visitor(app, `${karin.cookie}; shown=${cookieOf(made, 'shown')}`)
      const shown = await withLink.get(path)
      const link = linkIn(await shown.text())
      expect(cookieOf(shown, 'shown')).toBe('')
      expect(await (await karin.get(path)).text()).not.toContain('/sign-in/link/')
      const wilma = visitor(app, `session=${cookieOf(await visitor(app).post(link), 'session')}`)
      expect((await lastMail(db)).to_address).toBe('wilma@regenboog.example')
      expect((await lastMail(db)).body).toContain('Karin maakte een inloglink voor jou')
      expect(await (await wilma.get('/account')).text()).toContain(
        'Karin liet je een link zien op 19 november 2026. Gebruikt op',
      )
    })

    it('can be made by an administrator only, for somebody of the same school, not for oneself', async () => {
      const app = testApp(db)
      const other = await settleCast(db, { name: 'De Vlieger' })
      const anouk = await asMember(app, db, cast, 'anouk')
      expect((await anouk.post(`/account/help/${cast.people.wilma}`, { act: 'link' })).status).toBe(403)
      const karin = await asMember(app, db, cast, 'karin')
      expect((await karin.post(`/account/help/${other.people.wilma}`, { act: 'link' })).status).toBe(404)
      expect((await karin.post(`/account/help/${cast.people.karin}`, { act: 'link' })).status).toBe(403)
      expect((await karin.get('/account/help/x')).status).toBe(404)
      expect(await makeShownLink(db, other.member('karin'), cast.people.wilma, NOW)).toEqual({
        refused: 'unknown-person',
      })
      expect(
        await db.read('server', (sql) => sql.selectFrom('sign_in_code').selectAll().execute()),
      ).toHaveLength(0)
    })
  })

  describe('a place in the demo', () => {
    it.each(['karin', 'anouk', 'bram', 'paul'])('is taken as %s with one click', async (who) => {
      const demoDb = await open()
      await settleCast(demoDb, { demo: true })
      const inside = await visitor(testApp(demoDb)).post('/demo/sign-in', { who })
      expect([inside.status, inside.headers.get('location')]).toEqual([303, '/'])
    })

    it('is not there when the demo is off, for other people, or without a demo school', async () => {
      await expectNothing(testApp(db), 'karin')
      const demoDb = await open()
      await settleCast(demoDb, { demo: true })
      await expectNothing(testApp(demoDb, { demoIsOn: false }), 'karin')
      await expectNothing(testApp(demoDb), 'sem')
      await expectNothing(testApp(demoDb), '')
    })
    const expectNothing = async (app: App, who: string) =>
      expect((await visitor(app).post('/demo/sign-in', { who })).status).toBe(404)
  })
})
