import { Worker } from 'node:worker_threads'
import type { Paper } from './paper.ts'
import type { PaperDone, PaperTask } from './paper-worker.ts'
import { workerFile } from './worker-file.ts'

export const PDF_REASONS = ['too-long', 'too-busy', 'took-too-long', 'not-made'] as const
export type PdfReason = (typeof PDF_REASONS)[number]

/** Thrown where no PDF came; the reason is for the page, the message for the log. */
export class PdfNotMade extends Error {
  readonly reason: PdfReason
  constructor(reason: PdfReason, message: string = reason) {
    super(message)
    this.reason = reason
  }
}

type Limits = { milliseconds: number; waiting: number; signs: number; idle: number }
const LIMITS: Limits = { milliseconds: 20_000, waiting: 50, signs: 4_000_000, idle: 120_000 }

type Waiting = { paper: Paper; resolve: (pdf: Uint8Array) => void; reject: (error: PdfNotMade) => void }

/** One worker thread with a warm compiler, and a queue before it. It starts when asked and stops when nobody asks. */
export class PdfPress {
  readonly #limits: Limits
  readonly #kind: 'native' | 'wasm' | undefined
  #worker: Worker | null = null
  #queue: Waiting[] = []
  #current: (Waiting & { id: number }) | null = null
  #count = 0
  #timer: NodeJS.Timeout | null = null

  /** @param kind forces one of the two compilers, for tests */
  constructor(kind?: 'native' | 'wasm', limits: Partial<Limits> = {}) {
    this.#kind = kind
    this.#limits = { ...LIMITS, ...limits }
  }

  /**
   * A tagged PDF, PDF/UA-1 where the machine's own Typst is there.
   * @throws PdfNotMade when it is too long, too many wait, it takes too long or Typst refuses it
   */
  make(paper: Paper): Promise<Uint8Array> {
    if (JSON.stringify(paper).length > this.#limits.signs) return Promise.reject(new PdfNotMade('too-long'))
    if (this.#queue.length >= this.#limits.waiting) return Promise.reject(new PdfNotMade('too-busy'))
    return new Promise((resolve, reject) => {
      this.#queue.push({ paper, resolve, reject })
      this.#next()
    })
  }

  /** Stops the thread; who still waits hears that nothing was made. */
  async close(): Promise<void> {
    for (const waiting of this.#queue.splice(0))
      waiting.reject(new PdfNotMade('not-made', 'the press was closed'))
    await this.#stop('not-made', 'the press was closed')
  }

  #next(): void {
    const waiting = this.#current ? undefined : this.#queue.shift()
    if (!waiting) return
    this.#count += 1
    this.#current = { ...waiting, id: this.#count }
    this.#setTimer(this.#limits.milliseconds, () => void this.#stop('took-too-long'))
    this.#running().postMessage({ id: this.#count, paper: waiting.paper } satisfies PaperTask)
  }

  #running(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(workerFile('paper-worker', import.meta.url), { workerData: this.#kind })
    worker.unref()
    worker.on('message', (done: PaperDone) => this.#finish(done))
    worker.on('error', (error) => void this.#lost(worker, String(error)))
    worker.on('exit', () => void this.#lost(worker, 'the thread stopped'))
    this.#worker = worker
    return worker
  }

  #finish(done: PaperDone): void {
    const current = this.#current
    if (current?.id !== done.id) return
    this.#current = null
    this.#setTimer(this.#limits.idle, () => void this.#stop('not-made'))
    if ('pdf' in done) current.resolve(done.pdf)
    else current.reject(new PdfNotMade('not-made', done.failed))
    this.#next()
  }

  async #lost(worker: Worker, message: string): Promise<void> {
    if (this.#worker === worker) await this.#stop('not-made', message)
  }

  async #stop(reason: PdfReason, message?: string): Promise<void> {
    const current = this.#current
    const worker = this.#worker
    this.#current = null
    this.#worker = null
    if (this.#timer) clearTimeout(this.#timer)
    current?.reject(new PdfNotMade(reason, message))
    this.#next()
    await worker?.terminate()
  }

  #setTimer(milliseconds: number, then: () => void): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(then, milliseconds)
    if (!this.#current) this.#timer.unref()
  }
}

let press: PdfPress | null = null

/** Makes a PDF with the press that all of the server shares. @throws PdfNotMade */
export function makePdf(paper: Paper): Promise<Uint8Array> {
  press ??= new PdfPress()
  return press.make(paper)
}

/** Ends the shared press, when the server or a command stops. */
export async function closePress(): Promise<void> {
  await press?.close()
  press = null
}
