import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type Entry, TEXTS_OF } from '../plan/entry.ts'
import type { Actor } from '../session/actor.ts'
import { readPastTexts } from '../writing/passage-store.ts'

/** Texts as they stood at a moment, by '<entry>.<field>'; only those that changed since. */
export type TextsBefore = ReadonlyMap<string, string>

/**
 * What stood in these tracks at a moment (when a meeting opened), where it is another text now. Only of tracks that the
 * team could read at that moment: what was written before its owner stood behind it stays out of sight.
 */
export async function readTextsAt(
  db: Db,
  actor: Actor,
  entries: readonly Entry[],
  at: Moment | null,
): Promise<TextsBefore> {
  const before = new Map<string, string>()
  if (at === null) return before
  for (const entry of entries.filter(({ agreedAt }) => agreedAt !== null && agreedAt <= at)) {
    for (const field of TEXTS_OF[entry.kind]) {
      const now = entry.texts[field]
      if (!now || now.changedAt <= at) continue
      const past = await db.read(actor, (sql) => readPastTexts(sql, actor, { ownerId: entry.id, field }))
      const stood = past.find(({ changedAt }) => changedAt <= at)
      before.set(`${entry.id}.${field}`, stood?.text ?? '')
    }
  }
  return before
}
