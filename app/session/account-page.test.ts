import { beforeEach, describe, expect, it } from 'vitest'
import { type Cast, NOW, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember, visitor } from '../../test/request.ts'
import type { Db } from '../db/database.ts'
import { openSession } from './session-store.ts'

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

  describe('the account page', () => {
    it('lists the open sessions in words, and ends one of them', async () => {
      const app = testApp(db)
      const here = await asMember(app, db, cast, 'anouk')
      const { token: elsewhere, id } = await start({ device: 'Safari/iPhone' })
      const page = await (await here.get('/account')).text()
      expect(page).toContain('Safari op iPhone')
      expect(page).toContain('dit apparaat')
      await here.post('/account/sessions', { end: id })
      expect((await visitor(app, `session=${elsewhere}`).get('/account')).status).toBe(303)
      expect((await here.get('/account')).status).toBe(200)
    })

    it('ends all others, and nobody else’s', async () => {
      const app = testApp(db)
      const [here, bram] = [await asMember(app, db, cast, 'anouk'), await asMember(app, db, cast, 'bram')]
      const { token: elsewhere } = await start()
      await here.post('/account/sessions', { end: 'others' })
      expect((await visitor(app, `session=${elsewhere}`).get('/account')).status).toBe(303)
      for (const still of [here, bram]) expect((await still.get('/account')).status).toBe(200)
    })

    it('does not end the session of somebody else, of any school', async () => {
      const app = testApp(db)
      const other = await settleCast(db, { name: 'De Vlieger' })
      const { id } = await start()
      for (const stranger of [
        await asMember(app, db, cast, 'bram'),
        await asMember(app, db, other, 'anouk'),
      ]) {
        expect((await stranger.post('/account/sessions', { end: id })).status).toBe(404)
      }
      expect((await rowOf(id)).revoked_at).toBeNull()
    })

    it('reads in the other language on every device after a switch', async () => {
      const app = testApp(db)
      const here = await asMember(app, db, cast, 'anouk')
      const answer = await here.post('/language', { language: 'en', back: '/account' })
      expect(answer.headers.get('location')).toBe('/account')
      const elsewhere = await asMember(app, db, cast, 'anouk')
      expect(await (await elsewhere.get('/account', { 'accept-language': 'nl' })).text()).toContain(
        'My account',
      )
    })

    it('in the shared demo shows and ends only one’s own session, and keeps no language', async () => {
      const demoDb = await open()
      const demo = await settleCast(demoDb, { demo: true })
      const app = testApp(demoDb)
      const [one, two] = [
        await asMember(app, demoDb, demo, 'karin'),
        await asMember(app, demoDb, demo, 'karin'),
      ]
      expect((await (await one.get('/account')).text()).match(/Firefox op Linux/g)).toHaveLength(1)
      await one.post('/account/sessions', { end: 'others' })
      await one.post('/language', { language: 'en' })
      const page = await (await two.get('/account')).text()
      expect(page).toContain('Mijn account')
    })
  })

  it('signing out ends the session on the server too', async () => {
    const app = testApp(db)
    const here = await asMember(app, db, cast, 'anouk')
    const answer = await here.post('/sign-out')
    expect(answer.headers.getSetCookie().join()).toContain(
      'session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    )
    expect((await here.get('/account')).status).toBe(303)
  })
})
