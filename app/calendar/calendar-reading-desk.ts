import { Worker } from 'node:worker_threads'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { workerFile } from '../paper/worker-file.ts'
import {
  type CalendarNo,
  type CalendarReading,
  type CalendarWindow,
  MOST_BYTES,
} from '../post/calendar-reading.ts'

const MOST = { atOnce: 2, waiting: 20, seconds: 5, megabytes: 160 } as const

type Answer = CalendarReading | Refusal<CalendarNo>

let running = 0
const waiting: (() => void)[] = []

/**
 * Reads a calendar file in a thread of its own: two at a time, a few seconds each, with a limit on memory. The thread
 * that calls goes on serving; nothing of the file is kept.
 */
export async function readCalendarFile(
  bytes: Uint8Array,
  window: CalendarWindow,
  seconds: number = MOST.seconds,
): Promise<Answer> {
  if (bytes.length === 0) return refuse('empty-file')
  if (bytes.length > MOST_BYTES) return refuse('too-large')
  if (running >= MOST.atOnce && waiting.length >= MOST.waiting) return refuse('busy')
  if (running >= MOST.atOnce) await new Promise<void>((turn) => waiting.push(turn))
  else running += 1
  try {
    return await inThread(bytes, window, seconds)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

function inThread(bytes: Uint8Array, window: CalendarWindow, seconds: number): Promise<Answer> {
  const worker = new Worker(workerFile('calendar-reading-worker', import.meta.url), {
    workerData: { bytes, window },
    resourceLimits: { maxOldGenerationSizeMb: MOST.megabytes, maxYoungGenerationSizeMb: 24, stackSizeMb: 4 },
    stdin: false,
    env: {},
    execArgv: [],
  })
  return new Promise((answer) => {
    const timer = setTimeout(() => {
      answer(refuse('too-slow'))
      void worker.terminate()
    }, seconds * 1000)
    // It ends by itself: to end a thread that is ending can take the whole process along.
    worker.once('message', answer)
    worker.once('error', () => answer(refuse('damaged')))
    worker.once('exit', () => {
      clearTimeout(timer)
      answer(refuse('damaged'))
    })
  })
}
