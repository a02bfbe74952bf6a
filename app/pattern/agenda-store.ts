import { type AheadNo, putPoint } from '../agenda/ahead-store.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { MeetingId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import type { WhichPattern } from './pattern.ts'
import { onPattern, type PatternNo, writeRecord } from './pattern-store.ts'
import type { PatternCard } from './scene.ts'

type Given = {
  readonly meetingId: MeetingId
  words(card: PatternCard): { readonly title: string; readonly text: string }
}

/** Puts a pattern on the agenda of a meeting as a point of its own: theme and number. Who may is what the meeting says. */
export const putOnAgenda = (db: Db, actor: Actor, which: WhichPattern, given: Given, now: Moment) =>
  onPattern<'done', PatternNo | AheadNo>(db, actor, which, now, async ({ sql, tx, card, id }) => {
    if (card.record?.meetingId === given.meetingId) return refuse('on-agenda')
    const done = await putPoint(tx, actor, given.meetingId, given.words(card), now)
    if (isRefusal(done)) return done
    await writeRecord(sql, actor, id, { meeting_id: given.meetingId }, now)
    return 'done'
  })
