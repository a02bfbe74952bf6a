import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'

/** One line per command, and one text per letter that a client ended with a dot. */
export type Received = { readonly from: string; readonly to: string; readonly text: string }

/** What the server says at a point of the conversation; '' says nothing at all. */
export type Script = {
  /** To a recipient: '250 ok', '550 no such user', '451 try later'. */
  readonly recipient?: (to: string, time: number) => string
  /** To DATA, before the text. */
  readonly data?: (time: number) => string
  /** After the text. 'hang' never answers, 'drop' cuts the line after having taken the letter. */
  readonly taken?: (time: number) => string
}

/** A mail server for tests, on a port of its own, that does what its script says. */
export async function fakeSmtp(script: Script = {}) {
  const letters: Received[] = []
  const sockets = new Set<Socket>()
  let times = 0
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    converse(
      socket,
      script,
      () => ++times,
      (letter) => letters.push(letter),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}?from=plan@school.example&ignoreTLS=true`,
    letters,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function converse(socket: Socket, script: Script, count: () => number, keep: (letter: Received) => void) {
  const say = (line: string) => line !== '' && socket.writable && socket.write(`${line}\r\n`)
  let [from, to, text, rest] = ['', '', null as string | null, '']
  say('220 test')
  socket.on('data', (chunk) => {
    rest += chunk.toString('utf8')
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end)
      rest = rest.slice(end + 2)
      if (text !== null) text = line === '.' ? finish(text) : `${text}${line}\r\n`
      else command(line)
    }
  })
  const finish = (whole: string) => {
    const answer = script.taken?.(count()) ?? '250 taken'
    if (/^2|^drop/.test(answer)) keep({ from, to, text: whole })
    if (answer === 'drop') socket.destroy()
    else if (answer !== 'hang') say(answer)
    return null
  }
  const command = (line: string) => {
    if (/^EHLO|^HELO/i.test(line)) say('250 test')
    else if (/^MAIL/i.test(line)) say(((from = addressIn(line)), '250 ok'))
    else if (/^RCPT/i.test(line)) say(((to = addressIn(line)), script.recipient?.(to, count()) ?? '250 ok'))
    else if (/^DATA/i.test(line)) {
      const answer = script.data?.(count()) ?? '354 go on'
      if (answer.startsWith('354')) text = ''
      say(answer)
    } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
    else say('250 ok')
  }
}

const addressIn = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? ''
