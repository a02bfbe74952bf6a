import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocketLike } from '@hocuspocus/server'
import nodeAdapter from 'crossws/adapters/node'
import { isSameOrigin } from '../door/same-origin.ts'
import { cookieName, cookieValue } from '../session/cookie.ts'
import type { House } from '../session/desk.ts'
import { languageFor } from '../session/language-choice.ts'
import { parseToken } from '../session/secret-store.ts'
import { makeHub } from './hub-desk.ts'
import { SIGNED_OUT } from './hub-rights-desk.ts'
import { type Hub, memberBehind, type Seat, type Visit } from './hub-seat-desk.ts'
import { newAllowance, takeFrom } from './socket-allowance.ts'
import { isReadable } from './socket-message.ts'

/** One message: a whole text with its history is a tenth of this. */
const LARGEST_MESSAGE = 1_000_000
/** Tabs of one browser. */
const MOST_SOCKETS = 12
/** Who does not take what is sent is sent away before it fills the memory. In bytes. */
const MOST_WAITING = 8_000_000
/** Pings go out so often, in seconds; who does not answer is gone. */
const HEARTBEAT = 25

const POLICY = 1008
const TOO_MANY = 4429

export type Writing = {
  /** Takes over a request that wants to be a socket. */
  readonly upgrade: (incoming: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Stores what is typed and ends every socket. */
  readonly stop: () => Promise<void>
}

type Peer = {
  readonly context: { visit?: Visit | null }
  readonly request: Request
  readonly websocket: Partial<WebSocket>
  readonly bufferedAmount: number
  send(data: unknown, options: { compress: boolean }): void
  close(code?: number, reason?: string): void
  terminate(): void
}
type Client = ReturnType<Hub['server']['handleConnection']>

/** The door to writing together: sockets at `/writing` for members, of our own pages only. */
export function makeWriting(house: House, log: (line: string) => void): Writing {
  const hub = makeHub(house, log)
  const clients = new WeakMap<Peer, Client>()
  const adapter = nodeAdapter({
    idleTimeout: HEARTBEAT,
    serverOptions: { maxPayload: LARGEST_MESSAGE },
    hooks: {
      upgrade: (request) => admit(hub, request),
      open: (peer) => enter(hub, clients, peer as unknown as Peer),
      message: (peer, message) => hand(hub, clients, peer as unknown as Peer, message.uint8Array()),
      close: (peer, event) => leave(hub, clients, peer as unknown as Peer, event),
      error: (_peer, error) => log(`writing: ${error.message}`),
    },
  })
  return {
    upgrade(incoming, socket, head) {
      void adapter.handleUpgrade(incoming, socket, head)
    },
    async stop() {
      await hub.stop()
      adapter.closeAll(1012, 'restart')
      await new Promise((done) => setTimeout(done, 20))
      adapter.closeAll(1012, 'restart', true)
    },
  }
}

/** Another site's page is refused; who has no session is let in only to hear so, for a browser can't read a refusal. */
async function admit(hub: Hub, request: Request) {
  const { headers } = request
  const origins = {
    method: 'POST',
    origin: headers.get('origin') ?? undefined,
    site: headers.get('sec-fetch-site') ?? undefined,
    host: headers.get('host') ?? undefined,
  }
  if (hub.isStopping) return new Response(null, { status: 503, statusText: 'Service Unavailable' })
  if (!isSameOrigin(origins, hub.house.baseUrl)) {
    hub.log('writing: refused a socket of another site')
    return new Response(null, { status: 403, statusText: 'Forbidden' })
  }
  return { context: { visit: await visitOf(hub, headers) } }
}

async function visitOf(hub: Hub, headers: Headers): Promise<Visit | null> {
  const cookies = headers.get('cookie') ?? undefined
  const isHttps = hub.house.baseUrl?.startsWith('https:') ?? false
  const token = parseToken(cookieValue(cookies, cookieName('session', isHttps)))
  const found = token && (await memberBehind(hub.house, token))
  if (!found || !token) return null
  const language = languageFor(
    found.member.language,
    cookieValue(cookies, 'language'),
    headers.get('accept-language') ?? undefined,
  )
  const allowance = newAllowance(performance.now())
  return { token, ...found, language, allowance, open: 0, hasTyped: false, close: () => undefined }
}

function enter(hub: Hub, clients: WeakMap<Peer, Client>, peer: Peer) {
  const { visit } = peer.context
  if (!visit) return peer.close(SIGNED_OUT, 'signed-out')
  const sockets = [...hub.visits].filter(({ session }) => session.id === visit.session.id)
  if (sockets.length >= MOST_SOCKETS) return peer.close(TOO_MANY, 'too-many')
  const here = Object.assign(visit, { close: (code: number, reason: string) => peer.close(code, reason) })
  hub.visits.add(here)
  clients.set(peer, hub.server.handleConnection(lineOf(peer), peer.request, { visit: here } as Seat))
}

/** The socket as the library uses it; one that takes nothing any more is cut off. */
const lineOf = (peer: Peer): WebSocketLike => ({
  send(data) {
    if (peer.bufferedAmount > MOST_WAITING) peer.terminate()
    else peer.send(data, { compress: false })
  },
  close: (code, reason) => peer.close(code, reason),
  get readyState() {
    return peer.websocket.readyState ?? 3
  },
})

function hand(hub: Hub, clients: WeakMap<Peer, Client>, peer: Peer, message: Uint8Array) {
  const { visit } = peer.context
  const client = clients.get(peer)
  if (!client || !visit) return
  const isTooMuch = !takeFrom(visit.allowance, message.length, performance.now())
  // A copy: what Node hands over is part of a larger piece of memory that it uses again.
  if (!isTooMuch && isReadable(message)) return client.handleMessage(new Uint8Array(message))
  clients.delete(peer)
  const reason = isTooMuch ? 'too-much' : 'unreadable'
  hub.log(`writing: ended a socket: ${reason}`)
  peer.close(POLICY, reason)
  client.handleClose({ code: POLICY, reason })
}

function leave(
  hub: Hub,
  clients: WeakMap<Peer, Client>,
  peer: Peer,
  event: { code?: number; reason?: string },
) {
  const { visit } = peer.context
  if (visit) hub.visits.delete(visit)
  clients.get(peer)?.handleClose({ code: event.code ?? 1000, reason: event.reason ?? '' })
  clients.delete(peer)
}
