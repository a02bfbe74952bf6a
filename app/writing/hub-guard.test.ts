import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { asMember } from '../../test/request.ts'
import { openHouse, openText, until } from '../../test/writers.ts'
import { done, planOf, writtenPlan } from '../../test/written-plan.ts'
import { entryOf } from '../plan/plan.ts'
import { tieEntry } from '../plan/tie-store.ts'
import { fragmentOf, textOf } from './document.ts'
import { checkUpdate } from './document-check.ts'
import { documentFrom, openDocument } from './document-store.ts'
import { storeDocument } from './together-store.ts'

type Part = string | number | Uint8Array

function bytesOf(...parts: Part[]): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder()
  for (const part of parts) {
    if (typeof part === 'string') writeVarString(encoder, part)
    else if (typeof part === 'number') writeVarUint(encoder, part)
    else writeVarUint8Array(encoder, part)
  }
  return new Uint8Array(toUint8Array(encoder))
}

const updateOf = (edit: (doc: Y.Doc) => void, doc = new Y.Doc()) => {
  const before = Y.encodeStateVector(doc)
  doc.transact(() => edit(doc))
  return Y.encodeStateAsUpdate(doc, before)
}

/** Nodes within nodes, so many deep. */
function nest(doc: Y.Doc, depth: number) {
  let at: Y.XmlFragment | Y.XmlElement = fragmentOf(doc)
  for (let deep = 1; deep < depth; deep++) {
    const node = new Y.XmlElement('listItem')
    at.insert(0, [node])
    at = node
  }
  at.insert(0, [new Y.XmlText('diep')])
}

test('a list is written, and what lies deeper than any editor writes is not', () => {
  expect(
    checkUpdate(
      updateOf((doc) => nest(doc, 4)),
      new Y.Doc(),
    ),
  ).toBe('sound')
  expect(
    checkUpdate(
      updateOf((doc) => nest(doc, 40)),
      new Y.Doc(),
    ),
  ).toBe('unsound')
  expect(
    checkUpdate(
      updateOf((doc) => nest(doc, 40_000)),
      new Y.Doc(),
    ),
  ).toBe('unsound')
})

test('nor is it step by step, each a little deeper in what is there already', () => {
  const doc = new Y.Doc()
  nest(doc, 4)
  let verdict = 'sound'
  for (let step = 0; step < 20 && verdict === 'sound'; step++) {
    const update = updateOf(deeper, copyOf(doc))
    verdict = checkUpdate(update, doc)
    if (verdict === 'sound') Y.applyUpdate(doc, update)
  }
  expect(verdict).toBe('unsound')
})

/** Puts a node into the innermost one. */
function deeper(doc: Y.Doc) {
  let at = fragmentOf(doc).get(0) as Y.XmlElement
  while (at.get(0) instanceof Y.XmlElement) at = at.get(0) as Y.XmlElement
  at.insert(0, [new Y.XmlElement('listItem')])
}

