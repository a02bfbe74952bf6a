import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { FileCounts } from './file-check.ts'
import { lookAt } from './file-look-in.ts'
import { pseudonymOf } from './pupil-key-secret.ts'
import { AHEAD, type Read, type ReadingOrder, type ReadingSaid } from './reading.ts'
import { buffersOf, packsOf } from './result-pack.ts'
import { CannotReadResults, resultPieces } from './results-in.ts'

/** Reads one file with results and says what it finds; ends by itself. Who takes the pieces sets the pace. */

const say = (said: ReadingSaid) => parentPort?.postMessage(said)

type Of<What> = Extract<ReadingOrder, { what: What }>

async function check({ file, chosen, latest, refusedTo }: Of<'check'>) {
  const counts = new FileCounts(Boolean(chosen?.wide))
  const out = createWriteStream(refusedTo, { mode: 0o600 })
  try {
    for await (const { results, refused, upTo, schools } of resultPieces(file, chosen, latest)) {
      if (schools) counts.ofSchools(schools)
      const trouble = counts.add(results, refused)
      if (trouble) return say({ says: 'no', why: trouble })
      const lines = refused.map(({ row, why, column = '' }) => `${row};${why};${column}\n`).join('')
      if (lines !== '' && !out.write(lines)) await once(out, 'drain')
      say({ says: 'upTo', rows: upTo })
    }
  } finally {
    out.end()
    await once(out, 'close')
  }
  const found = counts.done()
  return typeof found === 'string' ? say({ says: 'no', why: found }) : say({ says: 'checked', check: found })
}

async function packs({ key, ...read }: Of<'packs'>) {
  const pace = new Pace()
  parentPort?.on('message', () => pace.taken())
  for await (const pack of packsOf(resultsIn(read), pseudonymOf(key))) {
    parentPort?.postMessage({ says: 'pack', pack } satisfies ReadingSaid, buffersOf(pack))
    await pace.sent()
  }
  say({ says: 'end' })
}

/** How far what was sent lies ahead of who takes it. */
class Pace {
  #ahead = 0
  #wake = () => {}

  taken() {
    this.#ahead -= 1
    this.#wake()
  }

  /** Goes on when not too much lies ahead. */
  async sent(): Promise<void> {
    this.#ahead += 1
    if (this.#ahead < AHEAD) return
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#wake = resolve
    await promise
  }
}

async function* resultsIn({ file, chosen, latest }: Read) {
  for await (const { results } of resultPieces(file, chosen, latest)) yield results
}

const order = workerData as ReadingOrder
try {
  if (order.what === 'look') say({ says: 'looked', look: await lookAt(order.file) })
  else if (order.what === 'check') await check(order)
  else await packs(order)
} catch (error) {
  if (!(error instanceof CannotReadResults)) throw error
  say({ says: 'no', why: error.why })
} finally {
  parentPort?.close()
}
