import type { Sql } from '../db/database.ts'
import { type Moment, momentOf } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import { loadCalled } from '../visit/busy-load.ts'
import { overlaps, type Slot } from '../visit/offer.ts'
import type { Busy } from './hours.ts'

/**
 * Everything that somebody has in a span: visits, classes they take over, appointments, team meetings that call them. One
 * question for each kind, so that three weeks of turns cost no more than one. Whether a turn is free is asked once more
 * when somebody takes it.
 */
export async function loadBusySpan(
  sql: Sql,
  actor: Actor,
  people: readonly PersonId[],
  span: Slot,
): Promise<Busy[]> {
  const all = [
    ...(await offersIn(sql, actor, span)),
    ...(await visitsIn(sql, actor, span)),
    ...(await appointmentsIn(sql, actor, span)),
    ...(await meetingsIn(sql, actor, span)),
  ]
  return all.filter(({ person }) => people.includes(person))
}

async function offersIn(sql: Sql, actor: Actor, span: Slot): Promise<Busy[]> {
  const rows = await sql
    .selectFrom('visit_offer')
    .select(['person_id', 'starts_at', 'ends_at'])
    .where('school_id', '=', actor.schoolId)
    .where('withdrawn_at', 'is', null)
    .where('starts_at', '<', span.endsAt)
    .where('ends_at', '>', span.startsAt)
    .execute()
  return rows.map((row) => ({ person: row.person_id, startsAt: row.starts_at, endsAt: row.ends_at }))
}

/** Those that are asked or proposed count too: they may still be. Who takes over has an offer of the same moment. */
async function visitsIn(sql: Sql, actor: Actor, span: Slot): Promise<Busy[]> {
  const rows = await sql
    .selectFrom('visit')
    .select(['visitor_id', 'host_id', 'starts_at', 'ends_at', 'next_starts_at', 'next_ends_at'])
    .where('school_id', '=', actor.schoolId)
    .where('state', 'in', ['asked', 'agreed'])
    .where((is) => is.or([is('ends_at', '>', span.startsAt), is('next_ends_at', '>', span.startsAt)]))
    .execute()
  return rows.flatMap((row) => {
    const places = [
      [row.starts_at, row.ends_at],
      [row.next_starts_at, row.next_ends_at],
    ] as const
    return places
      .flatMap(([startsAt, endsAt]) => (startsAt && endsAt ? [{ startsAt, endsAt }] : []))
      .filter((place) => overlaps(place, span))
      .flatMap((place) => [row.visitor_id, row.host_id].map((person) => ({ person, ...place })))
  })
}

async function appointmentsIn(sql: Sql, actor: Actor, span: Slot): Promise<Busy[]> {
  const rows = await sql
    .selectFrom('appointment')
    .select(['host_id', 'guest_id', 'starts_at', 'ends_at'])
    .where('school_id', '=', actor.schoolId)
    .where('state', '=', 'agreed')
    .where('starts_at', '<', span.endsAt)
    .where('ends_at', '>', span.startsAt)
    .execute()
  return rows.flatMap((row) =>
    [row.host_id, row.guest_id].map((person) => ({ person, startsAt: row.starts_at, endsAt: row.ends_at })),
  )
}

/** A meeting lasts at most a day. */
const LONGEST = 24 * 60 * 60_000

async function meetingsIn(sql: Sql, actor: Actor, span: Slot): Promise<Busy[]> {
  const rows = await sql
    .selectFrom('meeting')
    .select(['starts_at', 'minutes'])
    .where('school_id', '=', actor.schoolId)
    .where('cancelled_at', 'is', null)
    .where('phase', '!=', 'closed')
    .where('starts_at', '<', span.endsAt)
    .where('starts_at', '>', shifted(span.startsAt, -LONGEST))
    .execute()
  const busy: Busy[] = []
  for (const { starts_at, minutes } of rows) {
    const slot = { startsAt: starts_at, endsAt: shifted(starts_at, minutes * 60_000) }
    const called = await loadCalled(sql, actor, slot)
    busy.push(...called.map((person) => ({ person, ...slot })))
  }
  return busy
}

const shifted = (moment: Moment, time: number) => momentOf(new Date(Date.parse(moment) + time))
