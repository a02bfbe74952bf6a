import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { methodOf } from './calendar.ts'
import type { MailId } from './mail.ts'

/** A letter as it is handed to a server. */
export type Outgoing = {
  readonly id: MailId
  readonly to: string
  readonly subject: string
  readonly body: string
  /** An iCalendar file, or null. */
  readonly calendar: string | null
  /** Where a mail program turns off letters like this one, or null. */
  readonly unsubscribe?: string | null
  readonly createdAt: string
}

/**
 * How a try went. `later`: not delivered, worth another try. `refused`: never for this address. `unsure`: the letter
 * was handed over and no answer came; it may have arrived, so it is not sent again by itself.
 */
export type Outcome = { readonly went: 'sent' | 'later' | 'refused' | 'unsure'; readonly why?: string }

/**
 * Sends one letter. `handOver` is called at the last moment before the letter's text leaves; when it answers false
 * (another was first) nothing leaves.
 */
export type Sender = (
  letter: Outgoing,
  handOver: () => Promise<boolean>,
  stop: AbortSignal,
) => Promise<Outcome>

const SECONDS = 1000
const PATIENCE = {
  connectionTimeout: 15 * SECONDS,
  greetingTimeout: 15 * SECONDS,
  socketTimeout: 60 * SECONDS,
}

/** The name of this server in its letters. */
export const hostOf = (baseUrl: string | null) => (baseUrl ? new URL(baseUrl).hostname : 'localhost')

/** The sender for these settings: a mail server, or the console. */
export function senderFor(
  smtpUrl: string | null,
  baseUrl: string | null,
  log: (line: string) => void,
): Sender {
  return smtpUrl ? smtpSender(smtpUrl, hostOf(baseUrl)) : consoleSender(log)
}

/** Over SMTP: the address of the server, perhaps with `?from=…`; without it the login's address is the sender. */
export function smtpSender(smtpUrl: string, ownHost: string): Sender {
  const { auth, ...options } = parseConnectionUrl(smtpUrl)
  const from = senderOf(smtpUrl, ownHost)
  return async (letter, handOver, stop) => {
    const message = await messageOf(letter, from, ownHost)
    const connection = new SMTPConnection({ ...PATIENCE, ...options, logger: false })
    // An error event after the outcome is known must not end the program.
    connection.on('error', () => undefined)
    const attempt = new Attempt(connection, handOver)
    const abort = () => attempt.fail(new Error('stopped'))
    stop.addEventListener('abort', abort, { once: true })
    try {
      return await attempt.run(message, { from: from.address, to: letter.to }, auth?.user ? auth : null)
    } finally {
      stop.removeEventListener('abort', abort)
      connection.close()
    }
  }
}

type From = { readonly name: string; readonly address: string }

/** Who the letters come from. */
export function senderOf(smtpUrl: string, ownHost: string): From {
  const url = new URL(smtpUrl)
  const user = decodeURIComponent(url.username)
  const address = url.searchParams.get('from') ?? (user.includes('@') ? user : `rode-draad@${ownHost}`)
  return { name: 'Rode Draad', address }
}

/** The Message-ID follows from the letter, so that a mail server can recognise a letter that it has had. */
const messageOf = (letter: Outgoing, from: From, ownHost: string) =>
  new MailComposer({
    from,
    to: letter.to,
    subject: letter.subject,
    text: letter.body,
    ...alongWith(letter),
    date: new Date(letter.createdAt),
    messageId: `<${letter.id}@${ownHost}>`,
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribing(letter) },
  })
    .compile()
    .build()

/** The button 'unsubscribe' of a mail program: one post, without a session (RFC 8058). */
const unsubscribing = ({ unsubscribe }: Outgoing) =>
  unsubscribe
    ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : {}

/** For the calendar program as another form of the letter, and as a file for whoever has none. */
const alongWith = ({ calendar }: Outgoing) =>
  calendar === null
    ? {}
    : { icalEvent: { method: methodOf(calendar), content: calendar, filename: 'vergadering.ics' } }

type Auth = NonNullable<ReturnType<typeof parseConnectionUrl>['auth']>
type Failure = Error & { code?: string; command?: string; responseCode?: number; response?: string }

/** One try over one connection, and what its failure means. */
class Attempt {
  readonly #connection: SMTPConnection
  readonly #handOver: () => Promise<boolean>
  #handed = false
  fail: (error: Failure) => void = () => undefined

  constructor(connection: SMTPConnection, handOver: () => Promise<boolean>) {
    this.#connection = connection
    this.#handOver = handOver
  }

  async run(message: Buffer, envelope: { from: string; to: string }, auth: Auth | null): Promise<Outcome> {
    try {
      await this.#step((done) => this.#connection.connect(done))
      if (auth) await this.#step((done) => this.#connection.login(auth, done))
      await this.#step((done) => this.#connection.send(envelope, this.#stream(message), done))
      return { went: 'sent' }
    } catch (error) {
      return meaningOf(error as Failure, this.#handed)
    }
  }

  #step(act: (done: (error?: Error | null) => void) => void) {
    return new Promise<void>((resolve, reject) => {
      this.fail = reject
      this.#connection.once('error', reject)
      act((error) => (error ? reject(error) : resolve()))
    })
  }

  /** Read for the first time when the server has said that it takes the text: then it is handed over. */
  #stream(message: Buffer) {
    const take = async (stream: Readable) => {
      if (!(await this.#handOver())) return void stream.destroy(new Error('handed over by another'))
      this.#handed = true
      stream.push(message)
      stream.push(null)
    }
    return new Readable({
      read() {
        take(this).catch((error: Error) => this.destroy(error))
      },
    })
  }
}

/** After the hand-over only a clear answer of the server tells that the letter did not go. */
export function meaningOf(error: Failure, handed: boolean): Outcome {
  const why = (error.response ?? error.message).slice(0, 300)
  const code = error.responseCode ?? 0
  if (code >= 500 && /^(RCPT TO|DATA)$/.test(error.command ?? '')) return { went: 'refused', why }
  return handed && code === 0 ? { went: 'unsure', why } : { went: 'later', why }
}

/** Without a mail server: on the server's console, where only who runs it can read. */
export function consoleSender(log: (line: string) => void): Sender {
  return async ({ to, subject, body }, handOver) => {
    if (!(await handOver())) return { went: 'later', why: 'handed over by another' }
    log(`--- ${to}: ${subject}\n${body}\n---`)
    return { went: 'sent' }
  }
}
