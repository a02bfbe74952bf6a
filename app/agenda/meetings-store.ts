import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { MeetingId, PersonId } from '../kernel/id.ts'
import type { MeetingPhase, Template } from '../meeting/meeting.ts'
import { type Actor, personOf } from '../session/actor.ts'
import type { ComingMeeting, MeetingLine } from './meetings.ts'

/** All meetings of the school, the first to come or the oldest first. */
export async function readMeetings(db: Db, actor: Actor): Promise<MeetingLine[]> {
  const rows = await db.read(actor, (sql) => meetingRows(sql, actor).execute())
  return rows.map(lineFrom)
}

type Row = Awaited<ReturnType<ReturnType<typeof meetingRows>['executeTakeFirstOrThrow']>>

const meetingRows = (sql: Sql, actor: Actor) =>
  sql
    .selectFrom('meeting')
    .innerJoin('person', 'person.id', 'meeting.chair_id')
    .select([
      'meeting.id',
      'meeting.plan_id',
      'meeting.template',
      'meeting.title',
      'meeting.starts_at',
      'meeting.minutes',
      'meeting.place',
      'meeting.phase',
      'meeting.chair_id',
      'meeting.minute_taker_id',
      'meeting.cancelled_at',
      'person.name as chair_name',
    ])
    .where('meeting.school_id', '=', actor.schoolId)
    .orderBy('meeting.starts_at')
    .orderBy('meeting.id')

const lineFrom = (row: Row): MeetingLine => ({
  id: row.id,
  planId: row.plan_id,
  template: row.template as Template,
  title: row.title,
  startsAt: row.starts_at,
  minutes: row.minutes,
  place: row.place,
  phase: row.phase as MeetingPhase,
  chair: row.chair_id,
  chairName: row.chair_name,
  minuteTaker: row.minute_taker_id,
  cancelledAt: row.cancelled_at,
})

const DAY = 86_400_000

/** The meetings that come or run, the first one first; a meeting of yesterday that nobody opened has gone by. */
export async function comingMeetingsOf(db: Db, actor: Actor, now: Moment): Promise<ComingMeeting[]> {
  const since = new Date(Date.parse(now) - DAY).toISOString() as Moment
  return db.read(actor, async (sql) => {
    const rows = await meetingRows(sql, actor)
      .where('meeting.cancelled_at', 'is', null)
      .where((is) =>
        is.or([
          is('meeting.phase', '=', 'running'),
          is.and([is('meeting.phase', '=', 'prepare'), is('meeting.starts_at', '>', since)]),
        ]),
      )
      .execute()
    const coming: ComingMeeting[] = []
    for (const line of rows.map(lineFrom)) coming.push({ ...line, ...(await askedOf(sql, actor, line)) })
    return coming
  })
}

async function askedOf(sql: Sql, actor: Actor, { id, phase }: MeetingLine) {
  const person = personOf(actor)
  if (person === null) return { inputOn: 0, isSilent: false, said: null }
  const attendance = await sql
    .selectFrom('meeting_attendance')
    .select('how')
    .where('meeting_id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .where('person_id', '=', person)
    .executeTakeFirst()
  const said = attendance?.how ?? null
  return {
    inputOn: phase === 'prepare' ? await countWithoutInput(sql, actor, id, person) : 0,
    isSilent: said === null,
    said,
  }
}

async function countWithoutInput(sql: Sql, actor: Actor, id: MeetingId, person: PersonId) {
  const { count } = await sql
    .selectFrom('meeting_item')
    .select((row) => row.fn.countAll().as('count'))
    .where('meeting_id', '=', id)
    .where('school_id', '=', actor.schoolId)
    .where('removed_at', 'is', null)
    .where('state', '=', 'to-come')
    .where('purpose', '!=', 'informing')
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('meeting_say')
            .select('meeting_say.id')
            .whereRef('meeting_say.item_id', '=', 'meeting_item.id')
            .where('meeting_say.person_id', '=', person)
            .where('meeting_say.kind', '=', 'input'),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return Number(count)
}
