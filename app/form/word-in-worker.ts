import { parentPort, workerData } from 'node:worker_threads'
import { isRefusal } from '../kernel/refusal.ts'
import { readWordFile } from '../paper/word-file.ts'
import { readPlan } from './word-in-plan.ts'
import { readOwnPlan } from './word-own-reading-in.ts'

/** Reads one Word file, answers once and ends. Runs in a thread of its own, with limits on memory and time. */
const bytes = Buffer.from(workerData as Uint8Array)
const document = await readWordFile(bytes)
parentPort?.postMessage(isRefusal(document) ? document : ((await readOwnPlan(bytes)) ?? readPlan(document)))
