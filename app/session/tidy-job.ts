import type { Db } from '../db/database.ts'
import { forgetOldCounts } from './throttle-store.ts'
import { forgetOldCodes, forgetOldSessions } from './tidy-store.ts'

const HOUR = 3_600_000

/** What signing in leaves behind goes away by itself. */
export async function tidyUp(db: Db, now: Date): Promise<void> {
  await forgetOldCounts(db, now)
  await forgetOldCodes(db, now)
  await forgetOldSessions(db, now)
}

/** What another room throws away when its days are over. */
export type Chore = (db: Db, now: Date) => Promise<void>

/** Tidies up now and every hour, until it is stopped; stopping waits for a round under way. */
export function startTidying(
  db: Db,
  now: () => Date,
  log: (line: string) => void,
  others: readonly Chore[] = [],
): { stop(): Promise<void> } {
  let round = Promise.resolve()
  const start = () => {
    round = round.then(() => inTurn([tidyUp, ...others], db, now(), log))
  }
  start()
  const timer = setInterval(start, HOUR)
  return {
    stop() {
      clearInterval(timer)
      return round
    },
  }
}

/** One that fails keeps none of the others from its work: what has come to its end must go. */
async function inTurn(
  chores: readonly Chore[],
  db: Db,
  now: Date,
  log: (line: string) => void,
): Promise<void> {
  for (const chore of chores)
    await chore(db, now).catch((error: unknown) => log(`tidy ${chore.name}: ${String(error)}`))
}
