import type { Sql } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import type { AppointmentId, MeetingId, OfferId, PersonId, VisitId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import { overlaps, type Slot } from './offer.ts'

/** What is looked past: the visits or the appointment that are being changed, and the offer that one takes. */
export type Except = {
  readonly visits?: readonly VisitId[]
  readonly offer?: OfferId | null
  readonly appointment?: AppointmentId
}

/**
 * Who of these people has something else at that moment: a moment to take a class over, a visit (also one that is only
 * asked or proposed), an appointment, or a team meeting that calls them. What it is, nobody is told.
 */
export async function loadBusy(
  sql: Sql,
  actor: Actor,
  people: readonly PersonId[],
  slot: Slot,
  except: Except = {},
): Promise<ReadonlySet<PersonId>> {
  const busy = [
    ...(await inOffers(sql, actor, slot, except)),
    ...(await inVisits(sql, actor, slot, except)),
    ...(await inAppointments(sql, actor, slot, except)),
    ...(await loadCalled(sql, actor, slot)),
  ]
  return new Set(people.filter((person) => busy.includes(person)))
}

async function inOffers(sql: Sql, actor: Actor, slot: Slot, { offer }: Except): Promise<PersonId[]> {
  const rows = await sql
    .selectFrom('visit_offer')
    .select(['id', 'person_id'])
    .where('school_id', '=', actor.schoolId)
    .where('withdrawn_at', 'is', null)
    .where('starts_at', '<', slot.endsAt)
    .where('ends_at', '>', slot.startsAt)
    .execute()
  return rows.filter(({ id }) => id !== offer).map(({ person_id }) => person_id)
}

async function inVisits(sql: Sql, actor: Actor, slot: Slot, { visits = [] }: Except): Promise<PersonId[]> {
  const rows = await sql
    .selectFrom('visit')
    .select(['id', 'visitor_id', 'host_id'])
    .where('school_id', '=', actor.schoolId)
    .where('state', 'in', ['asked', 'agreed'])
    .where((is) =>
      is.or([
        is.and([is('starts_at', '<', slot.endsAt), is('ends_at', '>', slot.startsAt)]),
        is.and([is('next_starts_at', '<', slot.endsAt), is('next_ends_at', '>', slot.startsAt)]),
      ]),
    )
    .execute()
  return rows
    .filter(({ id }) => !visits.includes(id))
    .flatMap(({ visitor_id, host_id }) => [visitor_id, host_id])
}

/** Appointments are made by a room above this one; that somebody is not free then counts here too. */
async function inAppointments(sql: Sql, actor: Actor, slot: Slot, { appointment }: Except) {
  const rows = await sql
    .selectFrom('appointment')
    .select(['id', 'host_id', 'guest_id'])
    .where('school_id', '=', actor.schoolId)
    .where('state', '=', 'agreed')
    .where('starts_at', '<', slot.endsAt)
    .where('ends_at', '>', slot.startsAt)
    .execute()
  return rows.filter(({ id }) => id !== appointment).flatMap(({ host_id, guest_id }) => [host_id, guest_id])
}

/** A meeting lasts at most a day: none that began longer ago still goes on. */
const LONGEST = 24 * 60 * 60_000

/** Chair, minute-taker, who has a voice there and who was invited, unless they said that they can't come. */
export async function loadCalled(sql: Sql, actor: Actor, slot: Slot): Promise<PersonId[]> {
  const rows = await sql
    .selectFrom('meeting')
    .select(['id', 'starts_at', 'minutes', 'chair_id', 'minute_taker_id'])
    .where('school_id', '=', actor.schoolId)
    .where('cancelled_at', 'is', null)
    .where('phase', '!=', 'closed')
    .where('starts_at', '<', slot.endsAt)
    .where('starts_at', '>', momentOf(new Date(Date.parse(slot.startsAt) - LONGEST)))
    .execute()
  const there = rows.filter((meeting) =>
    overlaps(slot, {
      startsAt: meeting.starts_at,
      endsAt: momentOf(new Date(Date.parse(meeting.starts_at) + meeting.minutes * 60_000)),
    }),
  )
  const called: PersonId[] = []
  for (const meeting of there) called.push(...(await calledTo(sql, actor, meeting)))
  return called
}

type Meeting = { id: MeetingId; chair_id: PersonId; minute_taker_id: PersonId }

async function calledTo(sql: Sql, actor: Actor, { id, chair_id, minute_taker_id }: Meeting) {
  const of = (table: 'meeting_voter' | 'meeting_invited') =>
    sql
      .selectFrom(table)
      .select('person_id')
      .where('meeting_id', '=', id)
      .where('school_id', '=', actor.schoolId)
      .execute()
  const absent = await sql
    .selectFrom('meeting_attendance')
    .select('person_id')
    .where('meeting_id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .where('how', '=', 'absent-notice')
    .execute()
  const away = new Set(absent.map(({ person_id }) => person_id))
  const called = [...(await of('meeting_voter')), ...(await of('meeting_invited'))]
  return [chair_id, minute_taker_id, ...called.map(({ person_id }) => person_id)].filter(
    (person) => !away.has(person),
  )
}
