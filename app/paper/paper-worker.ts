import { parentPort, workerData } from 'node:worker_threads'
import { coverOf } from './font-cover.ts'
import { fontFiles } from './font-files.ts'
import type { Paper } from './paper.ts'
import { shownJson } from './paper-shown.ts'
import { openTypesetter, type Typesetter } from './typst.ts'

/** What goes to the worker and what comes back. */
export type PaperTask = { id: number; paper: Paper }
export type PaperDone = { id: number; pdf: Uint8Array } | { id: number; failed: string }

const forced = workerData as Typesetter['kind'] | undefined
const opening = openTypesetter(forced)
const covers = coverOf(fontFiles())

parentPort?.on('message', (task: PaperTask) => {
  void opening.then(
    (typesetter) => parentPort?.postMessage(done(typesetter, task)),
    (error: unknown) => parentPort?.postMessage({ id: task.id, failed: String(error) } satisfies PaperDone),
  )
})

function done(typesetter: Typesetter, { id, paper }: PaperTask): PaperDone {
  try {
    return { id, pdf: typesetter.typeset(shownJson(paper, covers)) }
  } catch (error) {
    return again(typesetter, { id, paper }, error)
  }
}

/** Typst refuses a sign that its fonts turn out not to show in that place: then with plain letters only. */
function again(typesetter: Typesetter, { id, paper }: PaperTask, first: unknown): PaperDone {
  try {
    return { id, pdf: typesetter.typeset(shownJson(paper, (point) => covers(point) && point < 0x250)) }
  } catch {
    return { id, failed: String(first) }
  }
}
