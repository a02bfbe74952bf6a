import { type Refusal, refuse } from '../kernel/refusal.ts'
import { type NoAnswer, ShortWorkers } from '../paper/short-worker.ts'
import { workerFile } from '../paper/worker-file.ts'
import type { WordInReason, WordReading } from './word-in.ts'

type Reading = WordReading | Refusal<WordInReason>

const MOST_BYTES = 20 * 2 ** 20

const workers = new ShortWorkers<Reading>(workerFile('word-in-worker', import.meta.url))

const REASONS: Readonly<Record<NoAnswer, WordInReason>> = {
  busy: 'busy',
  'too-slow': 'too-slow',
  'too-much': 'bomb',
  broken: 'damaged',
}

/** Reads a Word file in a thread of its own, with limits; nothing of the file is kept. */
export async function readWordPlan(bytes: Uint8Array): Promise<Reading> {
  if (bytes.length === 0) return refuse('no-bytes')
  if (bytes.length > MOST_BYTES) return refuse('too-large')
  const answer = await workers.run(bytes)
  return typeof answer === 'string' ? refuse(REASONS[answer]) : answer
}
