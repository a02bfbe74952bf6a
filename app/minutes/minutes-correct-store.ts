import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { MeetingId, MeetingItemId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import { changeMeeting } from '../meeting/scene-store.ts'
import type { Actor } from '../session/actor.ts'
import { mayCorrectMinutes } from './minutes-may.ts'
import { type Correction, correctionLine, type ToSign } from './minutes-seal.ts'
import { stateIn } from './minutes-state-load.ts'
import { type MinutesNo, readSealed, sha256 } from './minutes-store.ts'

/** Sole writer of minutes_correction: signed once, and the database refuses to change it. */

/** In characters. */
const LONGEST_CORRECTION = 2_000

export type NewCorrection = {
  readonly item: MeetingItemId | null
  readonly what: string
  readonly why: string
}

/** Signs a correction of confirmed minutes; what was confirmed stays as it is. Null: no such meeting. */
export function correctMinutes(
  db: Db,
  actor: Actor,
  meetingId: MeetingId,
  given: NewCorrection,
  now: Moment,
): Promise<Correction | MinutesNo | null> {
  return changeMeeting(db, actor, meetingId, async ({ sql, tx, scene }) => {
    const may = mayCorrectMinutes(actor, scene.meeting, await stateIn(sql, actor, meetingId))
    if (!may.may || actor.kind !== 'member') return { refused: 'may-not', because: may.because } as const
    const no = whyNoCorrection(given)
    const sealed = await readSealed(tx, actor, meetingId)
    if (no || !sealed) return no ?? refuse('minutes-not-put')
    const before = await readCorrections(tx, actor, meetingId)
    const item = sealed.pieces.find((piece) => piece.item === given.item)?.item ?? null
    const signed: ToSign = {
      number: before.length + 1,
      item,
      what: given.what,
      why: given.why,
      at: now,
      by: actor.personId,
      name: actor.name,
    }
    const follows = before.at(-1)?.sha256 ?? sealed.sha256
    const correction = { ...signed, sha256: sha256(correctionLine(follows, signed)) }
    await putCorrection(sql, actor, meetingId, correction)
    return correction
  })
}

function whyNoCorrection({ what, why }: NewCorrection) {
  if (what === '') return refuse('correction-missing', 'what')
  if (why === '') return refuse('reason-missing', 'why')
  if (what.length > LONGEST_CORRECTION) return refuse('text-too-long', 'what')
  return why.length > LONGEST_CORRECTION ? refuse('text-too-long', 'why') : null
}

const putCorrection = (sql: Sql, actor: Actor, meeting_id: MeetingId, one: Correction) =>
  sql
    .insertInto('minutes_correction')
    .values({
      meeting_id,
      number: one.number,
      school_id: actor.schoolId,
      item_id: one.item,
      what: one.what,
      why: one.why,
      signed_at: one.at,
      signed_by: one.by,
      signed_name: one.name,
      sha256: one.sha256,
    })
    .execute()

/** The corrections of minutes, in the order in which they were signed. */
export async function readCorrections(db: Db, actor: Actor, meetingId: MeetingId): Promise<Correction[]> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('minutes_correction')
      .selectAll()
      .where('meeting_id', '=', meetingId)
      .where('school_id', '=', actor.schoolId)
      .orderBy('number')
      .execute(),
  )
  return rows.map((row) => ({
    number: row.number,
    item: row.item_id,
    what: row.what,
    why: row.why,
    at: row.signed_at,
    by: row.signed_by,
    name: row.signed_name,
    sha256: row.sha256,
  }))
}
