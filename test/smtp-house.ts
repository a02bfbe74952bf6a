import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A letter as a mail server has it: its headers by lower-case name, unfolded, and its text as a reader sees it. */
export type Arrived = {
  readonly from: string
  readonly to: readonly string[]
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
}

type Moments = {
  /** The server has heard for whom; what it answers: an error refuses. */
  readonly recipient?: (to: string, time: number) => Error | null | Promise<Error | null>
  /** The server has the whole letter, and has not said so yet. */
  readonly taken?: (letter: Arrived, time: number) => Promise<void> | void
}

/** A real SMTP server on this machine, on a port of its own, that keeps what it takes. */
export async function smtpHouse({ recipient, taken }: Moments = {}) {
  const letters: Arrived[] = []
  let asked = 0
  let times = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo: (address, _session, answer) => {
      asked += 1
      void Promise.resolve(recipient?.(address.address, asked) ?? null).then((no) => answer(no ?? undefined))
    },
    onData: (stream, session, answer) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const letter = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          ...read(Buffer.concat(parts).toString('latin1')),
        }
        letters.push(letter)
        times += 1
        void Promise.resolve(taken?.(letter, times)).then(() => answer())
      })
    },
  })
  // a client that is killed in the middle is part of these tests
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}?from=plan@school.example&ignoreTLS=true`,
    letters,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** Takes a letter of one plain part to pieces, as a mail program does. */
function read(raw: string): Pick<Arrived, 'headers' | 'text'> {
  const cut = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, cut)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      word(line.slice(line.indexOf(':') + 1).trim()),
    ]),
  )
  return { headers, text: bodyOf(raw.slice(cut + 4), headers.get('content-transfer-encoding') ?? '7bit') }
}

const utf8 = (latin: string) => Buffer.from(latin, 'latin1').toString('utf8')

function bodyOf(body: string, coding: string) {
  if (coding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return coding === 'quoted-printable' ? utf8(unquoted(body.replace(/=\r\n/g, ''))) : utf8(body)
}

const unquoted = (text: string) =>
  text.replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** The encoded words of a header (RFC 2047). */
const word = (value: string) =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : utf8(unquoted(text.replaceAll('_', ' '))),
    )
