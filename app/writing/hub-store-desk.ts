import type { LocalTransactionOrigin } from '@hocuspocus/server'
import { applyUpdate, encodeStateAsUpdate } from 'yjs'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { idOf } from './document.ts'
import { readDocument } from './document-store.ts'
import { forgetPending } from './hub-guard-desk.ts'
import { type Hub, nowOf, type OpenText, type Outcome, seatOf, type Visit } from './hub-seat-desk.ts'
import { hubText, type NotStored } from './hub-text.ts'
import { readPassage } from './passage-store.ts'
import { type StoredText, storeDocument } from './together-store.ts'

const RETRY = 1000
/** What the server itself puts into an open text: stored already. */
const FROM_STORE: LocalTransactionOrigin = { source: 'local', skipStoreHooks: true }

/**
 * Stores what is unsaved in a text, and answers what became of it. A store that is under way may have begun before the
 * last key: it is waited for, and then there is another one.
 */
export async function storeNow(hub: Hub, open: OpenText): Promise<Outcome> {
  while (open.storing) await open.storing
  if (!open.isDirty) return open.last
  open.storing = store(hub, open).finally(() => {
    open.storing = null
  })
  open.last = await open.storing
  return open.last
}

async function store(hub: Hub, open: OpenText): Promise<Outcome> {
  // The key that made it due goes out to colleagues first.
  await new Promise((next) => setImmediate(next))
  const writers = [...open.writers.values()].reverse()
  open.isDirty = false
  open.writers.clear()
  try {
    return await outcomeOf(hub, open, writers, await storeAs(hub, open, writers))
  } catch (error) {
    hub.log(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return tryAgain(hub, open, writers)
  }
}

/** Stored in the name of who wrote last; had that one lost the right, of who wrote before. */
async function storeAs(hub: Hub, open: OpenText, writers: readonly Visit[]) {
  forgetPending(open.document)
  const update = encodeStateAsUpdate(open.document)
  let result: StoredText | Refusal<string> = { refused: 'may-not' }
  for (const { member } of writers) {
    result = await storeInOne(hub, open, member.actor, update)
    if (!isRefusal(result) || result.refused !== 'may-not') break
  }
  return result
}

/** Document, text, history and what hangs on them in one transaction; a right that is gone rolls it back. */
const storeInOne = (hub: Hub, { place, keeper }: OpenText, actor: Actor, update: Uint8Array) =>
  hub.house.db.write(actor, async (_sql, tx): Promise<StoredText | Refusal<string>> => {
    const now = nowOf(hub)
    const stored = await storeDocument(tx, actor, place, update, now)
    if (isRefusal(stored) || !stored.isNew) return stored
    return (await keeper.wrote(tx, actor, place, now)) ?? stored
  })

async function outcomeOf(
  hub: Hub,
  open: OpenText,
  writers: readonly Visit[],
  result: StoredText | Refusal<string>,
): Promise<Outcome> {
  if (!isRefusal(result)) {
    if (result.revision > open.revision + 1) applyUpdate(open.document, result.state, FROM_STORE)
    open.revision = result.revision
    open.bytes = result.state.length
    const stored = result.passage?.revision ?? 0
    if (result.isNew) tellRevision(open, stored)
    return { stored }
  }
  // The plan moved between reading and writing: the next time the right itself answers.
  if (result.refused === 'stale') return tryAgain(hub, open, writers)
  const refused = WHY[result.refused] ?? 'gone'
  tellRefused(open, refused)
  if (refused === 'may-not' || refused === 'gone')
    drop(hub, open, refused === 'gone' ? 'not-there' : 'may-not')
  return { refused }
}

const WHY: Record<string, NotStored> = {
  'may-not': 'may-not',
  'text-too-long': 'text-too-long',
  'principle-empty': 'empty',
}

function tryAgain(hub: Hub, open: OpenText, writers: readonly Visit[]): Outcome {
  open.isDirty = true
  for (const visit of [...writers].reverse()) {
    const { personId } = visit.member.actor
    if (!open.writers.has(personId)) open.writers.set(personId, visit)
  }
  if (!hub.isStopping) setTimeout(() => void storeAgain(hub, open), RETRY).unref()
  return { refused: 'sorry' }
}

async function storeAgain(hub: Hub, open: OpenText) {
  await storeNow(hub, open)
  if (open.document.getConnectionsCount() === 0) await hub.server.unloadDocument(open.document)
}

const tellRevision = ({ document }: OpenText, revision: number) =>
  document.relayStateless(JSON.stringify({ is: 'revision', revision }))

function tellRefused({ document }: OpenText, refused: NotStored) {
  for (const connection of document.getConnections()) {
    const says = hubText(seatOf(connection).visit.language)[refused]
    connection.sendStateless(JSON.stringify({ is: 'refused', n: null, says }))
  }
}

/** Lets go of a text with words that are not to be stored; who opens it again gets what is stored. */
export function drop({ server }: Hub, open: OpenText, reason: 'may-not' | 'not-there') {
  const { document } = open
  open.isDirty = false
  open.writers.clear()
  if (server.documents.get(document.name) === document) server.documents.delete(document.name)
  for (const connection of document.getConnections()) connection.close({ code: 4403, reason })
  document.destroy()
}

/** Somebody changed the stored document in another way: an open text takes that in, and shows it to all. */
export async function mergeStored(hub: Hub, open: OpenText) {
  const { place, schoolId, document } = open
  const actor = { kind: 'keeper', schoolId } as const
  const [stored, passage] = await hub.house.db.read(
    actor,
    async (sql) => [await readDocument(sql, actor, place), await readPassage(sql, actor, place)] as const,
  )
  if (stored?.id !== idOf(document)) return drop(hub, open, 'not-there')
  if (!stored || stored.revision <= open.revision) return
  applyUpdate(document, stored.state, FROM_STORE)
  open.revision = stored.revision
  open.last = { stored: passage?.revision ?? 0 }
  tellRevision(open, passage?.revision ?? 0)
}
