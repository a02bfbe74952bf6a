import { type Refusal, refuse } from '../kernel/refusal.ts'
import { type NoAnswer, ShortWorkers } from '../paper/short-worker.ts'
import { workerFile } from '../paper/worker-file.ts'
import {
  type CalendarNo,
  type CalendarReading,
  type CalendarWindow,
  MOST_BYTES,
} from '../post/calendar-reading.ts'

type Reading = CalendarReading | Refusal<CalendarNo>

const workers = new ShortWorkers<Reading>(workerFile('calendar-reading-worker', import.meta.url))

const REASONS: Readonly<Record<NoAnswer, CalendarNo>> = {
  busy: 'busy',
  'too-slow': 'too-slow',
  'too-much': 'too-many',
  broken: 'damaged',
}

/** Reads a calendar file in a thread of its own, with limits; nothing of the file is kept. */
export async function readCalendarFile(
  bytes: Uint8Array,
  window: CalendarWindow,
  seconds?: number,
): Promise<Reading> {
  if (bytes.length === 0) return refuse('empty-file')
  if (bytes.length > MOST_BYTES) return refuse('too-large')
  const answer = await workers.run({ bytes, window }, seconds)
  return typeof answer === 'string' ? refuse(REASONS[answer]) : answer
}
