import { beforeEach, describe, expect, it } from 'vitest'
import { type Cast, NOW, settleCast, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember, visitor } from '../../test/request.ts'
import type { Db } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import { makeToken, programByToken, revokeToken, listTokens } from './api-token-store.ts'
import { cookieHeader, cookieName, cookieValue } from './cookie.ts'
import { deviceOf } from './device.ts'
import { languageFor, preferredLanguage } from './language-choice.ts'
import { networkAddress, originForMail } from './origin.ts'
import { hashOf, newToken, parseToken, seal, serverKey, unseal } from './secret-store.ts'
import { findMember, findSession, openSession } from './session-store.ts'
import { setupNeedsCode } from './setup-code.ts'
import { hasSetupCode, isSetupCode, makeSetupCode, useSetupCode } from './setup-code-store.ts'
import { networkOf } from './throttle.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const after = (milliseconds: number) => new Date(NOW.getTime() + milliseconds)

describe('cookies', () => {
  it('are bound to this host over https, and never open to scripts', () => {
    expect(cookieName('session', true)).toBe('__Host-session')
    expect(cookieHeader('__Host-session', 'x', { https: true, seconds: 60 })).toBe(
      '__Host-session=x; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=60',
    )
    expect(cookieHeader('session', 'x', { https: false, seconds: null })).toBe(
      'session=x; Path=/; HttpOnly; SameSite=Lax',
    )
  })

  it.each([
    ['a=1; session=abc; b=2', 'abc'],
    ['session=abc', 'abc'],
    ['xsession=abc', null],
    ['session', null],
    ['=abc', null],
    ['', null],
    [undefined, null],
    [';;;=;session==;', '='],
  ])('in %j', (header, value) => expect(cookieValue(header, 'session')).toBe(value))

  it('hold 43 letters of chance or nothing', () => {
    expect(parseToken(newToken())).not.toBeNull()
    for (const junk of [
      '',
      'a'.repeat(42),
      'a'.repeat(44),
      `${'a'.repeat(42)}'`,
      `${'a'.repeat(42)}\n`,
      3,
      null,
    ])
      expect(parseToken(junk)).toBeNull()
  })
})

describe('the language of a reader', () => {
  it.each([
    ['en-GB,en;q=0.9,nl;q=0.8', 'en'],
    ['de-DE,de;q=0.9,nl;q=0.5,en;q=0.4', 'nl'],
    ['nl;q=0,en', 'en'],
    ['fr', null],
    ['', null],
    [undefined, null],
    [';;q=x,,=', null],
  ])('a browser that says %j prefers %j', (header, language) =>
    expect(preferredLanguage(header)).toBe(language),
  )

  it('is the own choice, else that of the browser, else Dutch', () => {
    expect(languageFor('nl', 'en', 'en')).toBe('nl')
    expect(languageFor(null, 'en', 'nl')).toBe('en')
    expect(languageFor(null, 'xx', 'en')).toBe('en')
    expect(languageFor(null, null, 'fr')).toBe('nl')
  })
})

describe('a device', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox/Windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari/iPhone',
    ],
    [
      'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/129.0.0.0 Safari/537.36',
      'Chrome/Chromebook',
    ],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0', 'Edge/Windows'],
    ['<script>alert(1)</script>', '/'],
    [undefined, '/'],
  ])('%s', (agent, device) => expect(deviceOf(agent)).toBe(device))
})

describe('a network', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    [undefined, 'unknown'],
  ])('%s is of %s', (address, network) => expect(networkOf(address)).toBe(network))

  it('is told by a proxy on this machine, and by nobody else', () => {
    expect(networkAddress('127.0.0.1', '1.1.1.1, 192.0.2.7', 'https://x.nl')).toBe('192.0.2.7')
    expect(networkAddress('127.0.0.1', '192.0.2.7', null)).toBe('127.0.0.1')
    expect(networkAddress('203.0.113.5', '192.0.2.7', 'https://x.nl')).toBe('203.0.113.5')
  })
})

