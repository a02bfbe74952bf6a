import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Moment } from '../kernel/day.ts'
import type { MeetingId, MeetingItemId, PersonId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Answer } from '../round/round.ts'
import type { Actor } from '../session/actor.ts'
import { type BeforeNo, type VoiceBefore, whyNoVoiceBefore } from './before.ts'
import { itemOf } from './meeting.ts'
import { changeMeeting } from './scene-store.ts'
import type { Seat } from './seat.ts'

/** Voices beforehand: nobody but who gave one reads it until it lies in the round, or stands in the minutes. */

type Given = {
  readonly itemId: MeetingItemId
  readonly answer: Answer
  /** The fingerprint of the text that was read, and of the text as it stands now. */
  readonly read: string
  readonly print: string | null
}

/** Gives a voice beforehand, or another one in its place, until the item has its turn. Null: no such meeting here. */
export function giveVoiceBefore(
  db: Db,
  seat: Seat,
  given: Given,
  now: Moment,
): Promise<'given' | BeforeNo | null> {
  return changeMeeting(db, seat.actor, seat.meetingId, async ({ sql, scene }) => {
    const item = itemOf(scene, given.itemId)
    if (item === null) return refuse('item-gone')
    const why = whyNoVoiceBefore({ meeting: scene.meeting, item, person: seat.person, print: given.print })
    if (why) return refuse(why)
    if (given.print === null || given.read !== given.print) return refuse('text-moved-on')
    if (seat.person !== null) await writeVoice(sql, seat, seat.person, { ...given, print: given.print }, now)
    return 'given' as const
  })
}

async function writeVoice(
  sql: Sql,
  { schoolId }: Seat,
  person: PersonId,
  { itemId, answer, print }: Given & { print: string },
  now: Moment,
) {
  const said = { answer: answer.kind, reason: reasonOf(answer), text_print: print, given_at: now }
  await sql
    .insertInto('meeting_voice_before')
    .values({ item_id: itemId, school_id: schoolId, person_id: person, ...said })
    .onConflict((conflict) => conflict.columns(['item_id', 'person_id']).doUpdateSet(said))
    .execute()
}

const reasonOf = (answer: Answer) =>
  answer.kind === 'consent' ? null : answer.kind === 'concern' ? answer.text : answer.reason

/** Takes one's own voice back, until the item has its turn: who comes after all speaks in the room. */
export function takeBackVoiceBefore(
  db: Db,
  seat: Seat,
  itemId: MeetingItemId,
): Promise<'taken-back' | BeforeNo | null> {
  return changeMeeting(db, seat.actor, seat.meetingId, async ({ sql, scene }) => {
    const item = itemOf(scene, itemId)
    if (item === null || seat.person === null) return refuse('item-gone')
    if (item.state !== 'to-come' || item.decisionId !== null) return refuse('item-begun')
    await sql
      .deleteFrom('meeting_voice_before')
      .where('item_id', '=', itemId)
      .where('person_id', '=', seat.person)
      .where('school_id', '=', seat.schoolId)
      .execute()
    return 'taken-back' as const
  })
}

const voices = (sql: Sql, actor: Actor) =>
  sql
    .selectFrom('meeting_voice_before')
    .innerJoin('meeting_item', 'meeting_item.id', 'meeting_voice_before.item_id')
    .innerJoin('meeting_voter', (join) =>
      join
        .onRef('meeting_voter.meeting_id', '=', 'meeting_item.meeting_id')
        .onRef('meeting_voter.person_id', '=', 'meeting_voice_before.person_id'),
    )
    .selectAll('meeting_voice_before')
    .where('meeting_voice_before.school_id', '=', actor.schoolId)
    .orderBy('meeting_voice_before.given_at')
    .orderBy('meeting_voice_before.person_id')

/**
 * The voices on an item of who has a voice in its meeting, to lay them in its first round: those whose print is that of
 * the text put to decision.
 */
export async function readVoicesBefore(
  sql: Sql,
  actor: Actor,
  itemId: MeetingItemId,
): Promise<VoiceBefore[]> {
  const rows = await voices(sql, actor).where('meeting_voice_before.item_id', '=', itemId).execute()
  return rows.map(voiceFrom)
}

/** All of a meeting: for its minutes, once the item was put to decision. */
export async function voicesBeforeOf(db: Db, actor: Actor, meetingId: MeetingId): Promise<VoiceBefore[]> {
  const rows = await db.read(actor, (sql) =>
    voices(sql, actor).where('meeting_item.meeting_id', '=', meetingId).execute(),
  )
  return rows.map(voiceFrom)
}

/** One's own, by item. */
export async function ownVoicesBefore(
  db: Db,
  actor: Actor,
  meetingId: MeetingId,
  person: PersonId,
): Promise<ReadonlyMap<MeetingItemId, VoiceBefore>> {
  const all = await voicesBeforeOf(db, actor, meetingId)
  return new Map(all.filter((voice) => voice.person === person).map((voice) => [voice.item, voice]))
}

function voiceFrom(row: Selectable<Tables['meeting_voice_before']>): VoiceBefore {
  return {
    item: row.item_id,
    person: row.person_id,
    answer: answerFrom(row),
    textPrint: row.text_print,
    givenAt: row.given_at,
  }
}

function answerFrom({ answer, reason }: Selectable<Tables['meeting_voice_before']>): Answer {
  if (answer === 'objection') return { kind: 'objection', reason: reason ?? '' }
  return answer === 'concern' ? { kind: 'concern', text: reason } : { kind: 'consent' }
}
