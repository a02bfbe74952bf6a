import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { AnalysisId, DataTalkId, MeetingId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { addItems } from '../meeting/agenda-store.ts'
import type { PlanningNo } from '../meeting/meeting-plan.ts'
import type { Actor } from '../session/actor.ts'
import { type MeetingLine, sortMeetings } from './meetings.ts'
import { readMeetings } from './meetings-store.ts'

/** In minutes: a first talk about something. */
const A_TALK = 15

/** The meetings on whose agenda something can be put, the first to come first. */
export async function meetingsAhead(db: Db, actor: Actor, now: Moment): Promise<MeetingLine[]> {
  const open = (await readMeetings(db, actor)).filter(({ cancelledAt }) => cancelledAt === null)
  return sortMeetings(open, now).coming.filter(({ startsAt }) => startsAt > now)
}

export type AheadNo = PlanningNo | Refusal<'meeting-gone'>

/**
 * Puts a point of free words on the agenda of a meeting to come. Who may is what the meeting says. `about`: the data talk
 * or analysis that it shows, which is not put there twice.
 */
export async function putPoint(
  db: Db,
  actor: Actor,
  meetingId: MeetingId,
  words: { readonly title: string; readonly text: string; readonly about?: DataTalkId | AnalysisId },
  now: Moment,
): Promise<'done' | AheadNo> {
  const ahead = await meetingsAhead(db, actor, now)
  if (!ahead.some((meeting) => meeting.id === meetingId)) return refuse('meeting-gone')
  const point = {
    kind: 'free',
    subjectId: words.about ?? null,
    title: words.title,
    text: words.text,
    purpose: 'opinion',
    minutes: A_TALK,
    carriedFrom: null,
  } as const
  const done = await addItems(db, actor, meetingId, [point])
  if (done === null) return refuse('meeting-gone')
  return isRefusal(done) ? done : 'done'
}
