import type { Selectable } from 'kysely'
import type { Db, Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Day } from '../kernel/day.ts'
import { newId, type PersonId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Actor, Member } from '../session/actor.ts'
import type { Weekday } from './days.ts'
import { type Hours, type HoursId, type HoursRefusal, MOST_CLOSED, parseHours, type Turn } from './hours.ts'
import { mayKeepHours } from './office-may.ts'

/** Sole writer of office_hours and office_closed: office hours of each week, and the days on which there are none. */

export type HoursNo = Refusal<HoursRefusal | 'may-not'>

const hoursFrom = (row: Selectable<Tables['office_hours']>): Hours => ({
  id: row.id,
  person: row.person_id,
  weekday: row.weekday as Weekday,
  starts: row.starts,
  ends: row.ends,
  minutes: row.minutes as Turn,
  place: row.place,
})

/** The office hours of those who hold them now: coordinators who work at the school. By day and clock. */
export async function loadHours(sql: Sql, actor: Actor): Promise<Hours[]> {
  const rows = await sql
    .selectFrom('office_hours')
    .innerJoin('person', 'person.id', 'office_hours.person_id')
    .innerJoin('person_role', 'person_role.person_id', 'office_hours.person_id')
    .selectAll('office_hours')
    .where('office_hours.school_id', '=', actor.schoolId)
    .where('person.left_on', 'is', null)
    .where('person_role.role', '=', 'coordinator')
    .orderBy('office_hours.weekday')
    .orderBy('office_hours.starts')
    .orderBy('office_hours.id')
    .execute()
  return rows.map(hoursFrom)
}

/** Office hours of the whole school; for everybody of the team. */
export const officeHoursOf = (db: Db, actor: Actor): Promise<Hours[]> =>
  actor.kind === 'program' ? Promise.resolve([]) : db.read(actor, (sql) => loadHours(sql, actor))

/** Adds office hours of each week; of oneself. */
export async function addHours(
  db: Db,
  actor: Member,
  form: Readonly<Record<string, string | undefined>>,
): Promise<HoursId | HoursNo> {
  if (!mayKeepHours(actor).may) return refuse('may-not')
  return db.write(actor, async (sql, tx) => {
    await tx.hold(`days ${actor.personId}`)
    const own = (await loadHours(sql, actor)).filter(({ person }) => person === actor.personId)
    const given = parseHours(form, own)
    if (isRefusal(given)) return given
    const id: HoursId = newId<'office-hours'>()
    await sql
      .insertInto('office_hours')
      .values({ id, school_id: actor.schoolId, person_id: actor.personId, ...given })
      .execute()
    return id
  })
}

/** Takes own office hours away. Appointments that were made stay as they are: they are called off one by one. */
export async function dropHours(db: Db, actor: Member, id: HoursId): Promise<null | HoursNo> {
  if (!mayKeepHours(actor).may) return refuse('may-not')
  const { numDeletedRows } = await db.write(actor, (sql) =>
    sql
      .deleteFrom('office_hours')
      .where('id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .where('person_id', '=', actor.personId)
      .executeTakeFirstOrThrow(),
  )
  return numDeletedRows === 0n ? refuse('hours-gone') : null
}

/** On which days people have no office hours, from today on. */
export async function loadClosed(
  sql: Sql,
  actor: Actor,
  today: Day,
): Promise<{ readonly person: PersonId; readonly day: Day }[]> {
  const rows = await sql
    .selectFrom('office_closed')
    .select(['person_id', 'day'])
    .where('school_id', '=', actor.schoolId)
    .where('day', '>=', today)
    .orderBy('day')
    .execute()
  return rows.map(({ person_id, day }) => ({ person: person_id, day }))
}

/** The own days without office hours, from today on. */
export const closedOf = async (db: Db, actor: Member, today: Day): Promise<Day[]> =>
  (await db.read(actor, (sql) => loadClosed(sql, actor, today)))
    .filter(({ person }) => person === actor.personId)
    .map(({ day }) => day)

/** No office hours on a day, or (open) there are after all. */
export async function closeDay(
  db: Db,
  actor: Member,
  { day, isClosed }: { readonly day: Day; readonly isClosed: boolean },
  today: Day,
): Promise<null | HoursNo> {
  if (!mayKeepHours(actor).may) return refuse('may-not')
  if (day < today) return refuse('day-gone-by', 'day')
  const own = { school_id: actor.schoolId, person_id: actor.personId, day }
  return db.write(actor, async (sql, tx) => {
    await tx.hold(`days ${actor.personId}`)
    await sql
      .deleteFrom('office_closed')
      .where('school_id', '=', own.school_id)
      .where('person_id', '=', own.person_id)
      .where('day', '=', day)
      .execute()
    if (!isClosed) return null
    const others = (await loadClosed(sql, actor, today)).filter(({ person }) => person === actor.personId)
    if (others.length >= MOST_CLOSED) return refuse('hours-many', 'day')
    await sql.insertInto('office_closed').values(own).execute()
    return null
  })
}
