import { type MeetingLine, sortMeetings } from '../agenda/meetings.ts'
import { readMeetings } from '../agenda/meetings-store.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { MeetingId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { addItems } from '../meeting/agenda-store.ts'
import type { PlanningNo } from '../meeting/meeting-plan.ts'
import type { Actor } from '../session/actor.ts'
import type { WhichPattern } from './pattern.ts'
import { onPattern, type PatternNo, writeRecord } from './pattern-store.ts'
import type { PatternCard } from './scene.ts'

/** In minutes: a first talk about what comes back. */
const A_TALK = 15

/** The meetings on whose agenda a pattern can be put, the first to come first. */
export async function meetingsAhead(db: Db, actor: Actor, now: Moment): Promise<MeetingLine[]> {
  const open = (await readMeetings(db, actor)).filter(({ cancelledAt }) => cancelledAt === null)
  return sortMeetings(open, now).coming.filter(({ startsAt }) => startsAt > now)
}

type Given = {
  readonly meetingId: MeetingId
  words(card: PatternCard): { readonly title: string; readonly text: string }
}

/** Puts a pattern on the agenda of a meeting as a point of its own: theme and number. Who may is what the meeting says. */
export const putOnAgenda = (db: Db, actor: Actor, which: WhichPattern, given: Given, now: Moment) =>
  onPattern<'done', PatternNo | PlanningNo>(db, actor, which, now, async ({ sql, tx, card, id }) => {
    if (card.record?.meetingId === given.meetingId) return refuse('on-agenda')
    const ahead = await meetingsAhead(tx, actor, now)
    if (!ahead.some((meeting) => meeting.id === given.meetingId)) return refuse('meeting-gone')
    const point = {
      kind: 'free',
      subjectId: null,
      purpose: 'opinion',
      minutes: A_TALK,
      carriedFrom: null,
    } as const
    const done = await addItems(tx, actor, given.meetingId, [{ ...point, ...given.words(card) }])
    if (done === null) return refuse('meeting-gone')
    if (isRefusal(done)) return done
    await writeRecord(sql, actor, id, { meeting_id: given.meetingId }, now)
    return 'done'
  })
