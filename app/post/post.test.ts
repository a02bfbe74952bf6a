import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Cast, NOW, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { fakeSmtp, type Script } from '../../test/smtp.ts'
import type { Db } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import { LEASE, nextTry, parseAddress } from './mail.ts'
import { leaseNext, markHanded, putAsideUnsure, settle, takeOver } from './mail-queue-store.ts'
import { consoleSender, type Sender, senderOf, smtpSender } from './mail-sender.ts'
import { queueMail } from './mail-store.ts'
import { carryOne, startPostman } from './postman.ts'

const later = (milliseconds: number, from = NOW) => new Date(from.getTime() + milliseconds)
const NEVER = new AbortController().signal

describe('addresses', () => {
  it.each([' Karin@School.NL ', 'karin@school.nl'])('%j is karin@school.nl', (typed) => {
    expect(parseAddress(typed)).toBe('karin@school.nl')
  })
  it.each([
    '',
    'karin',
    'a@b',
    'a b@c.nl',
    'a@c.nl\r\nBcc: x@y.nl',
    'a@c.nl,b@c.nl',
    '<a@c.nl>',
    null,
    `${'a'.repeat(300)}@c.nl`,
  ])('%j is none', (typed) => expect(parseAddress(typed)).toBeNull())
})

describe('the sender', () => {
  it('is the address in SMTP_URL, else the login, else of our own host', () => {
    expect(senderOf('smtp://mail.nl?from=plan@school.nl', 'x').address).toBe('plan@school.nl')
    expect(senderOf('smtp://plan%40school.nl:pw@mail.nl', 'x').address).toBe('plan@school.nl')
    expect(senderOf('smtp://mail.nl', 'draad.school.nl').address).toBe('rode-draad@draad.school.nl')
  })
})

it('waits longer after each try, and gives up after a day and a half', () => {
  const minutes = [1, 5, 10].map((attempts) => (nextTry(attempts, NOW)!.getTime() - NOW.getTime()) / 60_000)
  expect(minutes).toEqual([1, 30, 720])
  expect(nextTry(11, NOW)).toBeNull()
})

