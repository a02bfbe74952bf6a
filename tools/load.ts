import { connect, type Socket } from 'node:net'
import { parseArgs } from 'node:util'

/** What one run of the load generator measured; times in milliseconds. */
export type Load = {
  readonly requests: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** Answers that were not 200, and connections that broke. */
  readonly failed: number
}

type Job = { readonly host: string; readonly port: number; readonly request: string; readonly until: number }

/**
 * A load generator of our own, run as a child process: bare sockets that stay open, one request at a time on each, so
 * that it takes little of the two cores that it shares with the server.
 */
async function main() {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      cookie: { type: 'string' },
      connections: { type: 'string' },
      seconds: { type: 'string' },
    },
  })
  const { hostname, port, host, pathname } = new URL(values.url ?? '')
  const request = `GET ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${values.cookie ?? ''}\r\naccept-language: nl\r\n\r\n`
  const seconds = Number(values.seconds)
  const started = performance.now()
  const job = { host: hostname, port: Number(port), request, until: started + seconds * 1000 }
  const lanes = await Promise.all(Array.from({ length: Number(values.connections) }, () => lane(job)))
  console.log(JSON.stringify(summed(lanes, (performance.now() - started) / 1000)))
}

type Lane = { times: number[]; failed: number }

/** One connection: asks again as soon as an answer is in. */
function lane({ host, port, request, until }: Job): Promise<Lane> {
  return new Promise((resolve) => {
    const done: Lane = { times: [], failed: 0 }
    const socket = connect({ host, port, noDelay: true })
    let asked = 0
    const ask = () => {
      if (performance.now() >= until) return void socket.destroy()
      asked = performance.now()
      socket.write(request)
    }
    answers(socket, (status) => {
      done.times.push(performance.now() - asked)
      if (status !== 200) done.failed += 1
      ask()
    })
    socket.on('connect', ask)
    socket.on('error', () => (done.failed += 1))
    socket.on('close', () => resolve(done))
  })
}

const HEAD_END = Buffer.from('\r\n\r\n')

/** Tells the status of every whole answer; an answer has a content-length, as those of our pages do. */
function answers(socket: Socket, tell: (status: number) => void) {
  let left = 0
  let status = 0
  let head: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    if (left > 0) left -= chunk.length
    else {
      head = head.length > 0 ? Buffer.concat([head, chunk]) : chunk
      const end = head.indexOf(HEAD_END)
      if (end < 0) return
      const text = head.toString('latin1', 0, end)
      status = Number(text.slice(9, 12))
      left =
        Number(/^content-length: (\d+)/im.exec(text)?.[1] ?? Number.NaN) -
        (head.length - end - HEAD_END.length)
      if (Number.isNaN(left)) return void socket.destroy(new Error('an answer without content-length'))
      head = Buffer.alloc(0)
    }
    if (left === 0) tell(status)
  })
}

function summed(lanes: readonly Lane[], seconds: number): Load {
  const times = lanes.flatMap((one) => one.times).sort((a, b) => a - b)
  const at = (part: number) => Math.round((times[Math.floor(times.length * part)] ?? 0) * 10) / 10
  return {
    requests: times.length,
    perSecond: Math.round(times.length / seconds),
    p50: at(0.5),
    p99: at(0.99),
    failed: lanes.reduce((sum, one) => sum + one.failed, 0),
  }
}

if (process.argv[1] === import.meta.filename) await main()
