import { beforeEach, describe, expect, it } from 'vitest'
import { makeAuthenticator } from '../../test/authenticator.ts'
import { type Cast, NOW, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { proofCodeIn, prove } from '../../test/own-proof.ts'
import { type App, asMember, cookieOf, type Visitor, visitor } from '../../test/request.ts'
import type { Db } from '../db/database.ts'
import { type Moment, momentOf } from '../kernel/day.ts'
import { makeShownLink } from './link-store.ts'
import { countsFrom, isOwnAddress, isOwnPasskey } from './own-proof.ts'
import { openSession } from './session-store.ts'

const ORIGIN = 'http://localhost:3000'
const DAY = 86_400_000
const at = (days: number) => momentOf(new Date(NOW.getTime() + days * DAY))

describe('what counts as somebody’s own', () => {
  const now = at(0)
  const passkey = (madeWay: string | null, days: number) => ({ madeWay, createdAt: at(days) })

  it('is a passkey of a session that the person began with a code, at once', () => {
    for (const way of ['code', 'link', 'proved'])
      expect([way, isOwnPasskey(passkey(way, 0), null, now)]).toEqual([way, true])
  })

  it('is a passkey after somebody else’s link, or after another passkey, only after a week', () => {
    for (const way of ['shown', 'invitation', 'setup', 'passkey', 'demo', null]) {
      expect([way, isOwnPasskey(passkey(way, -6.9), null, now)]).toEqual([way, false])
      expect([way, isOwnPasskey(passkey(way, -7), null, now)]).toEqual([way, true])
    }
  })

  it('is no passkey that was made with a code that went to a new address', () => {
    expect(isOwnPasskey(passkey('code', -1), at(-2), now)).toBe(false)
    expect(isOwnPasskey(passkey('code', -1), at(-8), now)).toBe(true)
    // The address changed after the passkey was there.
    expect(isOwnPasskey(passkey('code', -2), at(-1), now)).toBe(true)
  })

  it('is an address that has stood for a week', () => {
    expect(isOwnAddress(null, now)).toBe(true)
    expect(isOwnAddress(at(-6), now)).toBe(false)
    expect(isOwnAddress(at(-7), now)).toBe(true)
    expect(countsFrom('2026-11-19T09:42:00.000Z' as Moment)).toBe('2026-11-26T09:42:00.000Z')
  })
})

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
  const later = (milliseconds: number) => (now = new Date(now.getTime() + milliseconds))
  const proofs = async () =>
    (await db.read('server', (sql) => sql.selectFrom('session').select('proved_at').execute())).filter(
      (row) => row.proved_at !== null,
    ).length
  const enter = async (way: 'code' | 'shown' | 'passkey', key: keyof Cast['people'] = 'anouk') => {
    const who = { schoolId: cast.schoolId, personId: cast.people[key] }
    const opening = { ...who, device: 'Chrome/Windows', way, shared: false } as const
    const { token } = await db.write(cast, (sql) => openSession(sql, opening, now))
    return visitor(app, `session=${token}`)
  }

  const ask = async (path: string, body: unknown, cookie: string) =>
    app.request(`${ORIGIN}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        host: 'localhost:3000',
        origin: ORIGIN,
        cookie,
      },
    })
  async function challenge(path: string, cookie: string) {
    const answer = await ask(`${path}/options`, {}, cookie)
    const options = (await answer.json()) as { challenge: string; allowCredentials?: { id: string }[] }
    return { ...options, cookie: `${cookie}; passkey=${cookieOf(answer, 'passkey')}` }
  }
  async function added(member: Visitor) {
    const key = makeAuthenticator('localhost')
    const asked = await challenge('/account/passkeys', member.cookie)
    const response = key.create(asked.challenge, { origin: ORIGIN })
    expect((await ask('/account/passkeys', { response }, asked.cookie)).status).toBe(200)
    return key
  }
  type Key = ReturnType<typeof makeAuthenticator>
  async function proveWith(member: Visitor, key: Key, userVerified = true) {
    const asked = await challenge('/account/proof/passkey', member.cookie)
    const response = key.get(asked.challenge, { origin: ORIGIN, userVerified })
    return ask('/account/proof/passkey', { response, to: '/plan' }, asked.cookie)
  }

  describe('a code by mail', () => {
    it('goes to the own address, lays the proof on this session alone, and leads on', async () => {
      const anouk = await asMember(app, db, cast, 'anouk')
      const elsewhere = await asMember(app, db, cast, 'anouk')
      const page = await anouk.get('/account/proof?to=/plan')
      expect(page.headers.get('cache-control')).toBe('no-store')
      expect(await page.text()).toContain('anouk@regenboog.example')
      const sent = await anouk.post('/account/proof', { act: 'send', to: '/plan' })
      expect(sent.headers.get('location')).toBe('/account/proof?to=%2Fplan&sent=yes')
      const letter = await db.read('server', (sql) =>
        sql.selectFrom('mail').selectAll().where('kind', '=', 'own-proof').executeTakeFirstOrThrow(),
      )
      expect([letter.to_address, letter.body.includes('/sign-in/link')]).toEqual([
        'anouk@regenboog.example',
        false,
      ])
      const code = await proofCodeIn(db)
      expect((await elsewhere.post('/account/proof', { act: 'open', code: code! })).status).toBe(422)
      const opened = await anouk.post('/account/proof', { act: 'open', to: '/plan', code: code! })
      expect([opened.status, opened.headers.get('location')]).toEqual([303, '/plan'])
      expect(await proofs()).toBe(1)
      expect((await anouk.get('/account/proof?to=/plan')).headers.get('location')).toBe('/plan')
      expect((await elsewhere.get('/account/proof')).status).toBe(200)
    })

    it('works once, for a quarter of an hour, and only the newest', async () => {
      const anouk = await asMember(app, db, cast, 'anouk')
      await anouk.post('/account/proof', { act: 'send' })
      const first = (await proofCodeIn(db))!
      later(1000)
      await anouk.post('/account/proof', { act: 'send' })
      const second = (await proofCodeIn(db))!
      if (first !== second)
        expect((await anouk.post('/account/proof', { act: 'open', code: first })).status).toBe(422)
      later(15 * 60_000)
      expect((await anouk.post('/account/proof', { act: 'open', code: second })).status).toBe(422)
      expect(await proofs()).toBe(0)
    })

    it('stops after five tries, for every code of this session', async () => {
      const anouk = await asMember(app, db, cast, 'anouk')
      await anouk.post('/account/proof', { act: 'send' })
      const right = (await proofCodeIn(db))!
      const wrong = right === '000000' ? '000001' : '000000'
      for (let tries = 0; tries < 5; tries++)
        expect((await anouk.post('/account/proof', { act: 'open', code: wrong })).status).toBe(422)
      const late = await anouk.post('/account/proof', { act: 'open', code: right })
      expect([late.status, await proofs()]).toEqual([429, 0])
      expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
    })

    it('is asked for at most six times an hour per address', async () => {
      const anouk = await asMember(app, db, cast, 'anouk')
      for (let times = 0; times < 6; times++)
        expect((await anouk.post('/account/proof', { act: 'send' })).status).toBe(303)
      expect((await anouk.post('/account/proof', { act: 'send' })).status).toBe(429)
    })

    it('signs nobody in, and stands in no list of links', async () => {
      const anouk = await asMember(app, db, cast, 'anouk')
      await anouk.post('/account/proof', { act: 'send' })
      const code = (await proofCodeIn(db))!
      const rows = await db.read('server', (sql) =>
        sql.selectFrom('sign_in_code').selectAll().where('kind', '=', 'proof').execute(),
      )
      expect(JSON.stringify(rows)).not.toContain(code)
      for (const cookie of ['', 'sign-in=x', `sign-in=${rows[0]!.challenge_hash!.slice(0, 43)}`])
        expect((await visitor(app, cookie).post('/sign-in/code', { code })).status).toBe(422)
      expect(await (await anouk.get('/account')).text()).toContain('Niemand heeft een link voor je gemaakt.')
    })

    it('is not there without a mail server: a code on the server’s screen is not the person’s own', async () => {
      app = testApp(db, { mailIsOn: false })
      const anouk = await asMember(app, db, cast, 'anouk')
      expect(await (await anouk.get('/account/proof')).text()).toContain('Deze server verstuurt geen mail.')
      expect((await anouk.post('/account/proof', { act: 'send' })).status).toBe(422)
      expect(await proofCodeIn(db)).toBe(null)
    })

    it.each([
      ['nothing', undefined],
      ['one digit', '1'],
      ['4000 digits', '0'.repeat(4000)],
      ['a null', '\u0000'],
      ['eight digits', '12 34 56 78'],
      ['a face', '😀'],
    ])('refuses %s as a code', async (_, code) => {
      const anouk = await asMember(app, db, cast, 'anouk')
      await anouk.post('/account/proof', { act: 'send' })
      const answer = await anouk.post('/account/proof', { act: 'open', ...(code ? { code } : {}) })
      expect([answer.status, await proofs()]).toEqual([422, 0])
    })

    it.each([['//elders.example'], ['https://elders.example/'], ['javascript:alert(1)'], ['/\\elders']])(
      'never leads on to %s',
      async (to) => {
        const anouk = await asMember(app, db, cast, 'anouk')
        expect((await prove(db, anouk, to)).headers.get('location')).toBe('/account')
      },
    )
  })

  describe('the proof', () => {
    it('is over at signing out, at ending the session, and when it is given back', async () => {
      const anouk = await asMember(app, db, cast, 'anouk')
      await prove(db, anouk)
      await anouk.post('/sign-out')
      expect((await anouk.get('/account/proof')).headers.get('location')).toContain('/sign-in')
      const again = await asMember(app, db, cast, 'anouk')
      expect((await again.get('/account/proof')).status).toBe(200)
    })

    it('is not for a visitor', async () => {
      expect((await visitor(app).get('/account/proof')).status).toBe(303)
      expect((await visitor(app).post('/account/proof/passkey/options')).status).not.toBe(200)
    })
  })

  describe('an administrator who wants in', () => {
    const changeAddress = (karin: Visitor, email: string) =>
      karin.post(`/team/people/${cast.people.anouk}`, {
        act: 'save',
        person: 'Anouk',
        email,
        roles: ['teacher'],
      })

    it('has no proof by a link that was made for another, and gets no code by it', async () => {
      const made = await makeShownLink(db, cast.member('karin'), cast.people.anouk, now)
      if (!('token' in made)) throw new Error(made.refused)
      const link = await visitor(app).post(`/sign-in/link/${made.token}`)
      const inside = visitor(app, `session=${cookieOf(link, 'session')}`)
      expect((await inside.get('/account/proof')).status).toBe(200)
      await inside.post('/account/proof', { act: 'send' })
      const letter = await db.read('server', (sql) =>
        sql.selectFrom('mail').selectAll().where('kind', '=', 'own-proof').executeTakeFirstOrThrow(),
      )
      expect([letter.to_address, letter.person_id]).toEqual(['anouk@regenboog.example', cast.people.anouk])
    })

    it('gets no code at an address that was changed for it, for a week', async () => {
      const karin = await asMember(app, db, cast, 'karin')
      expect((await changeAddress(karin, 'karin-thuis@elders.example')).status).toBe(303)
      const inside = await enter('shown')
      const page = await (await inside.get('/account/proof')).text()
      expect(page).toContain('26 november 2026')
      expect((await inside.post('/account/proof', { act: 'send' })).status).toBe(422)
      expect(await proofCodeIn(db)).toBe(null)
      // Nor a passkey that was made in a session that such a code began.
      const byCode = await enter('code')
      const made = await added(byCode)
      expect((await proveWith(byCode, made)).status).toBe(422)
      later(7 * DAY)
      expect((await (await enter('code')).post('/account/proof', { act: 'send' })).status).toBe(303)
    })
  })

  it('an address that was changed before its owner ever came in counts for as little', async () => {
    await db.write(cast, (sql) =>
      sql.deleteFrom('account').where('person_id', '=', cast.people.anouk).execute(),
    )
    const karin = await asMember(app, db, cast, 'karin')
    const facts = { act: 'save', person: 'Anouk', email: 'karin-thuis@elders.example', roles: ['teacher'] }
    expect((await karin.post(`/team/people/${cast.people.anouk}`, facts)).status).toBe(303)
    expect((await (await enter('code')).post('/account/proof', { act: 'send' })).status).toBe(422)
  })

  describe('a passkey', () => {
    it('of the person proves it at once, also in a session that a link began', async () => {
      const key = await added(await enter('code'))
      const byLink = await enter('shown')
      const answer = await proveWith(byLink, key)
      expect([answer.status, await answer.json()]).toEqual([200, { to: '/plan' }])
      expect((await byLink.get('/account/proof?to=/plan')).headers.get('location')).toBe('/plan')
      expect(await proofs()).toBe(1)
    })

    it('that a link’s session made does not count for a week, nor one that it brings in', async () => {
      const byLink = await enter('shown')
      const first = await added(byLink)
      expect((await proveWith(byLink, first)).status).toBe(422)
      const byFirst = await enter('passkey')
      const second = await added(byFirst)
      expect((await proveWith(byFirst, second)).status).toBe(422)
      expect(await (await byLink.get('/account/proof')).text()).toContain('26 november 2026')
      expect(await proofs()).toBe(0)
      later(7 * DAY)
      expect((await proveWith(await enter('shown'), first)).status).toBe(200)
    })

    it('of a colleague, an old answer, or one without finger or PIN proves nothing', async () => {
      const anouk = await enter('code')
      const [own, bramsKey] = [await added(anouk), await added(await enter('code', 'bram'))]
      expect((await proveWith(anouk, bramsKey)).status).toBe(422)
      expect((await proveWith(anouk, own, false)).status).toBe(422)
      const asked = await challenge('/account/proof/passkey', anouk.cookie)
      const response = own.get(asked.challenge, { origin: ORIGIN })
      const elsewhere = await enter('code')
      const moved = asked.cookie.replace(anouk.cookie, elsewhere.cookie)
      expect((await ask('/account/proof/passkey', { response }, moved)).status).toBe(422)
      expect(await proofs()).toBe(0)
      expect((await ask('/account/proof/passkey', { response }, asked.cookie)).status).toBe(200)
      expect((await ask('/account/proof/passkey', { response }, asked.cookie)).status).toBe(422)
    })

    it('is asked for by name: the options list the own passkeys that count', async () => {
      const anouk = await enter('code')
      await added(anouk)
      await added(await enter('shown'))
      const { allowCredentials } = await challenge('/account/proof/passkey', anouk.cookie)
      expect(allowCredentials).toHaveLength(1)
    })

    it.each([
      ['null', null],
      ['a list', []],
      ['a word', 'x'],
      ['half an answer', { response: { id: 'x' } }],
      ['a long one', { response: 'y'.repeat(20_000) }],
    ])('answers %s with a plain no', async (_, body) => {
      const anouk = await enter('code')
      const asked = await challenge('/account/proof/passkey', anouk.cookie)
      expect((await ask('/account/proof/passkey', body, asked.cookie)).status).toBe(422)
    })
  })

  it('in the example school the code is on the screen, and said to guard nothing', async () => {
    const school = await settleCast(db, { demo: true, name: 'Voorbeeld' })
    const anouk = await asMember(app, db, school, 'anouk')
    const sent = await anouk.post('/account/proof', { act: 'send' })
    expect(await proofCodeIn(db)).toBe(null)
    const shown = visitor(app, `${anouk.cookie}; shown=${cookieOf(sent, 'shown')}`)
    const page = await (await shown.get('/account/proof?sent=yes')).text()
    const code = /anders: (\d{6})/.exec(page)?.[1]
    expect((await anouk.post('/account/proof', { act: 'open', code: code ?? '' })).status).toBe(303)
  })
})