eachDatabase((open) => {
  let db: Db
  let cast: Cast
  let servers: { close(): Promise<void> }[] = []

  beforeEach(async () => {
    db = await open()
    cast = await settleCast(db)
  })
  afterEach(async () => {
    for (const server of servers) await server.close()
    servers = []
  })

  async function mailServer(script?: Script) {
    const server = await fakeSmtp(script)
    servers.push(server)
    return server
  }

  const letterTo = (to: string, other = {}) => ({
    schoolId: cast.schoolId,
    personId: null,
    kind: 'invitation',
    to,
    subject: 'Doe mee',
    body: 'Beste Anouk,\n.\nTot ziens',
    ...other,
  })
  const queue = (to = 'anouk@regenboog.example', other = {}, from = cast) =>
    db.write(from, (_sql, tx) => queueMail(tx, { ...letterTo(to, other), schoolId: from.schoolId }, NOW))
  const rows = () => db.read('server', (sql) => sql.selectFrom('mail').selectAll().orderBy('id').execute())
  const row = async () => (await rows())[0]!
  const carry = (send: Sender, at = NOW) => carryOne(db, send, () => at, NEVER)

  describe('the queue', () => {
    it('takes a letter with the change it tells of, or not at all', async () => {
      const gone = db.write(cast, async (_sql, tx) => {
        await queueMail(tx, letterTo('anouk@regenboog.example'), NOW)
        throw new Error('the change did not happen')
      })
      await expect(gone).rejects.toThrow('did not happen')
      expect(await rows()).toHaveLength(0)
    })

    it('takes the same once-key once, per school', async () => {
      const other = await settleCast(db, { name: 'De Vlieger' })
      await queue('anouk@regenboog.example', { onceKey: 'plan-adopted' })
      await queue('anouk@regenboog.example', { onceKey: 'plan-adopted' })
      await queue('anouk@regenboog.example', { onceKey: 'plan-adopted' }, other)
      expect(await rows()).toHaveLength(2)
    })

    it('takes nothing from the demo school, and nothing without an address', async () => {
      const demo = await settleCast(db, { demo: true })
      expect(await queue('karin@regenboog.example', {}, demo)).toEqual({ refused: 'demo-school' })
      expect(await queue('geen adres')).toEqual({ refused: 'no-address' })
      expect(await rows()).toHaveLength(0)
    })

    it('keeps line breaks out of the subject', async () => {
      await queue('anouk@regenboog.example', { subject: 'Doe mee\r\nBcc: iedereen@school.nl' })
      expect((await row()).subject).toBe('Doe mee Bcc: iedereen@school.nl')
    })
  })

  describe('delivery', () => {
    it('sends a letter once, with an id of its own, and keeps no text', async () => {
      const { url, letters } = await mailServer()
      const id = await queue()
      const send = smtpSender(url, 'draad.school.nl')
      expect(await carry(send)).toBe(true)
      expect(await carry(send)).toBe(false)
      expect(letters).toHaveLength(1)
      expect(letters[0]).toMatchObject({ from: 'plan@school.example', to: 'anouk@regenboog.example' })
      expect(letters[0]?.text).toContain(`Message-ID: <${id}@draad.school.nl>`)
      expect(letters[0]?.text).toContain('Tot ziens')
      expect(await row()).toMatchObject({ sent_at: momentOf(NOW), body: '', failed_at: null })
    })

    it.each([
      [
        'a recipient that is asked to wait',
        { recipient: (_to: string, time: number) => (time === 1 ? '451 later' : '250 ok') },
      ],
      [
        'a server that does not take the text now',
        { data: (time: number) => (time === 1 ? '451 later' : '354 go on') },
      ],
      [
        'a server that changes its mind after the text',
        { taken: (time: number) => (time === 1 ? '452 full' : '250 ok') },
      ],
    ] as [string, Script][])('tries again after %s', async (_what, script) => {
      const { url, letters } = await mailServer(script)
      await queue()
      const send = smtpSender(url, 'localhost')
      await carry(send)
      expect(letters).toHaveLength(0)
      expect(await row()).toMatchObject({ sent_at: null, failed_at: null, handed_at: null, attempts: 1 })
      expect(await carry(send)).toBe(false)
      await carry(send, later(61_000))
      expect(letters).toHaveLength(1)
      expect((await row()).sent_at).not.toBeNull()
    })

    it.each([
      ['the recipient is unknown', { recipient: () => '550 no such user' }],
      ['the text is refused', { taken: () => '554 no' }],
    ] as [string, Script][])('gives up when %s', async (_what, script) => {
      const { url } = await mailServer(script)
      await queue()
      await carry(smtpSender(url, 'localhost'))
      expect((await row()).failed_at).not.toBeNull()
      expect((await row()).last_error).toMatch(/^refused: 55/)
    })

    it('tries again while the server is away, until it has been tried enough', async () => {
      const server = await mailServer()
      await server.close()
      await queue()
      const send = smtpSender(server.url, 'localhost')
      let at = NOW
      for (let tries = 0; tries < 11; tries++) {
        await carry(send, at)
        at = later(12 * 3_600_000 + 1, at)
      }
      expect(await row()).toMatchObject({ attempts: 11, sent_at: null })
      expect((await row()).last_error).toMatch(/^later: .*ECONNREFUSED/)
      expect((await row()).failed_at).not.toBeNull()
    })

    it('does not send a second time when the line breaks after the letter was handed over', async () => {
      const { url, letters } = await mailServer({ taken: () => 'drop' })
      await queue()
      const send = smtpSender(url, 'localhost')
      await carry(send)
      expect(await carry(send, later(86_400_000))).toBe(false)
      expect(letters).toHaveLength(1)
      expect((await row()).last_error).toMatch(/^unsure/)
    })

    it('does not send what helps nobody any more', async () => {
      const { url, letters } = await mailServer()
      await queue('anouk@regenboog.example', { usefulUntil: momentOf(later(60_000)) })
      expect(await carry(smtpSender(url, 'localhost'), later(120_000))).toBe(false)
      expect(letters).toHaveLength(0)
      expect((await row()).failed_at).not.toBeNull()
    })

    it('stops a try under way on a server that never answers', async () => {
      const { url } = await mailServer({ taken: () => 'hang' })
      await queue()
      const stop = new AbortController()
      const trying = carryOne(db, smtpSender(url, 'localhost'), () => NOW, stop.signal)
      await untilHanded()
      stop.abort()
      await trying
      expect((await row()).last_error).toBe('unsure: stopped')
    })
  })

  async function untilHanded() {
    while ((await row()).handed_at === null) await new Promise((resolve) => setTimeout(resolve, 5))
  }

  describe('a server that falls', () => {
    it('before the hand-over: another sends the letter when the lease has ended, and only then', async () => {
      const { url, letters } = await mailServer()
      await queue()
      await leaseNext(db, NOW)
      const send = smtpSender(url, 'localhost')
      expect(await carry(send, later(LEASE - 1))).toBe(false)
      expect(await carry(send, later(LEASE + 1))).toBe(true)
      expect(letters).toHaveLength(1)
    })

    it('after the hand-over: the letter is put aside, not sent again', async () => {
      const { url, letters } = await mailServer()
      await queue()
      const leased = (await leaseNext(db, NOW))!
      await markHanded(db, leased, NOW)
      expect(await putAsideUnsure(db, later(1000), later(-1))).toBe(0)
      expect(await carry(smtpSender(url, 'localhost'), later(LEASE + 1))).toBe(false)
      expect(await putAsideUnsure(db, later(LEASE + 1), NOW)).toBe(1)
      expect(letters).toHaveLength(0)
      expect((await row()).last_error).toMatch(/^unsure/)
    })

    it('and starts again alone: it waits for no lease, and puts aside what it was handing over', async () => {
      const { url, letters } = await mailServer()
      for (const name of ['anouk', 'bram']) await queue(`${name}@regenboog.example`)
      await leaseNext(db, NOW)
      await markHanded(db, (await leaseNext(db, NOW))!, NOW)
      await takeOver(db, NOW)
      const send = smtpSender(url, 'localhost')
      while (await carry(send));
      expect(letters.map(({ to }) => to)).toEqual(['anouk@regenboog.example'])
      expect((await rows()).map((letter) => letter.last_error)).toEqual([
        null,
        expect.stringMatching(/^unsure/),
      ])
    })

    it('slowly: who has lost the lease hands nothing over any more', async () => {
      await queue()
      const slow = (await leaseNext(db, NOW))!
      const quick = (await leaseNext(db, later(LEASE + 1)))!
      expect(await markHanded(db, slow, later(LEASE + 2))).toBe(false)
      expect(await markHanded(db, quick, later(LEASE + 3))).toBe(true)
      await settle(db, slow, { went: 'sent' }, later(LEASE + 4))
      expect((await row()).sent_at).toBeNull()
    })
  })

  it('ten postmen at once send thirty letters once each', async () => {
    const { url, letters } = await mailServer()
    for (let number = 0; number < 30; number++) await queue(`a${number}@school.example`)
    const send = smtpSender(url, 'localhost')
    const walk = async () => {
      while (await carry(send));
    }
    await Promise.all(Array.from({ length: 10 }, walk))
    expect(letters.map(({ to }) => to).sort()).toEqual(
      Array.from({ length: 30 }, (_, number) => `a${number}@school.example`).sort(),
    )
  })

  it('prints on the console where there is no mail server, and stops quietly', async () => {
    const lines: string[] = []
    await queue()
    const postman = startPostman({
      db,
      send: consoleSender((line) => lines.push(line)),
      now: () => NOW,
      log: (line) => lines.push(line),
      pause: 5,
    })
    while ((await row()).sent_at === null) await new Promise((resolve) => setTimeout(resolve, 5))
    await postman.stop()
    expect(lines).toEqual(['--- anouk@regenboog.example: Doe mee\nBeste Anouk,\n.\nTot ziens\n---'])
  })
})
