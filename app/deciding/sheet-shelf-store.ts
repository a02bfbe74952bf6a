import type { Db } from '../db/database.ts'
import { readShared } from '../db/shared-reading.ts'
import type { Moment } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import type { ItemSheet } from '../lookback/item-sheet.ts'
import type { MeetingItem, Scene } from '../meeting/meeting.ts'
import type { Actor } from '../session/actor.ts'

const KEPT = 60
const shelves = new WeakMap<object, Map<string, Promise<ItemSheet>>>()

/**
 * The sheet of an item, read once for all who ask as long as meeting, plan and school stand still; and never older than
 * the minute, for a round by time closes by the clock.
 */
export async function shelvedSheet(
  { db, now }: { readonly db: Db; readonly now: Moment },
  actor: Actor,
  { meeting }: Scene,
  item: MeetingItem,
  language: Language,
  read: () => Promise<ItemSheet>,
): Promise<ItemSheet> {
  if (db.isTransaction) return read()
  const stand = await readStand(db, actor, meeting.planId)
  const key = [meeting.id, meeting.revision, item.id, language, stand, now.slice(0, 16)].join(' ')
  const shelf = shelves.get(db.hear) ?? new Map<string, Promise<ItemSheet>>()
  shelves.set(db.hear, shelf)
  const known = shelf.get(key)
  if (known) return known
  const reading = read()
  shelf.set(key, reading)
  reading.catch(() => shelf.delete(key))
  for (const old of shelf.keys()) if (shelf.size > KEPT) shelf.delete(old)
  return reading
}

/** How often the plan and the school were changed. */
async function readStand(db: Db, actor: Actor, planId: Scene['meeting']['planId']): Promise<string> {
  return readShared(db, `stand ${actor.schoolId} ${planId}`, () =>
    db.read(actor, async (sql) => {
      const school = await sql
        .selectFrom('school')
        .select('revision')
        .where('id', '=', actor.schoolId)
        .executeTakeFirst()
      const plan = planId
        ? await sql
            .selectFrom('plan')
            .select('revision')
            .where('id', '=', planId)
            .where('school_id', '=', actor.schoolId)
            .executeTakeFirst()
        : null
      return `${school?.revision ?? 0}.${plan?.revision ?? 0}`
    }),
  )
}
