import type { Db } from '../app/db/database.ts'
import { openSession } from '../app/session/session-store.ts'
import { type Cast, NOW } from './cast.ts'

/** Whatever answers requests: the routes of the house, or of one room. */
export type App = { request(path: string, init?: RequestInit, env?: object): Response | Promise<Response> }

/** Where a request comes from, as Node's server tells it. */
const fromPeer = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })

type Fields = Record<string, string | readonly string[]>

/** Sends requests as a browser on our own pages does, with a cookie if there is one. */
export type Visitor = {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** A form, as a browser posts it. */
  post(path: string, fields?: Fields, headers?: Record<string, string>): Promise<Response>
  /** A form with a file. */
  send(path: string, form: FormData, headers?: Record<string, string>): Promise<Response>
  /** The cookie header, for requests of another kind. */
  readonly cookie: string
}

const HOST = 'http://localhost:3000'

/** A visitor with this cookie header; '' for one who has not signed in. By default from this machine itself. */
export function visitor(app: App, cookie = '', peer = '127.0.0.1'): Visitor {
  const ask = async (path: string, init: RequestInit, headers: Record<string, string> = {}) =>
    app.request(
      `${HOST}${path}`,
      {
        redirect: 'manual',
        ...init,
        headers: {
          host: 'localhost:3000',
          accept: 'text/html',
          ...(cookie ? { cookie } : {}),
          ...init.headers,
          ...headers,
        },
      },
      fromPeer(peer),
    )
  const post = (path: string, body: BodyInit, headers?: Record<string, string>) =>
    ask(path, { method: 'POST', body, headers: { origin: HOST, 'sec-fetch-site': 'same-origin' } }, headers)
  return {
    cookie,
    get: (path, headers) => ask(path, {}, headers),
    post: (path, fields = {}, headers) => post(path, bodyOf(fields), headers),
    send: (path, form, headers) => post(path, form, headers),
  }
}

function bodyOf(fields: Fields) {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return body
}

/** Somebody of the cast with a session of their own: `await asMember(app, db, cast, 'anouk')`, then `.get('/plan')`. */
export async function asMember(
  app: App,
  db: Db,
  cast: Cast,
  key: keyof Cast['people'],
  now = NOW,
): Promise<Visitor> {
  const { schoolId } = cast
  const opening = {
    schoolId,
    personId: cast.people[key],
    device: 'Firefox/Linux',
    way: 'code',
    shared: false,
  } as const
  const { token } = await db.write(cast, (sql) => openSession(sql, opening, now))
  return visitor(app, `session=${token}`)
}

/** The value that an answer gives to a cookie; undefined when it gives none, '' when it takes it away. */
export const cookieOf = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .map((line) => new RegExp(`^${name}=([^;]*)`).exec(line)?.[1])
    .find((value) => value !== undefined)
