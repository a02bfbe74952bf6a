import type { Db } from '../db/database.ts'
import type { Settings } from '../settings.ts'
import type { Assets } from '../ui/shell.ts'

/** What the routes are given: the database, the settings, and what the server knows of itself. */
export type House = {
  readonly db: Db
  readonly settings: Settings
  readonly assets: Assets
  /** The one-time code of the first set-up; made at start, told on the console alone. */
  readonly setupCode: string
  /** Aborted when the server stops: an open feed closes itself then. */
  readonly closing: AbortSignal
  /** A line on the server's console. */
  readonly log: (line: string) => void
}
