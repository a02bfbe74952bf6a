import { openDatabase } from '../../app/db/open.ts'
import { dayOf } from '../../app/kernel/day.ts'
import type { SchoolId } from '../../app/kernel/id.ts'
import { isRefusal } from '../../app/kernel/refusal.ts'
import { nextYear, schoolYearOf } from '../../app/kernel/school-year.ts'
import { importPacks } from '../../app/result/import-job.ts'
import { packsFromThread } from '../../app/result/reading-desk.ts'

/**
 * A program of its own, so that its memory is that of an importing server alone: takes one file in as the page does, and
 * prints what it took. Arguments: the database, the school, the file with results, the key file.
 */
export type ImportCost = {
  readonly ms: number
  /** Of which after the last result was read. */
  readonly storingMs: number
  readonly added: number
  /** Megabytes: of the process before it began, and at its highest. */
  readonly idle: number
  readonly peak: number
}

const [url = '', schoolId, file = '', keyFile = ''] = process.argv.slice(2)
const latest = nextYear(schoolYearOf(dayOf(new Date())))
const db = await openDatabase({ url })
const idle = megabytes(process.memoryUsage.rss())
const began = performance.now()
let read = began
const done = await importPacks(
  db,
  { kind: 'keeper', schoolId: schoolId as SchoolId },
  (key) => packsFromThread({ file, chosen: null, latest }, key, new AbortController().signal),
  {
    supplier: 'Seed',
    kind: 'sheet',
    keyFile,
    now: new Date(),
    onProgress: () => {
      read = performance.now()
    },
  },
)
if (isRefusal(done)) throw new Error(done.refused)
const ended = performance.now()
const cost: ImportCost = {
  ms: ended - began,
  storingMs: ended - read,
  added: done.added,
  idle,
  peak: Math.round(process.resourceUsage().maxRSS / 1024),
}
console.log(JSON.stringify(cost))
await db.close()

function megabytes(bytes: number) {
  return Math.round(bytes / 2 ** 20)
}
