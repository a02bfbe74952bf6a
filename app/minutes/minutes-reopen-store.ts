import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { LeadRefusal } from '../meeting/run.ts'
import { leadMeeting } from '../meeting/run-store.ts'
import { changeMeeting } from '../meeting/scene-store.ts'
import type { Seat } from '../meeting/seat.ts'
import { stateIn } from './minutes-state-load.ts'
import { takeBackPut } from './minutes-store.ts'
import { tellConfirming } from './minutes-tell-store.ts'

/**
 * Opens a meeting again that was closed by mistake. Minutes that lay before the team are being completed again: they
 * end with the meeting. Once they are confirmed it stays closed. Null: no such meeting.
 */
export function reopenMeeting(
  db: Db,
  seat: Seat,
  now: Moment,
): Promise<'led' | Refusal<LeadRefusal | 'sealed-stays-closed'> | null> {
  const { actor, meetingId } = seat
  return changeMeeting(db, actor, meetingId, async ({ sql, tx }) => {
    if ((await stateIn(sql, actor, meetingId)) === 'sealed') return refuse('sealed-stays-closed')
    const led = await leadMeeting(tx, seat, { act: 'reopen' }, now)
    if (led === null || isRefusal(led)) return led ?? refuse('not-closed')
    await takeBackPut(sql, actor, meetingId)
    await tellConfirming(sql, tx, actor, meetingId)
    return led
  })
}
