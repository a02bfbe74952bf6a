import { Worker } from 'node:worker_threads'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { workerFile } from '../paper/worker-file.ts'
import type { WordInReason, WordReading } from './word-in.ts'

/** With the wait before it, an answer comes within ten seconds. */
const MOST = { atOnce: 2, waiting: 20, waitSeconds: 4, seconds: 5, megabytes: 160 } as const

let running = 0
const waiting: ((free: boolean) => void)[] = []

/**
 * Reads a Word file in a worker thread: two at a time, a few seconds each, with a limit on memory. The thread that
 * calls goes on serving; nothing of the file is kept.
 */
export async function readWordPlan(bytes: Uint8Array): Promise<WordReading | Refusal<WordInReason>> {
  if (bytes.length === 0) return refuse('no-bytes')
  if (bytes.length > 20 * 2 ** 20) return refuse('too-large')
  if (!(await turn())) return refuse('busy')
  try {
    return await inWorker(bytes)
  } finally {
    const next = waiting.shift()
    if (next) next(true)
    else running -= 1
  }
}

/** Waits for a free place; false when too many wait already, or when it takes too long. */
async function turn(): Promise<boolean> {
  if (running < MOST.atOnce) {
    running += 1
    return true
  }
  if (waiting.length >= MOST.waiting) return false
  return await new Promise<boolean>((answer) => {
    const called = (free: boolean) => {
      clearTimeout(patience)
      answer(free)
    }
    const patience = setTimeout(() => {
      waiting.splice(waiting.indexOf(called), 1)
      answer(false)
    }, MOST.waitSeconds * 1000)
    waiting.push(called)
  })
}

function inWorker(bytes: Uint8Array): Promise<WordReading | Refusal<WordInReason>> {
  const worker = new Worker(workerFile('word-in-worker', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: MOST.megabytes, maxYoungGenerationSizeMb: 24, stackSizeMb: 4 },
    stdin: false,
    env: {},
    execArgv: [],
  })
  return new Promise((answer) => {
    const timer = setTimeout(() => {
      answer(refuse('too-slow'))
      void worker.terminate()
    }, MOST.seconds * 1000)
    // It ends by itself: to end a thread that is ending can take the whole process along.
    worker.once('message', answer)
    worker.once('error', (error: Error & { code?: string }) =>
      answer(refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'bomb' : 'damaged')),
    )
    worker.once('exit', () => {
      clearTimeout(timer)
      answer(refuse('damaged'))
    })
  })
}
