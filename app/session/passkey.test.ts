import { beforeEach, describe, expect, it } from 'vitest'
import { makeAuthenticator } from '../../test/authenticator.ts'
import { type Cast, NOW, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { type App, asMember, cookieOf, type Visitor, visitor } from '../../test/request.ts'
import type { Db } from '../db/database.ts'

const ORIGIN = 'http://localhost:3000'
const JSON_HEADERS = { 'content-type': 'application/json', accept: 'application/json' }

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

  const ask = (path: string, body: unknown, cookie = '') =>
    Promise.resolve(
      app.request(`${ORIGIN}${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { ...JSON_HEADERS, host: 'localhost:3000', origin: ORIGIN, cookie },
      }),
    )

  /** What the server asks, and the cookie that goes with it. */
  async function challenge(path: string, cookie = '') {
    const answer = await ask(`${path}/options`, {}, cookie)
    const options = (await answer.json()) as { challenge: string; rpId?: string; rp?: { id: string } }
    return {
      ...options,
      cookie: [cookie, `passkey=${cookieOf(answer, 'passkey')}`].filter((part) => part).join('; '),
    }
  }

  describe('a passkey', () => {
    async function added(member: Visitor, key = makeAuthenticator('localhost')) {
      const asked = await challenge('/account/passkeys', member.cookie)
      const answer = await ask(
        '/account/passkeys',
        { response: key.create(asked.challenge, { origin: ORIGIN }) },
        asked.cookie,
      )
      expect(await answer.json()).toEqual({ to: '/account?done=passkey-added' })
      return key
    }

    it('is added, comes in without mail, and is listed and removed', async () => {
      const anouk = await asMember(app, db, cast, 'anouk')
      const key = await added(anouk)
      const asked = await challenge('/sign-in/passkey')
      expect(asked.rpId).toBe('localhost')
      const response = key.get(asked.challenge, { origin: ORIGIN })
      const inside = await ask('/sign-in/passkey', { response, to: '/account' }, asked.cookie)
      expect(await inside.json()).toEqual({ to: '/account' })
      const again = visitor(app, `session=${cookieOf(inside, 'session')}`)
      const page = await (await again.get('/account')).text()
      expect(page).toContain('Anouk, Basisschool De Regenboog')
      const id = /name="id" value="([^"]+)"/.exec(page)![1]!
      const stranger = await asMember(app, db, cast, 'bram')
      expect((await stranger.post('/account/passkeys/remove', { id })).status).toBe(404)
      expect((await again.post('/account/passkeys/remove', { id })).status).toBe(303)
      const gone = await challenge('/sign-in/passkey')
      const refused = await ask(
        '/sign-in/passkey',
        { response: key.get(gone.challenge, { origin: ORIGIN }) },
        gone.cookie,
      )
      expect(refused.status).toBe(422)
      expect(await refused.json()).toMatchObject({ sentence: expect.stringContaining('kennen wij niet') })
    })

    it('answers a challenge once', async () => {
      const key = await added(await asMember(app, db, cast, 'anouk'))
      const asked = await challenge('/sign-in/passkey')
      const body = { response: key.get(asked.challenge, { origin: ORIGIN }) }
      expect((await ask('/sign-in/passkey', body, asked.cookie)).status).toBe(200)
      expect((await ask('/sign-in/passkey', body, asked.cookie)).status).toBe(422)
    })

    it('is refused from another site, unverified, too late, without or with another challenge', async () => {
      const key = await added(await asMember(app, db, cast, 'anouk'))
      const refused = async (response: unknown, cookie: string) =>
        expect((await ask('/sign-in/passkey', { response }, cookie)).status).toBe(422)
      let asked = await challenge('/sign-in/passkey')
      await refused(key.get(asked.challenge, { origin: 'https://evil.example' }), asked.cookie)
      asked = await challenge('/sign-in/passkey')
      await refused(key.get(asked.challenge, { origin: ORIGIN, userVerified: false }), asked.cookie)
      asked = await challenge('/sign-in/passkey')
      await refused(key.get('c29tZXRoaW5n', { origin: ORIGIN }), asked.cookie)
      await refused(key.get(asked.challenge, { origin: ORIGIN }), '')
      asked = await challenge('/sign-in/passkey')
      pass(301)
      await refused(key.get(asked.challenge, { origin: ORIGIN }), asked.cookie)
    })

    it('that was signed by another key is refused', async () => {
      const key = await added(await asMember(app, db, cast, 'anouk'))
      const asked = await challenge('/sign-in/passkey')
      const forged = {
        ...makeAuthenticator('localhost').get(asked.challenge, { origin: ORIGIN }),
        id: key.id,
        rawId: key.id,
      }
      expect((await ask('/sign-in/passkey', { response: forged }, asked.cookie)).status).toBe(422)
    })

    it('is refused once its owner has left, and nobody adds one to another’s account', async () => {
      const anouk = await asMember(app, db, cast, 'anouk')
      const key = await added(anouk)
      const bram = await asMember(app, db, cast, 'bram')
      const forAnouk = await challenge('/account/passkeys', anouk.cookie)
      const cookie = `${bram.cookie}; ${forAnouk.cookie.split('; ').at(-1)}`
      const other = makeAuthenticator('localhost').create(forAnouk.challenge, { origin: ORIGIN })
      expect((await ask('/account/passkeys', { response: other }, cookie)).status).toBe(422)
      await db.write(cast, (sql) =>
        sql
          .updateTable('person')
          .set({ left_on: '2026-11-01' as never })
          .where('id', '=', cast.people.anouk)
          .execute(),
      )
      const asked = await challenge('/sign-in/passkey')
      const response = key.get(asked.challenge, { origin: ORIGIN })
      expect((await ask('/sign-in/passkey', { response }, asked.cookie)).status).toBe(422)
    })

    it.each([
      null,
      {},
      [],
      'x',
      { response: 3 },
      { response: { id: 'x' } },
      {
        response: {
          id: 'x',
          rawId: 'x',
          type: 'public-key',
          clientExtensionResults: {},
          response: { clientDataJSON: 'x', authenticatorData: '', signature: '' },
        },
      },
    ])('does not come from %j', async (body) => {
      const asked = await challenge('/sign-in/passkey')
      expect((await ask('/sign-in/passkey', body, asked.cookie)).status).toBe(422)
    })
  })
})
