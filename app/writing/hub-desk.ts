import { type Document, Hocuspocus, isTransactionOrigin, type onStatelessPayload } from '@hocuspocus/server'
import { applyUpdate } from 'yjs'
import { clock } from '../kernel/day.ts'
import type { House } from '../session/desk.ts'
import { readDocument } from './document-store.ts'
import { fillFlush } from './flush-desk.ts'
import { weighMessage } from './hub-guard-desk.ts'
import { verifyPresence } from './hub-presence-desk.ts'
import { checkVisits, hearFact, isOfScope } from './hub-rights-desk.ts'
import {
  type Hub,
  nowOf,
  type OpenText,
  openTexts,
  Refused,
  type Seat,
  seatOf,
  takeSeat,
} from './hub-seat-desk.ts'
import { storeNow } from './hub-store-desk.ts'
import { hubText } from './hub-text.ts'
import { readPassage } from './passage-store.ts'
import { writingText } from './writing-text.ts'

// A text is stored half a second after the last key, and at the latest a second and a half after the first.
const PAUSE = 500
const LONGEST = 1000
/** Rights are asked again at least so often, whatever was told. */
const CHECK = 30_000
/** Who only reads hears something now and then, so that the browser knows that the line is alive. */
const HEARTBEAT = 15_000

/** Makes the hub of a house: the texts that are open, and everyone in them. */
export function makeHub(house: House, log: (line: string) => void): Hub & { stop(): Promise<void> } {
  const hub: Hub = {
    house,
    log,
    texts: new WeakMap(),
    visits: new Set(),
    isStopping: false,
    server: new Hocuspocus<Seat>(),
  }
  hub.server.configure({ ...SETTINGS, ...hooksOf(hub) })
  for (const idle of IDLE) delete hub.server.configuration.extensions[0]?.[idle]
  const sorry = (error: unknown) => log(error instanceof Error ? (error.stack ?? '') : String(error))
  const stops = [
    house.db.hear((fact) => void hearFact(hub, fact).catch(sorry)),
    fillFlush(house.db, (scopeId) => flush(hub, (open) => isOfScope(open.place.scopeId, scopeId))),
    every(CHECK, () => void checkVisits(hub).catch(sorry)),
    every(HEARTBEAT, () => greetReaders(hub)),
  ]
  return Object.assign(hub, { stop: () => stop(hub, stops) })
}

const SETTINGS = {
  quiet: true,
  debounce: PAUSE,
  maxDebounce: LONGEST,
  // Every key goes out by itself, before its writer hears that it came: waiting for more would cost each of them.
  flushDelay: false as const,
  timeout: 300_000,
  maxUnauthenticatedQueueSize: 1_000_000,
  maxUnauthenticatedQueueMessages: 500,
  maxPendingDocuments: 60,
}

/** Hooks of the library that do nothing here, and would be waited for with every key. */
const IDLE = ['beforeHandleMessage', 'afterHandleMessage', 'onChange', 'onAwarenessUpdate'] as const

function every(pause: number, act: () => void) {
  const timer = setInterval(act, pause)
  timer.unref()
  return () => clearInterval(timer)
}

type Hooks = NonNullable<ConstructorParameters<typeof Hocuspocus<Seat>>[0]>

