import { build } from './build.ts'
import { isBuilt } from './fingerprint.ts'

/** Builds when needed; what it does is said on standard error, so that a command's output stays its own. */
export async function ensureBuilt(): Promise<void> {
  if (!isBuilt()) await build()
}
