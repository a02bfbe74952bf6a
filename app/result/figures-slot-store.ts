import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { Actor } from '../session/actor.ts'

type Hear = (tx: Db, actor: Actor, cameAt: Moment | null) => Promise<void>
const others = new Set<Hear>()

/** A higher room that follows figures hears of it when they may have changed; once, where routes are made. */
export const whenFiguresChange = (hear: Hear) => void others.add(hear)

/**
 * Inside the caller's transaction, after the figures of the actor's school were made anew. `cameAt`: when results came in;
 * null: some were taken out.
 */
export async function tellFiguresChanged(tx: Db, actor: Actor, cameAt: Moment | null): Promise<void> {
  for (const hear of others) await hear(tx, actor, cameAt)
}
