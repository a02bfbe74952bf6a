import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import { dayOf, type Moment } from '../kernel/day.ts'
import { type ActionId, type MeetingId, type MeetingItemId, newId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Scene } from '../meeting/meeting.ts'
import { changeMeeting } from '../meeting/scene-store.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { type Action, type ActionRefusal, openOnes, parseActionLine } from './action.ts'
import { type MinutesBecause, mayTickAction, mayWriteMinutes } from './minutes-may.ts'
import { stateIn } from './minutes-state-load.ts'

/** Sole writer of meeting_action. */

export type ActionNo =
  | Refusal<ActionRefusal>
  | { readonly refused: 'may-not'; readonly because: MinutesBecause }

const mayNot = (because: MinutesBecause) => ({ refused: 'may-not', because }) as const

/** Writes down what was agreed, in one line of the minute-taker. Null: no such meeting. */
export function addAction(
  db: Db,
  actor: Actor,
  meetingId: MeetingId,
  given: { readonly line: string; readonly item: MeetingItemId | null },
  now: Moment,
): Promise<ActionId | ActionNo | null> {
  return changeMeeting(db, actor, meetingId, async ({ sql, scene }) => {
    const may = mayWriteMinutes(actor, scene.meeting, await stateIn(sql, actor, meetingId))
    const by = personOf(actor)
    if (!may.may || by === null) return mayNot(may.because)
    const agreed = parseActionLine(given.line, stillHere(scene), dayOf(new Date(now)))
    if (isRefusal(agreed)) return agreed
    const id = newId<'action'>()
    const item = scene.items.find((one) => one.id === given.item)?.id ?? null
    await sql
      .insertInto('meeting_action')
      .values({
        id,
        school_id: actor.schoolId,
        meeting_id: meetingId,
        item_id: item,
        owner_id: agreed.owner,
        what: agreed.what,
        due_on: agreed.due,
        added_at: now,
        added_by: by,
        done_at: null,
        done_by: null,
      })
      .execute()
    return id
  })
}

const stillHere = ({ people }: Scene) =>
  [...people].filter(([, { hasLeft }]) => !hasLeft).map(([id, { name }]) => ({ id, name }))

/** Takes an action out again, as long as the minutes do not lie before the team. */
export function removeAction(
  db: Db,
  actor: Actor,
  meetingId: MeetingId,
  id: ActionId,
): Promise<ActionNo | 'removed' | null> {
  return changeMeeting(db, actor, meetingId, async ({ sql, scene }) => {
    const state = await stateIn(sql, actor, meetingId)
    const may = mayWriteMinutes(actor, scene.meeting, state)
    if (!may.may) return mayNot(may.because)
    if (state !== 'draft') return mayNot('already-put')
    const gone = await sql
      .deleteFrom('meeting_action')
      .where('id', '=', id)
      .where('meeting_id', '=', meetingId)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst()
    return Number(gone.numDeletedRows) === 0 ? refuse('action-gone') : 'removed'
  })
}

/** Says that an action is done, or that it is not after all; whenever, also long after the meeting. */
export function tickAction(
  db: Db,
  actor: Actor,
  meetingId: MeetingId,
  id: ActionId,
  isDone: boolean,
  now: Moment,
): Promise<ActionNo | 'ticked' | null> {
  return changeMeeting(db, actor, meetingId, async ({ sql, scene }) => {
    const action = (await loadActions(sql, actor, meetingId)).find((one) => one.id === id)
    if (!action) return refuse('action-gone')
    const may = mayTickAction(actor, scene.meeting, action)
    if (!may.may) return mayNot(may.because)
    if ((action.doneAt !== null) === isDone) return 'ticked'
    await sql
      .updateTable('meeting_action')
      .set({ done_at: isDone ? now : null, done_by: isDone ? personOf(actor) : null })
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .execute()
    return 'ticked'
  })
}

/** The actions of a meeting, in the order in which they were agreed. */
export const readActions = (db: Db, actor: Actor, meetingId: MeetingId): Promise<Action[]> =>
  db.read(actor, (sql) => loadActions(sql, actor, meetingId))

async function loadActions(sql: Sql, actor: Actor, meetingId: MeetingId): Promise<Action[]> {
  const rows = await actionQuery(sql, actor).where('meeting_id', '=', meetingId).orderBy('id').execute()
  return rows.map(actionFrom)
}

/** What the whole school still has to do, the first to come first. */
export async function openActions(db: Db, actor: Actor): Promise<Action[]> {
  const rows = await db.read(actor, (sql) =>
    actionQuery(sql, actor).where('done_at', 'is', null).orderBy('id').execute(),
  )
  return openOnes(rows.map(actionFrom))
}

/** What this person still has to do. */
export async function openActionsOf(db: Db, actor: Actor): Promise<Action[]> {
  const owner = personOf(actor)
  if (owner === null) return []
  const rows = await db.read(actor, (sql) =>
    actionQuery(sql, actor)
      .where('owner_id', '=', owner)
      .where('done_at', 'is', null)
      .orderBy('id')
      .execute(),
  )
  return openOnes(rows.map(actionFrom))
}

const actionQuery = (sql: Sql, actor: Actor) =>
  sql.selectFrom('meeting_action').selectAll().where('school_id', '=', actor.schoolId)

const actionFrom = (row: Selectable<Tables['meeting_action']>): Action => ({
  id: row.id,
  meeting: row.meeting_id,
  item: row.item_id,
  owner: row.owner_id,
  what: row.what,
  due: row.due_on,
  addedAt: row.added_at,
  doneAt: row.done_at,
  doneBy: row.done_by,
})
