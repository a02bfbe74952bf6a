import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { Doc, encodeStateAsUpdate, encodeStateVector, XmlElement, XmlText } from 'yjs'
import type { Db } from '../../app/db/database.ts'
import { openDatabase } from '../../app/db/open.ts'
import { parseId } from '../../app/kernel/id.ts'
import { isGoal, TEXTS_OF } from '../../app/plan/entry.ts'
import { readPlan } from '../../app/plan/plan-store.ts'
import { schoolsOnServer } from '../../app/school/school-store.ts'
import { memoryOf } from './process-cost.ts'
import { type Served, serve, signIn } from './served.ts'
import { spreadOf } from './spread.ts'

const KEYS = 200
/** Between two keys of one writer, in milliseconds. */
const BETWEEN = 40
const [SYNC, AUTH] = [0, 2]
const TEXTS_OPEN = 300

type Spread = { readonly p50: number; readonly p95: number }
export type WritingTimes = {
  /** From a key to other clients in milliseconds, here and through a bare relay, by their number. */
  readonly keys: readonly { readonly clients: number; readonly own: Spread; readonly bare: Spread }[]
  /** Memory of the server for each text that is open, in kB; null where it can't be seen. */
  readonly perText: number | null
}

/** A keystroke to 20 and 50 others, and what an open text costs: on a grown demo plan, in a database of its own. */
export async function writingTimes(dataDir: string, planId: string): Promise<WritingTimes> {
  const names = await textNames(dataDir, planId)
  const relay = await startRelay()
  const server = await serve({ DATA_DIR: dataDir })
  try {
    // On a fresh server: after the keys there is room in its memory in which texts would not show.
    const perText = await memoryPerText(server, names)
    const keys = []
    for (const clients of [20, 50]) {
      // Each once to warm up, then in turns, so that both meet the machine in the same mood.
      await keyTimes(relay.url, bare, clients, 40)
      await keyTimes(...(await ownParty(server, names[0] ?? '', clients)), 40)
      const bareTimes = await keyTimes(relay.url, bare, clients)
      const ownTimes = await keyTimes(...(await ownParty(server, names[0] ?? '', clients)))
      keys.push({ clients, own: spreadOf(ownTimes), bare: spreadOf(bareTimes) })
    }
    return { keys, perText }
  } finally {
    relay.child.kill()
    await server.stop()
  }
}

/** Documents of the plan that the coordinator may write in, first of all; then those of everybody. */
async function textNames(dataDir: string, planId: string): Promise<string[]> {
  const db = await openDatabase({ dataDir })
  const plan = await planOf(db, planId)
  await db.close()
  const goalsFirst = [...plan.entries].sort((one, other) => Number(isGoal(other)) - Number(isGoal(one)))
  return goalsFirst
    .flatMap((entry) => TEXTS_OF[entry.kind].map((field) => `${entry.id}:${field}`))
    .filter((name) => !name.endsWith(':title'))
}

async function planOf(db: Db, planId: string) {
  const school = (await schoolsOnServer(db)).find(({ demo }) => demo)
  const id = parseId<'plan'>(planId)
  const plan = school && id && (await readPlan(db, { kind: 'keeper', schoolId: school.id }, id))
  if (!plan) throw new Error('no plan to write in')
  return plan
}

/** How one kind of server is spoken to. */
type Way = {
  readonly path: string
  readonly cookies: readonly string[]
  /** What a client says first. */
  readonly hello: readonly Uint8Array[]
  /** An update, as this server wants it. */
  readonly update: (bytes: Uint8Array) => Uint8Array
  /** Whether a message from the server carries somebody's key: one of that size comes of nothing else. */
  readonly isKey: (message: Uint8Array) => boolean
}

const bytesOf = (...parts: readonly (string | number | Uint8Array)[]) => {
  const encoder = createEncoder()
  for (const part of parts) {
    if (typeof part === 'string') writeVarString(encoder, part)
    else if (typeof part === 'number') writeVarUint(encoder, part)
    else writeVarUint8Array(encoder, part)
  }
  return new Uint8Array(toUint8Array(encoder))
}

const NOTHING_YET = encodeStateVector(new Doc())

const bare: Way = {
  path: '',
  cookies: [''],
  hello: [bytesOf(SYNC, 0, NOTHING_YET)],
  update: (update) => bytesOf(SYNC, 2, update),
  isKey: (message) => message[0] === SYNC && message[1] === 2,
}

