import { readPlan } from '../../app/form/word-in-plan.ts'
import { isRefusal } from '../../app/kernel/refusal.ts'
import { readWordFile } from '../../app/paper/word-file.ts'
import { add, compare, emptyScore, type Score } from './compare.ts'
import { chance, randomPlan } from './content.ts'
import { docx } from './docx-out.ts'
import type { Layout } from './layout-frame.ts'
import { lostWords } from './lost.ts'

/** Writes plans in a layout, reads them back and counts. */
export async function measure(layout: Layout, seeds: readonly number[]): Promise<Score & { lost: string[] }> {
  const sum = emptyScore()
  const lost: string[] = []
  for (const seed of seeds) {
    const c = chance(seed)
    const plan = randomPlan(c)
    const written = layout.write(plan, c)
    const document = await readWordFile(docx(written.body, written.parts))
    if (isRefusal(document)) throw new Error(`${layout.name}: ${document.refused}`)
    const reading = readPlan(document)
    if (isRefusal(reading)) throw new Error(`${layout.name}: ${reading.refused}`)
    lost.push(...lostWords(document, reading))
    add(sum, compare(reading.form, written.expected ?? plan), `${layout.name} ${seed}`)
  }
  return { ...sum, lost }
}
