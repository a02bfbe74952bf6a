import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Day, Moment } from '../kernel/day.ts'
import { mondayOf } from '../kernel/days.ts'
import { newId, type PersonId, type TimeEntryId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Aim, Domain } from '../plan/entry.ts'
import { type Actor, personOf } from '../session/actor.ts'
import {
  type Activity,
  type AdHoc,
  type Counts,
  MOST_A_WEEK,
  type Source,
  type Subject,
  subjectKey,
  type TimeRefusal,
  type What,
} from './time.ts'
import { mayKeepTime, type TimeBecause } from './time-may.ts'
import { sundayOf } from './week.ts'

/** Sole writer of time_entry: the own time of who coordinates. Every read and write begins at its owner. */

export type TimeNo = Refusal<TimeRefusal> | { readonly refused: 'may-not'; readonly because: TimeBecause }

/** Whose time it is; a refusal for everybody who keeps none. */
export function ownerOf(actor: Actor): PersonId | TimeNo {
  const may = mayKeepTime(actor)
  const person = personOf(actor)
  return may.may && person ? person : { refused: 'may-not', because: may.because }
}

/** The what of a row of whichever table. */
export function subjectOf(
  row: Pick<Selectable<Tables['time_entry']>, 'what' | 'entry_id' | 'ad_hoc'>,
): Subject {
  if (row.what === 'entry' && row.entry_id) return { what: 'entry', entryId: row.entry_id }
  if (row.what === 'ad-hoc') return { what: 'ad-hoc', adHoc: (row.ad_hoc ?? 'other') as AdHoc }
  return { what: row.what as Exclude<What, 'entry' | 'ad-hoc'> }
}

export const subjectRow = (subject: Subject) => ({
  what: subject.what,
  entry_id: subject.what === 'entry' ? subject.entryId : null,
  ad_hoc: subject.what === 'ad-hoc' ? subject.adHoc : null,
})

const activityFrom = (row: Selectable<Tables['time_entry']>): Activity => ({
  id: row.id,
  subject: subjectOf(row),
  day: row.on_day,
  startedAt: row.started_at,
  minutes: row.minutes,
  aim: row.aim as Aim | null,
  domains: row.domains === '' ? [] : (row.domains.split(',') as Domain[]),
  source: row.source as Source,
  madeAt: row.made_at,
})

const rowsOf = (sql: Sql, actor: Actor, owner: PersonId) =>
  sql
    .selectFrom('time_entry')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where('person_id', '=', owner)

/** The actor's own time from one day to another, both included, in the order in which it was; none of who keeps none. */
export async function activitiesOf(db: Db, actor: Actor, from: Day, to: Day): Promise<Activity[]> {
  const owner = ownerOf(actor)
  if (typeof owner !== 'string') return []
  const rows = await db.read(actor, (sql) =>
    rowsOf(sql, actor, owner)
      .where('on_day', '>=', from)
      .where('on_day', '<=', to)
      .orderBy('on_day')
      .orderBy('id')
      .execute(),
  )
  return rows.map(activityFrom)
}

/** What was written down last, whenever it was for; null when nothing was. */
export async function lastActivity(db: Db, actor: Actor): Promise<Activity | null> {
  const owner = ownerOf(actor)
  if (typeof owner !== 'string') return null
  const row = await db.read(actor, (sql) =>
    rowsOf(sql, actor, owner).where('source', '=', 'tap').orderBy('id', 'desc').limit(1).executeTakeFirst(),
  )
  return row ? activityFrom(row) : null
}

/** One of the actor's own; null when there is none by that id. */
export async function activityOf(db: Db, actor: Actor, id: TimeEntryId): Promise<Activity | null> {
  const owner = ownerOf(actor)
  if (typeof owner !== 'string') return null
  const row = await db.read(actor, (sql) => rowsOf(sql, actor, owner).where('id', '=', id).executeTakeFirst())
  return row ? activityFrom(row) : null
}

export type NewTime = Counts &
  Pick<Activity, 'subject' | 'day' | 'startedAt' | 'minutes' | 'source'> & {
    /** Of the form that it was sent with: the same piece sent twice with it is written down once. */
    readonly once: string
    /** How long it was as that form says it, where beginning and minutes are reckoned from now. */
    readonly said?: string
  }

