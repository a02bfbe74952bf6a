import type { Db } from './database.ts'

/** A reading under way, and the one after it, in which everybody who came too late for this one takes part. */
type Readings = { readonly now: Promise<unknown>; next: Promise<unknown> | null }

const readings = new WeakMap<object, Map<string, Readings>>()

/**
 * One reading for all who ask for the same thing at the same moment, as a hundred phones do. Each gets an answer of a
 * reading that began after it asked, so it is never older than its own would be.
 *
 * @param key what is read, and of which school: whoever asks with the same key may read the same
 */
export function readShared<Answer>(db: Db, key: string, read: () => Promise<Answer>): Promise<Answer> {
  if (db.isTransaction) return read()
  const own = readings.get(db.hear) ?? new Map<string, Readings>()
  readings.set(db.hear, own)
  const known = own.get(key)
  if (!known) return begin(own, key, read)
  const after = () => begin(own, key, read)
  known.next ??= known.now.then(after, after)
  return known.next as Promise<Answer>
}

function begin<Answer>(own: Map<string, Readings>, key: string, read: () => Promise<Answer>) {
  const now = read()
  const reading: Readings = { now, next: null }
  own.set(key, reading)
  const ended = () => {
    if (own.get(key) === reading && reading.next === null) own.delete(key)
  }
  now.then(ended, ended)
  return now
}
