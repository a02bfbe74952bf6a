import { beforeAll, describe, expect, it } from 'vitest'
import { type Cast, NOW, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { type App, asMember, visitor } from '../../test/request.ts'
import type { Db } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'

/** A clock that the test sets. */
function clockAt(start = NOW) {
  let now = start
  return { now: () => now, pass: (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000)) }
}

const cookieOf = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .map((line) => new RegExp(`^${name}=([^;]*)`).exec(line)?.[1])
    .find((value) => value !== undefined)

const mails = (db: Db) =>
  db.read('server', (sql) => sql.selectFrom('mail').selectAll().orderBy('id').execute())
const lastMail = async (db: Db) => (await mails(db)).at(-1)!
const codeIn = (body: string) => /(\d{3}) (\d{3})/.exec(body)!.slice(1).join('')
const linkIn = (body: string) => /\/sign-in\/link\/[\w-]+/.exec(body)![0]

/** Asks for a code and answers the cookie that goes with it. */
async function ask(app: App, address: string, fields: Record<string, string> = {}) {
  const response = await visitor(app).post('/sign-in', { address, ...fields })
  expect(response.status).toBe(303)
  return `sign-in=${cookieOf(response, 'sign-in')}`
}

eachDatabase((open) => {
  let db: Db
  let cast: Cast
  beforeAll(async () => {
    db = await open()
    cast = await settleCast(db)
  })

  describe('signing in with a code', () => {
    it('brings Anouk in, and to where she wanted to be', async () => {
      const app = testApp(db)
      const cookie = await ask(app, ' Anouk@Regenboog.example ')
      const mail = await lastMail(db)
      expect(mail.to_address).toBe('anouk@regenboog.example')
      const inside = await visitor(app, cookie).post('/sign-in/code', {
        code: codeIn(mail.body),
        to: '/plan',
      })
      expect([inside.status, inside.headers.get('location')]).toEqual([303, '/plan'])
      const token = cookieOf(inside, 'session')
      expect(token).toMatch(/^[\w-]{43}$/)
      const again = await visitor(app, `session=${token}`).get('/sign-in')
      expect(again.headers.get('location')).toBe('/')
    })

    it('takes a code once', async () => {
      const app = testApp(db)
      const cookie = await ask(app, 'bram@regenboog.example')
      const code = codeIn((await lastMail(db)).body)
      expect((await visitor(app, cookie).post('/sign-in/code', { code })).status).toBe(303)
      const second = await visitor(app, cookie).post('/sign-in/code', { code })
      expect(second.status).toBe(422)
      expect(cookieOf(second, 'session')).toBeUndefined()
    })
  })
})
