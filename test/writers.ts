import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import type { Db } from '../app/db/database.ts'
import { listen } from '../app/door/listen.ts'
import { routes } from '../app/routes.ts'
import type { House } from '../app/session/desk.ts'
import { fragmentOf, textOf } from '../app/writing/document.ts'
import { makeWriting } from '../app/writing/socket-desk.ts'
import { testHouse } from './house.ts'

/** A house that listens on a port of its own, with writing together; what it logs is kept. */
export type OpenHouse = {
  readonly url: string
  readonly house: House
  readonly logged: string[]
  stop(): Promise<void>
}

/** Opens a house on a port of its own until the test ends. */
export async function openHouse(db: Db, other: Partial<House> = {}): Promise<OpenHouse> {
  const logged: string[] = []
  const log = (line: string) => void logged.push(line)
  const house = testHouse(db, other)
  const writing = makeWriting(house, log)
  const settings = { port: 0, host: '127.0.0.1', baseUrl: null }
  const sockets = { path: '/writing', upgrade: writing.upgrade }
  const listening = await listen(routes(house, { log, logAll: false }), settings, sockets)
  let stopped: Promise<void> | null = null
  const stop = () => {
    stopped ??= writing.stop().then(() => listening.stop())
    return stopped
  }
  onTestFinished(stop)
  return { url: listening.url, house, logged, stop }
}

type Heard = {
  readonly is: string
  readonly n?: number | null
  readonly revision?: number
  readonly says?: string
}

/** Somebody with a text open in a browser, as the editor opens it. */
export type Writer = {
  readonly doc: Y.Doc
  readonly provider: HocuspocusProvider
  /** What the server said beside the words themselves. */
  readonly heard: Heard[]
  /** What the document says, in the stored form. */
  text(): string
  /** Types at the end of the first paragraph. */
  type(words: string): void
  /** Asks to store, and waits for the answer. */
  store(): Promise<Heard>
  /** Waits until something holds; fails after half a minute. */
  until(what: string, holds: () => boolean): Promise<void>
  /** Loses the line, as a laptop that closes; and finds it again. */
  loseLine(): void
  findLine(): void
  leave(): void
}

export type Asked = {
  readonly url: string
  readonly cookie: string
  /** '<ownerId>:<field>' */
  readonly name: string
  /** The document of which there is a copy, with what is in it. */
  readonly copy?: Y.Doc
  readonly token?: string
}

/** Opens a text as a browser does, and waits until its words are there or the server said no. */
export async function openText(asked: Asked): Promise<Writer> {
  const doc = asked.copy ?? new Y.Doc()
  const heard: Heard[] = []
  const websocketProvider = socketFor(asked)
  const provider = new HocuspocusProvider({
    websocketProvider,
    name: asked.name,
    document: doc,
    token: asked.token ?? '',
    sessionAwareness: true,
    onStateless: ({ payload }) => void heard.push(JSON.parse(payload) as Heard),
    onAuthenticationFailed: ({ reason }) => void heard.push({ is: 'denied', says: reason }),
    onClose: ({ event }) => {
      heard.push({ is: 'closed', n: event.code, says: event.reason })
      if (event.reason === 'scope') websocketProvider.attach(provider)
    },
  })
  provider.attach()
  let asks = 0
  const writer: Writer = {
    doc,
    provider,
    heard,
    text: () => textOf(doc),
    type: (words) => typeIn(doc, words),
    async store() {
      asks += 1
      const n = asks
      provider.sendStateless(JSON.stringify({ is: 'store', n }))
      await until('an answer to storing', () => heard.some((one) => one.n === n))
      return heard.find((one) => one.n === n) ?? { is: 'nothing' }
    },
    until,
    loseLine: () => websocketProvider.disconnect(),
    findLine: () => void websocketProvider.connect(),
    leave() {
      provider.destroy()
      websocketProvider.destroy()
    },
  }
  onTestFinished(() => writer.leave())
  await until('the text or a refusal', () => provider.isSynced || heard.length > 0)
  return writer
}

/** A socket with somebody's cookie, as only a page of the house itself has it. */
export function socketFor({ url, cookie }: Pick<Asked, 'url' | 'cookie'>, origin = url) {
  class CookieSocket extends WebSocket {
    constructor(to: string) {
      super(to, { headers: { cookie, origin } } as unknown as string[])
    }
  }
  return new HocuspocusProviderWebsocket({
    url: `${url.replace('http', 'ws')}/writing`,
    WebSocketPolyfill: CookieSocket,
    delay: 50,
    minDelay: 50,
    jitter: false,
  })
}

/** Types at the end of the first paragraph, as one key after the other would. */
export function typeIn(doc: Y.Doc, words: string) {
  const paragraph = fragmentOf(doc).get(0) as Y.XmlElement
  if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText(words)])
  else {
    const text = paragraph.get(paragraph.length - 1) as Y.XmlText
    text.insert(text.length, words)
  }
}

/** Waits until something holds; fails after half a minute. */
export async function until(what: string, holds: () => boolean | Promise<boolean>) {
  for (let tries = 0; tries < 3000; tries++) {
    if (await holds()) return
    await new Promise((next) => setTimeout(next, 10))
  }
  throw new Error(`waited in vain for ${what}`)
}
