import { Agent, type IncomingMessage, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { brotliDecompressSync } from 'node:zlib'

/** What a page says of itself, and when it had come. */
export type Shown = { readonly revision: number; readonly at: number; readonly isNew: boolean }

type Answer = {
  readonly status: number
  readonly body: string
  readonly etag: string
  readonly location: string
}

/** Phones that heard the same thing ask within so long of each other, as the script of the page does. */
const APART = 40

/**
 * A screen in the meeting without a browser around it: a feed, and the page that is asked for when the feed says that
 * something changed, one at a time and none dropped. It speaks as `browser/live-feed.ts` does.
 */
export class Screen {
  readonly #url: string
  readonly path: string
  readonly #feed: string
  readonly cookie: string
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 2 })
  readonly #sockets = new Set<{ bytesRead: number; bytesWritten: number }>()
  readonly shown: Shown[] = []
  page = ''
  #etag = ''
  #told = 0
  #revision = 0
  #asking: Promise<void> | null = null
  #line: IncomingMessage | null = null
  readonly #isFront: boolean

  constructor(url: string, meeting: string, page: 'phone' | 'board', cookie: string) {
    this.#url = url
    this.path = `/meeting/${meeting}/${page}`
    this.#isFront = page === 'board'
    this.#feed = `/meeting/${meeting}/live${this.#isFront ? '?lane=front' : ''}`
    this.cookie = cookie
  }

  /** Bytes over the line so far, both ways, headers and all. */
  get bytes() {
    return [...this.#sockets].reduce((sum, { bytesRead, bytesWritten }) => sum + bytesRead + bytesWritten, 0)
  }

  get revision() {
    return this.#revision
  }

  async open() {
    await this.show(this.path)
    await new Promise<void>((resolve, reject) => {
      const asked = request(this.#url + this.#feed, { agent: this.#agent, headers: this.#headers() })
      asked.on('socket', (socket) => this.#sockets.add(socket))
      asked.on('error', reject)
      asked.on('response', (line) => {
        if (line.statusCode !== 200) reject(new Error(`the feed: ${line.statusCode}`))
        this.#line = line
        line.on('error', () => undefined)
        line.on('data', (chunk: Buffer) => this.#heard(chunk.toString()))
        line.once('data', () => resolve())
      })
      asked.end()
    })
  }

  close() {
    this.#line?.destroy()
    this.#agent.destroy()
  }

  /** Sends a form of the page and takes the page that comes of it; answers when it was acknowledged. */
  async send(path: string, fields: Readonly<Record<string, string>>): Promise<number> {
    const answer = await this.#ask('POST', path, new URLSearchParams(fields).toString())
    if (answer.status !== 303) throw new Error(`${path}: ${answer.status} ${mainOf(answer.body)}`)
    const at = performance.now()
    await this.show(answer.location)
    return at
  }

  /** A whole page, as after a link or a form. */
  async show(path: string) {
    const answer = await this.#ask('GET', path)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
    this.#take(answer)
    this.#etag = ''
  }

  #heard(message: string) {
    for (const [, revision] of message.matchAll(/^data: (\d+)$/gm))
      this.#told = Math.max(this.#told, Number(revision))
    if (this.#told > this.#revision) void this.#refresh()
  }

  #refresh(): Promise<void> {
    this.#asking ??= this.#refreshNow().finally(() => {
      this.#asking = null
      if (this.#told > this.#revision) void this.#refresh()
    })
    return this.#asking
  }

  async #refreshNow() {
    if (!this.#isFront) await pause(Math.random() * APART)
    const told = this.#told
    const answer = await this.#ask('GET', this.path, null, { 'x-live': 'main', 'if-none-match': this.#etag })
    if (answer.status === 304) return this.#note(told, false)
    if (answer.status !== 200) throw new Error(`${this.path}: ${answer.status}`)
    this.#take(answer)
  }

  #take({ body, etag }: Answer) {
    this.page = body
    this.#etag = etag
    this.#note(Number(/<live-feed[^>]* data-revision="(\d+)"/.exec(body)?.[1] ?? 0), true)
  }

  #note(revision: number, isNew: boolean) {
    this.#revision = Math.max(this.#revision, revision)
    this.shown.push({ revision, at: performance.now(), isNew })
  }

  #headers() {
    return { cookie: this.cookie, accept: 'text/html', 'accept-encoding': 'br', 'accept-language': 'nl' }
  }

  #ask(
    method: string,
    path: string,
    body: string | null = null,
    more: Record<string, string> = {},
  ): Promise<Answer> {
    const type =
      body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded', origin: this.#url }
    return new Promise((resolve, reject) => {
      const headers = { ...this.#headers(), ...type, ...more }
      const asked = request(this.#url + path, { method, agent: this.#agent, headers })
      asked.on('socket', (socket) => this.#sockets.add(socket))
      asked.on('error', reject)
      asked.on('response', (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: textOf(answer, Buffer.concat(chunks)),
            etag: answer.headers.etag ?? '',
            location: answer.headers.location ?? '',
          }),
        )
      })
      asked.end(body ?? undefined)
    })
  }
}

const textOf = ({ headers }: IncomingMessage, bytes: Buffer) =>
  (headers['content-encoding'] === 'br' ? brotliDecompressSync(bytes) : bytes).toString()

const mainOf = (page: string) =>
  (/<main[\s\S]*<\/main>/.exec(page)?.[0] ?? page).replaceAll(/<[^>]*>|\s+/g, ' ').slice(0, 300)

/** The hidden fields of the first form of a page that is meant; null when the page has none such. */
export function fieldsOf(
  page: string,
  isMeant: (form: string, act: string) => boolean,
): Record<string, string> | null {
  for (const [form] of page.matchAll(/<form[\s\S]*?<\/form>/g)) {
    const fields = Object.fromEntries(
      [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    )
    if (isMeant(form, fields['act'] ?? '')) return fields
  }
  return null
}