/** Writes down a piece of time, or answers the one that the same form wrote down before. */
export function logTime(db: Db, actor: Actor, given: NewTime, now: Moment): Promise<TimeEntryId | TimeNo> {
  return db.write(actor, async (sql, tx) => {
    const written = await logWithin(sql, tx, actor, given, now)
    return isRefusal(written) ? written : written.id
  })
}

/** A piece of time by its id, and whether it was not there before. */
export type Written = { readonly id: TimeEntryId; readonly isNew: boolean }

/** The same inside a transaction of one's own; tells whether it was there already. */
export async function logWithin(
  sql: Sql,
  tx: Db,
  actor: Actor,
  given: NewTime,
  now: Moment,
): Promise<Written | TimeNo> {
  const owner = ownerOf(actor)
  if (typeof owner !== 'string') return owner
  await tx.hold(owner)
  const once_key = onceKey(given)
  const before = await rowsOf(sql, actor, owner).where('once_key', '=', once_key).executeTakeFirst()
  if (before) return { id: before.id, isNew: false }
  if ((await countInWeek(sql, actor, owner, given.day)) >= MOST_A_WEEK) return refuse('too-many')
  const id = newId<'time-entry'>()
  await sql
    .insertInto('time_entry')
    .values({
      id,
      school_id: actor.schoolId,
      person_id: owner,
      ...subjectRow(given.subject),
      on_day: given.day,
      started_at: given.startedAt,
      minutes: given.minutes,
      aim: given.aim,
      domains: given.domains.join(','),
      source: given.source,
      once_key,
      made_at: now,
    })
    .execute()
  return { id, isNew: true }
}

/** Somebody who goes back in the browser sends the same form with something else in it: that is something else. */
const onceKey = ({ once, subject, day, startedAt, minutes, said }: NewTime) =>
  [once, subjectKey(subject), day, said ?? `${startedAt ?? ''} ${minutes}`].join(' ')

async function countInWeek(sql: Sql, actor: Actor, owner: PersonId, day: Day) {
  const week = mondayOf(day)
  const { count } = await sql
    .selectFrom('time_entry')
    .select((is) => is.fn.countAll<number | string>().as('count'))
    .where('school_id', '=', actor.schoolId)
    .where('person_id', '=', owner)
    .where('on_day', '>=', week)
    .where('on_day', '<=', sundayOf(week))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export type Change = Partial<Counts & Pick<Activity, 'day' | 'minutes' | 'subject'>>

/** Changes a piece of one's own time. One that was counted by the clock keeps its beginning, unless its day changes. */
export function changeTime(db: Db, actor: Actor, id: TimeEntryId, change: Change): Promise<null | TimeNo> {
  const owner = ownerOf(actor)
  if (typeof owner !== 'string') return Promise.resolve(owner)
  return db.write(actor, async (sql, tx) => {
    await tx.hold(owner)
    const row = await rowsOf(sql, actor, owner).where('id', '=', id).executeTakeFirst()
    if (!row) return refuse('gone')
    const movesDay = change.day !== undefined && change.day !== row.on_day
    await sql
      .updateTable('time_entry')
      .set({
        ...(change.subject ? subjectRow(change.subject) : {}),
        on_day: change.day ?? row.on_day,
        started_at: movesDay ? null : row.started_at,
        minutes: change.minutes ?? row.minutes,
        aim: change.aim === undefined ? row.aim : change.aim,
        domains: change.domains === undefined ? row.domains : change.domains.join(','),
      })
      .where('id', '=', id)
      .where('person_id', '=', owner)
      .where('school_id', '=', actor.schoolId)
      .execute()
    return null
  })
}

/** Takes away a piece of one's own time: nothing of it stays. */
export function removeTime(db: Db, actor: Actor, id: TimeEntryId): Promise<null | TimeNo> {
  const owner = ownerOf(actor)
  if (typeof owner !== 'string') return Promise.resolve(owner)
  return db.write(actor, async (sql) => {
    const gone = await sql
      .deleteFrom('time_entry')
      .where('id', '=', id)
      .where('person_id', '=', owner)
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirst()
    return Number(gone.numDeletedRows) === 0 ? refuse('gone') : null
  })
}
