import type { Selectable } from 'kysely'
import type { Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Moment } from '../kernel/day.ts'
import type { AppointmentId, PersonId, QuestionId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import type { Appointment } from './appointment.ts'

/** Reading appointments, as they lie in the database. Who may see them is asked by the stores. */

type Row = Selectable<Tables['appointment']>

const appointmentFrom = (row: Row): Appointment => ({
  id: row.id,
  host: row.host_id,
  guest: row.guest_id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  place: row.place,
  about: row.about,
  state: row.state as Appointment['state'],
  madeBy: row.made_by,
  madeAt: row.made_at,
  ended: row.ended_at === null ? null : { at: row.ended_at, by: row.ended_by },
  sequence: row.sequence,
  revision: row.revision,
  changedAt: row.changed_at,
})

export const rowOf = (actor: Actor, one: Appointment): Row => ({
  id: one.id,
  school_id: actor.schoolId,
  host_id: one.host,
  guest_id: one.guest,
  starts_at: one.startsAt,
  ends_at: one.endsAt,
  place: one.place,
  about: one.about,
  state: one.state,
  made_by: one.madeBy,
  made_at: one.madeAt,
  ended_at: one.ended?.at ?? null,
  ended_by: one.ended?.by ?? null,
  sequence: one.sequence,
  revision: one.revision,
  changed_at: one.changedAt,
})

const rows = (sql: Sql, actor: Actor) =>
  sql
    .selectFrom('appointment')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .orderBy('starts_at')
    .orderBy('id')

export async function loadAppointment(
  sql: Sql,
  actor: Actor,
  id: AppointmentId,
): Promise<Appointment | null> {
  const row = await rows(sql, actor).where('id', '=', id).executeTakeFirst()
  return row ? appointmentFrom(row) : null
}

/** Everything that somebody is in, and that ends after a moment. */
export async function loadAppointmentsOf(
  sql: Sql,
  actor: Actor,
  person: PersonId,
  from: Moment | null,
): Promise<Appointment[]> {
  const own = rows(sql, actor).where((is) => is.or([is('host_id', '=', person), is('guest_id', '=', person)]))
  return (await (from === null ? own : own.where('ends_at', '>', from)).execute()).map(appointmentFrom)
}

export async function loadAppointmentsAbout(
  sql: Sql,
  actor: Actor,
  about: QuestionId,
): Promise<Appointment[]> {
  return (await rows(sql, actor).where('about', '=', about).execute()).map(appointmentFrom)
}
