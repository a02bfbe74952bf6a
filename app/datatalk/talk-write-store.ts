import type { Updateable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import { dayOf, type Moment } from '../kernel/day.ts'
import { type DataTalkId, type LearningTeamId, newId } from '../kernel/id.ts'
import { isRefusal, type May, refuse } from '../kernel/refusal.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import { runningTeams } from '../school/team.ts'
import { readTeam } from '../school/team-store.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { MOST_TALKS, type Talk, type TalkHead, type TalkRefusal } from './talk.ts'
import { loadHeads, loadTalk } from './talk-load.ts'
import { mayBeginTalk, mayReadTalk, mayTakePart, mayWriteTalk, type TalkBecause } from './talk-may.ts'

/** With `talk-line-store`, `talk-goal-store` and `talk-tidy-store` the sole writer of data_talk and data_talk_line. */

export type TalkNo = TalkRefusal | { readonly refused: 'may-not'; readonly because: TalkBecause }

/** The refusal that follows from a right, or null when it is there. */
export const unless = (may: May<TalkBecause>): TalkNo | null =>
  may.may ? null : { refused: 'may-not', because: may.because }

export type NewTalk = {
  /** Null: of the whole team. */
  readonly team: LearningTeamId | null
  /** '': the three subjects together; checked by the caller. */
  readonly subject: string
}

/** The same sent within a minute: a form that was sent twice. In milliseconds. */
export const ONE_SENDING = 60_000

/** Begins a talk. The same sent twice is one talk. */
export function beginTalk(db: Db, actor: Actor, given: NewTalk, now: Moment): Promise<DataTalkId | TalkNo> {
  const no = unless(mayBeginTalk(actor, given.team))
  if (no) return Promise.resolve(no)
  return db.write(actor, async (sql, tx): Promise<DataTalkId | TalkNo> => {
    await tx.hold(`data-talks ${actor.schoolId}`)
    const teams = given.team === null ? [] : runningTeams(await readTeam(tx, actor))
    if (given.team !== null && !teams.some(({ id }) => id === given.team))
      return refuse('team-unknown', 'team')
    const schoolYear = schoolYearOf(dayOf(new Date(now)))
    const there = await loadHeads(sql, actor)
    const twice = there.find((talk) => isSentTwice(talk, actor, given, now))
    if (twice) return twice.id
    if (there.filter((talk) => talk.schoolYear === schoolYear).length >= MOST_TALKS)
      return refuse('talks-many')
    const id = newId<'data-talk'>()
    const nothing = { ended_at: null, shared_at: null, meeting_id: null, ...NO_GOAL }
    await sql
      .insertInto('data_talk')
      .values({
        id,
        school_id: actor.schoolId,
        learning_team_id: given.team,
        subject: given.subject,
        school_year: schoolYear,
        begun_at: now,
        begun_by: personOf(actor),
        ...nothing,
        revision: 1,
        changed_at: now,
      })
      .execute()
    return id
  })
}

const NO_GOAL = { plan_id: null, entry_id: null, amendment_id: null, goal_at: null }

const isSentTwice = (talk: TalkHead, actor: Actor, given: NewTalk, now: Moment) =>
  talk.team === given.team &&
  talk.subject === given.subject &&
  talk.begunBy === personOf(actor) &&
  Date.parse(now) - Date.parse(talk.begunAt) < ONE_SENDING

export type InTalk = { readonly sql: Sql; readonly tx: Db; readonly talk: Talk }

/**
 * One act on a talk while nobody else changes it; a good one raises its revision and tells the screens. Null: no such
 * talk for this actor. `may` is asked of the talk as it stands now.
 */
export function onTalk<Done, No extends { readonly refused: string } = never>(
  db: Db,
  actor: Actor,
  {
    id,
    now,
    may = mayWriteTalk,
  }: { id: DataTalkId; now: Moment; may?: (actor: Actor, talk: Talk) => May<TalkBecause> },
  act: (at: InTalk) => Promise<Done | No | TalkNo>,
): Promise<Done | No | TalkNo | null> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(id)
    const talk = await loadTalk(sql, actor, id)
    if (talk === null || !mayReadTalk(actor, talk).may) return null
    const no = unless(may(actor, talk))
    if (no) return no
    const done = await act({ sql, tx, talk })
    if (isRefusal(done)) return done
    await changeHead(sql, actor, talk, { revision: talk.revision + 1, changed_at: now })
    tx.announce({ topic: 'talk', schoolId: actor.schoolId, id })
    return done
  })
}

type HeadChange = Partial<Omit<Updateable<Tables['data_talk']>, 'id' | 'school_id'>>

/** Writes what became of a talk, inside an act on it. */
export const changeHead = (sql: Sql, actor: Actor, { id }: Pick<Talk, 'id'>, change: HeadChange) =>
  sql
    .updateTable('data_talk')
    .set(change)
    .where('id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .execute()

/** Opens a talk to everybody of the school, or closes it again to who does not sit at it. */
export const shareTalk = (db: Db, actor: Actor, id: DataTalkId, isShared: boolean, now: Moment) =>
  setHead(db, actor, id, { shared_at: isShared ? now : null }, now)

/** Rounds a talk off, or goes on with it. */
export const endTalk = (db: Db, actor: Actor, id: DataTalkId, isEnded: boolean, now: Moment) =>
  setHead(db, actor, id, { ended_at: isEnded ? now : null }, now)

const setHead = (db: Db, actor: Actor, id: DataTalkId, change: HeadChange, now: Moment) =>
  onTalk<'done'>(db, actor, { id, now, may: mayTakePart }, async ({ sql, talk }) => {
    await changeHead(sql, actor, talk, change)
    return 'done'
  })

/** Throws away a talk in which nothing was written. */
export const throwTalkAway = (db: Db, actor: Actor, id: DataTalkId) =>
  db.write(actor, async (sql, tx): Promise<'done' | TalkNo | null> => {
    await tx.hold(id)
    const talk = await loadTalk(sql, actor, id)
    if (talk === null || !mayReadTalk(actor, talk).may) return null
    const no = unless(mayWriteTalk(actor, talk))
    if (no) return no
    if (talk.lines.length > 0 || talk.goal !== null) return refuse('talk-not-empty')
    await sql.deleteFrom('data_talk').where('id', '=', id).where('school_id', '=', actor.schoolId).execute()
    tx.announce({ topic: 'talk', schoolId: actor.schoolId, id })
    return 'done'
  })
