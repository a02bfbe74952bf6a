import { type AheadNo, putPoint } from '../agenda/ahead-store.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { MeetingId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import type { Analysis } from './analysis.ts'
import { type AnalysisNo, onAnalysis, type WhichVersion, writeMeeting } from './analysis-store.ts'

type Given = { readonly meetingId: MeetingId; titleOf(analysis: Analysis): string }

/** Puts an analysis that the team reads on the agenda of a meeting, which shows what it says. Who may is what the meeting says as well. */
export const putOnAgenda = (db: Db, actor: Actor, which: WhichVersion, given: Given, now: Moment) =>
  onAnalysis<'done', AnalysisNo | AheadNo>(db, actor, which, async ({ sql, tx, analysis }) => {
    if (analysis.version.sharedAt === null) return refuse('not-shared')
    if (analysis.meetingId === given.meetingId) return refuse('on-agenda')
    const words = { title: given.titleOf(analysis), text: '', about: which.id }
    const done = await putPoint(tx, actor, given.meetingId, words, now)
    if (isRefusal(done)) return done
    await writeMeeting(sql, actor, which.id, given.meetingId)
    return 'done'
  })
