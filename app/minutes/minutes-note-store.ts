import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type MeetingId, parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { loadMeeting } from '../meeting/scene-load.ts'
import { touchMeeting } from '../meeting/scene-store.ts'
import type { Actor } from '../session/actor.ts'
import type { Collision, Passage, PassageRefusal, Saved } from '../writing/passage.ts'
import { readPassages, writePassage } from '../writing/passage-store.ts'
import { type MinutesBecause, mayWriteMinutes } from './minutes-may.ts'
import type { MinutesState } from './minutes-state.ts'
import { stateIn } from './minutes-state-load.ts'
import { tellConfirming } from './minutes-tell-store.ts'

/** The notes of minutes: a passage `note` of each item, and one of the meeting itself. */
export const NOTE = 'note'

/** The whole to which the notes of a meeting belong. */
export const noteScope = (meetingId: MeetingId) => `minutes:${meetingId}`

export type NoteNo = PassageRefusal | { readonly refused: 'may-not'; readonly because: MinutesBecause }

/** What a note is of: a meeting, and one of its items or (null) the meeting as a whole. */
export type NoteAt = {
  readonly meeting: Meeting
  readonly state: MinutesState
  readonly item: { readonly id: string; readonly title: string } | null
}

/** The notes of a meeting, by the item or the meeting that they are of. */
export async function readNotes(
  db: Db,
  actor: Actor,
  meetingId: MeetingId,
): Promise<ReadonlyMap<string, Passage>> {
  const texts = await db.read(actor, (sql) => readPassages(sql, actor, noteScope(meetingId)))
  return new Map([...texts].flatMap(([owner, fields]) => (fields[NOTE] ? [[owner, fields[NOTE]]] : [])))
}

/** Where a note belongs; null when the school has no such meeting or item. */
export async function noteAt(sql: Sql, actor: Actor, ownerId: string): Promise<NoteAt | null> {
  const id = parseId(ownerId)
  if (id === null) return null
  const item = await sql
    .selectFrom('meeting_item')
    .select(['id', 'meeting_id', 'title'])
    .where('id', '=', id as never)
    .where('school_id', '=', actor.schoolId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  const meeting = await loadMeeting(sql, actor, item?.meeting_id ?? (id as MeetingId))
  return meeting && { meeting, state: await stateIn(sql, actor, meeting.id), item: item ?? null }
}

/** Saves a note. See `writePassage` for revisions and collisions. Null: there is nothing here to note at. */
export async function writeNote(
  db: Db,
  actor: Actor,
  ownerId: string,
  raw: string,
  base: number | null,
  now: Moment,
): Promise<Saved | Collision | NoteNo | null> {
  // What is no id is no key to wait for either.
  if (parseId(ownerId) === null) return null
  return db.write(actor, async (sql, tx) => {
    await tx.hold(ownerId)
    const at = await noteAt(sql, actor, ownerId)
    if (at === null) return null
    const no = whyNot(actor, at)
    if (no) return no
    const place = { ownerId, field: NOTE, scopeId: noteScope(at.meeting.id) }
    const written = await writePassage(tx, actor, place, raw, base, now)
    if (!isRefusal(written) && 'saved' in written) await tellOf(sql, tx, actor, at)
    return written
  })
}

/** A note was stored by writing together: the right is asked once more. */
export function wroteNote(tx: Db, actor: Actor, ownerId: string): Promise<null | NoteNo> {
  return tx.write(actor, async (sql) => {
    const at = await noteAt(sql, actor, ownerId)
    const no = at === null ? ({ refused: 'may-not', because: 'not-opened' } as const) : whyNot(actor, at)
    if (at && !no) await tellOf(sql, tx, actor, at)
    return no
  })
}

function whyNot(actor: Actor, { meeting, state }: NoteAt): NoteNo | null {
  const may = mayWriteMinutes(actor, meeting, state)
  return may.may ? null : { refused: 'may-not', because: may.because }
}

/** While the meeting runs a note changes no screen in the room: a hundred phones need not ask for it. */
async function tellOf(sql: Sql, tx: Db, actor: Actor, { meeting }: NoteAt) {
  if (meeting.phase !== 'closed') return
  // In the order of confirming, which writes the row of the later meeting first: else the two would wait for each other.
  await tellConfirming(sql, tx, actor, meeting.id)
  await touchMeeting(sql, tx, actor, meeting.id)
}
