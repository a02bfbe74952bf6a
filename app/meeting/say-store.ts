import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { type MeetingItemId, newId, type SayId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { noteArrival } from './attend-store.ts'
import { itemOf } from './meeting.ts'
import { type MeetingBecause, mayRun } from './meeting-may.ts'
import { alreadySaid, MOST_SAYS, mayTakeBack, type NewSay, type SayRefusal, whyNotSaid } from './say.ts'
import { changeMeeting, type InMeeting } from './scene-store.ts'
import type { Seat } from './seat.ts'

/** Sole writer of meeting_say. */

export type SayNo = Refusal<SayRefusal | MeetingBecause>

/** Says something to an item, in one's own name. Said twice in a row it is said once. Null: no such meeting. */
export function addSay(
  db: Db,
  seat: Seat,
  itemId: MeetingItemId,
  said: NewSay,
  now: Moment,
): Promise<SayId | SayNo | null> {
  return changeMeeting<SayId | SayNo>(db, seat.actor, seat.meetingId, async (at) => {
    const { person } = seat
    if (person === null) return refuse('guest-watches')
    const item = itemOf(at.scene, itemId)
    const no = whyNotSaid(at.scene.meeting, item, said.kind)
    if (no || item === null) return no ?? refuse('item-gone')
    const known = alreadySaid(at.scene.says, item, person, said)
    if (known) return known.id
    const before = at.scene.says.filter(
      (say) => say.item === item.id && say.person === person && say.kind === said.kind,
    )
    if (before.length >= MOST_SAYS) return refuse('said-enough')
    await noteArrival(at.sql, at.scene, person, now)
    return insert(
      at,
      { ...said, source: item.kind === 'themes' ? said.source : null },
      { item: item.id, person },
      now,
    )
  })
}

type Where = { readonly item: MeetingItemId; readonly person: NonNullable<Seat['person']> }

async function insert({ sql, scene }: InMeeting, said: NewSay, where: Where, now: Moment): Promise<SayId> {
  const id = newId<'say'>()
  await sql
    .insertInto('meeting_say')
    .values({
      id,
      school_id: scene.meeting.schoolId,
      meeting_id: scene.meeting.id,
      item_id: where.item,
      person_id: where.person,
      kind: said.kind,
      text: said.text,
      source: said.source,
      theme_id: null,
      said_at: now,
      done_at: null,
    })
    .execute()
  return id
}

/** Takes one's own words back, as long as they were not talked through: nothing of them stays. */
export const takeBackSay = (db: Db, seat: Seat, id: SayId): Promise<'taken-back' | SayNo | null> =>
  changeMeeting(db, seat.actor, seat.meetingId, async ({ sql, scene }) => {
    if (mayTakeBack(scene.says, seat.person, id) === null) return refuse('say-gone')
    await sql
      .deleteFrom('meeting_say')
      .where('id', '=', id)
      .where('school_id', '=', seat.schoolId)
      .where('meeting_id', '=', seat.meetingId)
      .execute()
    return 'taken-back' as const
  })

/** Who leads says that it was talked through, or not yet after all. */
export const markSay = (
  db: Db,
  seat: Seat,
  id: SayId,
  done: boolean,
  now: Moment,
): Promise<'marked' | SayNo | null> =>
  changeMeeting(db, seat.actor, seat.meetingId, async ({ sql, scene }) => {
    const may = mayRun(seat, scene.meeting)
    if (!may.may) return refuse(may.because)
    const say = scene.says.find((one) => one.id === id)
    if (!say) return refuse('say-gone')
    if ((say.doneAt !== null) === done) return 'marked' as const
    await sql
      .updateTable('meeting_say')
      .set({ done_at: done ? now : null })
      .where('id', '=', id)
      .where('school_id', '=', seat.schoolId)
      .where('meeting_id', '=', seat.meetingId)
      .execute()
    return 'marked' as const
  })