function copyOf(doc: Y.Doc) {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

test('numbers beyond all writing are refused, and an update that says nothing is nothing', () => {
  // One writer, one stretch of deleted signs from 0, of that length; nothing deleted.
  const gone = (length: number) => bytesOf(1, 1, 12345, 0, 0, length, 0)
  expect(checkUpdate(gone(7), new Y.Doc())).toBe('sound')
  expect(checkUpdate(gone(Number.MAX_SAFE_INTEGER - 5), new Y.Doc())).toBe('unsound')
  expect(checkUpdate(bytesOf(0, 0), new Y.Doc())).toBe('empty')
})

eachDatabase((open) => {
  const visited = async () => {
    const db = await open()
    const made = await writtenPlan(db)
    const house = await openHouse(db)
    const { cookie } = await asMember({ request: () => new Response() }, db, made.cast, 'karin')
    const name = `${made.goal}:approach`
    const socket = new WebSocket(`${house.url.replace('http', 'ws')}/writing`, {
      headers: { cookie, origin: house.url },
    } as unknown as string[])
    const raw = { got: 0, closed: null as null | { code: number; reason: string } }
    socket.addEventListener('message', () => void (raw.got += 1))
    socket.addEventListener('close', ({ code, reason }) => void (raw.closed = { code, reason }))
    onTestFinished(() => socket.close())
    await until('a socket', () => socket.readyState === WebSocket.OPEN)
    socket.send(bytesOf(name, 2, 0, '', '4.7.0'))
    // Who is let in waits for the text still: only its answer says that it is there.
    socket.send(bytesOf(name, 0, 0, new Uint8Array([0])))
    await until('the text', () => raw.got > 1)
    const send = (...parts: Part[]) => socket.send(bytesOf(name, ...parts))
    const stored = async () => entryOf(await planOf(db, made.cast, made.id), made.goal)?.texts.approach?.text
    const goesOn = async () => {
      const karin = await openText({ url: house.url, cookie, name })
      karin.type('!')
      expect(await karin.store()).toMatchObject({ is: 'stored' })
      // What was let through may stand before the words or behind them.
      return (await stored())?.replace(/^!\n\nSamen kijken$/, 'Samen kijken!')
    }
    const state = () =>
      db.read(made.cast.keeper, (sql) =>
        sql.selectFrom('passage_doc').select('state').executeTakeFirstOrThrow(),
      )
    return { send, goesOn, raw, state }
  }

  const told = async () => {
    const db = await open()
    const made = await writtenPlan(db)
    const place = { ownerId: made.goal, field: 'approach', scopeId: made.id }
    return { db, made, place, karin: made.cast.member('karin') }
  }

  test('what builds on words that never came is not kept, and hinders nobody', async () => {
    const { send, goesOn, raw, state } = await visited()
    for (let count = 0; count < 3; count++) {
      const doc = new Y.Doc()
      fragmentOf(doc).insert(0, [new Y.XmlText('x')])
      const later = (one: Y.Doc) => (fragmentOf(one).get(0) as Y.XmlText).insert(1, 'z'.repeat(90_000))
      const got = raw.got
      send(0, 2, updateOf(later, doc))
      await until('an answer', () => raw.got > got)
    }
    expect(await goesOn()).toBe('Samen kijken!')
    expect((await state()).state.length).toBeLessThan(2000)
  })

  test('a text does not grow without end, and those who write in it go on', async () => {
    const { send, goesOn, raw } = await visited()
    const lines = (doc: Y.Doc) =>
      fragmentOf(doc).insert(
        0,
        Array.from({ length: 12_000 }, () => new Y.XmlElement('paragraph')),
      )
    for (let count = 0; count < 2; count++) {
      const got = raw.got
      send(0, 2, updateOf(lines))
      await until('an answer', () => raw.got > got || raw.closed !== null)
    }
    expect(await goesOn()).toBe('Samen kijken!')
  })

  test('a document that is mostly what was deleted is made anew for who opens it first', async () => {
    const { db, made, place, karin } = await told()
    const before = await openDocument(db, karin, place, NOW_MOMENT)
    const doc = documentFrom(before.state)
    for (let count = 0; count < 12_000; count++) {
      const text = (fragmentOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText
      text.insert(count % 2 === 0 ? 0 : text.length, 'ab')
      text.delete(count % 2 === 0 ? 0 : text.length - 1, 1)
    }
    const words = textOf(doc)
    done(await storeDocument(db, karin, place, Y.encodeStateAsUpdate(doc), NOW_MOMENT))
    const open = await openDocument(db, karin, place, NOW_MOMENT)
    expect(open.id).toBe(before.id)
    expect(open.state.length).toBeGreaterThan(150_000)
    const both = await Promise.all([1, 2].map(() => openDocument(db, karin, place, NOW_MOMENT, true)))
    const [fresh] = both
    expect(both[1]?.id).toBe(fresh?.id)
    expect(fresh?.id).not.toBe(before.id)
    expect(fresh && textOf(documentFrom(fresh.state))).toBe(words)
    expect(entryOf(await planOf(db, made.cast, made.id), made.goal)?.texts.approach?.text).toBe(words)
  })

  test('who no longer shares the yield: those who read along in looking back are asked again at once', async () => {
    const { db, made } = await told()
    const plan = await planOf(db, made.cast, made.id)
    const track = entryOf(plan, made.anouk)
    if (!track) throw new Error('no track')
    const facts: unknown[] = []
    onTestFinished(db.hear((fact) => void facts.push(fact)))
    done(await tieEntry(db, made.cast.member('anouk'), plan, track, { shareChoice: 'not-share' }))
    await until('word of it', () => facts.length > 0)
    expect(facts).toContainEqual({ topic: 'plan', schoolId: made.cast.schoolId, id: made.id })
  })

  test('who asks for a whole text again and again is sent away', async () => {
    const { send, raw } = await visited()
    const long = (doc: Y.Doc) => {
      const text = new Y.XmlText()
      fragmentOf(doc).insert(0, [text])
      text.insert(0, 'a'.repeat(19_000))
    }
    send(0, 2, updateOf(long))
    for (let count = 0; count < 400; count++) send(0, 0, new Uint8Array([0]))
    await until('the end', () => raw.closed !== null)
    expect(raw.closed).toEqual({ code: 1008, reason: 'too-much' })
  })
})
