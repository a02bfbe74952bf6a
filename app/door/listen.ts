import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import type { Settings } from '../settings.ts'
import { setConstantHeaders } from './security-headers.ts'

const SECONDS = 1000
const TIMES = {
  headersTimeout: 15 * SECONDS,
  // A file of 20 MB over a slow line.
  requestTimeout: 180 * SECONDS,
  keepAliveTimeout: 65 * SECONDS,
  connectionsCheckingInterval: 5 * SECONDS,
}
// How long requests under way may take to finish when the server stops.
const GRACE = 8 * SECONDS

export class CannotListen extends Error {
  readonly reason: 'portTaken' | 'portForbidden' | 'hostUnknown'
  readonly where: { port: number; host: string }
  constructor(reason: CannotListen['reason'], where: CannotListen['where']) {
    super(`cannot listen: ${reason}`)
    this.reason = reason
    this.where = where
  }
}

type App = { readonly fetch: Parameters<typeof getRequestListener>[0] }

export type Listening = {
  /** What to open in a browser. */
  readonly url: string
  /** Takes no new request, lets those under way finish, then closes every connection. */
  stop(): Promise<void>
}

/** A path at which a request may become a socket; elsewhere such a request is answered as any other. */
export type Sockets = {
  readonly path: string
  readonly upgrade: (incoming: IncomingMessage, socket: Duplex, head: Buffer) => void
}

/** Listens on the port of the settings; port 0 takes a free one. @throws CannotListen */
export async function listen(
  app: App,
  { port, host, baseUrl }: Pick<Settings, 'port' | 'host' | 'baseUrl'>,
  sockets: Sockets | null = null,
): Promise<Listening> {
  const https = baseUrl?.startsWith('https:') ?? false
  const answer = getRequestListener(app.fetch)
  const shouldUpgradeCallback = (incoming: IncomingMessage) => sockets !== null && wants(incoming, sockets)
  const server = createServer({ ...TIMES, shouldUpgradeCallback }, (incoming, outgoing) => {
    setConstantHeaders(outgoing, https)
    void answer(incoming, outgoing)
  })
  server.on('upgrade', (incoming, socket, head) => {
    // Who goes away in the middle of coming in is nobody's trouble.
    socket.on('error', () => socket.destroy())
    sockets?.upgrade(incoming, socket, head)
  })
  await opened(server, port, host)
  const { port: taken } = server.address() as AddressInfo
  return { url: baseUrl ?? urlOf(host, taken), stop: () => stop(server) }
}

const wants = ({ url, headers }: IncomingMessage, { path }: Sockets) =>
  headers.upgrade?.toLowerCase() === 'websocket' && url?.split('?', 1)[0] === path

const REASONS: Record<string, CannotListen['reason']> = { EADDRINUSE: 'portTaken', EACCES: 'portForbidden' }

function opened(server: Server, port: number, host: string) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new CannotListen(REASONS[error.code ?? ''] ?? 'hostUnknown', { port, host }))
    })
    server.listen(port, host, resolve)
  })
}

function urlOf(host: string, port: number) {
  if (host === '0.0.0.0' || host === '::' || host === '127.0.0.1' || host === '::1')
    return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

async function stop(server: Server) {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  // A connection becomes idle when its last answer is out.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const last = setTimeout(() => server.closeAllConnections(), GRACE)
  await closed
  clearInterval(sweep)
  clearTimeout(last)
}