describe('where a mailed link leads', () => {
  it.each([
    ['localhost:3000', 'http://localhost:3000'],
    ['127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['evil.example', null],
    ['localhost.evil.example', null],
    ['localhost:3000@evil.example', null],
    ['localhost/x', null],
    ['', null],
    [undefined, null],
  ])('with Host %j', (host, origin) => expect(originForMail(null, host)).toBe(origin))
})

describe('the first set-up', () => {
  const atTheMachine = { peerIsLoopback: true, hostIsLoopback: true, forwarded: false, baseUrlIsSet: false }
  it('asks no code of who sits at the machine, and one of everybody else', () => {
    expect(setupNeedsCode(atTheMachine)).toBe(false)
    for (const other of [
      { peerIsLoopback: false },
      { hostIsLoopback: false },
      { forwarded: true },
      { baseUrlIsSet: true },
    ])
      expect(setupNeedsCode({ ...atTheMachine, ...other })).toBe(true)
  })
})

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

  describe('a token of a program', () => {
    const now = momentOf(NOW)
    it('works until it is revoked, for its own school', async () => {
      const made = await makeToken(db, cast.member('karin'), ' Rooster ', now)
      if ('refused' in made) throw new Error(made.refused)
      expect(await programByToken(db, made.token, now)).toEqual({
        kind: 'program',
        schoolId: cast.schoolId,
        tokenId: made.id,
      })
      expect(await listTokens(db, cast.keeper)).toMatchObject([
        { name: 'Rooster', createdBy: 'Karin', usedAt: now },
      ])
      const other = await settleCast(db, { name: 'De Vlieger' })
      expect(await listTokens(db, other.keeper)).toEqual([])
      expect(await revokeToken(db, other.keeper, made.id, now)).toBe(false)
      expect(await revokeToken(db, cast.keeper, made.id, now)).toBe(true)
      expect(await programByToken(db, made.token, now)).toBeNull()
    })

    it('needs a name, and is nothing else than a token', async () => {
      expect(await makeToken(db, cast.keeper, '  ', now)).toEqual({ refused: 'no-name', field: 'name' })
      for (const junk of ['', 'draad_', 'x'.repeat(10_000), `draad_${newToken()}`, hashOf('x')])
        expect(await programByToken(db, junk, now)).toBeNull()
    })
  })

  describe('the code of the first set-up', () => {
    it('is kept as a hash, may be typed loosely, and works once', async () => {
      expect(await hasSetupCode(db)).toBe(false)
      expect(await isSetupCode(db, '')).toBe(false)
      const code = await makeSetupCode(db)
      const kept = await db.read('open', (sql) => sql.selectFrom('server_setting').selectAll().execute())
      expect(JSON.stringify(kept)).not.toContain(code)
      const loose = ` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)}`
      expect(await isSetupCode(db, loose)).toBe(true)
      expect(await isSetupCode(db, code.slice(1))).toBe(false)
      expect(await db.write('open', (sql) => useSetupCode(sql, loose))).toBe(true)
      expect(await db.write('open', (sql) => useSetupCode(sql, loose))).toBe(false)
      expect(await hasSetupCode(db)).toBe(false)
    })

    it('ends when a newer one is made', async () => {
      const [first, second] = [await makeSetupCode(db), await makeSetupCode(db)]
      expect(await isSetupCode(db, first)).toBe(false)
      expect(await isSetupCode(db, second)).toBe(true)
    })
  })

  it('a sealed secret opens with the server’s key, for its owner, unharmed, and not otherwise', async () => {
    const key = await serverKey(db)
    expect(await serverKey(db)).toEqual(key)
    const sealed = seal(key, 'JBSWY3DPEHPK3PXP', 'anouk')
    expect(unseal(key, sealed, 'anouk')).toBe('JBSWY3DPEHPK3PXP')
    expect(unseal(key, sealed, 'bram')).toBeNull()
    expect(unseal(Buffer.alloc(32), sealed, 'anouk')).toBeNull()
    expect(unseal(key, (sealed.startsWith('A') ? 'B' : 'A') + sealed.slice(1), 'anouk')).toBeNull()
    expect(unseal(key, '', 'anouk')).toBeNull()
  })
})
