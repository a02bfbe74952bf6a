import type { Db } from '../db/database.ts'

export type Flush = (scopeId: string) => Promise<void>

const hubs = new WeakMap<Db, Flush>()

/** Said by the hub of this database, as soon as somebody writes together. Answers how to take it back. */
export function fillFlush(db: Db, flush: Flush): () => void {
  hubs.set(db, flush)
  return () => void hubs.delete(db)
}

/**
 * Stores at once what is being typed in the texts of a whole (a plan with its evaluations), so that what is read next
 * is what people see. Nobody writing: costs nothing. Never inside a transaction.
 */
export async function flushWriting(db: Db, scopeId: string): Promise<void> {
  await hubs.get(db)?.(scopeId)
}