async function ownParty(
  server: Served,
  name: string,
  clients: number,
): Promise<[url: string, way: Way, clients: number]> {
  const cookies = await Promise.all(Array.from({ length: clients + 1 }, () => signIn(server.url, 'karin')))
  const head = bytesOf(name).length
  const way: Way = {
    path: '/writing',
    cookies,
    hello: [bytesOf(name, AUTH, 0, '', '4.7.0'), bytesOf(name, SYNC, 0, NOTHING_YET)],
    update: (update) => bytesOf(name, SYNC, 2, update),
    isKey: (message) => message[head] === SYNC && message[head + 1] === 2,
  }
  return [server.url.replace('http', 'ws'), way, clients]
}

/** Types key after key on one client and notes when each of the others has it. */
async function keyTimes(url: string, way: Way, clients: number, keys = KEYS): Promise<number[]> {
  const sockets = await Promise.all(
    Array.from({ length: clients + 1 }, (_, place) => opened(url, way, place)),
  )
  const [writer, ...others] = sockets
  const times: number[] = []
  let sentAt = 0
  for (const socket of others) {
    socket.addEventListener('message', ({ data }) => {
      if (way.isKey(new Uint8Array(data as ArrayBuffer))) times.push(performance.now() - sentAt)
    })
  }
  for (const update of typed(keys)) {
    const message = way.update(update)
    sentAt = performance.now()
    writer?.send(message as Uint8Array<ArrayBuffer>)
    await pause(BETWEEN)
  }
  for (const socket of sockets) socket.close()
  await pause(200)
  // On a busy machine two keys go out as one.
  if (times.length < keys * clients * 0.9)
    throw new Error(`${times.length} of ${keys * clients} keys came over`)
  return times
}

async function opened(url: string, way: Way, place: number): Promise<WebSocket> {
  const cookie = way.cookies[place % way.cookies.length] ?? ''
  const headers = { cookie, origin: url.replace('ws', 'http') }
  const socket = new WebSocket(`${url}${way.path}`, { headers } as unknown as string[])
  socket.binaryType = 'arraybuffer'
  await new Promise((open, fail) => {
    socket.addEventListener('open', open, { once: true })
    socket.addEventListener('error', fail, { once: true })
  })
  const answered = new Promise((answer, fail) => {
    socket.addEventListener('message', answer, { once: true })
    socket.addEventListener('close', ({ code, reason }) => fail(new Error(`closed: ${code} ${reason}`)))
    setTimeout(() => fail(new Error('no answer')), 20_000).unref()
  })
  for (const message of way.hello) socket.send(message as Uint8Array<ArrayBuffer>)
  await answered
  await pause(20)
  return socket
}

/** The updates of somebody who types one paragraph, key after key. */
function typed(keys: number): Uint8Array[] {
  const doc = new Doc()
  const words = new XmlText()
  const updates: Uint8Array[] = []
  const paragraph = new XmlElement('paragraph')
  doc.getXmlFragment('text').insert(0, [paragraph])
  paragraph.insert(0, [words])
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  const first = encodeStateAsUpdate(doc)
  for (let key = 1; key < keys; key++) words.insert(words.length, 'abcdefg hij'[key % 11] ?? ' ')
  return [first, ...updates]
}

async function memoryPerText(server: Served, names: readonly string[]): Promise<number | null> {
  const before = 40
  const [url, way] = await ownParty(server, names[0] ?? '', 12)
  const sockets: WebSocket[] = []
  const open = async (some: readonly string[]) => {
    for (let from = 0; from < some.length; from += 50) {
      const hello = some.slice(from, from + 50).flatMap((name) => [bytesOf(name, AUTH, 0, '', '4.7.0')])
      sockets.push(await opened(url, { ...way, hello }, from / 50))
      await pause(400)
    }
    await pause(1000)
    return memoryOf(server.pid)?.now ?? null
  }
  const few = await open(names.slice(0, before))
  const many = await open(names.slice(before, before + TEXTS_OPEN))
  for (const socket of sockets) socket.close()
  return few === null || many === null ? null : Math.max(0, ((many - few) * 1024) / TEXTS_OPEN)
}

function startRelay(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'relay.ts')], {
    // It ends with this one, by whatever end.
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve({ child, url: chunk.toString().trim() }))
    child.once('exit', (code) => reject(new Error(`the relay ended with ${code}`)))
  })
}
