import { Worker } from 'node:worker_threads'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { workerFile } from '../paper/worker-file.ts'
import type { WordInReason, WordReading } from './word-in.ts'

const MOST = { atOnce: 2, waiting: 20, seconds: 8, megabytes: 160 } as const

let running = 0
const waiting: (() => void)[] = []

/**
 * Reads a Word file in a worker thread: two at a time, at most eight seconds each, with a limit on memory. The thread
 * that calls goes on serving; nothing of the file is kept.
 */
export async function readWordPlan(bytes: Uint8Array): Promise<WordReading | Refusal<WordInReason>> {
  if (bytes.length === 0) return refuse('no-bytes')
  if (bytes.length > 20 * 2 ** 20) return refuse('too-large')
  if (running >= MOST.atOnce) {
    if (waiting.length >= MOST.waiting) return refuse('busy')
    await new Promise<void>((turn) => waiting.push(turn))
  }
  running += 1
  try {
    return await inWorker(bytes)
  } finally {
    running -= 1
    waiting.shift()?.()
  }
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
    const end = (result: WordReading | Refusal<WordInReason>) => {
      clearTimeout(timer)
      answer(result)
      void worker.terminate()
    }
    const timer = setTimeout(() => end(refuse('too-slow')), MOST.seconds * 1000)
    worker.once('message', (result: WordReading | Refusal<WordInReason>) => end(result))
    worker.once('error', (error: Error & { code?: string }) =>
      end(refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'bomb' : 'damaged')),
    )
    worker.once('exit', () => end(refuse('damaged')))
  })
}
