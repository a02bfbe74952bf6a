import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { Moment } from '../kernel/day.ts'
import type { DecisionId, EntryId, MeetingId, MeetingItemId, PersonId } from '../kernel/id.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { changeMeeting } from '../meeting/scene-store.ts'
import { type Actor, personOf } from '../session/actor.ts'
import type { Minutes } from './minutes.ts'
import { type MinutesBecause, mayPutMinutes } from './minutes-may.ts'
import { readNotes } from './minutes-note-store.ts'
import { minutesLine, piecesOf, type SealedMinutes, type SealedPiece, type Sha } from './minutes-seal.ts'
import type { MinutesRefusal, MinutesState, PutBefore } from './minutes-state.ts'
import { stateIn } from './minutes-state-load.ts'
import { tellConfirming } from './minutes-tell-store.ts'

/** Sole writer of minutes_put, minutes_sealed and minutes_sealed_item. */

export type MinutesNo =
  | Refusal<MinutesRefusal>
  | { readonly refused: 'may-not'; readonly because: MinutesBecause }

export const sha256: Sha = (text) => createHash('sha256').update(text, 'utf8').digest('hex')

/** Puts the minutes before the team: from here on what changes is told apart. Null: no such meeting. */
export function putMinutes(
  db: Db,
  actor: Actor,
  meetingId: MeetingId,
  now: Moment,
): Promise<'put' | MinutesNo | null> {
  return changeMeeting(db, actor, meetingId, async ({ sql, tx, scene }) => {
    const may = mayPutMinutes(actor, scene.meeting, await stateIn(sql, actor, meetingId))
    const by = personOf(actor)
    if (!may.may || by === null) return { refused: 'may-not', because: may.because } as const
    const notes = [...(await readNotes(tx, actor, meetingId))].map(([owner, { text }]) => [owner, text])
    await sql
      .insertInto('minutes_put')
      .values({
        meeting_id: meetingId,
        school_id: actor.schoolId,
        put_at: now,
        put_by: by,
        notes: canonicalJson(Object.fromEntries(notes) as Record<string, string>),
      })
      .execute()
    await tellConfirming(sql, tx, actor, meetingId)
    return 'put'
  })
}

/** Minutes that lay before the team lie there no longer. */
export const takeBackPut = (sql: Sql, actor: Actor, meetingId: MeetingId) =>
  sql
    .deleteFrom('minutes_put')
    .where('meeting_id', '=', meetingId)
    .where('school_id', '=', actor.schoolId)
    .execute()

export type Put = PutBefore & { readonly by: PersonId }

export async function readPut(db: Db, actor: Actor, meetingId: MeetingId): Promise<Put | null> {
  const row = await db.read(actor, (sql) =>
    sql
      .selectFrom('minutes_put')
      .selectAll()
      .where('meeting_id', '=', meetingId)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst(),
  )
  if (!row) return null
  const notes = new Map(Object.entries(JSON.parse(row.notes) as Record<string, string>))
  return { at: row.put_at, by: row.put_by, notes }
}

export const readState = (db: Db, actor: Actor, meetingId: MeetingId): Promise<MinutesState> =>
  db.read(actor, (sql) => stateIn(sql, actor, meetingId))

export type Sealing = {
  readonly minutes: Minutes
  readonly trackOf: (item: string) => EntryId | null
  readonly confirmedIn: MeetingId
  readonly decisionId: DecisionId | null
}

/**
 * Seals minutes inside the caller's transaction, who has seen that it may be. What was said and did not come into them
 * is gone with it, and of what did the names.
 */
export async function sealMinutes(
  sql: Sql,
  actor: Actor,
  { minutes, trackOf, confirmedIn, decisionId }: Sealing,
  by: PersonId,
  now: Moment,
): Promise<string> {
  const meeting = minutes.meeting as MeetingId
  const { frame, pieces } = piecesOf(minutes, trackOf, sha256)
  const fingerprint = sha256(minutesLine({ meeting, frame, pieces, confirmedIn }))
  await sql
    .insertInto('minutes_sealed')
    .values({
      meeting_id: meeting,
      school_id: actor.schoolId,
      frame,
      sha256: fingerprint,
      sealed_at: now,
      sealed_by: by,
      confirmed_in: confirmedIn,
      decision_id: decisionId,
    })
    .execute()
  for (const [position, piece] of pieces.entries()) await putPiece(sql, actor, meeting, position, piece)
  return fingerprint
}

const putPiece = (sql: Sql, actor: Actor, meeting_id: MeetingId, position: number, piece: SealedPiece) =>
  sql
    .insertInto('minutes_sealed_item')
    .values({
      meeting_id,
      item_id: piece.item,
      school_id: actor.schoolId,
      position,
      track_id: piece.track,
      content: piece.content,
      sha256: piece.sha256,
      erased_at: null,
      erased_by: null,
      erased_why: null,
    })
    .execute()

/** The minutes as they were sealed, byte for byte; null as long as they are not. */
export function readSealed(db: Db, actor: Actor, meetingId: MeetingId): Promise<SealedMinutes | null> {
  return db.read(actor, async (sql) => {
    const row = await sql
      .selectFrom('minutes_sealed')
      .selectAll()
      .where('meeting_id', '=', meetingId)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst()
    if (!row) return null
    const pieces = await sql
      .selectFrom('minutes_sealed_item')
      .selectAll()
      .where('meeting_id', '=', meetingId)
      .where('school_id', '=', actor.schoolId)
      .orderBy('position')
      .execute()
    return {
      meeting: row.meeting_id,
      frame: row.frame,
      pieces: pieces.map(pieceFrom),
      sha256: row.sha256,
      sealedAt: row.sealed_at,
      sealedBy: row.sealed_by,
      confirmedIn: row.confirmed_in,
    }
  })
}

const pieceFrom = (row: Selectable<Tables['minutes_sealed_item']>): SealedPiece => ({
  item: row.item_id,
  track: row.track_id,
  content: row.content,
  sha256: row.sha256,
  erased: row.erased_at === null ? null : { at: row.erased_at, why: row.erased_why ?? '' },
})

/** Takes the note of an item out of what lay before the team when the minutes were put. */
export async function forgetPutNote(sql: Sql, actor: Actor, meetingId: MeetingId, item: MeetingItemId) {
  const put = await sql
    .selectFrom('minutes_put')
    .select('notes')
    .where('meeting_id', '=', meetingId)
    .where('school_id', '=', actor.schoolId)
    .executeTakeFirst()
  const { [item]: gone, ...rest } = JSON.parse(put?.notes ?? '{}') as Record<string, string>
  if (gone === undefined) return
  await sql
    .updateTable('minutes_put')
    .set({ notes: canonicalJson(rest) })
    .where('meeting_id', '=', meetingId)
    .where('school_id', '=', actor.schoolId)
    .execute()
}

/** Empties one item of sealed minutes: the one change that the database lets through. */
export const eraseSealedItem = (sql: Sql, actor: Actor, item: MeetingItemId, why: string, now: Moment) =>
  sql
    .updateTable('minutes_sealed_item')
    .set({ content: null, erased_at: now, erased_by: personOf(actor), erased_why: why })
    .where('school_id', '=', actor.schoolId)
    .where('item_id', '=', item)
    .where('content', 'is not', null)
    .execute()