const hooksOf = (hub: Hub): Hooks => ({
  async onAuthenticate({ context, documentName, token, connectionConfig }) {
    try {
      const { seat, readOnly } = await takeSeat(hub, context.visit, documentName, token)
      connectionConfig.readOnly = readOnly
      return seat
    } catch (error) {
      if (!(error instanceof Refused)) hub.log(error instanceof Error ? (error.stack ?? '') : String(error))
      throw error instanceof Refused ? error : new Refused('sorry')
    }
  },
  onLoadDocument: ({ document, context }) => load(hub, document, context),
  async connected({ context }) {
    context.visit.open += 1
  },
  async onDisconnect({ context }) {
    context.visit.open -= 1
  },
  async beforeSync(message) {
    weighMessage(hub, message)
  },
  beforeHandleAwareness: (payload) => verifyPresence(payload),
  onStateless: (payload) => answer(hub, payload),
  async onStoreDocument({ document }) {
    const open = hub.texts.get(document)
    if (open) await storeNow(hub, open)
  },
  async beforeUnloadDocument({ document, documentName }) {
    const open = hub.texts.get(document)
    if (open?.isDirty) await storeNow(hub, open)
    // Another document has taken its place, or it could not be stored yet: it is not for the library to let go.
    if (hub.server.documents.get(documentName) !== document || open?.isDirty) throw new Refused('sorry')
  },
})

async function load(hub: Hub, document: Document, { visit, place, keeper }: Seat) {
  const { actor } = visit.member
  const [stored, passage] = await hub.house.db.read(
    actor,
    async (sql) => [await readDocument(sql, actor, place), await readPassage(sql, actor, place)] as const,
  )
  if (!stored) throw new Refused('not-there')
  applyUpdate(document, stored.state)
  const open: OpenText = {
    document,
    schoolId: actor.schoolId,
    place,
    keeper,
    revision: stored.revision,
    bytes: stored.state.length,
    writers: new Map(),
    isDirty: false,
    storing: null,
    last: { stored: passage?.revision ?? 0 },
  }
  hub.texts.set(document, open)
  document.on('update', (_update: Uint8Array, origin: unknown) => noteWriter(open, origin))
}

function noteWriter(open: OpenText, origin: unknown) {
  if (!isTransactionOrigin(origin) || origin.source !== 'connection') return
  const { visit } = seatOf(origin.connection)
  visit.hasTyped = true
  const { personId } = visit.member.actor
  open.writers.delete(personId)
  open.writers.set(personId, visit)
  open.isDirty = true
}

/** `{"is":"store","n":7}`: stores now, and answers when it lies in the database. Messages come in their order. */
async function answer(hub: Hub, { connection, document, payload }: onStatelessPayload) {
  const asked = storeAsked(payload)
  const open = hub.texts.get(document)
  if (asked === null || !open) return
  const { language } = seatOf(connection).visit
  const outcome = connection.readOnly ? ({ refused: 'may-not' } as const) : await storeNow(hub, open)
  const said =
    'stored' in outcome
      ? {
          is: 'stored',
          revision: outcome.stored,
          says: writingText(language).savedAt(clock(nowOf(hub), language)),
        }
      : { is: 'refused', says: hubText(language)[outcome.refused] }
  connection.sendStateless(JSON.stringify({ ...said, n: asked }))
}

function storeAsked(payload: string): number | null {
  if (payload.length > 100) return null
  try {
    const said: unknown = JSON.parse(payload)
    if (typeof said !== 'object' || said === null || !('is' in said) || said.is !== 'store') return null
    return 'n' in said && Number.isSafeInteger(said.n) ? (said.n as number) : null
  } catch {
    return null
  }
}

async function flush(hub: Hub, isMeant: (open: OpenText) => boolean) {
  const unsaved = openTexts(hub).filter((open) => (open.isDirty || open.storing) && isMeant(open))
  await Promise.all(unsaved.map((open) => storeNow(hub, open)))
}

function greetReaders(hub: Hub) {
  for (const { document } of openTexts(hub)) {
    for (const connection of document.getConnections())
      if (connection.readOnly) connection.sendStateless('{"is":"here"}')
  }
}

/** Everyone is sent away (their browsers come back to the next server), and what they typed is stored. */
async function stop(hub: Hub, stops: readonly (() => void)[]) {
  hub.isStopping = true
  await flush(hub, () => true)
  for (const visit of hub.visits) visit.close(1012, 'restart')
  await flush(hub, () => true)
  for (const end of stops) end()
}
