import type { Db } from '../db/database.ts'
import type { Actor } from '../session/actor.ts'
import type { Talk } from './comment.ts'
import { readThreads } from './comment-read-store.ts'
import { readSuggestions } from './suggestion-store.ts'

const shelf = new WeakMap<object, Map<string, Talk>>()

/**
 * The talk about the passages in these scopes, read once for as long as `whole` is the same object: a plan is a new
 * one as soon as anything in it changes, and something said in it is such a change.
 */
export async function readTalk(
  db: Db,
  actor: Actor,
  whole: object,
  scopeIds: readonly string[],
): Promise<Talk> {
  const shelved = shelf.get(whole) ?? new Map<string, Talk>()
  const scopes = scopeIds.join(' ')
  const known = shelved.get(scopes)
  if (known) return known
  const talk = await db.read(actor, async (sql) => ({
    threads: await readThreads(sql, actor, scopeIds),
    suggestions: await readSuggestions(sql, actor, scopeIds),
  }))
  if (!db.isTransaction) shelf.set(whole, shelved.set(scopes, talk))
  return talk
}
