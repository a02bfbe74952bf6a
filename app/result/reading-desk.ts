import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { workerFile } from '../paper/worker-file.ts'
import type { CheckTrouble, FileCheck } from './file-check.ts'
import type { FileLook } from './file-look.ts'
import type { FileTrouble } from './file-trouble.ts'
import type { Read, ReadingOrder, ReadingSaid } from './reading.ts'
import type { ResultPack } from './result-pack.ts'
import { Turns } from './turns.ts'

/** Reading files in threads of their own: the server goes on, and a file that asks too much ends its thread alone. */

const PROGRAM = workerFile('reading-worker', import.meta.url)
/** Megabytes of a thread, how many read at a time, and how long one may be silent while it is waited for. */
const MOST = { megabytes: 176, atOnce: 2, silentSeconds: 120, lookSeconds: 30 } as const

export type ReadingTrouble = FileTrouble | CheckTrouble | 'too-slow' | 'too-much' | 'broken' | 'cancelled'

/** Thrown when a thread gives no answer. */
export class ReadingStopped extends Error {
  readonly why: ReadingTrouble
  constructor(why: ReadingTrouble) {
    super(why)
    this.why = why
  }
}

/** What a file is; 'busy' when so many are looked at that it takes too long. */
export async function lookInThread(file: string): Promise<FileLook | 'busy'> {
  const patience = AbortSignal.timeout(MOST.lookSeconds * 1000)
  try {
    for await (const said of readingOf({ what: 'look', file }, patience))
      if (said.says === 'looked') return said.look
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error
    if (error.why === 'cancelled') return 'busy'
  }
  return { kind: 'no', why: 'many' }
}

type Checking = Read & {
  readonly refusedTo: string
  readonly signal: AbortSignal
  readonly onProgress: (rows: number) => void
}

/**
 * Reads all of a file and counts.
 * @throws ReadingStopped
 */
export async function checkInThread({ signal, onProgress, ...order }: Checking): Promise<FileCheck> {
  for await (const said of readingOf({ what: 'check', ...order }, signal)) {
    if (said.says === 'upTo') onProgress(said.rows)
    if (said.says === 'checked') return said.check
  }
  throw new ReadingStopped('broken')
}

/**
 * The results of a file in packs, under the pseudonyms that a key makes; the next is read while the last is being taken,
 * and not many more.
 * @throws ReadingStopped
 */
export async function* packsFromThread(
  read: Read,
  key: Uint8Array,
  signal: AbortSignal,
): AsyncGenerator<ResultPack> {
  for await (const said of readingOf({ what: 'packs', ...read, key }, signal)) {
    if (said.says === 'pack') yield said.pack
    if (said.says === 'end') return
  }
  throw new ReadingStopped('broken')
}

/** Who looks does not wait for who reads a million rows. */
const turns = { look: new Turns(MOST.atOnce), long: new Turns(MOST.atOnce) }

async function* readingOf(order: ReadingOrder, signal: AbortSignal): AsyncGenerator<ReadingSaid> {
  const place = turns[order.what === 'look' ? 'look' : 'long']
  if (!(await place.take(signal))) throw new ReadingStopped('cancelled')
  const thread = new ReadingThread(order, signal)
  try {
    for (;;) {
      const said = await thread.next()
      if (said === null) return
      if (said.says === 'no') throw new ReadingStopped(said.why)
      yield said
      if (said.says === 'pack') thread.taken()
    }
  } finally {
    await thread.end()
    place.leave()
  }
}

type Heard = ReadingSaid | ReadingStopped | null

class ReadingThread {
  readonly #worker: Worker
  readonly #heard: Heard[] = []
  readonly #gone: Promise<unknown>
  /** It said its last word, and ends by itself: to end a thread that is ending can take the whole process along. */
  #isEnding = false
  #wake = () => {}
  readonly #signal: AbortSignal
  readonly #stop = () => this.#hear(new ReadingStopped('cancelled'))

  constructor(workerData: ReadingOrder, signal: AbortSignal) {
    this.#signal = signal
    this.#worker = new Worker(PROGRAM, {
      workerData,
      resourceLimits: {
        maxOldGenerationSizeMb: MOST.megabytes,
        maxYoungGenerationSizeMb: 16,
        stackSizeMb: 4,
      },
      stdin: false,
      env: {},
      execArgv: [],
    })
    this.#worker.on('message', (said: ReadingSaid) => {
      this.#isEnding ||= said.says !== 'upTo' && said.says !== 'pack'
      this.#hear(said)
    })
    this.#worker.once('error', (error: Error & { code?: string }) => {
      this.#isEnding = true
      this.#hear(new ReadingStopped(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-much' : 'broken'))
    })
    this.#gone = once(this.#worker, 'exit').catch(() => undefined)
    this.#worker.once('exit', () => {
      this.#isEnding = true
      this.#hear(null)
    })
    signal.addEventListener('abort', this.#stop, { once: true })
  }

  #hear(heard: Heard) {
    this.#heard.push(heard)
    this.#wake()
  }

  /** What it says next; null when it has ended. */
  async next(): Promise<ReadingSaid | null> {
    if (this.#signal.aborted) throw new ReadingStopped('cancelled')
    if (this.#heard.length === 0) await this.#something()
    const heard = this.#heard.shift() ?? null
    if (heard instanceof ReadingStopped) throw heard
    return heard
  }

  async #something() {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#wake = resolve
    const patience = setTimeout(() => this.#hear(new ReadingStopped('too-slow')), MOST.silentSeconds * 1000)
    await promise
    clearTimeout(patience)
  }

  /** A piece was taken: there is room for another. */
  taken() {
    this.#worker.postMessage('more')
  }

  async end() {
    this.#signal.removeEventListener('abort', this.#stop)
    if (!this.#isEnding) await this.#worker.terminate()
    await this.#gone
  }
}
