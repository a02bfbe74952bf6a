import { readAdoption } from '../adoption/adoption-store.ts'
import type { Version } from '../adoption/seal.ts'
import { adoptPlan, type SealWords } from '../adoption/seal-store.ts'
import type { Db } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { MeetingId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { putMrDay } from '../meeting/item-put-store.ts'
import { changeMeeting } from '../meeting/scene-store.ts'
import type { Seat } from '../meeting/seat.ts'
import { meetingRecord, wholeItem } from './adopt.ts'
import { mayAdopt } from './adopt-may.ts'
import type { DecideNo } from './decide.ts'

export type Adopting = {
  readonly db: Db
  readonly seat: Seat
  readonly meetingId: MeetingId
  readonly now: Moment
  readonly words: Omit<SealWords, 'meeting'>
  /** The day on which the participation council (MR) was told; null: not said. */
  readonly mrInformedOn: Day | null
}

/**
 * Seals the plan that the team decided on in this meeting, with the record of the meeting: when the whole and every
 * part stand, and no term for absent colleagues runs. Null: no such meeting here.
 */
export function sealInMeeting(at: Adopting): Promise<Version | DecideNo | null> {
  const { db, seat, meetingId, now, words, mrInformedOn } = at
  return changeMeeting<Version | DecideNo>(db, seat.actor, meetingId, async ({ sql, tx, scene }) => {
    const { meeting } = scene
    if (!mayAdopt(seat, meeting).may) return refuse('only-chair-adopts')
    if (meeting.phase === 'prepare' || meeting.cancelledAt !== null) return refuse('not-running')
    const adoption = meeting.planId && (await readAdoption(tx, seat.actor, meeting.planId, now))
    if (!adoption) return refuse('no-plan')
    if (wholeItem(scene, adoption.states) === null) return refuse('whole-not-here')
    const sealed = { ...words, meeting: meetingRecord(scene) }
    const version = await adoptPlan(tx, seat.actor, adoption.plan.id, sealed, now)
    if (!isRefusal(version) && mrInformedOn !== null) await putMrDay(sql, meeting, mrInformedOn)
    return version
  })
}

/** Notes on which day the participation council was told; null takes it away. */
export function tellMr(
  db: Db,
  seat: Seat,
  meetingId: MeetingId,
  day: Day | null,
): Promise<'told' | DecideNo | null> {
  return changeMeeting<'told' | DecideNo>(db, seat.actor, meetingId, async ({ sql, scene }) => {
    if (!mayAdopt(seat, scene.meeting).may) return refuse('only-chair-adopts')
    await putMrDay(sql, scene.meeting, day)
    return 'told'
  })
}
