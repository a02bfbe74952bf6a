import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { MeetingId, MeetingItemId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { type Move, ordered } from './agenda-order.ts'
import { itemOf, type MeetingItem, type Scene } from './meeting.ts'
import { mayAddItem, mayChangeItem, mayPrepare } from './meeting-may.ts'
import { hasOwnText, MOST_ITEMS, type NewItem, type PlanningNo, sameSubject } from './meeting-plan.ts'
import { insertItem } from './meeting-write-store.ts'
import { changeMeeting, type InMeeting } from './scene-store.ts'

/** What happens with the agenda while it is being prepared. Null: no such meeting here. */
type Done = Promise<'done' | PlanningNo | null>

const unless = (may: ReturnType<typeof mayPrepare>): PlanningNo | null =>
  may.may ? null : { refused: 'may-not', because: may.because }

/** Puts points at the end of the agenda. What stands there already is not put there again. */
export function addItems(db: Db, actor: Actor, id: MeetingId, given: readonly NewItem[]): Done {
  return changeMeeting(db, actor, id, async ({ sql, scene }) => {
    const no = given.map((item) => unless(mayAddItem(actor, scene.meeting, item.kind))).find(Boolean)
    if (no) return no
    if (scene.items.length + given.length > MOST_ITEMS) return refuse('too-many-items')
    if (given.some((item) => scene.items.some((there) => sameSubject(item, there))))
      return refuse('item-known')
    const last = Math.max(-1, ...scene.items.map(({ position }) => position))
    for (const [place, item] of given.entries()) await insertItem(sql, actor, id, item, last + 1 + place)
    return 'done' as const
  })
}

export type ItemChange = Pick<NewItem, 'title' | 'text' | 'purpose' | 'minutes'>

/** Changes an item that is still to come; only a point of one's own words has a title to change. */
export function changeItem(
  db: Db,
  actor: Actor,
  id: MeetingId,
  itemId: MeetingItemId,
  change: ItemChange,
): Done {
  return onItem(db, actor, id, itemId, async ({ sql }, item) => {
    await sql
      .updateTable('meeting_item')
      .set({
        title: hasOwnText(item.kind) ? change.title : item.title,
        text: change.text,
        purpose: change.purpose,
        minutes: change.minutes,
      })
      .where('id', '=', itemId)
      .where('school_id', '=', actor.schoolId)
      .execute()
  })
}

/** Takes an item off the agenda, with what was said to it beforehand. */
export function removeItem(db: Db, actor: Actor, id: MeetingId, itemId: MeetingItemId, now: Moment): Done {
  return onItem(db, actor, id, itemId, async ({ sql }) => {
    await sql
      .updateTable('meeting_item')
      .set({ removed_at: now })
      .where('id', '=', itemId)
      .where('school_id', '=', actor.schoolId)
      .execute()
    await forgetVoices(sql, actor, itemId)
  })
}

const forgetVoices = (sql: Sql, actor: Actor, itemId: MeetingItemId) =>
  sql
    .deleteFrom('meeting_voice_before')
    .where('item_id', '=', itemId)
    .where('school_id', '=', actor.schoolId)
    .execute()

/** What is still to come, for who prepares or who put it there. */
function onItem(
  db: Db,
  actor: Actor,
  id: MeetingId,
  itemId: MeetingItemId,
  act: (at: InMeeting, item: MeetingItem) => Promise<void>,
): Done {
  return changeMeeting(db, actor, id, async (at) => {
    const item = itemOf(at.scene, itemId)
    if (item === null) return refuse('item-gone')
    const no = unless(mayChangeItem(actor, at.scene.meeting, item))
    if (no) return no
    if (item.state !== 'to-come' || item.decisionId !== null) return refuse('item-begun')
    await act(at, item)
    return 'done' as const
  })
}

/** Another order: for who prepares. */
export function moveItem(db: Db, actor: Actor, id: MeetingId, itemId: MeetingItemId, move: Move): Done {
  return changeMeeting(db, actor, id, async ({ sql, scene }) => {
    const no = unless(mayPrepare(actor, scene.meeting))
    if (no) return no
    const order = ordered(scene.items, itemId, move)
    if (order === null) return refuse(itemOf(scene, itemId) ? 'item-begun' : 'item-gone')
    await writeOrder(sql, actor, scene, order)
    return 'done' as const
  })
}

async function writeOrder(sql: Sql, actor: Actor, { items }: Scene, order: readonly MeetingItemId[]) {
  for (const [position, id] of order.entries()) {
    if (items[position]?.id === id && items[position].position === position) continue
    await sql
      .updateTable('meeting_item')
      .set({ position })
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .execute()
  }
}
