import { readFile, stat } from 'node:fs/promises'
import { printed, sorry } from '../door/command-out.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { readWordPlan } from './word-in-desk.ts'
import { wordInText } from './word-in-text.ts'

/**
 * `import-plan FILE.docx`: prints what the file holds as JSON in the shape of PlanForm and gives 0, or says in one
 * line on standard error why not and gives 2. Needs no database.
 */
export async function importPlanCommand(args: string[]): Promise<number> {
  const [file, ...more] = args
  if (!file || more.length) return sorry('Geef één bestand: import-plan BESTAND.docx')
  const bytes = await bytesOf(file)
  if (typeof bytes === 'string') return sorry(bytes)
  const reading = await readWordPlan(bytes)
  if (isRefusal(reading)) return sorry(wordInText('nl').refused[reading.refused])
  await printed(JSON.stringify(reading.form, null, 2))
  return 0
}

/** The bytes of the file; of one that is too large only its size is looked at. */
async function bytesOf(file: string): Promise<Uint8Array | string> {
  try {
    const { size } = await stat(file)
    return size > 20 * 2 ** 20 ? wordInText('nl').refused['too-large'] : await readFile(file)
  } catch {
    return `Het bestand ${file} is niet te lezen. Klopt de naam en de map?`
  }
}
