import type { Db, Sql } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import type { PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import type { Roster } from '../plan/roster.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Actor, Member } from '../session/actor.ts'
import { freeDaysOf } from '../year/holiday-store.ts'
import {
  type DaysRefusal,
  type PersonDays,
  presenceOn,
  type Standing,
  type Weekday,
  type WhoIsIn,
} from './days.ts'
import { mayKeepHours, maySeeDays, mayTellDays } from './office-may.ts'

/** Sole writer of office_weekday, office_day and office_stand_in: who is in school when, and who stands in. */

export type DaysNo = Refusal<DaysRefusal | 'may-not'>

/** Single days that can be kept at once, and how far ahead. */
const [MOST_SINGLE, DAYS_AHEAD] = [100, 400]

/** When everybody who works at the school is there, as each said for themselves; who never said so is not in it. */
export function daysOf(db: Db, actor: Actor): Promise<ReadonlyMap<PersonId, PersonDays>> {
  if (!maySeeDays(actor).may) return Promise.resolve(new Map())
  return db.read(actor, (sql) => loadDays(sql, actor))
}

async function loadDays(sql: Sql, actor: Actor): Promise<ReadonlyMap<PersonId, PersonDays>> {
  const { schoolId } = actor
  const weekdays = await sql
    .selectFrom('office_weekday')
    .selectAll()
    .where('school_id', '=', schoolId)
    .execute()
  const singles = await sql.selectFrom('office_day').selectAll().where('school_id', '=', schoolId).execute()
  const people = new Set([...weekdays, ...singles].map(({ person_id }) => person_id))
  const daysOfOne = (person: PersonId): PersonDays => ({
    week: weekOf(weekdays.filter((row) => row.person_id === person)),
    single: new Map(
      singles.filter((row) => row.person_id === person).map(({ day, is_in }) => [day, is_in === 1]),
    ),
  })
  return new Map([...people].map((person) => [person, daysOfOne(person)]))
}

const weekOf = (rows: readonly { weekday: number; part: string }[]): PersonDays['week'] =>
  Object.fromEntries(rows.map(({ weekday, part }) => [weekday, part]))

/** Who is in school on a day, and who stands in for whom. Why somebody is not there, nobody is told. */
export async function whoIsIn(db: Db, actor: Actor, day: Day): Promise<WhoIsIn> {
  if (!maySeeDays(actor).may) return { day, people: new Map(), coordinators: [] }
  const roster = await readRoster(db, actor)
  return db.read(actor, async (sql) => {
    const days = await loadDays(sql, actor)
    const rows = await sql
      .selectFrom('office_stand_in')
      .select(['person_id', 'stand_in_id'])
      .where('school_id', '=', actor.schoolId)
      .execute()
    return putTogether(day, roster, days, new Map(rows.map((row) => [row.person_id, row.stand_in_id])))
  })
}

function putTogether(
  day: Day,
  { people }: Pick<Roster, 'people'>,
  days: ReadonlyMap<PersonId, PersonDays>,
  standIns: ReadonlyMap<PersonId, PersonId>,
): WhoIsIn {
  const here = people.filter(({ hasLeft }) => !hasLeft)
  const standing = (id: PersonId | undefined): Standing | null => {
    const person = here.find((one) => one.id === id)
    return person
      ? { id: person.id, name: person.name, presence: presenceOn(days.get(person.id), day) }
      : null
  }
  return {
    day,
    people: new Map(here.map(({ id }) => [id, presenceOn(days.get(id), day)])),
    coordinators: here.flatMap(({ id, roles }) => {
      const one = roles.includes('coordinator') ? standing(id) : null
      return one ? [{ ...one, standIn: standing(standIns.get(id)) }] : []
    }),
  }
}

/** Whether there is school on a day, as the year circle has it: else nobody is there and nobody stands in. */
export const isSchoolDay = async (db: Db, actor: Actor, day: Day): Promise<boolean> =>
  !(await freeDaysOf(db, actor, schoolYearOf(day))).isFree(day)

/** The own weekdays, in the place of what was there. None: nobody knows when this person is there. */
export async function tellWeek(db: Db, actor: Member, week: PersonDays['week']): Promise<null | DaysNo> {
  if (!mayTellDays(actor).may) return refuse('may-not')
  const own = { school_id: actor.schoolId, person_id: actor.personId }
  const rows = Object.entries(week).map(([weekday, part]) => ({
    ...own,
    weekday: Number(weekday) as Weekday,
    part,
  }))
  return db.write(actor, async (sql, tx) => {
    await tx.hold(`days ${actor.personId}`)
    await sql
      .deleteFrom('office_weekday')
      .where('school_id', '=', own.school_id)
      .where('person_id', '=', own.person_id)
      .execute()
    if (rows.length > 0) await sql.insertInto('office_weekday').values(rows).execute()
    return null
  })
}

/** One day unlike the others: there, not there, or (null) as every week again. */
export async function tellDay(
  db: Db,
  actor: Member,
  { day, isIn }: { readonly day: Day; readonly isIn: boolean | null },
  today: Day,
): Promise<null | DaysNo> {
  if (!mayTellDays(actor).may) return refuse('may-not')
  if (day < today) return refuse('day-gone-by', 'day')
  if (day > plusDays(today, DAYS_AHEAD)) return refuse('day-unknown', 'day')
  return db.write(actor, async (sql, tx) => {
    await tx.hold(`days ${actor.personId}`)
    await forgetDay(sql, actor, day)
    if (isIn === null) return null
    if ((await countAhead(sql, actor, today)) >= MOST_SINGLE) return refuse('days-many', 'day')
    await sql
      .insertInto('office_day')
      .values({ school_id: actor.schoolId, person_id: actor.personId, day, is_in: isIn ? 1 : 0 })
      .execute()
    return null
  })
}

const forgetDay = (sql: Sql, actor: Member, day: Day) =>
  sql
    .deleteFrom('office_day')
    .where('school_id', '=', actor.schoolId)
    .where('person_id', '=', actor.personId)
    .where('day', '=', day)
    .execute()

async function countAhead(sql: Sql, actor: Member, today: Day): Promise<number> {
  const rows = await sql
    .selectFrom('office_day')
    .select('day')
    .where('school_id', '=', actor.schoolId)
    .where('person_id', '=', actor.personId)
    .where('day', '>=', today)
    .execute()
  return rows.length
}

/** Whom a coordinator chooses to stand in; null: nobody. */
export async function chooseStandIn(
  db: Db,
  actor: Member,
  standIn: PersonId | null,
  now: Moment,
): Promise<null | DaysNo> {
  if (!mayKeepHours(actor).may) return refuse('may-not')
  if (standIn === actor.personId) return refuse('stand-in-is-you', 'standIn')
  const { people } = await readRoster(db, actor)
  const isHere = people.some(({ id, hasLeft }) => id === standIn && !hasLeft)
  if (standIn !== null && !isHere) return refuse('stand-in-unknown', 'standIn')
  return db.write(actor, async (sql, tx) => {
    await tx.hold(`days ${actor.personId}`)
    const own = { school_id: actor.schoolId, person_id: actor.personId }
    await sql
      .deleteFrom('office_stand_in')
      .where('school_id', '=', own.school_id)
      .where('person_id', '=', own.person_id)
      .execute()
    if (standIn !== null)
      await sql
        .insertInto('office_stand_in')
        .values({ ...own, stand_in_id: standIn, changed_at: now })
        .execute()
    return null
  })
}
