import { request } from 'node:http'
import { connect } from 'node:net'
import fc from 'fast-check'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { eachDatabase } from '../../test/database.ts'
import { asMember } from '../../test/request.ts'
import { type OpenHouse, openHouse, openText, until } from '../../test/writers.ts'
import { planOf, writtenPlan } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import { newId } from '../kernel/id.ts'
import { entryOf } from '../plan/plan.ts'
import { fragmentOf } from './document.ts'
import { checkUpdate } from './document-check.ts'
import { freeTone, presenceOf } from './hub-presence.ts'
import { newAllowance, takeFrom } from './socket-allowance.ts'
import { isReadable } from './socket-message.ts'

const [SYNC, AWARENESS, AUTH, BROADCAST] = [0, 1, 2, 6]
type Part = string | number | Uint8Array

/** A message as the wire has it: texts, numbers and bytes in a row. */
function message(...parts: Part[]): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder()
  for (const part of parts) {
    if (typeof part === 'string') writeVarString(encoder, part)
    else if (typeof part === 'number') writeVarUint(encoder, part)
    else writeVarUint8Array(encoder, part)
  }
  return new Uint8Array(toUint8Array(encoder))
}

/** A socket without an editor behind it, that can send anything. */
function rawSocket(url: string, cookie: string, origin = url) {
  const options = { headers: { cookie, origin } } as unknown as string[]
  const socket = new WebSocket(`${url.replace('http', 'ws')}/writing`, options)
  socket.binaryType = 'arraybuffer'
  const raw = { socket, closed: null as null | { code: number; reason: string }, got: 0, failed: false }
  socket.addEventListener('close', ({ code, reason }) => void (raw.closed = { code, reason }))
  socket.addEventListener('message', () => void (raw.got += 1))
  socket.addEventListener('error', () => void (raw.failed = true))
  onTestFinished(() => socket.close())
  return raw
}

const opened = async (...args: Parameters<typeof rawSocket>) => {
  const raw = rawSocket(...args)
  await until('a socket', () => raw.socket.readyState === WebSocket.OPEN || raw.closed !== null)
  return raw
}

/** The update that somebody would send who edits a document so. */
function updateOf(edit: (doc: Y.Doc) => void, doc = new Y.Doc()) {
  const before = Y.encodeStateVector(doc)
  edit(doc)
  return Y.encodeStateAsUpdate(doc, before)
}

const paragraph = (doc: Y.Doc, words = 'kwaad') => {
  const node = new Y.XmlElement('paragraph')
  fragmentOf(doc).push([node])
  node.insert(0, [new Y.XmlText(words)])
}

