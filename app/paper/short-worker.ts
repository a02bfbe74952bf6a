import { Worker } from 'node:worker_threads'

/** At most two threads at a time, and others wait; with the wait before it, an answer comes within ten seconds. */
const MOST = { atOnce: 2, waiting: 20, waitSeconds: 4, seconds: 5, megabytes: 160 } as const

/** Why a thread gave no answer: too many wait, it took too long, it asked too much memory, it broke. */
export type NoAnswer = 'busy' | 'too-slow' | 'too-much' | 'broken'

/**
 * Threads that read one file from outside, answer once and end: a few at a time, a few seconds each, with a limit on
 * memory. The thread that calls goes on serving; nothing of the file is kept.
 */
export class ShortWorkers<Answer> {
  readonly #file: URL
  readonly #waiting: ((free: boolean) => void)[] = []
  #running = 0

  /** @param file the thread's program, by `workerFile` */
  constructor(file: URL) {
    this.#file = file
  }

  /** Waits for a place, reads, and answers; `seconds` is how long the reading itself may take. */
  async run(data: unknown, seconds: number = MOST.seconds): Promise<Answer | NoAnswer> {
    if (!(await this.#turn())) return 'busy'
    try {
      return await this.#inThread(data, seconds)
    } finally {
      const next = this.#waiting.shift()
      if (next) next(true)
      else this.#running -= 1
    }
  }

  /** Waits for a free place; false when too many wait already, or when it takes too long. */
  async #turn(): Promise<boolean> {
    if (this.#running < MOST.atOnce) {
      this.#running += 1
      return true
    }
    if (this.#waiting.length >= MOST.waiting) return false
    return await new Promise<boolean>((answer) => {
      const called = (free: boolean) => {
        clearTimeout(patience)
        answer(free)
      }
      const patience = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(called), 1)
        answer(false)
      }, MOST.waitSeconds * 1000)
      this.#waiting.push(called)
    })
  }

  #inThread(workerData: unknown, seconds: number): Promise<Answer | NoAnswer> {
    const worker = new Worker(this.#file, {
      workerData,
      resourceLimits: {
        maxOldGenerationSizeMb: MOST.megabytes,
        maxYoungGenerationSizeMb: 24,
        stackSizeMb: 4,
      },
      stdin: false,
      env: {},
      execArgv: [],
    })
    return new Promise((answer) => {
      const timer = setTimeout(() => {
        answer('too-slow')
        void worker.terminate()
      }, seconds * 1000)
      // It ends by itself: to end a thread that is ending can take the whole process along.
      worker.once('message', answer)
      worker.once('error', (error: Error & { code?: string }) =>
        answer(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-much' : 'broken'),
      )
      worker.once('exit', () => {
        clearTimeout(timer)
        answer('broken')
      })
    })
  }
}
