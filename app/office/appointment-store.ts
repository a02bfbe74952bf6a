import type { Db, Sql } from '../db/database.ts'
import { dayOf, type Moment } from '../kernel/day.ts'
import { type AppointmentId, newId, type PersonId, type QuestionId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { type Actor, type Member, personOf } from '../session/actor.ts'
import { loadBusy } from '../visit/busy-load.ts'
import type { Slot } from '../visit/offer.ts'
import { holdCalendars } from '../visit/offer-store.ts'
import { loadHere } from '../visit/visit-load.ts'
import {
  type Appointment,
  type AppointmentNo,
  cancel,
  isComing,
  isOfTwo,
  LONGEST_PLACE,
  MOST_BOOKED,
  move,
} from './appointment.ts'
import { loadAppointment, loadAppointmentsAbout, loadAppointmentsOf, rowOf } from './appointment-load.ts'
import type { FreeSlot } from './hours.ts'
import { mayBook, mayComeBy, mayListOf, mayReadAppointment } from './office-may.ts'
import { freeDaysIn, loadFreeSlots, shutFor } from './slot-store.ts'

/** Sole writer of appointment. */

/** What happened, for who tells those concerned. */
export type AppointmentTold = {
  readonly before: Appointment | null
  readonly after: Appointment
  readonly by: PersonId | null
}
/** Tells those concerned, inside the transaction: what is not stored is not told. */
export type TellAppointment = (
  at: { readonly sql: Sql; readonly tx: Db },
  told: AppointmentTold,
) => Promise<void>
type Telling = { readonly now: Moment; readonly tell: TellAppointment }

/** One appointment, for the two who meet; null: there is none, or it is not theirs. */
export async function readAppointment(db: Db, actor: Actor, id: AppointmentId): Promise<Appointment | null> {
  const one = await db.read(actor, (sql) => loadAppointment(sql, actor, id))
  return one && mayReadAppointment(actor, one).may ? one : null
}

/** Somebody's own appointments by moment, also those called off; of a colleague nothing. `from`: what ends later. */
export async function appointmentsOf(
  db: Db,
  actor: Actor,
  person: PersonId | null = personOf(actor),
  { from = null }: { readonly from?: Moment | null } = {},
): Promise<Appointment[]> {
  if (person === null || !mayListOf(actor, person)) return []
  return db.read(actor, (sql) => loadAppointmentsOf(sql, actor, person, from))
}

/** The appointments about a question that this reader is in. */
export async function appointmentsAbout(db: Db, actor: Actor, about: QuestionId): Promise<Appointment[]> {
  const all = await db.read(actor, (sql) => loadAppointmentsAbout(sql, actor, about))
  return all.filter((one) => isOfTwo(one, personOf(actor)))
}

export type BookedSlot = {
  readonly with: PersonId
  readonly startsAt: Moment
  readonly about: QuestionId | null
}

/** Takes a free turn in somebody's office hours; of two who take it at once one has it. */
export async function bookSlot(
  db: Db,
  actor: Member,
  given: BookedSlot,
  at: Telling,
): Promise<AppointmentId | AppointmentNo> {
  if (!mayBook(actor).may) return refuse('may-not')
  if (given.with === actor.personId) return refuse('with-yourself', 'slot')
  const isShut = await shutFor(db, actor, at.now)
  return db.write(actor, async (sql, tx) => {
    await holdCalendars(tx, actor)
    const mine = await loadAppointmentsOf(sql, actor, actor.personId, at.now)
    const coming = mine.filter((one) => isComing(one, at.now) && one.host === given.with)
    // A second tap on the same button finds what the first one made.
    const same = coming.find((one) => one.startsAt === given.startsAt && one.guest === actor.personId)
    if (same) return same.id
    const slot = await turnAt(sql, actor, given, { now: at.now, isShut })
    if (isRefusal(slot)) return slot
    if (coming.length >= MOST_BOOKED) return refuse('many-booked', 'slot')
    const { startsAt, endsAt, place, host } = slot
    const made = { host, guest: actor.personId, startsAt, endsAt, place, about: given.about }
    return add({ sql, tx, actor }, made, at)
  })
}

type Asked = { readonly now: Moment; readonly isShut: Awaited<ReturnType<typeof shutFor>> }

async function turnAt(
  sql: Sql,
  actor: Actor,
  { with: host, startsAt }: Pick<BookedSlot, 'with' | 'startsAt'>,
  { now, isShut }: Asked,
): Promise<FreeSlot | AppointmentNo> {
  if (startsAt <= now) return refuse('gone-by', 'slot')
  const free = await loadFreeSlots(sql, actor, { host, now, isShut })
  const slot = free.find((one) => one.startsAt === startsAt)
  if (slot) return slot
  const busy = await loadBusy(sql, actor, [host], { startsAt, endsAt: startsAtPlus(startsAt) })
  return refuse(busy.has(host) ? 'slot-taken' : 'slot-gone', 'slot')
}

/** A minute of a turn is enough to see that somebody has it. */
const startsAtPlus = (startsAt: Moment) => new Date(Date.parse(startsAt) + 60_000).toISOString() as Moment

export type NewAppointment = Slot & {
  readonly with: PersonId
  readonly place: string
  readonly about: QuestionId | null
}

/**
 * A coordinator comes to somebody, at a moment of their own: also outside the office hours. Refused when one of the two
 * has something else then. Inside another transaction: give its handle as `db`.
 */
export async function makeAppointment(
  db: Db,
  actor: Member,
  given: NewAppointment,
  at: Telling,
): Promise<AppointmentId | AppointmentNo> {
  if (!mayComeBy(actor).may) return refuse('may-not')
  if (given.with === actor.personId) return refuse('with-yourself', 'with')
  if (given.place.length > LONGEST_PLACE) return refuse('place-too-long', 'place')
  if (await isFreeDay(db, actor, given.startsAt)) return refuse('no-school-day', 'startsAt')
  return db.write(actor, async (sql, tx) => {
    await holdCalendars(tx, actor)
    const { with: guest, startsAt, endsAt, place, about } = given
    return add({ sql, tx, actor }, { host: actor.personId, guest, startsAt, endsAt, place, about }, at)
  })
}

/** Whether there is no school on the day of a moment. */
async function isFreeDay(db: Db, actor: Actor, moment: Moment): Promise<boolean> {
  const day = dayOf(new Date(moment))
  return (await freeDaysIn(db, actor, day, day))(day)
}

type Within = { readonly sql: Sql; readonly tx: Db; readonly actor: Member }
type Made = Slot & Pick<Appointment, 'host' | 'guest' | 'place' | 'about'>

async function add(
  { sql, tx, actor }: Within,
  made: Made,
  { now, tell }: Telling,
): Promise<AppointmentId | AppointmentNo> {
  if (made.startsAt <= now) return refuse('gone-by', 'startsAt')
  const no = (await whyNotHere(sql, actor, made)) ?? (await whyBusy(sql, actor, made, made))
  if (no) return no
  const one: Appointment = {
    ...made,
    id: newId<'appointment'>(),
    state: 'agreed',
    madeBy: actor.personId,
    madeAt: now,
    ended: null,
    sequence: 0,
    revision: 1,
    changedAt: now,
  }
  await sql.insertInto('appointment').values(rowOf(actor, one)).execute()
  await tell({ sql, tx }, { before: null, after: one, by: actor.personId })
  return one.id
}

async function whyNotHere(sql: Sql, actor: Actor, { host, guest }: Made): Promise<AppointmentNo | null> {
  return (await loadHere(sql, actor, [host, guest])).size < 2 ? refuse('person-unknown', 'with') : null
}

/** Who of the two has something else then. What it is, nobody is told. */
async function whyBusy(
  sql: Sql,
  actor: Member,
  two: Pick<Appointment, 'host' | 'guest'>,
  slot: Slot,
  except?: AppointmentId,
): Promise<AppointmentNo | null> {
  const busy = await loadBusy(sql, actor, [two.host, two.guest], slot, except ? { appointment: except } : {})
  if (busy.size === 0) return null
  return refuse(busy.has(actor.personId) ? 'you-busy' : 'they-busy', 'startsAt')
}

/** Which appointment, as the form saw it, and how the two are told. */
export type ChangingAppointment = Telling & { readonly id: AppointmentId; readonly revision: number }

/** Changes an appointment on what stands there now, and tells both. Null: there is none, or it is not theirs. */
function change(
  db: Db,
  actor: Member,
  { id, revision, now, tell }: ChangingAppointment,
  act: (sql: Sql, one: Appointment) => Promise<Appointment | AppointmentNo>,
): Promise<'done' | AppointmentNo | null> {
  return db.write(actor, async (sql, tx) => {
    await holdCalendars(tx, actor)
    const one = await loadAppointment(sql, actor, id)
    if (one === null || !mayReadAppointment(actor, one).may) return null
    if (one.revision !== revision) return refuse('changed')
    const answer = await act(sql, one)
    if (isRefusal(answer)) return answer
    const after = { ...answer, revision: one.revision + 1, changedAt: now }
    await saveAppointment(sql, actor, after)
    await tell({ sql, tx }, { before: one, after, by: actor.personId })
    return 'done' as const
  })
}

/** Stores what became of an appointment, inside the caller's transaction. */
export async function saveAppointment(sql: Sql, actor: Actor, one: Appointment) {
  const { id, school_id, ...row } = rowOf(actor, one)
  await sql
    .updateTable('appointment')
    .set(row)
    .where('id', '=', id)
    .where('school_id', '=', school_id)
    .execute()
}

/** Called off by one of the two; the turn is free again. */
export const cancelAppointment = (db: Db, actor: Member, at: ChangingAppointment) =>
  change(db, actor, at, async (_sql, one) => cancel(one, actor.personId, at.now))

/** To another free turn of the same host, or (the host alone) to a moment of one's own. */
export async function moveAppointment(
  db: Db,
  actor: Member,
  at: ChangingAppointment,
  to: { readonly startsAt: Moment } | (Slot & { readonly place: string }),
): Promise<'done' | AppointmentNo | null> {
  const isShut = await shutFor(db, actor, at.now)
  const isFree = await isFreeDay(db, actor, to.startsAt)
  return change(db, actor, at, async (sql, one) => {
    if ('endsAt' in to) {
      if (one.host !== actor.personId) return refuse('may-not')
      if (isFree) return refuse('no-school-day', 'startsAt')
    }
    const slot =
      'endsAt' in to ? to : await turnAt(sql, actor, { ...to, with: one.host }, { now: at.now, isShut })
    if (isRefusal(slot)) return slot
    const after = move(one, slot, at.now)
    if (isRefusal(after)) return after
    return (await whyBusy(sql, actor, one, after, one.id)) ?? after
  })
}

/** Of these those at which one of the two is called somewhere else: planned after they were made. */
export async function clashesOf(
  db: Db,
  actor: Actor,
  all: readonly Appointment[],
): Promise<ReadonlySet<AppointmentId>> {
  const clashing = new Set<AppointmentId>()
  await db.read(actor, async (sql) => {
    for (const one of all) {
      const busy = await loadBusy(sql, actor, [one.host, one.guest], one, { appointment: one.id })
      if (busy.size > 0) clashing.add(one.id)
    }
  })
  return clashing
}
