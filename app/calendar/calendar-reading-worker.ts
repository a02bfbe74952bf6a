import { parentPort, workerData } from 'node:worker_threads'
import { calendarTextOf } from '../post/calendar-bytes.ts'
import { type CalendarWindow, readCalendar } from '../post/calendar-reading.ts'

/** Reads one calendar file, answers once and ends. Runs in a thread of its own, with limits on memory and time. */
const { bytes, window } = workerData as { bytes: Uint8Array; window: CalendarWindow }
parentPort?.postMessage(readCalendar(calendarTextOf(bytes), window))
