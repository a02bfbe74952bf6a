import { readAdoption } from '../adoption/adoption-store.ts'
import { readAdoptedSince } from '../adoption/seal-store.ts'
import { meetingFrom } from '../adoption/sealed-meeting.ts'
import type { Db } from '../db/database.ts'
import { readShared } from '../db/shared-reading.ts'
import { adoptStand, wholeItem } from '../deciding/adopt.ts'
import { yearTitle } from '../kernel/school-year.ts'
import type { Scene } from '../meeting/meeting.ts'
import type { AtSeat } from '../meeting/seat-desk.ts'
import type { Actor } from '../session/actor.ts'
import type { SealedHere } from './sealed.ts'

/** Null: this meeting has no plan that was sealed since it was opened. All screens together read it once. */
export async function sealedHere(
  db: Db,
  actor: Actor,
  { meeting, items }: Scene,
): Promise<SealedHere | null> {
  const { planId, opened } = meeting
  const asksWhole = items.some(({ kind, decisionId }) => kind === 'plan' && decisionId !== null)
  if (planId === null || opened === null || !asksWhole) return null
  return readShared(db, `sealed here ${meeting.schoolId} ${meeting.id}`, async () => {
    const version = await readAdoptedSince(db, actor, planId, opened.at)
    if (version === null) return null
    const { number, record, schoolYear } = version
    const isOfOther = (meetingFrom(record)?.id ?? meeting.id) !== meeting.id
    return isOfOther ? null : { planId, number, year: yearTitle(schoolYear) }
  })
}

/** Everything on the agenda is done and everything stands: what is left is to adopt the plan. */
export async function canSeal({ desk, seat, scene }: AtSeat): Promise<boolean> {
  const { meeting, items } = scene
  const isThrough = meeting.current === null && items.every(({ state }) => state !== 'to-come')
  if (meeting.phase === 'prepare' || meeting.planId === null || !isThrough) return false
  if (!items.some(({ kind, decisionId }) => kind === 'plan' && decisionId !== null)) return false
  const adoption = await readAdoption(desk.db, seat.actor, meeting.planId, desk.now)
  if (adoption?.plan.phase !== 'decision') return false
  return adoptStand(adoption.states).is === 'ready' && wholeItem(scene, adoption.states) !== null
}
