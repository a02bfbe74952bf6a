import type { Db, Sql } from '../db/database.ts'
import { type Day, dayOf, type Moment } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import type { PersonId } from '../kernel/id.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import { type Actor, type Member, personOf } from '../session/actor.ts'
import type { FreeDays } from '../year/free-days.ts'
import { freeDaysOf } from '../year/holiday-store.ts'
import { isComing } from './appointment.ts'
import { loadAppointmentsOf } from './appointment-load.ts'
import { loadBusySpan } from './busy-load.ts'
import { presenceOn } from './days.ts'
import { daysOf } from './days-store.ts'
import {
  DAYS_AHEAD,
  type FreeSlot,
  freeOf,
  type IsShut,
  type OfficeLine,
  spanAhead,
  turnsAhead,
} from './hours.ts'
import { loadClosed, loadHours } from './hours-store.ts'
import { mayBook } from './office-may.ts'

/** Reads office hours and what everybody has: which turns are free, and which are taken. Writes nothing. */

export type FreeSlotsAsked = {
  /** With whom; by default with any coordinator. */
  readonly with?: PersonId
  readonly now: Moment
}

/**
 * The turns that can be taken now, by moment, three weeks ahead: not in a holiday, on a day off or on a day that their
 * host is not there, and not while the host has a visit, a class, an appointment or a team meeting.
 */
export async function freeSlots(
  db: Db,
  actor: Actor,
  { with: host, now }: FreeSlotsAsked,
): Promise<FreeSlot[]> {
  if (!mayBook(actor).may && actor.kind !== 'keeper') return []
  const isShut = await shutFor(db, actor, now)
  return db.read(actor, (sql) => loadFreeSlots(sql, actor, { host: host ?? null, now, isShut }))
}

/** As `freeSlots`, inside the caller's transaction; `isShut` was asked before it. */
export async function loadFreeSlots(
  sql: Sql,
  actor: Actor,
  { host, now, isShut }: { readonly host: PersonId | null; readonly now: Moment; readonly isShut: IsShut },
): Promise<FreeSlot[]> {
  const all = await loadHours(sql, actor)
  const hours = all.filter(({ person }) => host === null || person === host)
  if (hours.length === 0) return []
  const hosts = [...new Set(hours.map(({ person }) => person))]
  const busy = await loadBusySpan(sql, actor, hosts, spanAhead(now))
  return freeOf(turnsAhead(hours, now, isShut), busy)
}

/** On which days nobody holds office hours: of the school, of themselves, or because they are not there. */
export async function shutFor(db: Db, actor: Actor, now: Moment): Promise<IsShut> {
  const today = dayOf(new Date(now))
  const isFree = await freeDaysIn(db, actor, today, plusDays(today, DAYS_AHEAD))
  const days = await daysOf(db, actor)
  const closed = await db.read(actor, (sql) => loadClosed(sql, actor, today))
  const shut = new Set(closed.map(({ person, day }) => `${person} ${day}`))
  return (person, day) =>
    isFree(day) || shut.has(`${person} ${day}`) || presenceOn(days.get(person), day) === 'away'
}

/** Whether there is no school on a day between these two; they lie at most a school year apart. */
export async function freeDaysIn(db: Db, actor: Actor, from: Day, to: Day): Promise<FreeDays['isFree']> {
  const first = schoolYearOf(from)
  const early = await freeDaysOf(db, actor, first)
  const late = schoolYearOf(to) === first ? early : await freeDaysOf(db, actor, schoolYearOf(to))
  return (day) => (schoolYearOf(day) === first ? early : late).isFree(day)
}

/** What lies ahead for who holds office hours: free turns and appointments as one list, by moment. */
export async function officeAhead(db: Db, actor: Member, now: Moment): Promise<OfficeLine[]> {
  const free = await freeSlots(db, actor, { with: actor.personId, now })
  const taken = await db.read(actor, (sql) => loadAppointmentsOf(sql, actor, actor.personId, now))
  const last = spanAhead(now, DAYS_AHEAD).endsAt
  return [
    ...free.map(({ startsAt, endsAt }): OfficeLine => ({ startsAt, endsAt, appointment: null })),
    ...taken
      .filter((one) => isComing(one, now) && one.startsAt < last && one.host === personOf(actor))
      .map((one): OfficeLine => ({ startsAt: one.startsAt, endsAt: one.endsAt, appointment: one })),
  ].sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
}
