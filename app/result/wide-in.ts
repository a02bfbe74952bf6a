import { basename } from 'node:path'
import { lookAt } from './file-look-in.ts'
import { proposedFor } from './given.ts'
import type { Chosen } from './reading.ts'
import { CannotReadResults, kindOf } from './results-in.ts'
import { wideTroubles } from './wide-choice.ts'

/**
 * How a file with a column for each test is read when nobody is asked; null: it is another file.
 * @throws CannotReadResults when it does not say all that is needed
 */
export async function wideChosen(file: string): Promise<Chosen | null> {
  if ((await kindOf(file)) === 'xml') return null
  const look = await lookAt(file)
  if (look.kind === 'no' && look.why === 'wide-many') throw new CannotReadResults(look.why)
  if (look.kind !== 'sheet' || !look.isWide) return null
  const { columns, wide } = proposedFor(look, basename(file), [])
  if (columns?.pupil === undefined || wide === null || wideTroubles(columns, wide).length > 0)
    throw new CannotReadResults('wide')
  return { columns, below: look.below, wide }
}