eachDatabase((open, dialect) => {
  let made: Awaited<ReturnType<typeof writtenPlan>>
  let house: OpenHouse
  let db: Db
  let cookie: string
  let name: string
  beforeEach(async () => {
    db = await open()
    made = await writtenPlan(db)
    house = await openHouse(db)
    cookie = (await asMember({ request: () => new Response() }, db, made.cast, 'karin')).cookie
    name = `${made.goal}:approach`
  })
  const stored = async () => entryOf(await planOf(db, made.cast, made.id), made.goal)?.texts.approach?.text
  const inside = async () => {
    const raw = await opened(house.url, cookie)
    raw.socket.send(message(name, AUTH, 0, '', '4.7.0'))
    // Who is let in waits for the text still: only its answer says that it is there.
    raw.socket.send(message(name, SYNC, 0, new Uint8Array([0])))
    await until('the door to open', () => raw.got > 1)
    return raw
  }

  /** The server is alive, somebody can write, and what was sent before has left nothing. */
  async function goesOn() {
    const karin = await openText({ url: house.url, cookie, name })
    karin.type('!')
    await karin.store()
    return stored()
  }
  const UNHARMED = 'Samen kijken!'

  describe(`hostile messages (${dialect})`, () => {
    const BROKEN: readonly [string, () => Uint8Array][] = [
      ['a broken update', () => message(name, SYNC, 2, new Uint8Array([1, 1, 200, 3, 0, 39, 1, 4]))],
      ['half an update', () => message(name, SYNC, 2, updateOf(paragraph).slice(0, -4))],
      ['an update in place of an answer', () => message(name, SYNC, 1, new Uint8Array([9, 9, 9]))],
      [
        'another shared type',
        () =>
          message(
            name,
            SYNC,
            2,
            updateOf((doc) => doc.getMap('meta').set('id', 'x')),
          ),
      ],
      ['a document in a document', () => message(name, SYNC, 2, updateOf(withSubdocument))],
      ['a file', () => message(name, SYNC, 2, updateOf(withBytes))],
      ['a message of no kind', () => message(name, 77, 1)],
      ['what only servers say', () => message(name, BROADCAST, 'hallo')],
      ['a broken presence', () => message(name, AWARENESS, new Uint8Array([3, 1]))],
      ['a message without an end', () => message(name).slice(0, 10)],
      ['nothing', () => new Uint8Array()],
    ]
    test.each(BROKEN)('%s leaves nothing behind', async (_what, bytes) => {
      const raw = await inside()
      raw.socket.send(new Uint8Array(bytes()))
      expect(await goesOn()).toBe(UNHARMED)
    })

    test('any bytes, before and after the door opened', async () => {
      const samples = fc.sample(fc.uint8Array({ maxLength: 200 }), 40)
      const outside = await opened(house.url, cookie)
      const within = await inside()
      for (const bytes of samples) {
        outside.socket.send(new Uint8Array(bytes))
        within.socket.send(new Uint8Array([...message(name), ...bytes]))
        const fresh = await inside()
        fresh.socket.send(new Uint8Array([...message(name, SYNC, 2), ...bytes]))
        fresh.socket.send(new Uint8Array([...message(name), ...message(AWARENESS, bytes)]))
        fresh.socket.close()
      }
      const wordy = await inside()
      wordy.socket.send('words where bytes belong')
      await until('the end', () => wordy.closed !== null)
      expect(wordy.closed).toEqual({ code: 1008, reason: 'unreadable' })
      expect(await goesOn()).toBe(UNHARMED)
    })

    test('names of texts that are not there', async () => {
      const raw = await opened(house.url, cookie)
      const names = ['', ':', `${made.goal}:`, `${made.goal}:__proto__`, `${newId()}:approach`, '../../x:y']
      for (const one of [...names, `${made.goal}:approach:more`, `${name}\u0000a\u0000b`])
        raw.socket.send(message(one, AUTH, 0, '', '4.7.0'))
      await until('answers', () => raw.got >= names.length)
      raw.socket.send(message('x'.repeat(5000), AUTH, 0, '', '4.7.0'))
      await until('the end', () => raw.closed !== null)
      expect(await goesOn()).toBe(UNHARMED)
    })

    test('a message larger than any text ends the socket', async () => {
      const raw = await inside()
      raw.socket.send(new Uint8Array(1_100_000))
      await until('the end', () => raw.closed !== null)
      expect(raw.closed?.code).toBe(1009)
      expect(await goesOn()).toBe(UNHARMED)
    })

    test('more messages than anybody types end the socket', async () => {
      const raw = await inside()
      for (let count = 0; count < 2000; count++) raw.socket.send(message(name, SYNC, 0, new Uint8Array([0])))
      await until('the end', () => raw.closed !== null)
      expect(raw.closed).toEqual({ code: 1008, reason: 'too-much' })
      expect(await goesOn()).toBe(UNHARMED)
    })

    test('a reader who sends an update all the same changes nothing', async () => {
      const paul = (await asMember({ request: () => new Response() }, db, made.cast, 'paul')).cookie
      const raw = await opened(house.url, paul)
      raw.socket.send(message(name, AUTH, 0, '', '4.7.0'))
      raw.socket.send(message(name, SYNC, 2, updateOf(paragraph)))
      raw.socket.send(message(name, SYNC, 1, updateOf(paragraph)))
      await until('answers', () => raw.got > 1)
      expect(await goesOn()).toBe(UNHARMED)
    })

    test('somebody who goes away in the middle of coming in', async () => {
      for (let count = 0; count < 5; count++) {
        const { port } = new URL(house.url)
        const line = connect(Number(port), '127.0.0.1')
        line.on('error', () => undefined)
        line.write(
          `GET /writing HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
            `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: ${cookie}\r\n\r\n`,
        )
        await new Promise((next) => setTimeout(next, count * 2))
        line.resetAndDestroy()
      }
      expect(await goesOn()).toBe(UNHARMED)
    })

    test('nothing in the log tells who it was', async () => {
      const raw = await inside()
      raw.socket.send(new Uint8Array(1_100_000))
      await until('the end', () => raw.closed !== null)
      const stranger = await opened(house.url, cookie, 'https://elders.example')
      await until('the refusal', () => stranger.closed !== null)
      const log = house.logged.join('\n')
      expect(log).toContain('writing:')
      expect(log).not.toContain('Karin')
      expect(log).not.toContain(cookie.split('=')[1])
    })
  })
})

function withSubdocument(doc: Y.Doc) {
  const node = new Y.XmlElement('paragraph')
  fragmentOf(doc).push([node])
  node.setAttribute('inner', new Y.Doc() as unknown as string)
}

function withBytes(doc: Y.Doc) {
  const node = new Y.XmlElement('paragraph')
  fragmentOf(doc).push([node])
  node.setAttribute('file', new Uint8Array(20) as unknown as string)
}

eachDatabase((open, dialect) => {
  describe(`the door to writing together (${dialect})`, () => {
    const visited = async () => {
      const db = await open()
      const made = await writtenPlan(db)
      const house = await openHouse(db)
      const visitor = await asMember({ request: () => new Response() }, db, made.cast, 'karin')
      return { db, made, house, cookie: visitor.cookie, name: `${made.goal}:approach` }
    }

    test('is shut for the page of another site, whoever sits before it', async () => {
      const { house, cookie } = await visited()
      const raw = await opened(house.url, cookie, 'https://elders.example')
      await until('the refusal', () => raw.closed !== null)
      expect(raw).toMatchObject({ failed: true, got: 0 })
    })

    test('takes twelve sockets of one session, and says so to the thirteenth', async () => {
      const { house, cookie } = await visited()
      for (let count = 0; count < 12; count++) expect((await opened(house.url, cookie)).closed).toBeNull()
      const raw = await opened(house.url, cookie)
      await until('the refusal', () => raw.closed !== null)
      expect(raw.closed).toEqual({ code: 4429, reason: 'too-many' })
    })

    test('is at one path only: elsewhere a request to upgrade is answered as any other', async () => {
      const { house } = await visited()
      const status = await new Promise((answered) => {
        const headers = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' }
        request(`${house.url}/sign-in`, { headers }, (answer) => answered(answer.statusCode)).end()
      })
      expect(status).toBe(200)
    })

    test('stores what is being typed when the server stops, and sends everyone away', async () => {
      const { db, made, house, cookie, name } = await visited()
      const karin = await openText({ url: house.url, cookie, name })
      karin.type(' tot het eind')
      await until('the words to be there', () => !karin.provider.hasUnsyncedChanges)
      await house.stop()
      const entry = entryOf(await planOf(db, made.cast, made.id), made.goal)
      expect(entry?.texts.approach?.text).toBe('Samen kijken tot het eind')
      expect(karin.heard).toContainEqual({ is: 'closed', n: 1012, says: 'restart' })
    })

    test('nobody appears under another name, or in the place of somebody else', async () => {
      const { db, made, house, cookie, name } = await visited()
      const karin = await openText({ url: house.url, cookie, name })
      const other = await asMember({ request: () => new Response() }, db, made.cast, 'paul')
      const paul = await openText({ url: house.url, cookie: other.cookie, name })
      const said = { user: { id: 'x', name: 'De inspectie', tone: 3, html: '<b>' }, here: true, secret: 1 }
      karin.provider.awareness?.setLocalState(said)
      const seen = () => paul.provider.awareness?.getStates().get(karin.doc.clientID)
      await until('Karin', () => seen() !== undefined)
      expect(seen()).toEqual({
        user: { id: made.cast.people.karin, name: 'Karin', tone: 1, color: '#767d85' },
        here: true,
        cursor: null,
      })
      // A reader does not appear, nor in the place of Karin.
      const forged = new Awareness(new Y.Doc())
      forged.doc.clientID = karin.doc.clientID
      forged.states.set(karin.doc.clientID, { user: { name: 'Paul' } })
      forged.meta.set(karin.doc.clientID, { clock: 99, lastUpdated: 0 })
      const raw = await opened(house.url, cookie)
      raw.socket.send(message(name, AUTH, 0, '', '4.7.0'))
      raw.socket.send(message(name, AWARENESS, encodeAwarenessUpdate(forged, [karin.doc.clientID])))
      paul.provider.awareness?.setLocalState(said)
      karin.provider.awareness?.setLocalStateField('here', false)
      await until('Karin again', () => seen()?.['here'] === false)
      expect(seen()?.['user']).toMatchObject({ name: 'Karin' })
      expect(karin.provider.awareness?.getStates().has(paul.doc.clientID)).toBe(false)
    })
  })
})

describe('what is let through', () => {
  test('messages of any bytes are looked at without failing; those of a browser pass', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(typeof isReadable(bytes)).toBe('boolean')
      }),
    )
    const passes = [
      message('a:b', AUTH, 0, ''),
      message('a:b', SYNC, 0, new Uint8Array([0])),
      message('a:b', 3),
    ]
    expect(passes.map(isReadable)).toEqual([true, true, true])
    const fails = [
      message('a:b', 77, 1),
      message('a:b\nGET / 200', AUTH, 0, ''),
      message('x'.repeat(201), AUTH, 0, ''),
      message('a:b'),
      message('a:b', SYNC, 2),
    ]
    expect(fails.map(isReadable)).toEqual([false, false, false, false, false])
  })

  test('the updates of an editor are sound', () => {
    const doc = new Y.Doc()
    expect(checkUpdate(updateOf(paragraph, doc), new Y.Doc())).toBe('sound')
    const format = (one: Y.Doc) => {
      const words = (fragmentOf(one).get(0) as Y.XmlElement).get(0) as Y.XmlText
      words.format(0, 2, { bold: {}, link: { href: 'https://example.org' } })
      words.delete(1, 2)
    }
    expect(checkUpdate(updateOf(format, doc), doc)).toBe('sound')
  })

  test('no bytes at all make the look at an update fail', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(checkUpdate(bytes, new Y.Doc())).toMatch(/sound|empty/)
      }),
    )
  })

  test('colours are shared only when there are more people than colours', () => {
    expect([freeTone([]), freeTone([1, 3]), freeTone([1, 2, 3, 4, 5, 6])]).toEqual([1, 2, 1])
  })

  test('a place is passed on as it is written, and nothing else with it', () => {
    const who = { id: 'p', name: 'Karin', tone: 2 }
    const point = { type: null, tname: null, item: { client: 7, clock: 3, more: 1 }, assoc: -1, evil: 'x' }
    const { cursor } = presenceOf(who, { cursor: { anchor: point, head: point, deep: {} } })
    const clean = { type: null, tname: null, item: { client: 7, clock: 3 }, assoc: -1 }
    expect(cursor).toEqual({ anchor: clean, head: clean })
    for (const bad of [null, 1, {}, { anchor: point }, { anchor: { item: { client: 'a' } }, head: point }])
      expect(presenceOf(who, { cursor: bad }).cursor).toBeNull()
  })

  test('a socket may send a burst, and then as much as time gives back', () => {
    const allowance = newAllowance(0)
    const burst = Array.from({ length: 700 }, () => takeFrom(allowance, 10, 0))
    expect(burst.indexOf(false)).toBe(600)
    const later = newAllowance(0)
    for (let count = 0; count < 600; count++) takeFrom(later, 10, 0)
    expect([takeFrom(later, 10, 5), takeFrom(later, 10, 1000)]).toEqual([false, true])
    expect(takeFrom(newAllowance(0), 5_000_000, 0)).toBe(false)
  })
})
