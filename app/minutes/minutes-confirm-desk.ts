import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { AmendmentId, EntryId, MeetingId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import type { MeetingItem, Scene } from '../meeting/meeting.ts'
import { forgetSaid } from '../meeting/minutes-forget-store.ts'
import { loadScene } from '../meeting/scene-load.ts'
import { changeMeeting, touchMeeting } from '../meeting/scene-store.ts'
import { seenLast } from '../round/round-standing.ts'
import { readDecisionFor } from '../round/round-store.ts'
import { type Actor, personOf } from '../session/actor.ts'
import type { Minutes } from './minutes.ts'
import { flushNotes, gatherMinutes, printOfMinutes, wordsOfSchool } from './minutes-desk.ts'
import { mayConfirmMinutes } from './minutes-may.ts'
import { stateIn } from './minutes-state-load.ts'
import { type MinutesNo, sealMinutes } from './minutes-store.ts'

export type Confirming = {
  readonly db: Db
  readonly actor: Actor
  /** Whose minutes. */
  readonly meetingId: MeetingId
  /** The meeting that has them on its agenda, and runs. */
  readonly confirmedIn: MeetingId
  readonly now: Moment
}

/**
 * The team confirms the minutes of an earlier meeting: they are sealed as they stand. Where a round was held on it, that
 * stands first. What people said in that meeting is gone from then on, but for what the minutes tell without a name.
 * Null: no such meetings.
 */
export async function confirmMinutes(at: Confirming): Promise<'sealed' | MinutesNo | null> {
  await flushNotes(at.db, at.meetingId)
  return changeMeeting(at.db, at.actor, at.meetingId, async ({ sql, tx, scene }) => {
    const later = await loadScene(sql, at.actor, at.confirmedIn)
    const item = later?.items.find((one) => one.kind === 'minutes' && one.subjectId === at.meetingId)
    const by = personOf(at.actor)
    if (!later || !item || by === null) return { refused: 'may-not', because: 'only-its-chair' } as const
    const words = await wordsOfSchool(tx, at.actor)
    const minutes = await gatherMinutes({ db: tx, now: at.now }, at.actor, scene, words)
    const no = (await whyNotConfirmed(sql, at, later, item)) ?? (await whyNotByRound(tx, at, item, minutes))
    if (no) return no
    const sealing = {
      minutes,
      trackOf: await tracksIn(sql, at.actor, scene),
      confirmedIn: at.confirmedIn,
      decisionId: item.decisionId,
    }
    await sealMinutes(sql, at.actor, sealing, by, at.now)
    await forgetSaid(sql, at.actor, scene)
    await touchMeeting(sql, tx, at.actor, at.confirmedIn)
    return 'sealed'
  })
}

async function whyNotConfirmed(
  sql: Sql,
  { actor, meetingId }: Confirming,
  later: Scene,
  item: MeetingItem,
): Promise<MinutesNo | null> {
  const may = mayConfirmMinutes(actor, later.meeting, item)
  if (!may.may) return { refused: 'may-not', because: may.because }
  const state = await stateIn(sql, actor, meetingId)
  if (state === 'sealed') return refuse('minutes-sealed')
  return state === 'draft' ? refuse('minutes-not-put') : null
}

/** Where a round was held on them it stands, and on these very words. */
async function whyNotByRound(
  tx: Db,
  { actor, now }: Confirming,
  { decisionId }: MeetingItem,
  minutes: Minutes,
): Promise<MinutesNo | null> {
  const decision = decisionId && (await readDecisionFor(tx, actor, decisionId, null, now))
  if (!decision) return null
  if (decision.standing.now.is !== 'stands') return refuse('round-not-stands')
  return seenLast(decision).content.includes(printOfMinutes(minutes)) ? null : refuse('minutes-changed')
}

/** The teacher's track of which an item holds the text: with that it goes, when its term has come. */
async function tracksIn(sql: Sql, actor: Actor, { items }: Scene) {
  const subjects = await subjectsOf(sql, actor, items)
  const ids = [...new Set(subjects.values())] as EntryId[]
  const tracks =
    ids.length === 0
      ? []
      : await sql
          .selectFrom('entry')
          .select('id')
          .where('school_id', '=', actor.schoolId)
          .where('kind', '=', 'teacher-track')
          .where('id', 'in', ids)
          .execute()
  const known = new Set<string>(tracks.map(({ id }) => id))
  return (item: string): EntryId | null => {
    const subject = subjects.get(item)
    return subject !== undefined && known.has(subject) ? (subject as EntryId) : null
  }
}

/** What each item is about; an amendment is about what it amends. */
async function subjectsOf(sql: Sql, actor: Actor, items: readonly MeetingItem[]) {
  const subjects = new Map(
    items.flatMap(({ id, subjectId }) => (subjectId ? [[id as string, subjectId]] : [])),
  )
  const amended = items.flatMap(({ kind, subjectId }) =>
    kind === 'amendment' && subjectId ? [subjectId] : [],
  )
  if (amended.length === 0) return subjects
  const rows = await sql
    .selectFrom('amendment')
    .select(['id', 'subject_id'])
    .where('school_id', '=', actor.schoolId)
    .where('id', 'in', amended as AmendmentId[])
    .execute()
  const about = new Map<string, string>(rows.map(({ id, subject_id }) => [id, subject_id ?? id] as const))
  return new Map([...subjects].map(([item, subject]) => [item, about.get(subject) ?? subject]))
}
