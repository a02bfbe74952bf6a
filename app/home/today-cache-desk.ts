import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'

/**
 * A piece of page as it was drawn, or is being drawn, and the state of the database and the minute of before it was
 * read.
 */
type Drawn = { readonly stamp: string; readonly minute: string; readonly html: Promise<string> }

const KEPT = 400
const shelves = new WeakMap<Db, Map<string, Drawn>>()

type Key = {
  readonly db: Db
  /** For whom it is drawn, and in which language: nobody else gets it. */
  readonly of: string
  readonly now: Moment
}

/**
 * Draws a piece of page, or answers it as it was drawn, when since then nothing was committed in the database and the
 * minute is the same: what it says depends on rows of many rooms and on the clock, and on nothing else.
 */
export async function drawnOnce({ db, of, now }: Key, draw: () => Promise<string>): Promise<string> {
  // What comes in while it is read must not be missing later: the stamp is that of before.
  const stamp = await db.stamp()
  const minute = now.slice(0, 16)
  const shelf = shelves.get(db) ?? new Map<string, Drawn>()
  shelves.set(db, shelf)
  const known = shelf.get(of)
  if (known?.stamp === stamp && known.minute === minute) return known.html
  const drawn = { stamp, minute, html: draw() }
  keep(shelf, of, drawn)
  drawn.html.catch(() => {
    if (shelf.get(of) === drawn) shelf.delete(of)
  })
  return drawn.html
}

function keep(shelf: Map<string, Drawn>, of: string, drawn: Drawn) {
  shelf.delete(of)
  shelf.set(of, drawn)
  const oldest = shelf.keys().next().value
  if (shelf.size > KEPT && oldest !== undefined) shelf.delete(oldest)
}
