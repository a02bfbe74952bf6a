import { readWordPlan } from '../../app/form/word-in-desk.ts'
import { isRefusal } from '../../app/kernel/refusal.ts'

const ROUNDS = 7

/** The middle one of some runs after a first that warms up, in milliseconds. */
async function middle(run: () => Promise<unknown>): Promise<number> {
  await run()
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now()
    await run()
    times.push(performance.now() - began)
  }
  return Math.round(times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0)
}

export type FileTimes = {
  readonly word: number
  readonly pdf: number
  readonly json: number
  readonly wordIn: number
}

/** Word, PDF and JSON of a plan through the server, and that Word file read again (in this process). */
export async function fileTimes(exportUrl: string, cookie: string): Promise<FileTimes> {
  const fetched = async (format: string) => {
    const answer = await fetch(`${exportUrl}/${format}`, { headers: { cookie } })
    if (answer.status !== 200) throw new Error(`export as ${format}: ${answer.status}`)
    return new Uint8Array(await answer.arrayBuffer())
  }
  const word = await fetched('docx')
  return {
    word: await middle(() => fetched('docx')),
    pdf: await middle(() => fetched('pdf')),
    json: await middle(() => fetched('json')),
    wordIn: await middle(async () => {
      const reading = await readWordPlan(word)
      if (isRefusal(reading)) throw new Error(`our own Word file was refused: ${reading.refused}`)
    }),
  }
}
